"""The cost in letters, sums and means with numbers, and the slope that moving one weight finds.

The last two stand below each other on the page: (g_1 + ... + g_n) / n, and
(C(w + h) - C(w - h)) / 2h.
"""

import re
from collections.abc import Sequence

from backprop.engine import Quantity
from backprop.engine.output_pairs import output_pair
from backprop.writing.formulas.latex import generic
from backprop.writing.formulas.lines import Lines, aligned, lines_of
from backprop.writing.formulas.palette import Colours, coloured
from backprop.writing.formulas.width import em
from backprop.writing.text.cost_words import words_of_cost
from backprop.writing.text.numbers import equals, latex_number

MOST_TERMS = 6
DIGITS = 12
"""Significant digits of two costs that differ by a nudge."""


def cost_over_examples(cost: str, colours: Colours, room: int = 380) -> str:
    """The cost as the mean of those of the examples: equation (26) for the quadratic cost."""
    mean = r"\frac{1}{n} \sum_x C_x"
    if own := words_of_cost(cost).over_examples:
        right = _in_colours(own, colours)
        return rf"\begin{{aligned}} C &= {mean} \\ &= {right} \end{{aligned}}"
    one = cost_of_outputs(cost, colours, room).replace("{C}", "{C_x}", 1)
    return rf"\begin{{gathered}} C = {mean} \\ {one} \end{{gathered}}"


def cost_of_outputs(cost: str, colours: Colours, room: int = 380) -> str:
    """The cost of one example as a function of the outputs: equation (27) for the quadratic one."""
    if own := words_of_cost(cost).of_outputs:
        return _in_colours(own, colours)
    equation = output_pair(cost).cost
    return generic(equation.component or equation, colours, room)


def _in_colours(formula: str, colours: Colours) -> str:
    """A formula in letters, <a^L_j> in the colour of a."""
    return re.sub("<((.).*?)>", lambda found: coloured(found[1], found[2], colours), formula)


def mean_of(
    quantity: Quantity, values: Sequence[float], mean: float, colours: Colours, room: int = 380
) -> str:
    """The quantity as the mean of its values, one for each example; of many only a few are shown.

    ``room`` is the width in pixels beyond which it is broken into lines.
    """
    total = _sum(values, quantity.symbol, colours)
    share = rf"\tfrac{{1}}{{{len(values)}}} \bigl( {total} \bigr)"
    return _equal(quantity, share, mean, colours, room)


def sum_of(
    quantity: Quantity, values: Sequence[float], total: float, colours: Colours, room: int = 380
) -> str:
    """The quantity as the sum of these values, of which many are not all shown."""
    return _equal(quantity, _sum(values, quantity.symbol, colours), total, colours, room)


def _equal(quantity: Quantity, right: str, value: float, colours: Colours, room: int) -> str:
    left = coloured(quantity.latex, quantity.symbol, colours)
    result = coloured(latex_number(value), quantity.symbol, colours)
    lines: Lines = lines_of(left, right, em(room))
    return aligned([*lines, ("", f"{equals(value)} {result}")])


def _sum(values: Sequence[float], symbol: str, colours: Colours) -> str:
    terms = [_term(value, i > 0, symbol, colours) for i, value in enumerate(values)]
    if len(terms) > MOST_TERMS:
        terms = [*terms[: MOST_TERMS - 2], r"+ \dots", terms[-1]]
    return " ".join(terms)


def _term(value: float, follows: bool, symbol: str, colours: Colours) -> str:
    """One term of a sum, with the sign that stands before it there."""
    if not follows:
        return coloured(latex_number(value), symbol, colours)
    return f"{'-' if value < 0 else '+'} {coloured(latex_number(abs(value)), symbol, colours)}"


def by_nudging(
    quantity: Quantity, above: float, below: float, width: float, slope: float, colours: Colours
) -> str:
    """dC by a weight or bias, from the costs where it is half of ``width`` higher, and lower."""
    moved = coloured(quantity.latex, quantity.symbol, colours)
    costs = [coloured(latex_number(cost, DIGITS), "C", colours) for cost in (above, below)]
    gradient = coloured(latex_number(slope), f"nabla_{quantity.symbol}", colours)
    letters = rf"\frac{{C({moved}+h) - C({moved}-h)}}{{2h}}"
    numbers = rf"\frac{{{costs[0]} - {costs[1]}}}{{{latex_number(width)}}}"
    lines = rf"&{letters} \\[0.9em] &= {numbers} \\[0.9em] &\approx {gradient}"
    return rf"\begin{{aligned}} {lines} \end{{aligned}}"
