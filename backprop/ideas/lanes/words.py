"""What the page says of the five steps: their names, each array, and why it goes backward."""

from backprop.chapter.links import book_links
from backprop.engine import Network, Quantity
from backprop.engine.operations import operations
from backprop.ideas.lanes.compute import (
    BACKPROPAGATE,
    FEEDFORWARD,
    INPUT,
    OUTPUT,
    OUTPUT_ERROR,
    Computed,
)
from backprop.stage import StageStep
from backprop.writing.text.sentence import filled

NAMES = {
    INPUT: "Input",
    FEEDFORWARD: "Feedforward",
    OUTPUT_ERROR: "Output error",
    BACKPROPAGATE: "Backpropagate",
    OUTPUT: "Output",
}
"""The five steps as the book calls them."""
WAYS = {FEEDFORWARD: "→", BACKPROPAGATE: "←"}
"""The direction of a step that goes through the layers."""

TEXTS = {
    "lanes": "The five steps of the algorithm, layer by layer",
    "layer": "layer {l}",
    "value": "{name} = {value}",
    "unborn": "{name}, not computed yet",
    "empty": "no hidden layer: nothing to do",
}
"""What the stage says, with places for names and numbers in braces."""

_INPUT_TITLE = "The input a¹"
_INPUT_SENTENCE = "The example's x is taken as the [activations a] of layer 1."

NEEDS_HIDDEN = (
    "This network has no hidden layer, so step 4 has nothing to do: "
    "the output error is the only error there is."
)
WHY = "**Why backward?**"
_END = "C is one number, and it is known at the end only: so δ begins at the outputs."
_NEXT = (
    "δ² is made from δ³: a pass that comes from the left does not have it yet. "
    "Point at δ² before step 4 to see it."
)
_PASSES = (
    "One more pass forward shows what a change of *one* weight or bias does to C: {parameters:,} "
    "of them need {parameters:,} more passes. One pass backward gives all their slopes."
)
_PASSES_OF_WEIGHTS = (
    "One more pass forward shows what a change of *one* weight does to C: {parameters:,} "
    "of them need {parameters:,} more passes. One pass backward gives all their slopes."
)
_PASSES_OF_ONE = (
    "This network has *one* weight: one more pass forward shows what a change of it does to C, and "
    "one pass backward gives its slope."
)


def input_step() -> StageStep:
    """The first step: the input is set."""
    return StageStep(
        title=_INPUT_TITLE,
        tag="",
        group=str(INPUT),
        l=1,
        result=Quantity("a", 1).id,
        operands=[],
        sentence=filled(_INPUT_SENTENCE, {"a": "a¹"}),
    )


def why_backward(network: Network) -> str:
    """Why the errors are computed from the last layer to the first, as Markdown."""
    parameters = operations(network.sizes, network.has_biases).parameters
    of_weights = _PASSES_OF_ONE if parameters == 1 else _PASSES_OF_WEIGHTS
    passes = (_PASSES if network.has_biases else of_weights).format(parameters=parameters)
    return "\n\n".join([WHY, *([_END, _NEXT] if network.L > 2 else [_END]), passes])


def where_in_the_book(one: Computed) -> str:
    """Where the book has the equation of a step, as Markdown; "" where it has no number."""
    numbers = [n for n in one.step.equation.numbers if n.isalnum()] if one.step else []
    return f"{book_links(*numbers)} in the book" if numbers else ""
