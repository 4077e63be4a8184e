"""What the book has in section 2.8, how fast it is, and how its page shows that it has it, too."""

from collections.abc import Callable

from streamlit.testing.v1 import AppTest

EQUATIONS: dict[str, str] = {}
CHOICES: dict[str, dict[str, str]] = {}
FIGURES: dict[str, Callable[[AppTest], bool]] = {}
