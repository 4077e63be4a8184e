"""What the pictures of an equation are called, as it is written now and as it should be."""

from backprop.engine import Quantity

AS_WRITTEN = "the equation as it is written now"
BEYOND = "beyond 1.8e308"
DIFFERENCE = "now − true"
WRONG_SIGN = {"sign": "±", "words": "wrong sign"}
"""The mark of a number with the wrong sign."""


def true_label(signs: bool) -> str:
    """The row of the true result; ``signs`` says whether wrong signs are marked."""
    marked = "; ± marks a wrong sign" if signs else ""
    return f"and the true one{marked}"


def now_name(quantity: Quantity) -> str:
    """The result as it comes out now."""
    return f"{quantity.text} now"


def true_name(quantity: Quantity) -> str:
    """The true result."""
    return f"{quantity.text} true"
