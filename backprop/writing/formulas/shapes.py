"""The matrix equation of a step with the shape of each array: the way to see that they fit."""

from backprop.engine import Step
from backprop.engine.equation import operand_at
from backprop.writing.formulas.brackets import underbrace
from backprop.writing.formulas.lines import aligned
from backprop.writing.formulas.matrices import is_awkward, oriented, right_side
from backprop.writing.formulas.palette import Colours, coloured
from backprop.writing.formulas.width import em, width, wrap


def shapes(step: Step, colours: Colours, room: int = 380) -> str:
    """The matrix equation in letters, each array with its shape under it; empty for a component.

    For instance \\underbrace{w^{3}}_{2\\times 4}\\underbrace{a^{2}}_{4\\times 1}.
    """
    equation = step.equation
    if equation.component is None:
        return ""
    awkward = is_awkward(equation)

    def array(name: str, turned: bool = False) -> str:
        quantity = operand_at(name, step.l)
        latex = coloured(quantity.latex, quantity.symbol, colours)
        if turned:
            latex = f"({latex})^T"
        shape = r"\times ".join(map(str, oriented(step, name, turned).shape))
        bare = not shape or (awkward and name in step.operands)
        return latex if bare else underbrace(latex, shape)

    left = array(equation.symbol)
    first, *rest = wrap(right_side(step, array), em(room) - width(f"{left} ="), em(room) - 3)
    return aligned([(left, f"= {first}"), *(("", rf"\quad {line}") for line in rest)])
