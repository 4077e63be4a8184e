"""The subtraction of two costs of part "check", and that it holds as printed."""

import re
from decimal import Decimal

from tests.claims.claims import (
    Scene,
    formulas_of,
)
from tests.claims.formulas import check as check_formula
from tests.claims.said import Text
from tests.ideas.check.claims_numbers import (
    CENTRAL,
    EPS,
    check_sent,
    cost_over,
    eps,
    examples,
    focus,
    method,
    position,
    size,
    slope,
    width,
)


@formulas_of("check", "^latex$")
def subtraction(scene: Scene, text: Text, latex: str) -> None:
    """The costs are those at both ends, and what stands below follows from the digits printed."""
    if "difference" not in latex:
        check_formula(latex.replace(r"\quad (\text{by backpropagation})", ""), scene.truth)
        return
    bare = re.sub(r"\\textcolor\{[^}]*\}", "", latex).replace("{", "").replace("}", "")
    place, i = focus(scene), position(scene)
    index = f"{place.j}{place.k or ''}" if max(place.j, place.k) < 10 else None
    lines = {}
    for line in bare.replace(r"\beginaligned", "").replace(r"\endaligned", "").split(r"\\"):
        left, sign, right = re.split(r"&\s*(=|\\approx)", line)
        lines[left.replace(" ", "")] = sign, _decimal(right)
    names = list(lines)
    assert index is None or all(f"^{place.l}_{index}" in one for one in names[:2]), names
    (sign, above), (sign_below, below), (_, gap), (_, numeric), (sign_back, back) = lines.values()
    step = eps(scene)[i]
    moves = {names[0]: step, names[1]: -step if r"-\epsilon" in names[1] else 0.0}
    assert (moves[names[1]] < 0) == (method(scene) == CENTRAL)
    for each, (shown, printed) in zip(moves, ((sign, above), (sign_below, below)), strict=True):
        true = cost_over(scene, place, moves[each])
        value = scene.truth.value(place)
        noise = 256 * EPS * true + 8 * EPS * abs(value) * size(scene, place)
        slack = noise + float(_unit(printed)) * (shown != "=")
        assert abs(float(printed) - true) <= slack, (each, printed, true)
        if shown == "=":
            assert all(
                z == 0 or "u" in one.activation[l] or one.activation[l] == "linear"
                for one in examples(scene)
                for l in one.z
                for z in one.z[l]
            )
    assert gap == above - below
    divisor = _decimal(names[3].removeprefix(r"\textdividedby"))
    assert float(divisor) == width(scene, i)
    unit = max(map(_unit, (above, below)))
    least, most = ((gap + way * unit) / divisor for way in (-1, 1))
    half = _unit(numeric) / 2
    assert least - half <= numeric <= most + half, (least, numeric, most)
    true = slope(scene, place)
    half = _unit(back) / 2
    assert abs(float(back) - true) <= float(half) + 1e-9 * size(scene, place), (back, true)
    if sign_back == "=":
        assert abs(float(back) - true) <= 1e-12 * size(scene, place), (back, true)
    check_sent(scene, i, place)


def _unit(number: Decimal) -> Decimal:
    """Of its last digit."""
    return Decimal(1).scaleb(int(number.as_tuple().exponent))


def _decimal(latex: str) -> Decimal:
    """A printed number: 0.5, 10^-5, 2 \\times 10^-5."""
    text = re.sub(r"\s|\\(?:,|text)", "", latex)
    mantissa, _, power = text.partition("\\times10^") if "times" in text else ("1", "", text[3:])
    if "^" not in text:
        return Decimal(text)
    return Decimal(mantissa).scaleb(int(power))
