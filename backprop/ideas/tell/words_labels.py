"""What the stage of part "tell" calls its slider and its rows, and what stands below the panel."""

from backprop.engine import Quantity, Trace
from backprop.ideas.tell.words_signs import SIGNS, marks

LARGEST = "largest"
ANY_ACTIVATION = (
    "The four equations hold for any activation, so one can be chosen that does not saturate: "
    "under **Activation** in the sidebar, where *one per layer* gives each layer its own."
)
_HINT = "Click another neuron to drive that one; an input has no bias."


def slider_label(l: int, j: int) -> str:
    """What the slider adds to."""
    return f"Added to {Quantity('b', l, j).text}"


def push_label(l: int, j: int) -> str:
    """What is added to the bias of the neuron."""
    return f"Δ{Quantity('b', l, j).text}"


def row_label(l: int, trace: Trace) -> str:
    """The layer of a row, with its activation."""
    return f"Layer {l}, {trace.network.activation[l]}"


def key_of_signs(trace: Trace) -> str:
    """The signs that there are in this network, and how to drive another neuron, as Markdown."""
    there = {mark["sign"] for mark in marks(trace).values()}
    signs = [f"{sign} {words}" for sign, words in SIGNS.values() if sign in there]
    return "\n\n".join(filter(None, [" · ".join(signs), _HINT]))
