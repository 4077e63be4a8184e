"""What kind of product each of the four equations has, and why, in a few words for each."""

from backprop.chapter.links import book_links
from backprop.engine import Network, Step
from backprop.engine.four_equations import uses_slope
from backprop.writing.text.cost_words import words_of_pair
from backprop.writing.text.sentence import Segments, in_pieces

EQUATION, LAYER = "Equation", "Layer"
"""The labels of the two choices."""
NEEDS_HIDDEN_LAYER = "BP2 is about hidden layers, and this network has none."
FOR_HIDDEN_LAYERS = "for hidden layers"
TWO_PRODUCTS = (
    "**⊙** multiplies entry by entry, each neuron with itself; "
    "a **matrix product** brings two layers together."
)

_WHY = {
    "BP1a": "Each output has two numbers of its own, [nabla_a] and [sigma_prime]. "
    "They meet entry by entry: ⊙.",
    "BP2": "First a matrix product mixes the [errors delta_next] through the [weights w_next]. "
    "Then ⊙: each neuron's sum times its own [slope sigma_prime].",
    "BP3": "Neither: a neuron has one bias and one [error delta], and no sum is to be made.",
    "BP4": "Each [activation a_prev] meets each [error delta], once for every weight: "
    "a column times a row, which is a matrix product.",
}


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
