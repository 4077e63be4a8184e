"""What is said of the examples of a table: which are left out, and the way to more."""

from collections.abc import Mapping

MAKE_EXAMPLES = "Make it four examples"
_MOST_REASONS = 3


def left_out(refused: Mapping[int, str]) -> str:
    """Which examples are left out, and why; of many only the first few are named."""
    every = [f"Example {i} is left out: {reason}." for i, reason in refused.items()]
    more = len(every) - _MOST_REASONS
    return "\n\n".join(every[:_MOST_REASONS] + [f"So are {more} more."] * (more > 0))
