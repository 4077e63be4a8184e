r"""Formulas with numbers, read as a visitor reads them: does what stands right of each sign hold?

A printed number stands for all that are so rounded: 0.501 for 0.5005 to 0.5015, and 0.5 for itself.
A side is worked out with them, and an address has its true value. Where the sign is =, both sides
must be the same to the last digit; where it is \approx, they must have numbers in common. A side in
letters, such as w^l_{jk}, says nothing of this network, and is passed over.
"""

import re

import numpy as np

from tests.claims.lines import lines_of
from tests.claims.ranges import Range
from tests.claims.reader import Reader
from tests.claims.spelling import SMALL
from tests.claims.truth import Truth


def in_text(number: str) -> str:
    """A number of a formula as a text has it, for instance −2.34×10⁻⁵."""
    mantissa, _, power = number.strip(" {}()").partition(r"{\times}10^{")
    power = f"×10{power.rstrip('}').translate(SMALL)}" if power else ""
    return mantissa.replace("-", "−") + power


def check(latex: str, truth: Truth, reader: type[Reader] = Reader) -> int:
    """Raise AssertionError where a sign of the formula is wrong; how many signs were looked at.

    A page with letters of its own has a ``reader`` that knows them.
    """
    count = 0
    for line in lines_of(latex):
        if not re.search(r"\d", re.sub(r"[\^_]\{[^}]*\}|[\^_]\w", "", line)):
            continue
        before: Range | None = None
        for sign, side in reader(line, truth).chain():
            if side is not None and before is not None and sign in ("=", "≈"):
                assert holds(before, sign, side), f"{sign} does not hold in {line}"
                count += 1
            before = side if side is not None else before
    return count


def holds(left: Range, sign: str, right: Range) -> bool:
    """Whether the sign between two sides is right."""
    if sign == "=":
        return bool(np.isclose(left.printed, right.printed, rtol=1e-9, atol=1e-300).all())
    slack = 1e-9 * np.minimum(np.maximum(np.abs(left.low), np.abs(right.low)), 1e300)
    return bool(((left.low <= right.high + slack) & (right.low <= left.high + slack)).all())
