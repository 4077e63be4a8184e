"""The rule of gradient descent (16, 17) as formulas: in letters, and with numbers put in."""

from backprop.engine.quantity import Quantity, quantity_latex
from backprop.writing.formulas.lines import aligned, lines_of
from backprop.writing.formulas.palette import Colours, coloured
from backprop.writing.formulas.width import em
from backprop.writing.text.numbers import digits_to_tell, equals, latex_number

_INDICES = {"w": ("l", "j", "k"), "b": ("l", "j")}


def rule(symbol: str, colours: Colours) -> str:
    """The rule for "w" or "b" in letters: w -> w' = w - eta dC/dw."""
    indices = _INDICES[symbol]
    old = coloured(quantity_latex(symbol, *indices), symbol, colours)
    slope = coloured(quantity_latex(f"nabla_{symbol}", *indices), f"nabla_{symbol}", colours)
    return rf"{old} \to {old} - \eta\, {slope}"


def with_numbers(
    quantity: Quantity, value: float, gradient: float, eta: float, after: float, colours: Colours,
    selected: bool = False, room: int = 380,
) -> str:  # fmt: skip
    """The rule for one weight or bias: its letters, and then its numbers.

    ``room`` is the width in pixels beyond which it is broken into lines.
    """
    symbol = quantity.symbol
    slope = Quantity(f"nabla_{symbol}", quantity.l, quantity.j, quantity.k)
    own = rf"\boxed{{{quantity.latex}}}\," if selected else quantity.latex
    digits = digits_to_tell([value, after], most=9)
    left = rf"{coloured(own, symbol, colours)} \to"
    small = slope.latex.replace(r"\frac", r"\tfrac")
    letters = rf"{coloured(quantity.latex, symbol, colours)} - \eta\, "
    letters += coloured(small, slope.symbol, colours)
    numbers = [
        coloured(latex_number(value, digits), symbol, colours),
        latex_number(eta),
        coloured(latex_number(gradient, parentheses=True), slope.symbol, colours),
    ]
    first = lines_of("", rf"{numbers[0]} - {numbers[1]} \cdot {numbers[2]}", em(room))
    result = coloured(latex_number(after, digits), symbol, colours)
    return aligned(
        [("", rf"{left} {letters}"), *first, ("", f"{equals(after, digits=digits)} {result}")]
    )
