"""What part "check" says of slopes found by moving a weight, and what must be true of it.

A slope by a difference is mostly rounding where the step is short, which no test can know to the
last digit. So what the stage was sent of it is checked as far as rounding lets it, and what is said
is checked against that.
"""

import math
import re
from functools import partial
from typing import Any

from tests.claims.claims import (
    Scene,
    claim,
    number_of,
)
from tests.claims.truth import Place, Truth

here = partial(claim, part="^check$")
EPS = 2.0**-52
CENTRAL = "central"
LEAST, POOR, NEAR, APART = 1e-15, 1e-4, 2, 0.1


# the lesson, without the app


def examples(scene: Scene) -> list[Truth]:
    """The network on all rows of the table, where all have a cost, or on its own example."""
    n, found = len(scene.lesson.x), []
    try:
        for row in scene.lesson.data if len(scene.lesson.data) > 1 else ():
            found.append(scene.truth.on(row[:n], row[n:]))
            assert math.isfinite(found[-1].cost)
    except (ValueError, OverflowError, AssertionError):
        return [scene.truth]
    return found or [scene.truth]


def has_biases(scene: Scene) -> bool:
    return scene.truth.biases != "none"


def method(scene: Scene) -> str:
    return scene.lesson.choice("check-method")


def cost_over(scene: Scene, place: Place | None = None, step: float = 0.0) -> float:
    """The cost over the examples, with a weight or a bias moved; NaN where it has no value."""
    every = examples(scene)
    try:
        costs = [(moved(one, place, step) if place else one).cost for one in every]
    except (ValueError, OverflowError):
        return math.nan
    return scene.truth.reduced(costs)


def moved(one: Truth, place: Place, step: float) -> Truth:
    return one.moved(place, step) if place.k else one.pushed(place.l, place.j, step)


def slope(scene: Scene, place: Place) -> float:
    """dC by this weight or bias."""
    of = place._replace(symbol="nabla_w" if place.k else "delta")
    every = [one.value(of) for one in examples(scene)]
    return scene.truth.reduced(every)


def size(scene: Scene, place: Place) -> float:
    """How large the terms are that a slope is the sum of."""
    of = place._replace(symbol="nabla_w" if place.k else "delta")
    return max(abs(one.value(of)) for one in examples(scene))


# what the stage was sent


def comparison(scene: Scene) -> Any:
    return next(part for part in scene.data["parts"] if "shown" in part)


def focus(scene: Scene) -> Place:
    """The weight or bias that the panel is about."""
    symbol, indices = re.fullmatch(r"([wb])([\d_]+)", comparison(scene)["focus"]).groups()  # type: ignore[union-attr]
    l, j, *k = map(int, indices.split("_"))
    return Place(symbol, l, j, *k)


def layer(scene: Scene, l: int) -> Any:
    return next(one for one in comparison(scene)["shown"] if one["l"] == l)


def eps(scene: Scene) -> list[float]:
    return [float(one) for one in scene.data["frames"]["values"]]


def position(scene: Scene) -> int:
    """Of the panel."""
    wanted = float(scene.lesson.value_of("check-eps"))
    return min(range(len(eps(scene))), key=lambda i: abs(eps(scene)[i] - wanted))


def sent(scene: Scene, name: str, i: int, place: Place) -> float:
    """A number of the stage at a position: NaN for none."""
    one = layer(scene, place.l)
    columns = one["columns"]
    width = columns + has_biases(scene)
    column = (place.j - 1) * width + (place.k - 1 if place.k else columns)
    row = one[name] if name == "backprop" else one[name][i]
    assert len(row) == one["rows"] * width
    return math.nan if row[column] is None else float(row[column])


def width(scene: Scene, i: int) -> float:
    return eps(scene)[i] * (2 if method(scene) == CENTRAL else 1)


def errors(scene: Scene, place: Place) -> list[float]:
    return [sent(scene, "relative", i, place) for i in range(len(eps(scene)))]


def check_sent(scene: Scene, i: int, place: Place) -> None:
    """Both slopes are what they are called, but for rounding, and the error is that of the two."""
    by_moving, backward = (sent(scene, name, i, place) for name in ("numeric", "backprop"))
    true = slope(scene, place)
    assert abs(backward - true) <= 1e-8 * size(scene, place), (backward, true)
    step, central = eps(scene)[i], method(scene) == CENTRAL
    lower = cost_over(scene, place, -step) if central else cost_over(scene)
    upper = cost_over(scene, place, step)
    if math.isnan(by_moving):
        assert not math.isfinite(upper - lower) or max(upper, lower) > 1e300
        return
    value = scene.truth.value(place)
    noise = 256 * EPS * max(upper, lower) + 8 * EPS * abs(value) * size(scene, place)
    gap = (upper - lower) / width(scene, i)
    assert abs(by_moving - gap) <= 1e-5 * abs(gap) + noise / width(scene, i), (by_moving, gap)
    error, most = sent(scene, "relative", i, place), max(abs(by_moving), abs(backward))
    apart = abs(by_moving - backward) / most if most else 0.0
    assert abs(error - apart) <= 6e-3 * error + 1.1e-5, (error, apart)


def check_error(said: str, error: float) -> None:
    """The stage has three digits of an error."""
    assert abs(number_of(said) - error) <= 1e-9 * error, error


def best(scene: Scene) -> tuple[float, int]:
    """The least of the largest errors of neighbours, and where."""
    every = errors(scene, focus(scene))
    known = [-1.0 if math.isnan(one) else one for one in every]
    steady = [
        math.inf if math.isnan(one) else max(known[max(0, i - NEAR) : i + NEAR + 1])
        for i, one in enumerate(every)
    ]
    return min((one, i) for i, one in enumerate(steady))


def crossed(scene: Scene, place: Place, i: int) -> bool:
    """Whether some z has another sign at one end of the step, or is next to 0."""
    step = eps(scene)[i]
    for one in examples(scene):
        ends = [
            moved(one, place, step),
            moved(one, place, -step) if method(scene) == CENTRAL else one,
        ]
        for l in range(place.l, one.L + 1):
            if "relu" in one.activation[l]:
                largest = max(map(abs, one.z[l]))
                for up, down in zip(ends[0].z[l], ends[1].z[l], strict=True):
                    if (up > 0) != (down > 0) or min(abs(up), abs(down)) < 1e-13 * largest:
                        return True
    return False
