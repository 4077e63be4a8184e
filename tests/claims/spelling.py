"""How numbers are spelled, without the app's own code."""

import math
from decimal import ROUND_HALF_UP, Context, Decimal

SMALL = str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹")


def spelled(number: float, digits: int = 3) -> str:
    """A number in so many digits, a half away from zero: 0.551, −0.0381, 2.34×10⁻⁵.

    What is beyond a float is said to be so. Zeros at the end say that there is more.
    """
    if math.isinf(number):
        return f"{'below −' if number < 0 else 'beyond '}1.80×10³⁰⁸"
    if number == 0:
        return "0"
    size = abs(Decimal(number))
    near = Context(prec=digits, rounding=ROUND_HALF_UP).create_decimal(size)
    if Decimal("0.001") <= size < Decimal("99999.5"):
        unit = Decimal(1).scaleb(min(0, size.adjusted() - digits + 1))
        near = size.quantize(unit, rounding=ROUND_HALF_UP)
        text = f"{near:.{max(0, digits - 1 - near.adjusted())}f}"
        power = ""
    else:
        text = f"{near.scaleb(-near.adjusted()):.{digits - 1}f}"
        power = f"×10{str(near.adjusted()).translate(SMALL)}"
    if "." in text and math.isclose(float(near), float(size), rel_tol=1e-14):
        text = text.rstrip("0").rstrip(".")
    return ("−" if number < 0 else "") + text + power
