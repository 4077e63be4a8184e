"""The pictures of part "matrices": the errors of a layer by matrices alone, and with ⊙."""

from collections.abc import Sequence

from backprop.engine import Quantity, Trace
from backprop.engine.four_equations import uses_slope
from backprop.figures.json import Json
from backprop.ideas.matrices.compute import Factor, factors, factors_from_next
from backprop.ideas.matrices.compute_multiplication_order import from_the_right, with_hadamard
from backprop.ideas.matrices.words import (
    BY_33,
    BY_34,
    BY_35,
    BY_BP1A,
    BY_BP2,
    CANCELLED,
    factor_text,
    notes,
)
from backprop.stage import Exhibit, Picture, StageData, exhibits, row
from backprop.stage.highlights import Uses, entry_by_entry, matrix_product

TALL = 360
"""Pixels that the cells of all rows together may be high before they become lower."""
SYMBOLS = ("nabla_a", "sigma_prime", "delta", "a", "y")
_NEW = {"sigma_prime": "slope_matrix", "w": "turned_w"}


def stage_data(trace: Trace, l: int) -> StageData:
    """What the stage is sent for layer l: the rows of pictures, and the notes below them."""
    L, n = trace.network.L, max(trace.network.sizes[l - 1 :])
    rows = _last(trace) if l == L else _one_layer(trace, l)
    if l < L:
        rows.append(_row(BY_35, factors(trace, l), f"whole{l}"))
    part = exhibits(rows, lines=n * max(3, len(rows)), tall=TALL)
    words = [[(text, "")] for text in notes(trace, l)]
    found = Picture.of(trace, [part, "browser/words.js"], SYMBOLS).with_words(words)
    for one in _exhibits(trace, l):
        found = found.with_exhibits([one], found.limit(one.like))
    return found.with_uses(_uses(trace, l, found)).data


def _last(trace: Trace) -> list[Json]:
    """(33) and BP1a; where the slope cancels, a - y, too."""
    L = trace.network.L
    slope, gradient, delta = f"sigma_prime{L}", f"nabla_a{L}", f"delta{L}"
    by_matrix = _row(BY_33, factors(trace, L), f"whole{L}")
    if uses_slope(trace.network, L):
        return [by_matrix, row(BY_BP1A, gradient, "⊙", slope, "=", delta)]
    return [
        by_matrix,
        row(BY_BP1A, gradient, "⊙", slope, "=", f"entrywise{L}"),
        row(CANCELLED, f"a{L}", "−", f"y{L}", "=", delta),
    ]


def _one_layer(trace: Trace, l: int) -> list[Json]:
    """(34) and BP2."""
    product = ["(", f"turned_w{l + 1}", "·", f"delta{l + 1}", ")"]
    chain = factors_from_next(trace, l)
    return [
        _row(BY_34, chain, f"single{l}"),
        row(BY_BP2, *product, "⊙", f"sigma_prime{l}", "=", f"delta{l}"),
    ]


def _row(label: str, chain: Sequence[Factor], result: str) -> Json:
    signs = [item for factor in chain for item in ("·", _id(factor))]
    return row(label, *signs[1:], "=", result)


def _exhibits(trace: Trace, l: int) -> list[Exhibit]:
    """What the network's own figures do not have: the matrices as they are multiplied, the results.

    Each has the limit of what it is like.
    """
    chain, title = factors(trace, l), Quantity("delta", l).text
    scales = {"sigma_prime": "unit", "w": "signed"}
    found = [
        Exhibit(_id(one), factor_text(one), one.matrix, symbol, scales[symbol])
        for one in chain
        if (symbol := one.quantity.symbol) in _NEW
    ]
    found.append(Exhibit(f"whole{l}", title, from_the_right(chain).result, "delta"))
    if l == trace.network.L:
        return [*found, Exhibit(f"entrywise{l}", title, with_hadamard(chain).result, "delta")]
    single = from_the_right(factors_from_next(trace, l)).result
    return [*found, Exhibit(f"single{l}", title, single, "delta")]


def _uses(trace: Trace, l: int, shown: Picture) -> Uses:
    """What each result was made from: a whole row of Σ′, but just one entry of σ′."""
    L = trace.network.L
    slope, delta = shown.cells(f"sigma_prime{l}"), shown.cells(f"delta{l}")
    uses = _chain_uses(factors(trace, l), f"whole{l}", shown)
    if l < L:
        uses |= _chain_uses(factors_from_next(trace, l), f"single{l}", shown)
        after = (shown.cells(name) for name in (f"turned_w{l + 1}", f"delta{l + 1}"))
        own = entry_by_entry(delta, slope)
        product = matrix_product(delta, *after)
        return uses | {cell: [*product[cell], *own[cell]] for cell in own}
    pairs = {f"entrywise{L}": (f"nabla_a{L}", f"sigma_prime{L}")}
    cancelled = not uses_slope(trace.network, L)
    pairs[f"delta{L}"] = (f"a{L}", f"y{L}") if cancelled else pairs[f"entrywise{L}"]
    for result, names in pairs.items():
        operands = (shown.cells(name) for name in names)
        uses |= entry_by_entry(shown.cells(result), *operands)
    return uses


def _chain_uses(chain: Sequence[Factor], result: str, shown: Picture) -> Uses:
    return matrix_product(shown.cells(result), *(shown.cells(_id(one)) for one in chain))


def _id(factor: Factor) -> str:
    """The id of the figure of a factor."""
    symbol = factor.quantity.symbol
    return f"{_NEW[symbol]}{factor.quantity.l}" if symbol in _NEW else factor.quantity.id
