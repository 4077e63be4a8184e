"""The sentences of the steps, as templates: [weighted input z] stands for "weighted input z²".

The last word in brackets names an operand or a result as the equations do (a_prev, w_next), and
gives the words their colour. What is in braces depends on the step (see ``sentence``). At most 25
words each. Those about an activation or a cost stand with its other words.
"""

from backprop.engine import Network
from backprop.engine.four_equations import uses_slope
from backprop.writing.text.activation_words import words_of_activation
from backprop.writing.text.cost_words import words_of_cost, words_of_pair

_WEIGHTED = (
    "{who} multiplies each [{input} a_prev] by its [weight w] and adds the products and its "
    "[bias b]: its [weighted input z]."
)
_BIASES = (
    "A bias adds straight to the weighted input, so how fast the cost changes with it, [nabla_b], "
    "is the [error delta] itself."
)
_WEIGHTS = (
    "How fast the cost changes with a weight, [nabla_w], is the [{input} a_prev] that enters it "
    "times the [error delta] where it ends."
)


def wording(symbol: str, network: Network, l: int) -> str:
    """The template for the quantity that a step of layer l computes; for the cost l is L."""
    activation, cost = words_of_activation(network.activation[l]), words_of_cost(network.cost)
    match symbol:
        case "z":
            return _WEIGHTED
        case "a":
            return activation.activation
        case "C":
            return cost.cost
        case "nabla_a":
            return cost.gradient
        case "sigma_prime":
            return activation.slope
        case "delta" if l < network.L:
            return activation.error_back
        case "delta":
            return activation.error if uses_slope(network, l) else words_of_pair(network).error
        case "nabla_b":
            return _BIASES
    return _WEIGHTS
