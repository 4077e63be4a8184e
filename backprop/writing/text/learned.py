"""What a step of gradient descent came to, in a sentence."""

from backprop.engine import Network
from backprop.inputs.phrases import count_of
from backprop.writing.text.convention_words import cost_over_examples
from backprop.writing.text.numbers import short, told_apart


def how_cost_moved(
    network: Network, before: float, after: float, flat: bool = False, rows: int = 0
) -> str:
    """Where C went, with as many digits as it takes to see how far; ``flat``: no gradient but 0.

    C is taken over so many ``rows`` of the table, or is that of this example where it is 0.
    """
    name = cost_over_examples(network)
    cost = f"The {name} over {count_of(rows, 'row')} of the table" if rows else "C"
    if before == after:
        every = "every gradient" if network.learns_biases else "every weight's gradient"
        why = f": {every} is 0." if flat else " all the same."
        return f"{cost} stays at {short(before)}{why}"
    way = "down" if after < before else "up"
    here, there, _ = told_apart(before, after)
    return f"{cost} went {way} from {here} to {there}."
