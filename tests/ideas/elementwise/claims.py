"""What the page of a function of a vector says, and what must be true of it."""

import math
import re
from collections.abc import Sequence

from tests.claims.claims import Scene, always, check_number, claim, formulas_of, number_of, place_of
from tests.claims.formulas import in_text
from tests.claims.said import Text
from tests.claims.truth import Place, value

ACTIVATIONS = ("sigmoid", "tanh", "relu", "leaky-relu", "linear")
LETTERS = {
    "square": "x^2",
    "cube": "x^3",
    "half": r"\frac{x}{2}",
    "absolute": "|x|",
    "exp": "e^{x}",
    "sigmoid": r"\frac{1}{1+e^{-x}}",
    "tanh": r"\tanh x",
    "relu": r"\max(0, x)",
    "leaky-relu": r"\max(0.01x, x)",
    "linear": "x",
}
TITLES = {
    "square": "square, x²",
    "cube": "cube, x³",
    "half": "half, x/2",
    "absolute": "absolute value, |x|",
    "exp": "exponential, eˣ",
    "leaky-relu": "leaky relu",
}

always("f is applied to each entry separately.", *TITLES.values())


def layer(scene: Scene) -> int:
    """Whose z it is, or 0."""
    found = re.fullmatch(r"z(\d)", scene.lesson.choice("v").strip())
    return min(int(found[1]), scene.truth.L) if found else 0


def vector(scene: Scene) -> Sequence[float]:
    return scene.truth.z[layer(scene)] if layer(scene) else list(scene.lesson.value_of("v"))


def function(name: str, x: float) -> float:
    """The function of one number, infinite beyond a float."""
    if name in ACTIVATIONS:
        return value(name, x)
    try:
        return {"square": x**2, "cube": x**3, "half": x / 2, "absolute": abs(x)}[name]
    except KeyError:
        return math.exp(x) if x < 709.78 else math.inf
    except OverflowError:
        return math.inf


def noise(scene: Scene, x: float) -> float:
    """How far f(x) may be off, since a z of the network is a rounded sum."""
    name = scene.lesson.choice("f")
    step = 1e-11 * abs(x) if layer(scene) else 1e-15 * abs(x)
    return abs(function(name, x + step) - function(name, x)) + 1e-13 * abs(function(name, x))


def is_endless(name: str, x: float) -> bool:
    return name in ("sigmoid", "tanh", "exp") and x != 0


@claim("The graph of f, {title:text}, with a point for each entry of {v:text}")
def graph(scene: Scene, text: Text, title: str, v: str) -> None:
    name, l = scene.lesson.choice("f"), layer(scene)
    assert title == TITLES.get(name, name)
    assert v == "v" if not l else place_of(v) == Place("z", l)
    items = scene.data["parts"][0]["rows"][0]["items"]
    assert len(items) == (5 if l else 3)
    if l:
        check_beside(scene, items[3], items[4])


def check_beside(scene: Scene, sign: str, beside: str) -> None:
    """The sign between f(z) and the activations."""
    assert beside == f"a{layer(scene)}"
    if sign == "=":
        assert agree(scene)
    elif sign == "≠":
        assert not agree(scene)
    else:
        assert sign == "≈"
        assert not agree(scene)
        name, true = scene.lesson.choice("f"), scene.truth
        for z, a in zip(vector(scene), true.a[layer(scene)], strict=True):
            assert math.isclose(function(name, z), a, abs_tol=1e-15)


def agree(scene: Scene) -> bool:
    """Whether f makes the activations of the z of a layer, but for rounding."""
    name, l = scene.lesson.choice("f"), layer(scene)
    sigma = scene.truth.activation[l]
    return name == sigma or all(
        math.isclose(function(name, z), function(sigma, z), rel_tol=1e-13)
        and not is_endless(name, z)
        and not is_endless(sigma, z)
        for z in vector(scene)
    )


@claim(
    "Here f does with {z:address} what the σ of layer {l:int} does, so f({again:address}) is {a:address}: the very same numbers."
)
def the_same(scene: Scene, text: Text, z: str, l: str, again: str, a: str) -> None:
    assert int(l) == layer(scene) > 0
    assert place_of(z) == place_of(again) == Place("z", int(l))
    assert place_of(a) == Place("a", int(l))
    assert agree(scene)


@claim(
    "Every entry of f(v) must be finite; the size of entry {j:int} is beyond 1.8×10³⁰⁸, the largest number there is room for."
)
def too_large(scene: Scene, text: Text, j: str) -> None:
    assert math.isinf(function(scene.lesson.choice("f"), vector(scene)[int(j) - 1]))


@formulas_of("elementwise")
def formula(scene: Scene, text: Text, latex: str) -> None:
    name, v = scene.lesson.choice("f"), vector(scene)
    bare = re.sub(r"\\textcolor\{[^}]*\}", "", latex).strip()
    if "bmatrix" not in bare:
        assert bare == f"f(x) = {LETTERS[name]}", bare
        return
    matrix = r"\\begin\{bmatrix\} (.*?) \\end\{bmatrix\}"
    found = re.fullmatch(rf"f\\left\({matrix}\\right\) = {matrix} (=|\\approx) {matrix}", bare)
    assert found, bare
    into, taken, out = (found[n].split(r" \\ ") for n in (1, 2, 4))
    for x, number, entry, result in zip(v, into, taken, out, strict=True):
        assert entry == f"f({number})"
        check_number(in_text(number), x, noise=1e-11 * abs(x) if layer(scene) else 0)
        y = function(name, x)
        check_number(in_text(result), y, noise=noise(scene, x))
        if found[3] == "=":
            assert not is_endless(name, x)
            near = function(name, number_of(in_text(number)))
            assert math.isclose(near, number_of(in_text(result)), rel_tol=1e-9)
            assert y or name == "relu" or not x
