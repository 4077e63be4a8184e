"""What the book has in section 2.6, the algorithm, and how its page shows that it has it, too."""

from collections.abc import Callable

from streamlit.testing.v1 import AppTest

from tests.pages.book.reading import writes
from tests.pages.chapter_app import container, part_of, stage

EQUATIONS: dict[str, str] = {}
CHOICES: dict[str, dict[str, str]] = {}


def _another_function(app: AppTest) -> bool:
    """A neuron marked, its layer written out, and the differences beside the gradients."""
    shown = container(app, "exercise-one-neuron-with-another-function")
    data = stage(shown)
    rows = part_of(shown, "exhibits")["rows"]
    return (
        any(id.startswith("n") for id in data["marks"])
        and part_of(shown, "board") is not None
        and {"nabla_w2", "moved_w2"} <= set(rows[0]["items"])
        and writes(app.main, r"f(z) = \sin z, \quad f'(z) = \cos z")
    )


def _linear_neurons(app: AppTest) -> bool:
    """The slider to a network whose slopes are all 1, and BP2 without its slope."""
    frames = stage(container(app, "exercise-linear-neurons"))["frames"]
    ends = [slope for row in frames["figures"]["sigma_prime2"][-1] for slope in row]
    return set(ends) == {1.0} and writes(app.main, r"(w^{l+1})^T \delta^{l+1} \; \cancel")


FIGURES: dict[str, Callable[[AppTest], bool]] = {
    "exercise-one-neuron-with-another-function": _another_function,
    "exercise-linear-neurons": _linear_neurons,
}
