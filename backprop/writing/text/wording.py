"""The sentences of the steps, as templates: [weighted input z] stands for "weighted input z²".

The last word in brackets names an operand or a result as the equations do (a_prev, w_next), and
gives the words their colour. What is in braces depends on the step (see ``sentence``). At most 25
words each.
"""

_WEIGHTED = (
    "{who} adds up the [{inputs} a_prev] that reach it, each times its [weight w], and its own "
    "[bias b]: [z]."
)
_ACTIVATION = {
    "sigmoid": "{who} squeezes its [weighted input z] into the range from 0 to 1: "
    "its [activation a].",
    "tanh": "{who} squeezes its [weighted input z] into the range from −1 to 1: "
    "its [activation a].",
    "relu": "{who} passes its [weighted input z] on where it is positive, and 0 where it is not: "
    "its [activation a].",
    "leaky-relu": "{who} passes its [weighted input z] on, only a hundredth of it where it is "
    "negative: its [activation a].",
    "linear": "{who} passes its [weighted input z] on unchanged: its [activation a].",
}
_COST = {
    "quadratic": "The [cost C] is half the squared distance between the [outputs a] and the "
    "[desired outputs y]: how wrong the network is.",
    "cross-entropy": "The cross-entropy [cost C] is smallest where the [outputs a] equal the "
    "[desired outputs y]; what is sure and wrong costs most.",
}
_COST_GRADIENT = {
    "quadratic": "[nabla_a] says how fast the [cost C] grows with {output}: for the quadratic "
    "cost, [a] minus the desired [y].",
    "cross-entropy": "[nabla_a] says how fast the [cost C] grows with {output}, [a]: very fast "
    "where a sure [a] is wrong.",
}
_SLOPE = {
    "sigmoid": "The [slope sigma_prime] says how fast [a] grows with [z]: near 0 where a sigmoid "
    "is saturated, ¼ at most.",
    "tanh": "The [slope sigma_prime] says how fast [a] grows with [z]: near 0 where tanh is "
    "saturated, 1 at most.",
    "relu": "The [slope sigma_prime] says how fast [a] grows with [z]: 1 where [z] is positive, "
    "0 elsewhere.",
    "leaky-relu": "The [slope sigma_prime] says how fast [a] grows with [z]: 1 where [z] is "
    "positive, 0.01 elsewhere.",
    "linear": "The [slope sigma_prime] of a linear neuron is 1: [a] grows exactly as fast as [z].",
}
_ERROR = {
    "": "{Outputs} [error delta] is how fast the cost changes with its activation, [nabla_a], "
    "times how fast the activation changes with z, [sigma_prime].",
    "linear": "A linear output has the slope [sigma_prime] = 1, so its [error delta] is just how "
    "fast the cost changes with its activation, [nabla_a].",
    "relu": "{Outputs} [error delta] is how fast the cost changes with its activation, [nabla_a], "
    "where the slope [sigma_prime] is 1, and else 0.",
    "cancelled": "With the cross-entropy the slope [sigma_prime] of a sigmoid cancels: "
    "{outputs} [error delta] is simply [a] minus the desired [y].",
}
_ERROR_BACK = {
    "": "{who} collects the next [errors delta_next] through the [weights w_next], and its "
    "[slope sigma_prime] times that sum is its [error delta].",
    "linear": "{who} collects the next [errors delta_next] through the [weights w_next]; its "
    "[slope sigma_prime] is 1, so the sum is [delta].",
    "relu": "{who} collects the next [errors delta_next] through the [weights w_next]: its "
    "[error delta] where its [slope sigma_prime] is 1, else 0.",
}
_BIASES = (
    "A bias adds straight to the weighted input, so how fast the cost changes with it, [nabla_b], "
    "is the [error delta] itself."
)
_WEIGHTS = (
    "How fast the cost changes with a weight, [nabla_w], is the [{input} a_prev] that enters it "
    "times the [error delta] where it ends."
)


def wording(symbol: str, activation: str, cost: str, output: bool, cancelled: bool) -> str:
    """The template for the quantity that a step computes.

    ``output`` says whether it is in the output layer, ``cancelled`` whether the slope drops out of
    the error there.
    """
    match symbol:
        case "z":
            return _WEIGHTED
        case "a":
            return _ACTIVATION[activation]
        case "C":
            return _COST[cost]
        case "nabla_a":
            return _COST_GRADIENT[cost]
        case "sigma_prime":
            return _SLOPE[activation]
        case "delta" if output:
            return _ERROR["cancelled" if cancelled else activation if activation in _ERROR else ""]
        case "delta":
            return _ERROR_BACK.get(activation, _ERROR_BACK[""])
        case "nabla_b":
            return _BIASES
    return _WEIGHTS
