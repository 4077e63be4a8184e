"""The slope of equation 46 with its numbers: two costs below each other, and what is left of them.

The digits that the two have in common are grey: they cancel.
"""

from decimal import Decimal
from math import ceil, isfinite, log10

from backprop.engine import Quantity
from backprop.engine.nudge import CENTRAL
from backprop.ideas.check.compute import Checked
from backprop.writing.formulas.palette import Colours, coloured, painted
from backprop.writing.text.numbers import APPROX, digits_to_tell, equals, is_extreme, latex_number

MOST = 10
"""Significant digits of a slope, at most."""
LONGEST = 18
"""Significant digits of a cost, at most: float64 tells numbers apart by 17."""
_EPS = r"\epsilon"
_DIFFERENCE = r"\text{difference}"
_DIVIDED = r"\text{divided by }"
_BACKPROP = r"\text{by backpropagation}"


def by_moving(one: Checked, i: int, colours: Colours) -> str:
    """(C(w + eps) - C(w)) / eps at place i, line by line as one subtracts, and dC/dw beside it.

    Where a cost has no value there is only the slope by backpropagation.
    """
    own = Quantity(f"nabla_{one.of.symbol}", one.of.l, one.of.j, one.of.k)
    gradient = coloured(own.latex, own.symbol, colours)
    numeric = float(one.numeric[i])
    if not isfinite(numeric):
        value = coloured(latex_number(one.backprop), own.symbol, colours)
        return rf"{gradient} {_sign(one, one.backprop)} {value} \quad ({_BACKPROP})"
    digits = digits_to_tell((numeric, one.backprop), MOST)
    above, below, gap = subtraction(
        float(one.above[i]), float(one.below[i]), digits, colours, one.endless
    )
    w = coloured(one.of.latex, one.of.symbol, colours)
    central = one.method == CENTRAL
    lower = rf"{w} - {_EPS}" if central else w
    step = (2 if central else 1) * one.eps[i]
    slopes = [
        f"&{_sign(one, n, digits)} {coloured(latex_number(n, digits), own.symbol, colours)}"
        for n in (numeric, one.backprop)
    ]
    lines = [
        rf"C({w} + {_EPS}) {above}",
        rf"C({lower}) {below}",
        rf"{_DIFFERENCE} &= {gap}",
        rf"{_DIVIDED} {_power(step)} {slopes[0]}",
        rf"{_BACKPROP} {slopes[1]}",
    ]
    return r"\begin{aligned} " + r" \\ ".join(lines) + r" \end{aligned}"


def _sign(one: Checked, slope: float, digits: int = 3) -> str:
    """Before a slope in so many digits; what comes of endless digits is never all of them."""
    return APPROX if one.endless and slope else equals(slope, digits=digits)


def subtraction(
    above: float, below: float, digits: int, colours: Colours, endless: bool = False
) -> tuple[str, str, str]:
    """Two costs with so many digits that their difference has ``digits``, and the difference.

    Before each cost is = or \\approx, of ``endless`` ones always that. The difference is that of
    the two as they are printed.
    """
    size, change = max(abs(above), abs(below)), abs(above - below)
    many = ceil(log10(size / change)) + digits + 1 if change else LONGEST - 1
    power = _exponent(size) if is_extreme(size) else 0
    places = max(0, min(LONGEST, many) - 1 - (_exponent(size) - power))
    exact = [Decimal(n).scaleb(-power) for n in (above, below)]
    texts = [f"{n:.{places}f}" for n in exact]
    full = [Decimal(text) == n for text, n in zip(texts, exact, strict=True)]
    gap = (Decimal(texts[0]) - Decimal(texts[1])).scaleb(power)
    if all(full):
        idle = min(len(text) - len(text.rstrip("0")) for text in texts)
        texts = [text[: len(text) - idle].rstrip(".") if "." in text else text for text in texts]
    texts = [text if n else "0" for text, n in zip(texts, exact, strict=True)]
    same = _same(*texts)
    tail = rf"\times 10^{{{power}}}" if power else ""
    one, other = (
        f"&{'=' if whole and not endless else APPROX} {painted(text[:same], colours['quiet'])}"
        f"{coloured(text[same:] + (tail if n else ''), 'C', colours)}"
        for whole, text, n in zip(full, texts, exact, strict=True)
    )
    return one, other, _exact(gap)


def _power(step: float) -> str:
    """0.02, 10^{-5}, 2 \\times 10^{-5}: all of its one digit."""
    return latex_number(step, 1).removeprefix(r"1\times ")


def _same(one: str, other: str) -> int:
    """How many of the first characters two texts have in common."""
    return next(
        (i for i, pair in enumerate(zip(one, other, strict=False)) if len({*pair}) > 1), len(one)
    )


def _exponent(size: float) -> int:
    return int(f"{size:.16e}".split("e")[1]) if size else 0


def _exact(number: Decimal) -> str:
    """All digits of a number, with a power of ten where it is small or large."""
    if not number:
        return "0"
    power = number.adjusted() if is_extreme(float(number)) else 0
    text = f"{number.scaleb(-power).normalize():f}"
    return rf"{text}\times 10^{{{power}}}" if power else text
