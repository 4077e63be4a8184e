"""What the stage of part "spread" says of a change, and what must be true of it."""

import re
from functools import partial

from tests.claims.claims import (
    Scene,
    always,
    check_number,
    claim,
    number_of,
    place_of,
)
from tests.claims.said import Text
from tests.claims.truth import Place

here = partial(claim, part="^spread$")
EPS = 2.0**-52
NOISE = 1e-12
STEEPEST = {"sigmoid": 0.25, "tanh": 1.0}

always(
    "Beside each neuron on the way: how its activation changes, and below it, after ≈, what its rate predicts.",
    "The cost C follows the outputs: for a small Δw it changes by about its rate times Δw.",
    part="^spread$",
)


def weight(scene: Scene) -> Place:
    (id,) = {one["weight"] for part in scene.data["parts"] for one in part.get("overlays", [])}
    return Place("w", *map(int, id[1:].split("_")))


def positions(scene: Scene) -> list[float]:
    return [float(one) for one in scene.data["frames"]["values"]]


def dw(scene: Scene, text: Text) -> float:
    """What is added to the weight where this is said."""
    wanted = float(scene.lesson.value_of("spread-dw"))
    if "/frames/" in text.where:
        return positions(scene)[text.position]
    return min(positions(scene), key=lambda one: abs(one - wanted))


def change(scene: Scene, text: Text) -> tuple[float, float]:
    """By how much C changes, and by how much (47) predicts."""
    place, by = weight(scene), dw(scene, text)
    true = scene.truth.moved(place, by).cost - scene.truth.cost
    return true, scene.truth.value(place._replace(symbol="nabla_w")) * by


def check_change(scene: Scene, said: str, true: float) -> None:
    noise = 64 * EPS * scene.truth.cost + 1e-12 * abs(true)
    check_number(said.replace("\u202f", ""), true, noise=noise)
    assert said.startswith("+") == (number_of(said) > 0)


def lost(scene: Scene) -> float:
    """What of C rounding may hide."""
    return NOISE * (scene.truth.cost or 1.0)


@here("C does not change, and (47) predicts no change.")
def none(scene: Scene, text: Text) -> None:
    true, predicted = change(scene, text)
    assert predicted == 0
    assert abs(true) <= 64 * EPS * scene.truth.cost


@here("C changes by nothing that a float64 can tell; (47) predicts {predicted:number}.")
def nothing_shows(scene: Scene, text: Text, predicted: str) -> None:
    true, expected = change(scene, text)
    check_change(scene, predicted, expected)
    assert abs(true) <= 1.1 * lost(scene)


@here("C changes by {C:number}; (47) predicts 0, the rate where the weight stands.")
def unseen(scene: Scene, text: Text, C: str) -> None:
    true, predicted = change(scene, text)
    check_change(scene, C, true)
    assert predicted == 0
    assert abs(true) > 0.9 * lost(scene)


@here("C changes by {C:number}, and (47) predicts the same.")
def the_same(scene: Scene, text: Text, C: str) -> None:
    true, predicted = change(scene, text)
    check_change(scene, C, true)
    digits = len(re.sub(r"×10.*|\D", "", C).lstrip("0"))
    slack = 10.0 ** -min(digits, 8) if digits > 3 else 2e-9
    assert abs(true - predicted) <= slack * abs(true) + 64 * EPS * scene.truth.cost


@here("C changes by {C:number}; (47) predicts {predicted:number}, the same but for rounding.")
def but_for_rounding(scene: Scene, text: Text, C: str, predicted: str) -> None:
    true, expected = change(scene, text)
    check_change(scene, C, true)
    check_change(scene, predicted, expected)
    assert abs(true - expected) <= 1.1 * lost(scene)


def unit(said: str) -> float:
    """Of the last digit of a printed number."""
    mantissa, _, power = said.partition("×")
    return 10.0 ** -len(mantissa.partition(".")[2]) * number_of(f"1×{power}" if power else "1")


