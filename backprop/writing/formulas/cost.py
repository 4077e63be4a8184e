"""The cost of one example in letters, and sums with their numbers: C = C_1 + C_2 = ..."""

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


def cost_of_outputs(cost: str, colours: Colours, room: int = 380) -> str:
    """The cost of one example as a function of the outputs: equation (27) for the quadratic one."""
    if own := words_of_cost(cost).of_outputs:
        return in_colours(own, colours)
    equation = output_pair(cost).cost
    return generic(equation.component or equation, colours, room)


def in_colours(formula: str, colours: Colours) -> str:
    """A formula in letters, <a^L_j> in the colour of a."""
    return re.sub("<((.).*?)>", lambda found: coloured(found[1], found[2], colours), formula)


def sum_of(
    quantity: Quantity, values: Sequence[float], total: float, colours: Colours, room: int = 380
) -> str:
    """The quantity as the sum of these values, of which many are not all shown."""
    right = terms(values, quantity.symbol, colours)
    return equal_to(quantity, right, values, total, colours, room)


def equal_to(
    quantity: Quantity,
    right: str,
    values: Sequence[float],
    value: float,
    colours: Colours,
    room: int,
) -> str:
    """The quantity, a formula of these values, and its own value, broken where it is wider."""
    left = coloured(quantity.latex, quantity.symbol, colours)
    result = coloured(latex_number(value), quantity.symbol, colours)
    lines: Lines = lines_of(left, right, em(room), equals(*values))
    return aligned([*lines, ("", f"{equals(*values, value)} {result}")])


def terms(values: Sequence[float], symbol: str, colours: Colours) -> str:
    """g_1 + ... + g_n with numbers in the colour of the symbol; of many only a few are shown."""
    shown = [_term(value, i > 0, symbol, colours) for i, value in enumerate(values)]
    if len(shown) > MOST_TERMS:
        shown = [*shown[: MOST_TERMS - 2], r"+ \dots", shown[-1]]
    return " ".join(shown)


def _term(value: float, follows: bool, symbol: str, colours: Colours) -> str:
    """One term of a sum, with the sign that stands before it there."""
    if not follows:
        return coloured(latex_number(value), symbol, colours)
    return f"{'-' if value < 0 else '+'} {coloured(latex_number(abs(value)), symbol, colours)}"
