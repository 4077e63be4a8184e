"""What part "paths" says of the paths from one weight to the cost, each walked here once more."""

import math
import re
from collections.abc import Iterator
from functools import partial
from itertools import pairwise, product
from typing import Any

from tests.claims.claims import Scene, always, check_number, claim, place_of
from tests.claims.said import Text
from tests.claims.truth import Place, spelled

here = partial(claim, part="^paths$")
MOST = 512
EPS = 2.0**-52

always(
    "The paths from one weight multiply with every layer.",
    "The multiplications of a backward pass, for *all* gradients, only add up: it sums over all paths at once.",
    "In the explorer, change a weight and say what comes next before each step shows it.",
    "In each layer these sums add up to the same gradient.",
    part="^paths$",
)


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


def ways(text: str) -> int:
    found = re.fullmatch(r"(1) path|([\d,]+) paths", text)
    assert found, text
    number = int((found[1] or found[2]).replace(",", ""))
    assert (number == 1) == bool(found[1])
    return number


# the panel


@here("From {w:address} lead {ways:text} to C.", "From {w:address} leads {ways:text} to C.")
def how_many(scene: Scene, text: Text, w: str, ways: str) -> None:
    assert place_of(w) == weight(scene)
    n = globals()["ways"](ways)
    assert n == count(scene, weight(scene).l)
    assert ("leads" in text.text) == (n == 1)


@here("Its product is {nabla_w:address} {sign:text} {value:number}.")
def its_product(scene: Scene, text: Text, nabla_w: str, sign: str, value: str) -> None:
    assert count(scene, weight(scene).l) == 1
    check_weight(scene, nabla_w)
    check_gradient(scene, sign, value)


@here(
    "Both products are 0, so {nabla_w:address} = 0.",
    "All {n:int} products are 0, so {nabla_w:address} = 0.",
)
def all_0(scene: Scene, text: Text, nabla_w: str, n: str = "2") -> None:
    check_weight(scene, nabla_w)
    every = products(scene)
    assert len(every) == int(n)
    assert not any(every)


@here(
    "{few:int} of {n:int} paths carry at least 90 % of the sum, signs aside.",
    "{few:int} of {n:int} paths carries at least 90 % of the sum, signs aside.",
    "It takes both paths to carry 90 % of the sum, signs aside.",
    "It takes all {n:int} paths to carry 90 % of the sum, signs aside.",
)
def carry(scene: Scene, text: Text, few: str = "", n: str = "2") -> None:
    sizes = sorted(map(abs, products(scene)), reverse=True)
    assert len(sizes) == int(n)
    most = int(few or n)
    assert most < len(sizes) if few else most == len(sizes)
    assert ("carries" in text.text) == (few == "1")
    whole = math.fsum(sizes)
    assert math.fsum(sizes[:most]) >= 0.9 * whole * (1 - 1e-9)
    assert math.fsum(sizes[: most - 1]) < 0.9 * whole * (1 + 1e-9)


@here(
    "With their signs half of it or more cancels: their sizes add up to {sizes:number}, the products themselves to {sum:number}."
)
def cancel(scene: Scene, text: Text, sizes: str, sum: str) -> None:
    whole = math.fsum(map(abs, products(scene)))
    check_number(sizes, whole, noise=1e-12 * whole)
    check_number(sum, gradient(scene), noise=noise(scene))
    assert abs(gradient(scene)) <= 0.5 * whole * (1 + 1e-9)


@here("They are too many to draw: above 512 they are summed by the neuron that they pass.")
def too_many(scene: Scene, text: Text) -> None:
    assert count(scene, weight(scene).l) > MOST


@here("Without a hidden layer every weight has just one path.")
def no_hidden_layer(scene: Scene, text: Text) -> None:
    assert scene.truth.L == 2


@here("{w:address} leads straight to an output: one path.")
def last_layer(scene: Scene, text: Text, w: str) -> None:
    assert place_of(w) == weight(scene)
    assert weight(scene).l == scene.truth.L > 2


@here("Click a line of an earlier layer for more.")
def earlier(scene: Scene, text: Text) -> None:
    assert count(scene, 2) > 1


# one path after the other


def terms(scene: Scene) -> list[Any]:
    return list(sums_part(scene)["terms"])


def is_each(scene: Scene) -> bool:
    return count(scene, weight(scene).l) <= MOST


def term_number(text: Text) -> int:
    return text.places[0]


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


def is_full(number: float) -> bool:
    return spelled(number) == spelled(number, 12)


