"""What the stage of part "check" says of many slopes, and what must be true of it."""

import math
from statistics import median

from tests.claims.claims import (
    Scene,
    check_number,
    number_of,
    place_of,
)
from tests.claims.said import Text
from tests.claims.truth import Place
from tests.ideas.check.claims_numbers import (
    LEAST,
    best,
    check_error,
    check_sent,
    comparison,
    cost_over,
    crossed,
    eps,
    errors,
    focus,
    has_biases,
    here,
    sent,
)


@here("{number:number}", where="^stage/cost/(?:short|exact)$")
def cost(scene: Scene, text: Text, number: str) -> None:
    true = cost_over(scene)
    check_number(number, true, noise=1e-9 * true)


@here("layer {l:int}", where="parts/shown/title$")
def title(scene: Scene, text: Text, l: str) -> None:
    assert comparison(scene)["shown"][text.places[1]]["l"] == int(l)


@here("∂C/∂w{l:text}", "∂C/∂b{l:text}", where="parts/shown/names")
def name(scene: Scene, text: Text, l: str) -> None:
    assert "⁰¹²³⁴⁵⁶⁷⁸⁹".index(l) == comparison(scene)["shown"][text.places[1]]["l"]


@here("the worst of layer {l:int}", "the worst of all", where="figure/data/name$")
def worst(scene: Scene, text: Text, l: str = "") -> None:
    shown = [one["l"] for one in comparison(scene)["shown"]]
    assert shown == ([int(l)] if l else list(range(2, scene.truth.L + 1)))


@here("{w:address}", where="figure/data/name$")
@here("The relative error over ε: of {w:address}, the largest, and the median", where="label$")
def of_focus(scene: Scene, text: Text, w: str) -> None:
    assert place_of(w) == focus(scene)


@here("none, or below 10⁻¹⁶", where="annotations/text$")
def at_floor(scene: Scene, text: Text) -> None:
    assert any(
        one is not None and one <= 1e-16
        for part in comparison(scene)["shown"]
        for row in part["relative"]
        for one in row
    )


@here("lowest at {step:number}", where="annotations/text$")
def lowest(scene: Scene, text: Text, step: str) -> None:
    every = dict(zip(eps(scene), errors(scene, focus(scene)), strict=True))
    least = min(one for one in every.values() if not math.isnan(one))
    assert every[number_of(step)] == least


@here("rounding", "truncation", "across a kink", where="annotations/text$")
def arm(scene: Scene, text: Text) -> None:
    every, (least, i) = errors(scene, focus(scene)), best(scene)
    part = every[:i] if text.text == "rounding" else every[i + 1 :]
    assert max(one for one in part if not math.isnan(one)) > 9.9 * max(least, LEAST)


def known(scene: Scene, i: int) -> list[float]:
    return [
        one for part in comparison(scene)["shown"] for one in part["relative"][i] if one is not None
    ]


def count(scene: Scene) -> int:
    return sum(len(part["backprop"]) for part in comparison(scene)["shown"])


def check_count(scene: Scene, n: str, l: str) -> None:
    """So many weights and biases: of one layer that is shown, or of all."""
    shown = [one["l"] for one in comparison(scene)["shown"]]
    assert int(n) == count(scene)
    assert shown == ([int(l)] if l else list(range(2, scene.truth.L + 1)))
    sizes = scene.truth.sizes
    assert int(n) == sum(sizes[at - 1] * (sizes[at - 2] + has_biases(scene)) for at in shown)
    assert int(n) > 1


@here(
    "The relative errors of all {n:int} weights and biases: up to {most:number}, at {w:address}; median {half:number}.",
    "The relative errors of all {n:int} weights: up to {most:number}, at {w:address}; median {half:number}.",
    "The relative errors of the {n:int} of layer {l:int}: up to {most:number}, at {w:address}; median {half:number}.",
    where="frames/words$",
)
def summary(scene: Scene, text: Text, n: str, most: str, w: str, half: str, l: str = "") -> None:
    check_count(scene, n, l)
    assert l or ("biases" in text.text) == has_biases(scene)
    i, place = text.position, place_of(w)
    every = known(scene, i)
    check_error(most, max(every))
    assert sent(scene, "relative", i, place) == max(every) > LEAST
    check_number(half, median(every), noise=6e-3 * median(every))
    check_sent(scene, i, place)


@here(
    "For all {n:int} weights and biases the two slopes agree to 15 digits or more.",
    "For all {n:int} weights the two slopes agree to 15 digits or more.",
    "For the {n:int} weights and biases of layer {l:int} the two slopes agree to 15 digits or more.",
    "For the {n:int} weights of layer {l:int} the two slopes agree to 15 digits or more.",
    where="frames/words$",
)
def all_agree(scene: Scene, text: Text, n: str, l: str = "") -> None:
    check_count(scene, n, l)
    assert ("biases" in text.text) == has_biases(scene)
    assert max(known(scene, text.position)) <= LEAST


@here(
    "Of all {n:int} weights and biases none has a numeric slope at this ε.",
    "Of all {n:int} weights none has a numeric slope at this ε.",
    "Of the {n:int} weights and biases of layer {l:int} none has a numeric slope at this ε.",
    "Of the {n:int} weights of layer {l:int} none has a numeric slope at this ε.",
    where="frames/words$",
)
def none_has(scene: Scene, text: Text, n: str, l: str = "") -> None:
    check_count(scene, n, l)
    assert ("biases" in text.text) == has_biases(scene)
    assert not known(scene, text.position)


@here(
    "The relative error of {w:address} is {most:number}.",
    "For {w:address} the two slopes agree to 15 digits or more.",
    "{w:address} has no numeric slope at this ε.",
    where="frames/words$",
)
def of_one(scene: Scene, text: Text, w: str, most: str = "") -> None:
    assert count(scene) == 1
    assert not has_biases(scene)
    (part,), i = comparison(scene)["shown"], text.position
    assert place_of(w) == Place("w", part["l"], 1, 1)
    check_sent(scene, i, place_of(w))
    error = sent(scene, "relative", i, place_of(w))
    assert math.isnan(error) == ("no numeric" in text.text)
    assert (error <= LEAST) == ("agree" in text.text)
    if most:
        check_error(most, error)


@here(
    "One has no numeric slope (–).",
    "{missing:int} have no numeric slope (–).",
    where="frames/words$",
)
def some_without(scene: Scene, text: Text, missing: str = "1") -> None:
    assert int(missing) == count(scene) - len(known(scene, text.position)) > 0
    assert int(missing) > 1 or "One" in text.text


@here(
    "Marked ◆: on the way a weighted input crosses a kink, so that two slopes are mixed.",
    where="frames/words$",
)
def kinks(scene: Scene, text: Text) -> None:
    marked = [
        (part, n) for part in comparison(scene)["shown"] for n in part["kinks"][text.position]
    ]
    part, n = marked[0]
    j, k = divmod(n, part["columns"] + has_biases(scene))
    place = (
        Place("w", part["l"], j + 1, k + 1) if k < part["columns"] else Place("b", part["l"], j + 1)
    )
    assert crossed(scene, place, text.position)
