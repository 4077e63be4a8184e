"""What comes of driving one neuron, in words, and what its slider and the rows are called."""

from collections.abc import Sequence

from backprop.engine import ACTIVATIONS, Network, Quantity, Trace
from backprop.engine.output_pairs import slope_counts
from backprop.ideas.tell.compute import end_of
from backprop.writing.text.activation_words import words_of_activation
from backprop.writing.text.cost_words import words_of_pair
from backprop.writing.text.ending import where_it_ends
from backprop.writing.text.numbers import NARROW, short
from backprop.writing.text.sentence import Segments, filled

_DRIVEN = {
    "top": (
        "[z], [a]. Slope [sigma_prime] of at most {most}, ▲ saturated at the top. "
        "Error [delta], largest gradient of its weights [nabla_w]."
    ),
    "bottom": (
        "[z], [a]. Slope [sigma_prime] of at most {most}, ▼ saturated at the bottom. "
        "Error [delta], largest gradient of its weights [nabla_w]."
    ),
    "off": (
        "[z], [a]. Slope [sigma_prime] of at most {most}, ∅ off. "
        "Error [delta], largest gradient of its weights [nabla_w]."
    ),
    "flat": (
        "[z], [a]. Slope [sigma_prime] of at most {most}, ◢ on its flat side. "
        "Error [delta], largest gradient of its weights [nabla_w]."
    ),
    "": (
        "[z], [a]. Slope [sigma_prime] of at most {most}. "
        "Error [delta], largest gradient of its weights [nabla_w]."
    ),
}
"""By the end at which the neuron is saturated."""


def driven(trace: Trace, l: int, j: int) -> Segments:
    """The numbers of one neuron from its weighted input to the gradients of its weights."""

    def equation(symbol: str) -> str:
        quantity = Quantity(symbol, l, j)
        number = short(float(trace.value(quantity).flat[0]))
        return f"{quantity.text}{NARROW}={NARROW}{number}"

    most = short(ACTIVATIONS[trace.network.activation[l]].steepest)
    texts = {symbol: equation(symbol) for symbol in ("z", "a", "sigma_prime", "delta")}
    gradient = short(float(abs(trace.nabla_w[l][j - 1]).max()))
    template = _DRIVEN[end_of(trace, l, j)].format(most=most)
    return filled(template, texts | {"nabla_w": gradient})


def ending(every: Sequence[float], taken: Sequence[float], cut: str) -> str:
    """Where and why the slider ends before all its positions are taken; "" where it does not."""
    return where_it_ends("The slider", every, taken, cut)


def when_driven(trace: Trace, l: int, j: int) -> str:
    """What comes of driving a neuron up or down by its bias: it depends on its activation."""
    network, name = trace.network, trace.network.activation[l]
    if slope_counts(network, l) or not ACTIVATIONS[name].saturates:
        return words_of_activation(name).driven
    return words_of_pair(network).driven.format(j=j)


def slider_label(network: Network, l: int, j: int) -> str:
    """What the slider adds to: the bias of the neuron, or its weighted input where it has none."""
    return f"Added to {_driven_by(network, l, j)}"


def push_label(network: Network, l: int, j: int) -> str:
    """What is added to that."""
    return f"Δ{_driven_by(network, l, j)}"


def _driven_by(network: Network, l: int, j: int) -> str:
    return Quantity("b" if network.has_biases else "z", l, j).text


def largest_label(l: int) -> str:
    """What the cell with a layer's largest gradient is called; its sign is left out."""
    return f"largest |{Quantity('nabla_w', l).text}|"


def row_label(l: int, trace: Trace) -> str:
    """The layer of a row, with its activation."""
    return f"Layer {l}, {trace.network.activation[l]}"
