"""Why a picture over a number ends where it does."""

from collections.abc import Sequence

from backprop.writing.text.numbers import short


def where_it_ends(what: str, dz: Sequence[float], taken: Sequence[float], cut: str) -> str:
    """Why ``what`` ends where the cost cannot be taken for all dz, in order; "" where it can.

    ``cut`` is the engine's refusal; the number that it got is that of one end only, and left out.
    """
    if not cut:
        return ""
    ends = [short(end) for end, last in ((taken[0], dz[0]), (taken[-1], dz[-1])) if end != last]
    return f"{what} ends at {' and '.join(ends)}: {cut.partition('; got')[0]}."
