"""What a step of gradient descent came to, in a sentence."""

from backprop.writing.text.numbers import digits_to_tell, with_digits


def how_cost_moved(before: float, after: float, flat: bool = False, rows: int = 0) -> str:
    """Where C went, with as many digits as it takes to see how far; ``flat``: no gradient but 0.

    C is the mean over so many ``rows`` of the table, or that of this example where it is 0.
    """
    cost = f"The mean C over all {rows} rows" if rows else "C"
    if before == after:
        why = "every gradient is 0" if flat else "the step was too short to move it"
        return f"{cost} stays at {with_digits(before, 3)}: {why}."
    digits = digits_to_tell([before, after], most=17)
    way = "down" if after < before else "up"
    return f"{cost} went {way} from {with_digits(before, digits)} to {with_digits(after, digits)}."
