"""What is called otherwise where a network follows other conventions than the book's."""

from backprop.engine import Network

BIASES_ARE_0 = "The network here has no biases: in these lines each b is 0."
"""On a page whose equations are about biases, for a lesson that has none."""


def reduced(network: Network) -> str:
    """What becomes of the numbers of several examples: their "mean" or their "sum"."""
    return "mean" if network.takes_mean else "sum"


def cost_over_examples(network: Network) -> str:
    """What the cost over several examples is called."""
    return "mean C" if network.takes_mean else "total C"


def cost_in_words(network: Network) -> str:
    """The same at more length."""
    return "the mean cost" if network.takes_mean else "the sum of the costs"
