"""What a step of gradient descent came to, in a sentence."""

import math

from backprop.writing.numbers import minus, rounded


def how_cost_moved(before: float, after: float, flat: bool = False) -> str:
    """Where C went, with as many digits as it takes to see how far; ``flat``: no gradient but 0."""
    if before == after:
        why = "every gradient is 0" if flat else "the step was too short to move it"
        return f"C stays at {with_digits(before, 3)}: {why}."
    size = max(before, after) / abs(after - before)
    digits = min(17, max(3, math.ceil(math.log10(size)) + 1))
    way = "down" if after < before else "up"
    return f"C went {way} from {with_digits(before, digits)} to {with_digits(after, digits)}."


def with_digits(number: float, digits: int) -> str:
    """As text with so many significant digits."""
    mantissa, power = rounded(number, digits)
    return minus(f"{mantissa}e{power}" if power else mantissa)
