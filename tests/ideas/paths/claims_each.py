"""What part "paths" says of one path after the other, and of its list."""

import math
from itertools import pairwise
from typing import Any

from tests.claims.claims import Scene, check_number, place_of
from tests.claims.said import Text
from tests.claims.spelling import spelled
from tests.claims.truth import Place
from tests.ideas.paths.claims_numbers import (
    EPS,
    MOST,
    check_gradient,
    check_weight,
    count,
    gradient,
    here,
    is_full,
    noise,
    paths,
    sums_part,
    term_number,
    through,
    ways_of,
    weight,
)


def terms(scene: Scene) -> list[Any]:
    return list(sums_part(scene)["terms"])


def is_each(scene: Scene) -> bool:
    return count(scene, weight(scene).l) <= MOST


@here("All terms of the sum", where="texts/list$")
def every_term(scene: Scene, text: Text) -> None:
    """The list has each path once, with its product, the sum so far, and the right signs."""
    every, slack = terms(scene), noise(scene)
    if not is_each(scene):
        assert sorted((one["first"], *one["at"]) for one in every) == sorted(through(scene))
        return
    true = {at: (rates, value) for at, rates, value in paths(scene)}
    assert sorted(tuple(one["at"]) for one in every) == sorted(true)
    running = 0.0
    for one in every:
        rates, value = true[tuple(one["at"])]
        assert abs(one["value"] - value) <= 1e-8 * abs(value) + slack * EPS
        running += value
        assert abs(one["total"] - running) <= 1e-8 * abs(running) + slack
        check_signs(scene, one["signs"], rates, value)
    if scene.lesson.choice("paths-sort") == "size":
        sizes = [abs(one["value"]) for one in every]
        assert all(a >= b * (1 - 1e-8) for a, b in pairwise(sizes))
    check_number(spelled(sums_part(scene)["gradient"]["value"]), gradient(scene), noise=slack)


def check_signs(scene: Scene, signs: str, factors: list[float], value: float) -> None:
    """Before the factors stands = where all are given in full, and so before what they come to."""
    first, second = signs[0], signs[1]
    assert {first, second} <= {"=", "≈"}
    endless = any(name in ("sigmoid", "tanh") for name in scene.truth.activation.values())
    finite = all(map(math.isfinite, factors))
    if first == "=":
        assert finite
        assert all(map(is_full, factors)), factors
        assert not endless or not any(factors) or all(z == 0 for z in curved(scene))
    if second == "=":
        assert 0 in factors or (first == "=" and is_full(value)), (factors, value)


def curved(scene: Scene) -> list[float]:
    """The z of each sigmoid and tanh: there an activation has endless digits, unless z is 0."""
    true = scene.truth
    return [z for l in true.z for z in true.z[l] if true.activation[l] in ("sigmoid", "tanh")]


def check_term(scene: Scene, n: int, term: str) -> float:
    """What a step adds; the sum so far is given back."""
    if is_each(scene):
        true = {at: value for at, _, value in paths(scene)}
        every = [true[tuple(one["at"])] for one in terms(scene)]
        check_number(term, every[n], noise=1e-12 * abs(every[n]))
        return math.fsum(every[: n + 1])
    layer = terms(scene)[n]["first"]
    before = [one for one in terms(scene)[: n + 1] if one["first"] == layer]
    parts = [part_of(scene, one) for one in before]
    check_number(term, parts[-1], noise=1e-12 * through(scene)[layer, terms(scene)[n]["at"][0]][0])
    return math.fsum(parts)


def part_of(scene: Scene, term: Any) -> float:
    """The sum over all paths through a neuron."""
    t, q = int(term["first"]), int(term["at"][0])
    return float(through(scene)[t, q][1]) * scene.truth.delta[t][q - 1]


def is_last(scene: Scene, n: int) -> bool:
    every = terms(scene)
    return n + 1 == len(every) or (
        not is_each(scene) and every[n + 1]["first"] != every[n]["first"]
    )


@here(
    "It adds {term:number}: the sum so far is {sum:number}, that of all is {nabla_w:address} {sign:text} {value:number}.",
    "They add {term:number}: the sum so far is {sum:number}, that of all is {nabla_w:address} {sign:text} {value:number}.",
)
def adds(
    scene: Scene, text: Text, term: str, sum: str, nabla_w: str, sign: str, value: str
) -> None:
    n = term_number(text)
    so_far = check_term(scene, n, term)
    check_number(sum, so_far, noise=noise(scene))
    check_weight(scene, nabla_w)
    check_gradient(scene, sign, value)
    assert not is_last(scene, n)
    assert text.text.startswith("It") == is_each(scene)


@here(
    "It adds {term:number}, and the sum is {nabla_w:address} {sign:text} {value:number}, as BP4 has it: {a:address} {delta:address}.",
    "They add {term:number}, and the sum is {nabla_w:address} {sign:text} {value:number}, as BP4 has it: {a:address} {delta:address}.",
)
def adds_at_last(
    scene: Scene, text: Text, term: str, nabla_w: str, sign: str, value: str, a: str, delta: str
) -> None:
    n, place = term_number(text), weight(scene)
    so_far = check_term(scene, n, term)
    assert abs(so_far - gradient(scene)) <= noise(scene)
    check_weight(scene, nabla_w)
    check_gradient(scene, sign, value)
    assert is_last(scene, n)
    assert (place_of(a), place_of(delta)) == (
        Place("a", place.l - 1, place.k),
        Place("delta", place.l, place.j),
    )


@here("Path {n:int}", where="steps/title$")
def path_title(scene: Scene, text: Text, n: str) -> None:
    assert int(n) == term_number(text) + 1
    assert is_each(scene)


@here("All paths through {a:address}", where="steps/title$")
def through_title(scene: Scene, text: Text, a: str) -> None:
    one = terms(scene)[term_number(text)]
    assert place_of(a) == Place("a", one["first"], one["at"][0])


@here(
    "{ways:text} through {a:address}: ∂{z:address}/∂{w:address} · {delta:address} {first:text} {reach:text} · {error:text} {second:text} {value:number}"
)
def through_neuron(
    scene: Scene, text: Text, ways: str, a: str, reach: str, error: str, value: str, **names: str
) -> None:
    own, place = place_of(a), weight(scene)
    assert ways_of(ways) == count(scene, place.l) // scene.truth.sizes[own.l - 1]
    assert place_of(names["z"]) == own._replace(symbol="z")
    assert place_of(names["w"]) == place
    assert place_of(names["delta"]) == own._replace(symbol="delta")
    size, true_reach = through(scene)[own.l, own.j]
    true_error = scene.truth.value(own._replace(symbol="delta"))
    check_number(reach, true_reach, noise=1e-12 * (size / abs(true_error) if true_error else 1))
    assert error.startswith("(−") == (true_error < 0)
    check_number(error.strip("()"), true_error, noise=1e-12 * abs(true_error))
    check_number(value, true_reach * true_error, noise=1e-12 * size)
    check_signs(
        scene, names["first"] + names["second"], [true_reach, true_error], true_reach * true_error
    )
