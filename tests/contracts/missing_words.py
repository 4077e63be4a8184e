"""Which activations and costs the pages can say nothing of their own about."""

from backprop.engine import ACTIVATIONS, COSTS
from backprop.engine.output_pairs import PAIRS
from backprop.writing.text.activation_words import ACTIVATION_WORDS
from backprop.writing.text.cost_words import COST_WORDS, PAIR_WORDS


def missing_words() -> list[str]:
    """What has no record of words, such as "the activation softplus"; [] where all have one.

    A pair needs one where the slope cancels.
    """
    return [
        *(f"the activation {name}" for name in ACTIVATIONS if name not in ACTIVATION_WORDS),
        *(f"the cost {name}" for name in COSTS if name not in COST_WORDS),
        *(
            f"the {cost} of {activation} outputs"
            for (cost, activation), pair in PAIRS.items()
            if pair.cancels and (cost, activation) not in PAIR_WORDS
        ),
    ]
