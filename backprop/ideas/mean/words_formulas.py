"""Means or sums with their numbers, and the slope that moving one weight finds.

They stand below each other on the page: (g_1 + ... + g_n) / n, and (C(w + h) - C(w - h)) / 2h.
"""

from collections.abc import Sequence

from backprop.engine import Quantity
from backprop.ideas.mean.compute_check import NUDGE
from backprop.lesson import Lesson
from backprop.writing.formulas.cost import cost_of_outputs, equal_to, in_colours, terms
from backprop.writing.formulas.palette import Colours, coloured
from backprop.writing.text.cost_words import words_of_cost
from backprop.writing.text.numbers import digits_to_tell, equals, latex_number

MOST_DIGITS = 17
"""So many significant digits tell any two float64 numbers apart."""


def cost_over_examples(lesson: Lesson, colours: Colours, room: int = 380) -> str:
    """The cost as the mean or the sum of those of the examples: equation (26)."""
    mean = r"\frac{1}{n} \sum_x C_x" if lesson.takes_mean else r"\sum_x C_x"
    if both := words_of_cost(lesson.cost).over_examples:
        right = in_colours(both[not lesson.takes_mean], colours)
        return rf"\begin{{aligned}} C &= {mean} \\ &= {right} \end{{aligned}}"
    one = cost_of_outputs(lesson.cost, colours, room).replace("{C}", "{C_x}", 1)
    return rf"\begin{{gathered}} C = {mean} \\ {one} \end{{gathered}}"


def reduced(
    lesson: Lesson,
    quantity: Quantity,
    values: Sequence[float],
    result: float,
    colours: Colours,
    room: int = 380,
) -> str:
    """The quantity as the mean or the sum of its values, one for each example; few of many.

    ``room`` is the width in pixels beyond which it is broken into lines.
    """
    total = terms(values, quantity.symbol, colours)
    if lesson.takes_mean:
        total = rf"\tfrac{{1}}{{{len(values)}}} \bigl( {total} \bigr)"
    return equal_to(quantity, total, values, result, colours, room)


def by_nudging(
    quantity: Quantity, above: float, below: float, slope: float, colours: Colours
) -> str:
    """dC by a weight or bias, from the costs where it is NUDGE higher, and lower.

    The costs have as many digits as their difference needs to have three.
    """
    digits = min(MOST_DIGITS, digits_to_tell([above, below], MOST_DIGITS) + 2)
    moved = coloured(quantity.latex, quantity.symbol, colours)
    costs = [coloured(latex_number(cost, digits), "C", colours) for cost in (above, below)]
    gradient = coloured(latex_number(slope), f"nabla_{quantity.symbol}", colours)
    letters = rf"\frac{{C({moved}+h) - C({moved}-h)}}{{2h}}"
    numbers = rf"\frac{{{costs[0]} - {costs[1]}}}{{{latex_number(2 * NUDGE)}}}"
    first, last = equals(above, below, digits=digits), equals(above, below, slope)
    lines = rf"&{letters} \\[0.9em] &{first} {numbers} \\[0.9em] &{last} {gradient}"
    return rf"\begin{{aligned}} {lines} \end{{aligned}}"
