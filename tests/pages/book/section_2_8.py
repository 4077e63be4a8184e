"""What the book has in section 2.8, how fast it is, and how its page shows that it has it, too."""

from collections.abc import Callable

from streamlit.testing.v1 import AppTest

EQUATIONS: dict[str, str] = {
    "46": r"\frac{\partial C}{\partial w_{j}} \approx \frac{C(w+\epsilon e_j)-C(w)}{\epsilon}",
}
CHOICES: dict[str, dict[str, str]] = {}
FIGURES: dict[str, Callable[[AppTest], bool]] = {}
