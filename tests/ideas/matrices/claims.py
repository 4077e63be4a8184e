"""What part "matrices" says of the errors by matrices alone, and what must be true of it."""

import math
import sys
from itertools import pairwise

from backprop.lesson import chosen_layer
from tests.claims.claims import Scene, always, check_number, claim, place_of
from tests.claims.said import Text
from tests.claims.truth import Place

EPS = 2.0**-52

always(
    "⊙ leaves out just these, and needs no matrix to be built.",
    "From the right a matrix meets a vector every time.",
)


def sizes(scene: Scene) -> list[int]:
    """How many neurons the layers have from the one that is looked at to the outputs."""
    return scene.truth.sizes[chosen_layer(scene.lesson) - 1 :]


def from_right(scene: Scene) -> int:
    """How many multiplications: a diagonal matrix for each layer, and the weights between."""
    return sum(n * n for n in sizes(scene)) + with_weights(scene)


def with_weights(scene: Scene) -> int:
    return sum(n * m for n, m in pairwise(sizes(scene)))


def from_left(scene: Scene) -> int:
    first, *rest = sizes(scene)
    total, before = 0, first
    for n in rest:
        total += first * before * n + first * n * n
        before = n
    return total + first * before


@claim("(34) and (35) are about hidden layers, and this network has none.")
def no_hidden_layer(scene: Scene, text: Text) -> None:
    assert scene.truth.L == 2


@claim(
    "{more:number} of the {all:number} multiplications from the right are by a zero off the diagonal "
    "of a Σ′."
)
def zeros(scene: Scene, text: Text, more: str, all: str) -> None:
    assert int(all.replace(",", "")) == from_right(scene)
    off = sum(n * n - n for n in sizes(scene))
    assert int(more.replace(",", "")) == off == from_right(scene) - with_hadamard(scene)


def with_hadamard(scene: Scene) -> int:
    return sum(sizes(scene)) + with_weights(scene)


@claim("Every layer on the way has one neuron, so Σ′ is one number, and ⊙ saves nothing.")
def one_neuron(scene: Scene, text: Text) -> None:
    assert set(sizes(scene)) == {1}


@claim(
    "From the left a {what:text} meets a matrix: {times:number} times the work.",
    "From the left a {what:text} meets a matrix: the same work.",
)
def the_other_end(scene: Scene, text: Text, what: str, times: str = "1") -> None:
    assert what == ("row" if sizes(scene)[0] == 1 else "matrix")
    check_number(times, from_left(scene) / from_right(scene))


# do they agree?


def errors(scene: Scene) -> list[float]:
    return scene.truth.delta[chosen_layer(scene.lesson)]


def by_products(scene: Scene) -> list[float]:
    """The errors from nabla_a on, which is as large as a number can be where it is beyond."""
    true, most = scene.truth, sys.float_info.max
    slopes = true.sigma_prime
    found = [
        max(-most, min(most, rate)) * slope
        for rate, slope in zip(true.nabla_a, slopes[true.L], strict=True)
    ]
    for l in range(true.L - 1, chosen_layer(scene.lesson) - 1, -1):
        columns = zip(*true.w[l + 1], strict=True)
        sums = [math.fsum(map(float.__mul__, column, found)) for column in columns]
        found = list(map(float.__mul__, sums, slopes[l]))
    return found


def off(scene: Scene) -> float:
    pairs = zip(by_products(scene), errors(scene), strict=True)
    return max(abs(one - other) for one, other in pairs)


@claim("All ways give the same numbers, to the last digit.")
def same(scene: Scene, text: Text) -> None:
    assert off(scene) <= 1e-11 * max(map(abs, errors(scene)))


@claim("All ways agree but for rounding: the largest difference is {apart:number}.")
def rounding(scene: Scene, text: Text, apart: str) -> None:
    most = max(map(abs, errors(scene)))
    check_number(apart, 0.0, noise=1e-9 * most)
    assert off(scene) <= 1e-9 * most


@claim(
    "∂C/∂a of an output is beyond 1.80×10³⁰⁸, more than a number of 16 digits can hold, so the "
    "ways that begin with ∇ₐC lose δ: they are off by up to {apart:number}."
)
def beyond(scene: Scene, text: Text, apart: str) -> None:
    assert any(abs(rate) >= sys.float_info.max * (1 - EPS) for rate in scene.truth.nabla_a)
    check_number(apart, off(scene), noise=1e-6 * off(scene))


@claim(
    "The largest difference between the ways is {apart:number}: each rounds in another order, and "
    "here that takes digits."
)
def digits(scene: Scene, text: Text, apart: str) -> None:
    assert all(map(math.isfinite, scene.truth.nabla_a))
    check_number(apart, 0.0, noise=1e-6 * max(map(abs, errors(scene))))


@claim("{way:text}: a number on the way grows beyond 1.80×10³⁰⁸.")
def too_large(scene: Scene, text: Text, way: str) -> None:
    assert way in ("With ⊙", "Matrices, from the right", "Matrices, from the left")
    true = scene.truth
    largest = [max(abs(one) for rows in true.w[l] for one in rows) for l in true.w]
    rates = [max(map(abs, true.nabla_a))]
    assert sum(math.log10(max(1, one)) + 1 for one in largest + rates) > 300


@claim(
    "With the cross-entropy of sigmoids, {delta:address} is better computed as {a:address} − y: "
    "where a saturated output is wrong, ∇ₐC is huge and σ′ tiny, and a − y needs neither."
)
def cancels(scene: Scene, text: Text, delta: str, a: str) -> None:
    true = scene.truth
    assert (true.cost_name, true.activation[true.L]) == ("cross-entropy", "sigmoid")
    assert (place_of(delta), place_of(a)) == (Place("delta", true.L), Place("a", true.L))
