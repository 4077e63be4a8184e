"""The sentences of the steps, as templates: [weighted input z] stands for "weighted input z²".

The last word in brackets names an operand or a result as the equations do (a_prev, w_next), and
gives the words their colour. What is in braces depends on the step (see ``sentence``). At most 35
words each. Those about an activation or a cost stand with its other words.
"""

from backprop.engine import Network
from backprop.engine.four_equations import uses_slope
from backprop.writing.text.activation_words import words_of_activation
from backprop.writing.text.cost_words import words_of_cost, words_of_pair

_WEIGHTED = (
    "{who} multiplies each [{input} a_prev] by the [weight w] of its connection, adds the "
    "products and its [bias b]: its [weighted input z]."
)
_WEIGHTED_ONE = (
    "{who} multiplies the [{input} a_prev] by the [weight w] of its connection and adds its "
    "[bias b]: its [weighted input z]."
)
_WITHOUT_BIAS = (
    "{who} multiplies each [{input} a_prev] by the [weight w] of its connection and adds the "
    "products: its [weighted input z]."
)
_WITHOUT_BIAS_ONE = (
    "{who} multiplies the [{input} a_prev] by the [weight w] of its connection: its "
    "[weighted input z]."
)
_BIASES = (
    "As a bias just adds to z, the cost changes with it, [nabla_b], as fast as with z: by the "
    "[error delta]; learning moves it the other way."
)
_FIXED = (
    "As a bias just adds to z, the cost changes with it, [nabla_b], as fast as with z: by the "
    "[error delta]. Here learning leaves the biases as they are."
)
_WEIGHTS = (
    "How fast the cost changes with a weight, [nabla_w], is the [{input} a_prev] that it "
    "multiplies times the [error delta] it leads to; learning moves it the other way."
)


def wording(symbol: str, network: Network, l: int) -> str:
    """The template for the quantity that a step of layer l computes; for the cost l is L."""
    activation, cost = words_of_activation(network.activation[l]), words_of_cost(network.cost)
    match symbol:
        case "z":
            one = network.sizes[l - 2] == 1
            if network.has_biases:
                return _WEIGHTED_ONE if one else _WEIGHTED
            return _WITHOUT_BIAS_ONE if one else _WITHOUT_BIAS
        case "a":
            return activation.activation
        case "C":
            return cost.cost
        case "nabla_a":
            return cost.gradient
        case "sigma_prime":
            return activation.slope
        case "delta" if l < network.L:
            one = network.sizes[l] == 1
            return activation.error_back_one if one else activation.error_back
        case "delta":
            return activation.error if uses_slope(network, l) else words_of_pair(network).error
        case "nabla_b":
            return _BIASES if network.learns_biases else _FIXED
    return _WEIGHTS
