"""How the two ways to the gradient compare on part "mean", and what must be true of it."""

import math

from tests.claims.claims import Scene, check_number, claim
from tests.claims.said import Text
from tests.claims.truth import Place
from tests.ideas.mean.claims import (
    EPS,
    H,
    costs,
    examples,
    gradients,
    mean_gradient,
    moved,
    noise,
    places,
)


def differences(scene: Scene) -> list[float]:
    """By how much the two ways differ, for each weight and bias whose slope moving it finds."""
    found = []
    for place in places(scene):
        above, below = costs(scene, place)
        if math.isfinite(above - below):
            found.append(abs(mean_gradient(scene, place) - (above - below) / (2 * H)))
    return found


def crossed(scene: Scene, place: Place) -> bool:
    """Whether a weighted input crosses a kink while this weight or bias is moved."""
    for one in examples(scene).values():
        up, down = (moved(one, place, step) for step in (H, -H))
        for l in range(place.l, one.L + 1):
            if "relu" in one.activation[l] and any(
                (high > 0) != (low > 0) for high, low in zip(up.z[l], down.z[l], strict=True)
            ):
                return True
    return False


@claim("The two are the same, to the last digit.")
def same(scene: Scene, text: Text) -> None:
    assert gradients(scene)["sign"] == "="
    assert max(differences(scene)) <= noise(scene)


@claim("The two differ by at most {number:number}.")
def differ(scene: Scene, text: Text, number: str) -> None:
    largest = max(differences(scene), default=0.0)
    check_number(number, largest, noise=noise(scene) + 1e-4 * largest)
    assert gradients(scene)["sign"] in "≈≠"


@claim(
    "At {count:int} cells (◆) a weighted input crosses 0, the kink of a {what:text}, while the "
    "weight or bias is moved: there the two may differ.",
    "At {count:int} cell (◆) a weighted input crosses 0, the kink of a {what:text}, while the "
    "weight or bias is moved: there the two may differ.",
)
def kinks(scene: Scene, text: Text, count: str, what: str) -> None:
    assert int(count) == sum(crossed(scene, place) for place in places(scene))
    assert ("cells" in text.text) == (int(count) != 1)
    layers = range(gradients(scene)["l"], scene.truth.L + 1)
    there = {scene.truth.activation[l] for l in layers} & {"relu", "leaky-relu"}
    assert set(what.replace(" relu", "-relu").replace("or-", "or ").split(" or ")) == there


@claim(
    "That is rounding: C has about 16 digits, so that moving a weight by h finds a slope only to "
    "about {number:number}."
)
def rounding(scene: Scene, text: Text, number: str) -> None:
    most = max(cost for place in places(scene) for cost in costs(scene, place))
    check_number(number, 16 * EPS * most / (2 * H), noise=1e-3 * EPS * most / H)
    assert max(differences(scene)) <= 2 * noise(scene)
    assert gradients(scene)["sign"] == "≈"


@claim(
    "Either C bends too much within 2h for its slope to be found so, or rounding has taken the "
    "digits of one of the two."
)
def bends(scene: Scene, text: Text) -> None:
    assert gradients(scene)["sign"] == "≠"
    assert max(differences(scene)) > noise(scene)


@claim("Where there is –, a moved weight leads to an output that {noun:text} cannot take.")
def no_value(scene: Scene, text: Text, noun: str) -> None:
    assert noun == {"cross-entropy": "the cross-entropy"}[scene.lesson.cost]
    assert any(math.isnan(sum(costs(scene, place))) for place in places(scene))
