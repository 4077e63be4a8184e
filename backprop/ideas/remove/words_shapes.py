"""An equation that may be wrong: the shape under each factor, where two do not meet, its pictures.

The numbers that ought to be equal are put in boxes; a sentence says the same in words.
"""

from dataclasses import replace

from backprop.engine import Quantity
from backprop.engine.equation import operand_at
from backprop.engine.expression import Misfit, Shape, operand_in
from backprop.engine.outputs import LARGEST
from backprop.engine.template import Group, Node, Ref
from backprop.engine.template_latex import latex, latex_of_parts
from backprop.ideas.remove.compute_faulty_backward import AppliedEquation
from backprop.inputs.phrases import count_of
from backprop.writing.formulas.brackets import underbrace
from backprop.writing.formulas.lines import aligned
from backprop.writing.formulas.palette import Colours, coloured
from backprop.writing.formulas.width import em, width, wrap
from backprop.writing.text.numbers import short
from backprop.writing.text.plaintext import text_at

_Boxes = tuple[bool, bool]
"""Whether the rows, and whether the columns, are in a box."""

AS_WRITTEN = "the equation as it is written now"
TOO_LARGE = short(LARGEST)
DIFFERENCE = "now − true"
WRONG_SIGN = {"sign": "±", "words": "wrong sign"}
"""The mark of a number with the wrong sign."""


def fitted(applied: AppliedEquation, colours: Colours, room: int = 380) -> str:
    """The equation with its layer numbers and shapes; what does not meet is in boxes."""
    side = _shaped(applied, colours)
    start = _result(applied, colours)
    first, *rest = wrap(side, em(room) - width(f"{start} ="), em(room) - 3)
    return aligned([(start, f"= {first}"), *(("", rf"\quad {line}") for line in rest)])


def misfit_sentence(applied: AppliedEquation) -> str:
    """Which two shapes do not meet, in a sentence; "" where all fit."""
    misfit = applied.misfit
    if misfit is None:
        return ""
    left, right = (in_text(part.node, applied) for part in (misfit.left, misfit.right))
    (n, m), (p, q) = misfit.left.shape, misfit.right.shape
    if misfit.kind == "product":
        rows = count_of(p, "row")
        if m == 1:
            return f"{left} is {n}×{m} and {right} is {p}×{q}: 1 column meets {rows}."
        return f"{left} is {n}×{m} and {right} is {p}×{q}: {m} columns meet {rows}."
    if misfit.kind == "elementwise":
        return f"{left} is {n}×{m} and {right} is {p}×{q}: ⊙ needs two of the same shape."
    if (n, m) == (q, p):
        return (
            f"{left} comes out {n}×{m}, but {right} is {p}×{q}: "
            "rows and columns have changed places."
        )
    return f"{left} comes out {n}×{m}, but {right} is {p}×{q}."


def in_text(node: Node, applied: AppliedEquation) -> str:
    """A part of the equation that was applied as plain text, with its layer numbers: (w³)ᵀ δ³."""
    bare = node.body if isinstance(node, Group) and node.size else node
    return text_at(bare, applied.l)


def _in_boxes(node: Node, misfit: Misfit | None) -> tuple[Shape, _Boxes] | None:
    """The shape of a part that does not meet another, and what of it is in a box."""
    if misfit:
        product = misfit.kind == "product"
        if node is misfit.left.node:
            return misfit.left.shape, (False, True) if product else _differing(misfit)
        if node is misfit.right.node:
            return misfit.right.shape, (True, False) if product else _differing(misfit)
    return None


def _differing(misfit: Misfit) -> _Boxes:
    (n, m), (p, q) = misfit.left.shape, misfit.right.shape
    return n != p, m != q


def _result(applied: AppliedEquation, colours: Colours) -> str:
    """The left-hand side, with the shape that it must have."""
    misfit = applied.misfit
    boxed = _differing(misfit) if misfit and misfit.kind == "result" else (False, False)
    latex = coloured(applied.quantity.latex, applied.quantity.symbol, colours)
    return _under(latex, applied.shape, boxed)


def _shaped(applied: AppliedEquation, colours: Colours) -> str:
    """The right-hand side with the shape under each operand and under what does not fit."""

    def letters(node: Node) -> str | None:
        if not isinstance(node, Ref):
            return None
        quantity = operand_at(node.name, applied.l)
        return coloured(quantity.latex, quantity.symbol, colours)

    def shaped(node: Node) -> str | None:
        operand = operand_in(node)
        boxes = _in_boxes(node, applied.misfit)
        formula = latex(node, letters) if operand else latex_of_parts(_flat(node), shaped)
        if boxes:
            return _under(formula, *boxes)
        return _under(formula, applied.shape_of(node)) if operand else formula

    return latex(applied.equation.right, shaped)


def _flat(node: Node) -> Node:
    """In brackets that do not grow."""
    return replace(node, size="") if isinstance(node, Group) else node


def _under(latex: str, shape: Shape, boxed: _Boxes = (False, False)) -> str:
    sizes = [
        rf"\boxed{{\scriptstyle {n}}}" if box else str(n)
        for n, box in zip(shape, boxed, strict=True)
    ]
    return underbrace(latex, r"\times ".join(sizes))


def true_label(signs: bool, convention: bool) -> str:
    """The row of the true result; ``signs`` says whether wrong signs are marked.

    With a ``convention`` the sign is not wrong, but another.
    """
    if convention:
        return "and with the sign that the book has"
    return "and the true one; ± marks a wrong sign" if signs else "and the true one"


def single_weight(mistakes: bool) -> str:
    """Equation 32 at one weight, which holds with mistakes elsewhere, too."""
    return "the true ∂C/∂w = aᵢₙ δₒᵤₜ" if mistakes else "∂C/∂w = aᵢₙ δₒᵤₜ"


def now_name(quantity: Quantity) -> str:
    """The result as it comes out now."""
    return f"{quantity.text} now"


def true_name(quantity: Quantity, convention: bool) -> str:
    """The true result, which by another convention is that of the book."""
    return f"{quantity.text} in the book" if convention else f"{quantity.text} true"
