"""What the rows of pictures of two vectors and their products are called."""

from backprop.engine.activations import Array
from backprop.engine.products import misfit

S, T, S_TURNED, T_TURNED = "s", "t", "sᵀ", "tᵀ"
ENTRYWISE, INNER, OUTER = "s ⊙ t", "sᵀ t", "s tᵀ"
"""The factors and the products."""

ENTRYWISE_ROW = "Hadamard product: entry by entry"
OUTER_ROW = "Outer product: every entry of s times every entry of t"
INNER_ROW = "Inner product: a row times a column"
SIDE_BY_SIDE_ROW = "Side by side, s t"

IN_ENTRYWISE = "it is in s ⊙ t, too"
"""What the box on an entry of s tᵀ says."""


def refusal(why: object) -> str:
    """Why there is no product, as a sentence."""
    return f"{why}."


def side_by_side(s: Array, t: Array) -> str:
    """Whether s t is a matrix product, in shapes."""
    shapes = f"({len(s)}×1)({len(t)}×1)"
    if why := misfit(s.shape, t.shape):
        return f"{shapes} does not fit: {why}."
    return f"{shapes} fits, as t has one row: it is s tᵀ."
