"""The paths from a weight to the cost, walked without the app."""

import math
import re
from collections.abc import Iterator
from functools import partial
from itertools import pairwise, product
from typing import Any

from tests.claims.claims import Scene, check_number, claim, place_of
from tests.claims.said import Text
from tests.claims.spelling import spelled
from tests.claims.truth import Place

here = partial(claim, part="^paths$")
MOST = 512
EPS = 2.0**-52


def weight(scene: Scene) -> Place:
    ids = {
        one["weight"]
        for part in scene.data["parts"]
        for one in part.get("overlays", [])
        if "weight" in one
    }
    id = ids.pop() if ids else scene.data["steps"][-1]["result"]
    return Place("w", *map(int, id[1:].split("_")))


def count(scene: Scene, l: int) -> int:
    """The paths from a weight into layer l, or from a neuron in it."""
    return math.prod(scene.truth.sizes[l:])


def paths(scene: Scene) -> Iterator[tuple[tuple[int, ...], list[float], float]]:
    """Each path by the places of its neurons, with its rates and their product."""
    true, place = scene.truth, weight(scene)
    start = true.a[place.l - 1][place.k - 1]
    for rest in product(*(range(1, n + 1) for n in true.sizes[place.l :])):
        at = (place.j, *rest)
        rates = [start * true.sigma_prime[place.l][place.j - 1]]
        total = start
        for t, (p, q) in enumerate(pairwise(at), start=place.l + 1):
            rates.append(true.w[t][q - 1][p - 1] * true.sigma_prime[t][q - 1])
            total *= true.w[t][q - 1][p - 1] * true.sigma_prime[t - 1][p - 1]
        yield at, [*rates, true.nabla_a[at[-1] - 1]], total * true.delta[true.L][at[-1] - 1]


def products(scene: Scene) -> list[float]:
    return [value for *_, value in paths(scene)]


def gradient(scene: Scene) -> float:
    return scene.truth.value(weight(scene)._replace(symbol="nabla_w"))


def sums_part(scene: Scene) -> Any:
    return next(part for part in scene.data["parts"] if "terms" in part)


def noise(scene: Scene) -> float:
    """How far rounding alone may lead: the paths may cancel."""
    if count(scene, weight(scene).l) <= MOST:
        return 1e-12 * sum(map(abs, products(scene)))
    return 1e-12 * max(size for size, _ in through(scene).values())


def through(scene: Scene) -> dict[tuple[int, int], tuple[float, float]]:
    """By neuron after the weight's: dz by the weight, and what all paths through it add up to.

    The first is given with the size of its terms, times the error.
    """
    true, place = scene.truth, weight(scene)
    reach = [0.0] * true.sizes[place.l - 1]
    reach[place.j - 1] = true.a[place.l - 1][place.k - 1]
    size = [abs(one) for one in reach]
    found = {}
    for t in range(place.l + 1, true.L + 1):
        steep = true.sigma_prime[t - 1]
        before = [one * s for one, s in zip(reach, steep, strict=True)]
        sizes = [one * s for one, s in zip(size, steep, strict=True)]
        reach = [math.fsum(map(float.__mul__, row, before)) for row in true.w[t]]
        size = [
            math.fsum(abs(w) * one for w, one in zip(row, sizes, strict=True)) for row in true.w[t]
        ]
        for q, (one, large) in enumerate(zip(reach, size, strict=True), start=1):
            error = true.delta[t][q - 1]
            found[t, q] = large * abs(error), one
    return found


def check_weight(scene: Scene, nabla_w: str) -> None:
    assert place_of(nabla_w) == weight(scene)._replace(symbol="nabla_w")


def check_gradient(scene: Scene, sign: str, said: str) -> None:
    check_number(said, gradient(scene), noise=noise(scene))
    assert sign in "=≈"
    if sign == "=":
        assert spelled(gradient(scene)) == spelled(gradient(scene), 12), gradient(scene)


def ways_of(text: str) -> int:
    found = re.fullmatch(r"(1) path|([\d,]+) paths", text)
    assert found, text
    number = int((found[1] or found[2]).replace(",", ""))
    assert (number == 1) == bool(found[1])
    return number


def is_full(number: float) -> bool:
    return spelled(number) == spelled(number, 12)


def term_number(text: Text) -> int:
    return text.places[0]
