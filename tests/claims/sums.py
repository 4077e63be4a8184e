r"""Sums and means with their numbers, of which only some are shown: C = 1 + 2 + \dots + 9 = 45."""

import math
import re
from collections.abc import Sequence

from tests.claims.claims import check_number, number_of
from tests.claims.lines import lines_of
from tests.claims.spelling import SMALL

_SHOWN = re.compile(r"([+-]?)\s*\{(-?\d[\d.]*)(?:\\times 10\^\{(-?\d+)\})?\}|\\dots")


def check_sum(latex: str, values: Sequence[float], share: int = 0, noise: float = 1e-12) -> None:
    """Raise AssertionError unless it is the sum of these, over ``share`` if it is a mean, with its result.

    ``noise`` is how far each may be off by rounding, beside the largest of them.
    """
    (line,) = lines_of(latex)
    _, first, terms, second, result = re.split(r"(=|\\approx)", line)
    if share:
        of, terms = re.fullmatch(r"\s*\\tfrac\{1\}\{(\d+)\}\s*\((.*)\)\s*", terms).groups()  # type: ignore[union-attr]
        assert int(of) == share
    shown = [*_SHOWN.finditer(terms)]
    dots = [n for n, one in enumerate(shown) if one[0] == r"\dots"]
    pairs = [*zip(shown, values, strict=False)]
    if dots:
        assert dots == [len(shown) - 2]
        pairs = [*pairs[: dots[0]], (shown[-1], values[-1])]
    else:
        assert len(shown) == len(values)
    room = noise * max(map(abs, values))
    for one, value in pairs:
        check_number(_text(one), value, room)
    (last,) = _SHOWN.finditer(result)
    check_number(_text(last), math.fsum(values) / (share or 1), room)
    printed = [number_of(_text(one)) for one, _ in pairs]
    if first == "=":
        for number, (_, value) in zip(printed, pairs, strict=True):
            assert math.isclose(number, value, rel_tol=1e-13, abs_tol=room), number
    if second == "=" and not dots:
        assert math.isclose(math.fsum(printed) / (share or 1), number_of(_text(last)), rel_tol=1e-9)


def _text(shown: re.Match[str]) -> str:
    """A number of a formula as a text has it: −2.34×10⁻⁵."""
    sign, mantissa, power = shown[1], shown[2], shown[3]
    minus = "−" if (sign == "-") != mantissa.startswith("-") else ""
    return minus + mantissa.lstrip("-") + (f"×10{power.translate(SMALL)}" if power else "")
