"""Why an error is exactly 0, and where a cost has two slopes, in words."""

from backprop.engine import ACTIVATIONS, Quantity, Trace
from backprop.writing.text.activation_words import words_of_activation
from backprop.writing.text.numbers import short
from backprop.writing.text.zero_words import why_nothing_back


def at_kink(trace: Trace, l: int, j: int) -> Quantity | None:
    """The first weighted input at a kink that a change of z^l_j moves; None where there is none."""
    for layer in range(l, trace.network.L + 1):
        if ACTIVATIONS[trace.network.activation[layer]].kinked:
            places = [j] if layer == l else range(1, trace.network.sizes[layer - 1] + 1)
            for place in places:
                if trace.z[layer][place - 1, 0] == 0:
                    return Quantity("z", layer, place)
    return None


def why_zero(trace: Trace, l: int, j: int) -> str:
    """Why delta^l_j is 0: no slope, nothing that comes back to it, or too little for a float64."""
    activation = ACTIVATIONS[trace.network.activation[l]]
    z, name = float(trace.z[l][j - 1, 0]), Quantity("z", l, j).text
    noun = words_of_activation(activation.name).noun
    if activation.can_be_off and z < 0:
        return (
            f"this {noun} is off, as {name} = {short(z)} is below 0. "
            "It passes nothing on, so a small Δz changes nothing."
        )
    if activation.can_be_off and z == 0:
        return f"{name} = 0 is the kink of this {noun}, where its slope is taken to be 0."
    if trace.sigma_prime[l][j - 1, 0] == 0:
        return f"neuron {j} is so saturated that it does not respond to a small Δz."
    return f"{why_nothing_back(trace, l, j)}, so to first order a small Δz changes nothing."
