"""What the book has in section 2.7, the code, and how its page shows that it has it, too."""

from collections.abc import Callable

from streamlit.testing.v1 import AppTest

from tests.pages.chapter_app import container, stage
from tests.stage.sent import numbers


def _columns(app: AppTest) -> bool:
    """XOR's four examples as the columns of X; by hand, x = (0, 1) gives z = (-3 + 6, 9 - 6)."""
    data = stage(container(app, "problem-a-mini-batch-as-one-matrix"))
    x, z = (numbers(data, name) for name in ("A1", "Z2"))
    return bool(x == [[0, 0, 1, 1], [0, 1, 0, 1]] and [row[1] for row in z] == [3, 3])


EQUATIONS: dict[str, str] = {}
CHOICES: dict[str, dict[str, str]] = {"a mini-batch as one matrix": {"preset": "xor"}}
FIGURES: dict[str, Callable[[AppTest], bool]] = {
    "problem-a-mini-batch-as-one-matrix": _columns,
}
