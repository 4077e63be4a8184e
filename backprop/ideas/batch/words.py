"""What the page says of a mini-batch: its examples, its step, and what that did to the cost."""

from collections.abc import Sequence

from backprop.engine import Network, Quantity
from backprop.ideas.batch.compute import Batch
from backprop.inputs.phrases import any_of, count_of
from backprop.writing.text.convention_words import cost_over_examples
from backprop.writing.text.numbers import exact

SIZE, ORDER, LAYER = "Batch size m", "Order", "Layer"
ORDERS = {"table": "as in the table", "shuffled": "shuffled"}
SHUFFLED = (
    "Usually the examples are shuffled anew for each epoch. Here the shuffled order stays the "
    "same, so that a link shows everybody the same batches."
)

AS_NOW = (
    "Each batch is shown with the weights as they are now. In an epoch the steps over the batches "
    "before it are taken first."
)

_MOST_NAMED = 6

_ONE = (
    "A batch of one example: the example goes forward and backward, and the step is made from "
    "its gradient alone."
)
_SEVERAL = (
    "Each of the {m} examples goes forward and backward by itself, all with the same weights. "
    "Their gradients are added up, and then the {moved} take one step."
)

TEXTS = {
    "epoch": "One epoch: every example once",
    "batch": "Batch {number}",
    "example": "Example {number}",
    "after": "then C: {cost}",
    "update": "The step over this batch",
    "adding": "What each example adds",
    "product": "The gradient of example {number}: its δ, and δ times its a",
    "value": "{name} = {value}",
    "take": "Take this step",
    "whole": "A whole epoch",
}
"""What the stage says, with places for names and numbers in braces."""


def texts(network: Network) -> dict[str, str]:
    """What the stage says, with places for names and numbers in braces."""
    return TEXTS | {"cost": f"{cost_over_examples(network)}: {{cost}}"}


def names(l: int, network: Network) -> dict[str, str]:
    """What the arrays of the step of layer l are called."""
    w, b, delta = (Quantity(symbol, l).text for symbol in ("w", "b", "delta"))
    a, rate = Quantity("a", l - 1).text, "η/m" if network.takes_mean else "η"
    return {
        "w": w,
        "b": b,
        "delta": delta,
        "a": a,
        "product": f"{delta} ({a})ᵀ",
        "sum_b": f"Σ {delta}",
        "sum_w": f"Σ {delta} ({a})ᵀ",
        "step_b": f"{rate} Σ {delta}",
        "step_w": f"{rate} Σ {delta} ({a})ᵀ",
        "after_b": f"{b} after",
        "after_w": f"{w} after",
    }


def named(batch: Batch) -> str:
    """The examples of a batch: "example 3", "examples 1 and 2"."""
    if len(batch) == 1:
        return f"example {batch[0]}"
    shown = [*batch[: _MOST_NAMED - 1], *batch[-1:]]
    if len(batch) <= _MOST_NAMED:
        return f"examples {any_of(map(str, batch), 'and')}"
    return f"examples {', '.join(map(str, shown[:-1]))} … {shown[-1]}"


def title(number: int, count: int, batch: Batch) -> str:
    """The heading of a batch."""
    return f"Batch {number} of {count}: {named(batch)}"


def sentence(batch: Batch, network: Network) -> str:
    """How the step over a batch is made."""
    moved = "weights and biases" if network.learns_biases else "weights"
    return (_ONE if len(batch) == 1 else _SEVERAL).format(m=len(batch), moved=moved)


def group(count: int) -> str:
    """What the batches of an epoch are, over the row of them."""
    return f"One epoch in {count_of(count, 'step')}"


def about(x: Sequence[float], y: Sequence[float]) -> str:
    """An example as a text: x → y."""
    return " → ".join(", ".join(map(exact, values)) for values in (x, y))
