"""What stands beside pictures in rows, and on buttons with numbers."""

import math
import re

from tests.claims.claims import Scene, always, check_number, claim, number_of, place_of
from tests.claims.said import Text
from tests.claims.truth import Place

always(
    "(33): the slopes as a diagonal matrix",
    "(34): the slopes as a diagonal matrix",
    "(35): all the way from ∇ₐC",
    "BP1a: the same with ⊙",
    "BP2: the same with ⊙",
    where="/rows/label$",
)


@claim(
    "{address:address} = {number:number}", "{address:address} ≈ {number:number}", where="^chips/"
)
def chip(scene: Scene, text: Text, address: str, number: str) -> None:
    check_value(scene, text, place_of(address), number)


@claim("∂C/∂a{at:text} = {number:number}", "∂C/∂a{at:text} ≈ {number:number}", where="^chips/")
def chip_of_rate(scene: Scene, text: Text, at: str, number: str) -> None:
    check_value(scene, text, place_of(f"a{at}")._replace(symbol="nabla_a"), number)


def check_value(scene: Scene, text: Text, place: Place, number: str) -> None:
    """Three digits of a number, and = only before all digits that there are."""
    true = scene.truth
    value = true.value(place)
    noise = 1e-10 * abs(value)
    check_number(number, value, noise=noise)
    if "=" in text.text:
        assert math.isclose(number_of(number), value, rel_tol=1e-9)
        if place.symbol in ("a", "sigma_prime") and place.l > 1:
            z = true.value(place._replace(symbol="z"))
            assert true.activation[place.l] not in ("sigmoid", "tanh") or not z


@claim("Layer {l:int}, {name:text}", where="/rows/label$")
def layer(scene: Scene, text: Text, l: str, name: str) -> None:
    assert name == scene.truth.activation[int(l)]


@claim(
    "The gradients of layer {l:int}, and the differences of the cost: each weight moved a little",
    where="/rows/label$",
)
def gradients(scene: Scene, text: Text, l: str) -> None:
    assert 2 <= int(l) <= scene.truth.L


@claim("All layers as one, where every neuron is linear: W = {product:text}", where="/rows/label$")
def as_one(scene: Scene, text: Text, product: str) -> None:
    every = [Place("w", l) for l in range(scene.truth.L, 1, -1)]
    first, _, last = product.partition(" … ")
    said = [place_of(one) for one in first.split(" ")]
    assert said == every[: len(said)]
    assert (last == "") == (said == every)
    assert not last or place_of(last) == every[-1]


@claim("{n:int}×{m:int}", where="/rows/shape$")
def shape(scene: Scene, text: Text, n: str, m: str) -> None:
    sizes = {1, *scene.truth.sizes}
    assert {int(n), int(m)} <= sizes


SHAPES = "{n:int}×{m:int} times {k:int}×{p:int}"


@claim(
    f"Forward: {SHAPES} is {{rows:int}}×{{columns:int}}, and b is added to every column",
    f"Forward: {SHAPES} is {{rows:int}}×{{columns:int}}",
    where="/rows/label$",
)
def forward(scene: Scene, text: Text, **said: str) -> None:
    check_shapes(scene, text)
    assert ("b is added" in text.text) == (scene.lesson.biases != "none")
    assert (said["rows"], said["columns"]) == (said["n"], said["p"])


@claim(
    f"Gradient in the loop: {SHAPES}, once for each example, added up",
    f"Gradient as one product: {SHAPES} adds up the examples by itself",
    where="/rows/label$",
)
def gradient(scene: Scene, text: Text, **said: str) -> None:
    check_shapes(scene, text)


def check_shapes(scene: Scene, text: Text) -> None:
    """The two shapes can be multiplied, and those of the weights are between them."""
    found = re.search(r"(\d+)×(\d+) times (\d+)×(\d+)", text.text)
    assert found
    n, m, k, p = map(int, found.groups())
    assert m == k
    pairs = list(zip(scene.truth.sizes, scene.truth.sizes[1:], strict=False))
    assert ((m, n) if text.text.startswith("Forward") else (p, n)) in pairs
