"""Which products each of the four equations has, and why: marked in formulas, named, in words."""

from backprop.chapter.links import book_links
from backprop.engine import Network, Step
from backprop.engine.equation import operand_at
from backprop.engine.expression import worked_out
from backprop.engine.four_equations import uses_slope
from backprop.engine.template import Hadamard, Node, Operation, Product, Ref, Transpose
from backprop.engine.template_latex import latex
from backprop.ideas.places.compute import right_hand_side
from backprop.writing.formulas.brackets import underbrace
from backprop.writing.formulas.palette import Colours, coloured
from backprop.writing.text.cost_words import words_of_pair
from backprop.writing.text.plaintext import text_at
from backprop.writing.text.sentence import Segments, in_pieces

EQUATION, LAYER = "Equation", "Layer"
"""The labels of the two choices."""
NEEDS_HIDDEN_LAYER = "BP2 is about hidden layers, and this network has none."
FOR_HIDDEN_LAYERS = "for hidden layers"
WITHOUT_BIASES = "BP3 is about biases, and this network has none."
FOR_BIASES = "for biases"
TWO_PRODUCTS = (
    "**⊙** multiplies two numbers of the same neuron; "
    "a **matrix product** brings two layers together."
)

_WHY = {
    "BP1a": "Each output has two numbers of its own, [nabla_a] and [sigma_prime]. "
    "They are multiplied entry by entry: ⊙.",
    "BP2": "First a matrix product adds up, for each neuron, the [errors delta_next] times the "
    "[weights w_next] that lead there. Then ⊙: this sum times the neuron's [slope sigma_prime].",
    "BP3": "Neither: a neuron has one bias and one [error delta], and there is nothing to add up.",
    "BP4": "Each [error delta] times each [activation a_prev], once for every weight: "
    "a column times a row, which is a matrix product.",
}

NO_PRODUCT = "No product"
"""The label of a row without any."""


def equation_title(name: str) -> str:
    """An equation's number with the link to the book, as Markdown."""
    return f"**{book_links(name)}**"


def why_no_product(name: str) -> str:
    """Why an equation has no product here, in few words."""
    return "the slope cancels: no ⊙ is left" if name == "BP1a" else "no product"


def why(step: Step, network: Network) -> Segments:
    """Which product the equation of this step has, or why it has none.

    Raises KeyError for a step that is none of the four equations.
    """
    cancelled = step.equation.name == "BP1a" and not uses_slope(network, step.l)
    return in_pieces(
        words_of_pair(network).product if cancelled else _WHY[step.equation.name], step
    )


def underbraced(step: Step, colours: Colours) -> str:
    """The equation with each Hadamard product and each matrix product over its name and shapes.

    Raises ValueError for a step whose equation has more in it than products and sums.
    """
    left = coloured(step.quantity.latex, step.quantity.symbol, colours)
    return f"{left} = {_marked(right_hand_side(step.equation), step, colours)}"


def term_text(node: Node, step: Step) -> str:
    """A part of the equation as plain text, for instance (w³)ᵀ δ³."""
    return text_at(node, step.l)


def shapes_text(operation: Operation, step: Step) -> str:
    """The shapes of what is combined, for instance (4×2)(2×1) or (4×1) ⊙ (4×1)."""
    sign = "" if isinstance(operation, Product) else f" {operation.sign} "
    return sign.join(
        "({}×{})".format(*worked_out(side, step.operands).shape)
        for side in (operation.left, operation.right)
    )


def row_label(operation: Operation, step: Step) -> str:
    """The product of a row of pictures and its shapes, or that it is a difference."""
    label = f"{product_name(operation) or 'Difference'}, {shapes_text(operation, step)}"
    return f"{label[0].upper()}{label[1:]}"


def product_name(operation: Operation) -> str:
    """What it is called: "Hadamard product", "matrix product" or "outer product"; "" for a sum.

    A column times a row is called an outer product.
    """
    if isinstance(operation, Product):
        return "outer product" if isinstance(operation.right, Transpose) else "matrix product"
    return "Hadamard product" if isinstance(operation, Hadamard) else ""


def _marked(right: Node, step: Step, colours: Colours) -> str:
    def own(node: Node) -> str | None:
        if isinstance(node, Ref):
            address = operand_at(node.name, step.l)
            return coloured(address.latex, address.symbol, colours)
        if not isinstance(node, Operation):
            return None
        between = r" \, " if isinstance(node, Product) else node.between
        body = between.join(latex(side, own) for side in (node.left, node.right))
        body = body if node is right else f"({body})"
        return underbrace(body, _label(node, step)) if product_name(node) else body

    return latex(right, own)


def _label(operation: Operation, step: Step) -> str:
    shapes = shapes_text(operation, step).replace("×", r"\times ").replace("⊙", r"\odot")
    return rf"\large \substack{{\text{{{product_name(operation)}}}\\ {shapes}}}"
