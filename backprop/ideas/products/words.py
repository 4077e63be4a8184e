"""The products of the reader's own two vectors: equation 28 with numbers, and how they compare."""

from backprop.chapter.links import book_links
from backprop.engine import Quantity
from backprop.engine.activations import Array
from backprop.engine.products import hadamard, inner, misfit
from backprop.writing.formulas.brackets import bmatrix
from backprop.writing.formulas.width import SIZES, em, width
from backprop.writing.text.numbers import APPROX, equals, factor, latex_number, short

MOST_TERMS = 4
"""The most terms of a sum that are written."""
DIGITS = 6
"""Significant digits to which the network's numbers are taken."""
TAKE_HELP = f"Two vectors of your network, to {DIGITS} digits: the two that BP1a multiplies."
DIFFERENT_LENGTHS = "Your s and t have different lengths; here is the book's example:"
_EVERY = (
    "- **s tᵀ** holds every product of an entry of s and an entry of t; it exists for any two "
    "lengths: `s @ t.T`."
)
OUTER_ONLY = f"- **s ⊙ t** and **sᵀ t** need two vectors of the same length.\n{_EVERY}"
"""Which products there are of two vectors that differ in length, as Markdown."""

ONE_NUMBER = (
    "- **s ⊙ t**, `s * t`, **s tᵀ**, `s @ t.T`, and **sᵀ t**, `s.T @ t`, are the same number here, "
    "as s and t have one entry each."
)
S, T, S_TURNED, T_TURNED = "s", "t", "sᵀ", "tᵀ"
ENTRYWISE, INNER, OUTER = "s ⊙ t", "sᵀ t", "s tᵀ"
"""The factors and the products."""

ENTRYWISE_ROW = "Hadamard product: entry by entry"
OUTER_ROW = "Outer product: every entry of s times every entry of t"
INNER_ROW = "Inner product: a row times a column"
SIDE_BY_SIDE_ROW = "Side by side, s t"

IN_ENTRYWISE = "it is in s ⊙ t, too"
"""What the box on an entry of s tᵀ says."""


def take_label(L: int) -> str:
    """The button that takes the two vectors of the last layer, L."""
    return f"Take ∇ₐC and {Quantity('sigma_prime', L).text}"


def error_made(L: int) -> str:
    """What the two vectors of the network make, as Markdown."""
    delta, slope = Quantity("delta", L).text, Quantity("sigma_prime", L).text
    return (
        f"s and t are ∇ₐC and {slope} of your network, to {DIGITS} digits: s ⊙ t is the error in "
        f"its output layer, **{delta}** ({book_links('BP1a')})."
    )


def all_products(s: Array, t: Array) -> str:
    """How the three products of two vectors of the same length hang together, as Markdown."""
    if len(s) == 1:
        return ONE_NUMBER
    return (
        "- **s ⊙ t** multiplies entry by entry: `s * t`\n"
        f"{_EVERY} The boxes on its diagonal are s ⊙ t.\n"
        f"- **sᵀ t** adds these up, `s.T @ t`: {sum_text(hadamard(s, t), inner(s, t))}"
    )


def entrywise(s: Array, t: Array, result: Array, room: int = 380) -> str:
    """The Hadamard product of s and t, all (n, 1), as columns of numbers.

    The products stand between the factors and the result as long as that fits into ``room``
    pixels.
    """
    columns = [[latex_number(x) for x in array.ravel().tolist()] for array in (s, t, result)]
    products = [
        rf"{latex_number(x)} \cdot {latex_number(y, parentheses=True)}"
        for x, y in zip(s.ravel().tolist(), t.ravel().tolist(), strict=True)
    ]
    every = [x for array in (s, t, result) for x in array.ravel().tolist()]
    lost = ((result == 0) & (s != 0) & (t != 0)).any()
    sign = APPROX if lost else equals(*every)
    left, right, last = map(bmatrix, columns)
    full = rf"{left} \odot {right} = {bmatrix(products)} {sign} {last}"
    brief = rf"{left} \odot {right} {sign} {last}"
    tries = [(full, size) for size in list(SIZES)[:-1]] + [(brief, size) for size in SIZES]
    fitting = (f"{{{size}{x}}}" for x, size in tries if width(x) * SIZES[size] <= em(room))
    return next(fitting, rf"{{\scriptsize {brief}}}")


def sum_text(terms: Array, total: Array) -> str:
    """The terms, the first few of many, and what they add up to, for instance 3 + (−8) = −5."""
    numbers = terms.ravel().tolist()
    texts = [factor(x) if k else short(x) for k, x in enumerate(numbers)]
    some = [*texts[:MOST_TERMS], *["…"] * (len(terms) > MOST_TERMS)]
    sign = "=" if equals(*numbers, total.item()) == "=" else "≈"
    return f"{' + '.join(some)} {sign} {short(total.item())}"


def refusal(why: object) -> str:
    """Why there is no product, as a sentence."""
    return f"{why}."


def side_by_side(s: Array, t: Array) -> str:
    """Whether s t is a matrix product, in shapes."""
    shapes = f"({len(s)}×1)({len(t)}×1)"
    if why := misfit(s.shape, t.shape):
        return f"{shapes} does not fit: {why}."
    return f"{shapes} fits, as t has one row: it is s tᵀ."
