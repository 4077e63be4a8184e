"""The table of part "spread": actual and predicted changes, and how near they are."""

import math
import re
from functools import partial

from tests.claims.claims import Scene, check_number, claim, number_of, place_of
from tests.claims.said import Text
from tests.claims.truth import Place
from tests.ideas.spread.claims import next_neuron
from tests.ideas.spread.claims_change import EPS, NOISE, dw, weight

here = partial(claim, where="^table$", part="^spread$")
HIDE = ("too small to tell", "no change shows")
"""What is said where rounding hides the actual change."""


def rows(scene: Scene) -> list[Place]:
    """The neuron of the weight, the selected one after it or the next that responds most, and C."""
    place, true = weight(scene), scene.truth
    own = Place("a", place.l, place.j)
    chosen = re.fullmatch(r"(?!w|nabla_w)\w+?(\d+)_(\d+)", scene.lesson.selected)
    if chosen and int(chosen[1]) > place.l:
        return [own, Place("a", int(chosen[1]), int(chosen[2])), Place("C")]
    if place.l == true.L:
        return [own, Place("C")]
    return [own, Place("a", place.l + 1, next_neuron(scene)), Place("C")]


def place_at(scene: Scene, text: Text) -> Place:
    """What the row is about, after a look at its name."""
    place = rows(scene)[text.places[0]]
    assert place_of(text.beside[0].removeprefix("Δ")) == place
    return place


def predicted(scene: Scene, place: Place) -> float:
    """The rate of a number by the weight, times Δw: each of a layer's by those of the one before."""
    true, (_, l, j, k) = scene.truth, weight(scene)
    if place.symbol == "C":
        return true.nabla_w[l][j - 1][k - 1]
    rates = [0.0] * true.sizes[l - 1]
    rates[j - 1] = true.a[l - 1][k - 1] * true.sigma_prime[l][j - 1]
    for t in range(l + 1, place.l + 1):
        sums = [math.fsum(map(float.__mul__, row, rates)) for row in true.w[t]]
        rates = list(map(float.__mul__, sums, true.sigma_prime[t]))
    return rates[place.j - 1]


def both(scene: Scene, text: Text) -> tuple[float, float, float, float]:
    """The actual change, the predicted one, what rounding may hide, and what it may do here."""
    place, by = place_at(scene, text), dw(scene, text)
    before, after = (
        one.value(place) for one in (scene.truth, scene.truth.moved(weight(scene), by))
    )
    size = abs(before) or 1.0
    return (
        after - before,
        predicted(scene, place) * by,
        NOISE * size,
        64 * EPS * max(size, abs(after)),
    )


@here("{change:number}")
def change(scene: Scene, text: Text, change: str) -> None:
    actual, expected, _, slip = both(scene, text)
    column = text.places[1]
    assert column == 2 or (column == 1 and text.beside[3] not in HIDE)
    true = actual if column == 1 else expected
    check_number(change, true, noise=1e-9 * abs(true) + (slip if column == 1 else 0))
    assert change.startswith("+") == (number_of(change) > 0)


@here("≈ 0")
def hidden_change(scene: Scene, text: Text) -> None:
    actual, _, hidden, slip = both(scene, text)
    assert text.places[1] == 1
    assert abs(actual) <= hidden + slip
    assert text.beside[3] in HIDE


@here(
    "no change", "too small to tell", "no change shows", "not predicted", "the same",
    "the same, rounded", "the wrong way", "far off",
)  # fmt: skip
def verdict(scene: Scene, text: Text) -> None:
    assert text.text in verdicts(*both(scene, text))


@here("{share:percent} off", "less than 0.1 % off")
def near(scene: Scene, text: Text, share: str = "") -> None:
    actual, expected, hidden, slip = both(scene, text)
    assert "off" in verdicts(actual, expected, hidden, slip)
    part, noise = abs(expected - actual) / abs(actual), 2 * slip / abs(actual)
    if share:
        step = 0.005 if part >= 0.1 - 1e-9 else 0.0005
        assert abs(float(share.removesuffix(" %")) / 100 - part) <= step * (1 + 1e-9) + noise, part
    else:
        assert part < 0.001 + noise


def verdicts(actual: float, expected: float, hidden: float, slip: float) -> set[str]:
    """What may be said of the two: one thing, but where rounding may decide between two."""
    apart, least, most = abs(expected - actual), abs(actual) - slip, abs(actual) + slip
    if expected == 0 and least <= 0:
        return {"no change", *(["too small to tell"] if actual else [])}
    said = set()
    if least <= hidden:
        said.add("too small to tell" if abs(expected) <= hidden else "no change shows")
    if most <= hidden:
        return said
    if apart <= 1e-9 * most + slip:
        said.add("the same")
    if apart - slip <= hidden:
        said.add("the same, rounded")
    if apart + slip > max(1e-9 * least, hidden):
        if expected == 0:
            said.add("not predicted")
        elif expected * actual < 0:
            said.add("the wrong way")
        else:
            said |= {"off"} if apart - slip <= most else set()
            said |= {"far off"} if apart + slip > least else set()
    return said