@here(
    "C changes by {C:number}; (47) predicts {predicted:number}: they differ by {apart:number}, {share:text} of the actual change."
)
def near(scene: Scene, text: Text, C: str, predicted: str, apart: str, share: str) -> None:
    true, expected = change(scene, text)
    check_change(scene, C, true)
    check_change(scene, predicted, expected)
    printed = abs(number_of(C) - number_of(predicted))
    assert abs(number_of(apart) - printed) <= 0.501 * max(map(unit, (C, predicted))), printed
    part = abs(true - expected) / abs(true)
    noise = 128 * EPS * scene.truth.cost / abs(true)
    if share == "less than 0.1 %":
        assert part < 0.001 + noise
        return
    step = 0.005 if part >= 0.1 - 1e-9 else 0.0005
    assert abs(float(share.removesuffix(" %")) / 100 - part) <= 1.01 * step + noise
    assert part <= 1 + noise


@here("C changes by {C:number}; (47) predicts {predicted:number}: the wrong way.")
def wrong_way(scene: Scene, text: Text, C: str, predicted: str) -> None:
    true, expected = change(scene, text)
    check_change(scene, C, true)
    check_change(scene, predicted, expected)
    assert true * expected < 0


@here(
    "C changes by {C:number}; (47) predicts {predicted:number}: off by more than the change itself."
)
def far(scene: Scene, text: Text, C: str, predicted: str) -> None:
    true, expected = change(scene, text)
    check_change(scene, C, true)
    check_change(scene, predicted, expected)
    assert abs(true - expected) > abs(true)


def at_step(text: Text) -> int:
    return text.places[0] + 1


def reached(scene: Scene, text: Text) -> int:
    """The layer that the change reaches in this step."""
    return weight(scene).l + at_step(text) - 2


@here("It leads to neuron {j:int} of layer {l:int} alone.", where="steps/sentence$")
def leads_to(scene: Scene, text: Text, j: str, l: str) -> None:
    assert (weight(scene).j, weight(scene).l) == (int(j), int(l))


@here(
    "Of its layer only {a:address} can change: for a small Δw by about its rate times Δw.",
    "The change reaches {a:address}",
    where="steps/",
)
def its_activation(scene: Scene, text: Text, a: str) -> None:
    assert place_of(a) == Place("a", weight(scene).l, weight(scene).j)
    assert at_step(text) == 2


@here("The change reaches layer {t:int}", where="steps/title$")
def reaches(scene: Scene, text: Text, t: str) -> None:
    assert int(t) == reached(scene, text) <= scene.truth.L


@here(
    "Through one weight {a:address} reaches the neuron of layer {t:int}.",
    "Through one weight each, {a:address} reaches the neurons of layer {t:int}.",
)
def next_layer(scene: Scene, text: Text, a: str, t: str) -> None:
    assert place_of(a) == Place("a", weight(scene).l, weight(scene).j)
    assert int(t) == reached(scene, text) == weight(scene).l + 1
    assert ("weight each" in text.text) == (scene.truth.sizes[int(t) - 1] > 1)


@here(
    "Each neuron of layer {t:int} is reached through the one of layer {before:int}.",
    "Each neuron of layer {t:int} is reached through all of layer {before:int}: the parts add up.",
)
def after(scene: Scene, text: Text, t: str, before: str) -> None:
    assert int(t) == reached(scene, text) == int(before) + 1 > weight(scene).l + 1
    assert ("all" in text.text) == (scene.truth.sizes[int(before) - 1] > 1)


@here("{number:text}", where="steps/tag$")
def equation_of_step(scene: Scene, text: Text, number: str) -> None:
    n, l, L = at_step(text), weight(scene).l, scene.truth.L
    assert number == ("48" if n == 2 else "47" if l + n - 2 > L else "49" if n == 3 else "?")
