"""One plain sentence for each step, in pieces, so that a quantity can be written in its colour."""

import re

from backprop.engine import Network, Quantity, Step
from backprop.engine.equation import symbol_and_offset

Segments = list[tuple[str, str]]

_TOKEN = re.compile(r"\{(\w+)\}")

_ACTIVATION = {
    "sigmoid": "The sigmoid squeezes {z} into the range from 0 to 1: the activation {a}{so}",
    "tanh": "The tanh squeezes {z} into the range from −1 to 1: the activation {a}{so}",
    "relu": "The relu lets a positive {z} through and makes a negative one 0: the activation {a}{so}",
    "leaky-relu": "A positive {z} passes, of a negative one a hundredth: the activation {a}{so}",
    "linear": "A linear neuron passes {z} on as it is: the activation {a}{so}",
}
_SLOPE = {
    "sigmoid": "near 0 where the neuron is saturated, 0.25 at most.",
    "tanh": "near 0 where the neuron is saturated, 1 at most.",
    "relu": "1 where the neuron is on, 0 where it is off.",
    "leaky-relu": "1 where {z} is positive, 0.01 where it is not.",
    "linear": "1 everywhere.",
}
_COST = {
    "quadratic": "Half the squared distance from the outputs {a} to the wanted {y} is one number, "
    "the cost {C}: how wrong the network is.",
    "cross-entropy": "The cross-entropy {C} is 0 where the outputs {a} agree with the wanted {y}, "
    "and large where they are sure and wrong.",
}
_COST_GRADIENT = {
    "quadratic": "A small change of an output {a} changes {C} by {nabla_a} times as much: "
    "output minus wanted, {a} − {y}.",
    "cross-entropy": "A small change of an output {a} changes {C} by {nabla_a} times as much; "
    "huge where a sure output is wrong.",
}
_ERROR = (
    "The error {delta} is how fast {C} changes with {z}: through the output, {nabla_a}, times the "
    "slope, {sigma_prime}."
)
_ERROR_CANCELLED = (
    "With cross-entropy and sigmoids the slope cancels: the error {delta} is output minus wanted, "
    "{a} − {y}."
)
_ERROR_BACK = (
    "{who} gathers the errors {delta_next} of the next layer back through the weights {w_next}, "
    "times its slope {sigma_prime}: {delta}."
)


def title(step: Step) -> str:
    """What the step computes, as a heading: "The error of a hidden layer δ²"."""
    return f"{step.equation.title} {step.quantity.text}"


def sentence(step: Step, network: Network) -> Segments:
    """What the step does, as pieces (text, symbol): symbol is "" or that of the quantity named."""
    template = _template(step, network)
    layer = f"of layer {step.l}"
    who = f"Neuron {step.j} {layer}" if step.j else f"Each neuron {layer}"
    so = ", an output of the network." if step.l == network.L else ", which the next layer sees."
    text = template.replace("{who}", who).replace("{so}", so)
    pieces: Segments = []
    for index, piece in enumerate(_TOKEN.split(text)):
        if index % 2:
            quantity = _quantity(piece, step)
            pieces.append((quantity.text, quantity.symbol))
        elif piece:
            pieces.append((piece, ""))
    return pieces


def plain(segments: Segments) -> str:
    """The sentence as one text."""
    return "".join(text for text, _ in segments)


def _template(step: Step, network: Network) -> str:
    sigma = network.activation[step.l]
    match step.equation.symbol:
        case "z":
            return "{who} adds up {w} times {a_prev} and its bias {b}: the weighted input {z}."
        case "a":
            return _ACTIVATION[sigma]
        case "C":
            return _COST[network.cost]
        case "nabla_a":
            return _COST_GRADIENT[network.cost]
        case "sigma_prime":
            return "How steeply {a} answers a small change of {z}: {sigma_prime}, " + _SLOPE[sigma]
        case "delta" if step.l < network.L:
            return _ERROR_BACK
        case "delta":
            return _ERROR if "sigma_prime" in step.operands else _ERROR_CANCELLED
        case "nabla_b":
            return "A bias adds straight to {z}, so {C} changes with it as fast as with {z}: by {delta}."
    return "A weight's gradient is what comes in, {a_prev}, times the error where it goes, {delta}."


def _quantity(name: str, step: Step) -> Quantity:
    symbol, offset = symbol_and_offset(name)
    if symbol == "C":
        return Quantity("C")
    return Quantity(symbol, step.l + offset, None if offset else step.j)
