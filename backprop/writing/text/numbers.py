"""Numbers as people read them: short in a cell, exact when selected, and as a formula.

A number that was rounded keeps its last zeros, and one that is printed in full does not: 0.5 is one
half, 0.500 is close to it, and 1.00 is an activation that is not quite 1.
"""

import math
from collections.abc import Iterable, Sequence
from decimal import ROUND_HALF_UP, Context, Decimal

from backprop.engine.outputs import LARGEST
from backprop.engine.quantity import raised

NARROW = "\u202f"
"""A narrow space at which no line is broken."""
APPROX = r"\approx"
_EXACT = Context(prec=700)
"""Digits enough for the difference of any two float64 numbers."""


def short(value: float) -> str:
    """Three significant digits and a real minus sign: 0.551, −0.0381, 12.3, 2.34×10⁻⁵.

    Raises ValueError for what is not finite.
    """
    return with_digits(value, 3)


def factor(value: float) -> str:
    """As ``short``, a negative number in parentheses, as behind a dot: 0.557 · (−0.0333)."""
    return f"({short(value)})" if value < 0 else short(value)


def with_digits(value: float, digits: int) -> str:
    """As text with so many significant digits, for instance 0.298371 or 2.5×10⁻⁷.

    Raises ValueError for what is not finite.
    """
    return _beyond(value) + _as_text(*rounded(value, digits))


def digits_to_tell(values: Sequence[float], most: int) -> int:
    """How many significant digits tell these numbers apart: at least 3 and at ``most`` so many."""
    gaps = [abs(one - other) for one in values for other in values if one != other]
    size = max(map(abs, values)) / min(gaps) if gaps else 1.0
    return min(most, max(3, math.ceil(math.log10(size)) + 1))


def told_apart(one: float, other: float, most: int = 17) -> tuple[str, str, str]:
    """Two numbers in as many digits as tell them apart, and the difference of what is printed.

    At ``most`` so many digits, 17 tell any two apart; the difference is to the last digit that is
    known of both, and "0" where they read the same.
    """
    digits = digits_to_tell([one, other], most)
    printed = [Decimal("{}e{}".format(*rounded(value, digits))) for value in (one, other)]
    rounded_off = [
        int(number.as_tuple().exponent)
        for number, value in zip(printed, (one, other), strict=True)
        if not is_all(value, digits)
    ]
    apart = abs(_EXACT.subtract(*printed))
    if rounded_off and apart:
        last = Decimal(1).scaleb(max(rounded_off))
        apart = apart.quantize(last, ROUND_HALF_UP, _EXACT)
    return with_digits(one, digits), with_digits(other, digits), exact(float(apart))


def exact(value: float) -> str:
    """Nine significant digits without idle zeros, for instance 0.593269992 or −1.25×10⁻⁷."""
    _check(value)
    near = _past_half(value, f"{value:.9e}") + 0.0
    small = 0 < abs(near) < 1e-3
    mantissa, _, power = (f"{near:.8e}" if small else f"{near:.9g}").partition("e")
    text = _as_text(mantissa.rstrip("0").rstrip(".") if small else mantissa, int(power or 0))
    return _beyond(value) + text


def latex_number(value: float, digits: int = 3, parentheses: bool = False) -> str:
    """As a formula with so many significant digits; negative numbers in parentheses when asked.

    For instance 0.551, -0.0381, (-0.0381), 2.34\\times 10^{-5}.
    """
    mantissa, power = rounded(value, digits)
    text = rf"{mantissa}\times 10^{{{power}}}" if power else mantissa
    return f"({text})" if parentheses and value < 0 else text


def written(numbers: Iterable[float], between: str = ", ") -> str:
    """0.5, 1, -0, 1e-5: the shortest digits that give the same bits again."""
    every = (repr(float(number)).removesuffix(".0") for number in numbers)
    return between.join(text.replace("e-0", "e-") for text in every)


def rounded(value: float, digits: int) -> tuple[str, int]:
    """The number rounded to so many significant digits, as a mantissa and a power of ten.

    Half of the last digit goes away from zero: 12.25 to 12.3. The power is 0 where the mantissa is
    the whole number: between 0.001 and 100,000, where the digits before the point are all kept.
    """
    _check(value)
    if value == 0:
        return "0", 0
    if is_extreme(value):
        near = _past_half(value, f"{value:.{digits}e}")
        leading, power = f"{near:.{digits - 1}e}".split("e")
        return _trim(leading, value, int(power)), int(power)
    before = int(f"{value:.{digits - 1}e}".split("e")[1]) + 1
    after = max(0, digits - before)
    near = _past_half(value, f"{value:.{after + 1}f}")
    return _trim(f"{near:.{after}f}", value), 0


def equals(*values: float, digits: int = 3) -> str:
    """The sign between numbers so written: = where these are all their digits, else \\approx.

    Before a number beyond what a float64 holds it is > or <.
    """
    if values and abs(values[-1]) >= LARGEST:
        return ">" if values[-1] > 0 else "<"
    return "=" if all(is_all(value, digits) for value in values) else APPROX


def is_all(value: float, digits: int = 3) -> bool:
    """Whether so many digits are all that the number has, but for the noise of the last ones."""
    return _is_all(value, *rounded(value, digits))


def is_extreme(value: float) -> bool:
    """Whether the number is written with a power of ten."""
    return value != 0 and not 1e-3 <= abs(value) < 99999.5


def percent(share: float, digits: int = 0) -> str:
    """A share in hundredths, for instance 10 % or, with one digit, 0.4 %."""
    return f"{share:.{digits}%}".replace("%", " %")


def share_text(share: float) -> str:
    """What part of a number a difference from it is: 15 %, 1.9 %, or less than 0.1 %."""
    return percent(share, 0 if share >= 0.1 else 1) if share >= 0.001 else "less than 0.1 %"


def minus(text: str) -> str:
    """The text with real minus signs for its hyphens."""
    return text.replace("-", "−")


def _beyond(value: float) -> str:
    """What is said before a number that a float64 cannot hold."""
    return ("beyond " if value > 0 else "below ") if abs(value) >= LARGEST else ""


def _as_text(mantissa: str, power: int) -> str:
    return minus(f"{mantissa}×10" if power else mantissa) + (raised(power) if power else "")


def _past_half(value: float, one_more: str) -> float:
    """The number, moved a little away from zero where it is halfway between two that are shorter.

    ``one_more`` is its text with one digit more than is kept. Python would round to the even digit;
    people and browsers do not.
    """
    halfway = one_more.partition("e")[0].endswith("5") and Decimal(one_more) == Decimal(value)
    return math.nextafter(value, math.copysign(math.inf, value)) if halfway else value


def _trim(text: str, value: float, power: int = 0) -> str:
    """Without the zeros behind the point, where they hide nothing."""
    if "." in text and _is_all(value, text, power):
        return text.rstrip("0").rstrip(".")
    return text


def _is_all(value: float, mantissa: str, power: int) -> bool:
    return math.isclose(float(f"{mantissa}e{power}"), value, rel_tol=1e-14)


def _check(value: float) -> None:
    if not math.isfinite(value):
        raise ValueError(f"a number to print must be finite; got {value}")