def check_signs(scene: Scene, signs: str, factors: list[float], value: float) -> None:
    """Before the factors stands = where all are given in full, and so before what they come to."""
    first, second = signs
    assert {first, second} <= {"=", "≈"}
    endless = any(name in ("sigmoid", "tanh") for name in scene.truth.activation.values())
    finite = all(map(math.isfinite, factors))
    if first == "=":
        assert finite
        assert all(map(is_full, factors)), factors
        assert not endless or not any(factors) or all(z == 0 for z in straightened(scene))
    if second == "=":
        assert 0 in factors or (first == "=" and is_full(value)), (factors, value)


def straightened(scene: Scene) -> list[float]:
    """Each z at which an activation has endless digits, unless it is 0."""
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
    t, q = term["first"], term["at"][0]
    return through(scene)[t, q][1] * scene.truth.delta[t][q - 1]


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
    assert globals()["ways"](ways) == count(scene, place.l) // scene.truth.sizes[own.l - 1]
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


# all at once


def at_layer(scene: Scene, text: Text) -> int:
    return scene.truth.L - term_number(text)


@here("From layer {t:int} on: {delta:text}", where="steps/title$")
def layer_title(scene: Scene, text: Text, t: str, delta: str) -> None:
    assert int(t) == at_layer(scene, text)
    assert delta == f"δ{'⁰¹²³⁴⁵⁶⁷⁸⁹'[int(t)]}"


@here("{number:text}", where="steps/tag$")
def equation_of_step(scene: Scene, text: Text, number: str) -> None:
    t = at_layer(scene, text)
    assert number == ("BP1a" if t == scene.truth.L else "BP4" if t < weight(scene).l else "BP2")


@here(
    "Each output has one way to C: {delta:text} is ∂C/∂a times σ′(z).",
    "Each output has one way to C: {delta:text} is ∂C/∂a times σ′(z): that is a − y.",
)
def one_way(scene: Scene, text: Text, delta: str) -> None:
    true = scene.truth
    cancels = (true.cost_name, true.activation[true.L]) == ("cross-entropy", "sigmoid")
    assert ("a − y" in text.text) == cancels
    assert at_layer(scene, text) == true.L
    assert delta == f"δ{'⁰¹²³⁴⁵⁶⁷⁸⁹'[true.L]}"


@here("Each number of {delta:text} is the sum over {ways:text} from there to C.")
def number_of_errors(scene: Scene, text: Text, delta: str, ways: str) -> None:
    t = at_layer(scene, text)
    assert delta == f"δ{'⁰¹²³⁴⁵⁶⁷⁸⁹'[t]}"
    assert globals()["ways"](ways) == count(scene, t) > 1


@here("It takes {terms:text} and a slope: the paths share all that {delta:text} has summed.")
def it_takes(scene: Scene, text: Text, terms: str, delta: str) -> None:
    t = at_layer(scene, text)
    n = scene.truth.sizes[t]
    assert terms == ("1 term" if n == 1 else f"{n} terms")
    assert delta == f"δ{'⁰¹²³⁴⁵⁶⁷⁸⁹'[t + 1]}"


@here(
    "From each neuron of this layer there is 1 path to C: {delta:text} takes one term, {after:text} times its weight {w:text}, and a slope."
)
def one_path(scene: Scene, text: Text, delta: str, after: str, w: str) -> None:
    t = at_layer(scene, text)
    up = "⁰¹²³⁴⁵⁶⁷⁸⁹"
    assert count(scene, t) == 1
    assert (delta, after, w) == (f"δ{up[t]}", f"δ{up[t + 1]}", f"w{up[t + 1]}")


@here(
    "One last factor: {nabla_w:address} = {a:address} {delta:address} {sign:text} {value:number}, the sum over {ways:text}.",
    "One last factor: {nabla_w:address} = {a:address} {delta:address} {sign:text} {value:number}, along the one path.",
)
def one_last(
    scene: Scene,
    text: Text,
    nabla_w: str,
    a: str,
    delta: str,
    sign: str,
    value: str,
    ways: str = "1 path",
) -> None:
    place = weight(scene)
    check_weight(scene, nabla_w)
    assert (place_of(a), place_of(delta)) == (
        Place("a", place.l - 1, place.k),
        Place("delta", place.l, place.j),
    )
    true = gradient(scene)
    assert sign != "=" or is_full(true)
    check_number(value, true, noise=noise(scene))
    assert globals()["ways"](ways) == count(scene, place.l)
    assert ("along" in text.text) == (count(scene, place.l) == 1)
