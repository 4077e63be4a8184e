"""What is said of the examples of a table: which are left out, and the way to more."""

from collections.abc import Mapping

from backprop.inputs.phrases import with_minus

MAKE_EXAMPLES = "Make it four examples"
BACK_TO_ONE = "Back to one"
MADE_UP = "Example 1 is yours, the others are made up for this page."
ONE_EXAMPLE = "This lesson has one example."
_MOST_REASONS = 3


def left_out(refused: Mapping[int, str]) -> str:
    """Which examples are left out, and why; of many only the first few are named."""
    every = [f"Example {i} is left out: {with_minus(reason)}." for i, reason in refused.items()]
    more = len(every) - _MOST_REASONS
    rest = "So is 1 more." if more == 1 else f"So are {more} more."
    return "\n\n".join(every[:_MOST_REASONS] + [rest] * (more > 0))
