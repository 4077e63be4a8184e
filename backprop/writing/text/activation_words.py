"""What is said about an activation function: one record for each, and what is true of any.

In the templates [weighted input z] stands for "weighted input z²", and what is in braces depends on
the step (see ``sentence``). At most 25 words each.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class ActivationWords:
    """The words for one activation function.

    ``noun`` is what it is called, ``kink`` what has two slopes where its slope jumps. The others
    are whole sentences: what the steps compute that apply it (``activation``), its slope, and the
    error of an output and of a hidden neuron (``error``, ``error_back``); ``driven`` is what comes
    of driving a neuron up or down by its bias.
    """

    noun: str
    activation: str = "{who} turns its [weighted input z] into its [activation a]."
    slope: str = "The [slope sigma_prime] says how fast [a] grows with [z]."
    error: str = (
        "{Outputs} [error delta] is how fast the cost changes with its activation, [nabla_a], "
        "times how fast the activation changes with z, [sigma_prime]."
    )
    error_back: str = (
        "{who} sums the next [errors delta_next], each times the [weight w_next] between, and "
        "multiplies by its [slope sigma_prime]: its [error delta]."
    )
    driven: str = "Where it is driven to decides σ′, and so its error δ and its weights' gradients."
    kink: str = "its activation"


_TO_AN_END = (
    "Drive it far up or down: σ′ goes to 0, and with it δ and the gradients of its weights."
)

ACTIVATION_WORDS = {
    "sigmoid": ActivationWords(
        noun="sigmoid",
        activation="{who} squeezes its [weighted input z] into the range from 0 to 1: "
        "its [activation a].",
        slope="The [slope sigma_prime] says how fast [a] grows with [z]: near 0 where a sigmoid "
        "is saturated, ¼ at most.",
        driven=_TO_AN_END,
    ),
    "tanh": ActivationWords(
        noun="tanh",
        activation="{who} squeezes its [weighted input z] into the range from −1 to 1: "
        "its [activation a].",
        slope="The [slope sigma_prime] says how fast [a] grows with [z]: near 0 where tanh is "
        "saturated, 1 at most.",
        driven=_TO_AN_END,
    ),
    "relu": ActivationWords(
        noun="relu",
        activation="{who} passes its [weighted input z] on where it is positive, and 0 where it is "
        "not: its [activation a].",
        slope="The [slope sigma_prime] says how fast [a] grows with [z]: 1 where [z] is positive, "
        "0 elsewhere.",
        error="{Outputs} [error delta] is how fast the cost changes with its activation, "
        "[nabla_a], and 0 where the slope [sigma_prime] is 0.",
        driven="Driven up, a relu keeps the slope 1; driven below z = 0 it is off, and its weights "
        "do not learn from this example.",
        kink="relu",
    ),
    "leaky-relu": ActivationWords(
        noun="leaky relu",
        activation="{who} passes its [weighted input z] on, only a hundredth of it where it is "
        "negative: its [activation a].",
        slope="The [slope sigma_prime] says how fast [a] grows with [z]: 1 where [z] is "
        "positive, 0.01 elsewhere.",
        driven="Driven below z = 0 a leaky relu keeps the slope 0.01: slow, but never off.",
        kink="leaky relu",
    ),
    "linear": ActivationWords(
        noun="linear function",
        activation="{who} passes its [weighted input z] on unchanged: its [activation a].",
        slope="The [slope sigma_prime] of a linear neuron is 1: [a] grows exactly as fast as [z].",
        error="A linear output has the slope [sigma_prime] = 1, so its [error delta] is just how "
        "fast the cost changes with its activation, [nabla_a].",
        error_back="{who} sums the next [errors delta_next], each times the [weight w_next] "
        "between; as [sigma_prime] is 1, this is its [error delta].",
        driven="A linear neuron never saturates: σ′ is 1 wherever it is driven.",
    ),
}
"""The words by the name of the activation."""


def words_of_activation(name: str) -> ActivationWords:
    """The words for this activation; where none are written, those that are true of any."""
    return ACTIVATION_WORDS.get(name) or ActivationWords(noun=name.replace("-", " "))
