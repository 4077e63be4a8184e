"""What is said of one neuron with another function, and what must be true of it."""

import re
from collections.abc import Callable
from functools import partial

from tests.claims import formulas, reader
from tests.claims.claims import (
    Scene,
    always,
    check_number,
    claim,
    formulas_of,
    number_of,
    place_of,
)
from tests.claims.ranges import Range
from tests.claims.reader import LettersError
from tests.claims.said import Text
from tests.claims.truth import Place, Truth
from tests.ideas.function.other import Other, chosen, kept, neuron, right

ALIKE, EPS = 1e-4, 1e-5

always(
    "{step:text}: as before.",
    "still the slope of σ, by mistake",
)


FORMULAS = {
    "sine": (r"\sin z", r"\cos z"),
    "square": ("z^2", "2 z"),
    "bell": ("e^{-z^2}", "-2 z e^{-z^2}"),
    "softplus": (r"\ln (1 + e^z)", r"\frac{1}{1+e^{-z}}"),
}


# what is said


@claim(
    "The gradients of layer {l:int}, and the difference quotients of C: each weight and bias moved a little",
    "The gradients of layer {l:int}, and the difference quotients of C: each weight moved a little",
)
def check(scene: Scene, text: Text, l: str) -> None:
    assert int(l) == neuron(scene).l
    assert ("bias" in text.text) == scene.lesson.has_biases


@claim("Feedforward: {a:address} = f({z:address}) in place of σ({z2:address}).")
def forward(scene: Scene, text: Text, a: str, z: str, z2: str) -> None:
    assert z == z2
    assert place_of(z) == neuron(scene) == place_of(a)._replace(symbol="z")


@claim(
    "Output error: {f:text}({z:address}) makes {delta:address}; it does not cancel from ∂C/∂a as σ′ did, so BP1 stands as it is."
)
@claim("{step:text}: {f:text}({z:address}) in place of {slope:address} makes {delta:address}.")
def slope_here(
    scene: Scene,
    text: Text,
    f: str,
    z: str,
    delta: str,
    step: str = "Output error",
    slope: str = "",
) -> None:
    own, at = Truth.of(scene.lesson), neuron(scene)
    assert f == "f′"
    assert place_of(z) == at == place_of(delta)._replace(symbol="z")
    assert step == ("Output error" if at.l == own.L else "Backpropagate")
    cancels = at.l == own.L and (own.cost_name, own.activation[own.L]) == (
        "cross-entropy",
        "sigmoid",
    )
    assert cancels == (not slope)
    assert not slope or place_of(slope) == at._replace(symbol="sigma_prime")


@claim(
    "With this f the cost cannot be taken: cross-entropy needs every output above 0 and below 1, as sigmoid outputs are."
)
def no_cost(scene: Scene, text: Text) -> None:
    assert not scene.data.get("marks")
    assert scene.lesson.cost == "cross-entropy"


@claim("With this f the numbers grow beyond 1.8×10³⁰⁸, more than a computer's can be.")
def too_large(scene: Scene, text: Text) -> None:
    assert not scene.data.get("marks")


def gradients(truth: Truth, l: int) -> list[float]:
    biases = truth.delta[l] if truth.biases != "none" else []
    return [*(one for row in truth.nabla_w[l] for one in row), *biases]


def quotients(scene: Scene) -> list[float]:
    """Of C by each weight and bias of the layer."""
    own, at = Truth.of(scene.lesson), neuron(scene)

    def cost(changed: Truth) -> float:
        return Other.made(changed, at, chosen(scene), forget=False).cost

    def quotient(change: Callable[[float], Truth]) -> float:
        return (cost(change(EPS)) - cost(change(-EPS))) / (2 * EPS)

    has_biases = own.biases != "none"
    n, m = own.sizes[at.l - 1], own.sizes[at.l - 2]
    places = [Place("w", at.l, j, k) for j in range(1, n + 1) for k in range(1, m + 1)]
    return [
        *(quotient(partial(own.moved, place)) for place in places),
        *(quotient(partial(own.pushed, at.l, j)) for j in range(1, n + 1) if has_biases),
    ]


def noise(truth: Truth) -> float:
    """How far a difference quotient may be off by rounding."""
    size = max([truth.cost, *(abs(one) for a in truth.a.values() for one in a)])
    return 200 * 2.0**-52 * max(size, 1e-300) / EPS


@claim(
    "The slip shows: in layer {l:int} the difference quotients of C and these gradients differ by up to {apart:number}, and the largest right gradient is {largest:number} in size."
)
@claim(
    "The slip is too small to show: in layer {l:int} the difference quotients of C and these gradients differ by at most {apart:number}, and the largest right gradient is {largest:number} in size."
)
@claim(
    "The difference quotients of C agree with all gradients of layer {l:int}: they differ by at most {apart:number}, and the largest gradient is {largest:number} in size."
)
@claim(
    "The difference quotients of C are the gradients of layer {l:int} to the last digit; the largest is {largest:number} in size."
)
@claim(
    "In layer {l:int} the difference quotients of C and the gradients differ by up to {apart:number}, and the largest gradient is {largest:number} in size: here C is too large beside them, bends too much or has a kink, so that difference quotients do not tell its slopes."
)
@claim("All gradients of layer {l:int} are 0, and so are the difference quotients of C.")
def verdict(scene: Scene, text: Text, l: str, apart: str = "0", largest: str = "0") -> None:
    true, at = right(scene), neuron(scene)
    assert int(l) == at.l
    wanted, shown = gradients(true, at.l), gradients(scene.truth, at.l)
    most, slack = max(map(abs, wanted)), noise(true)
    check_number(largest, most, noise=1e-9 * most + slack * 1e-9)
    by_cost = quotients(scene)
    off = max(abs(one - other) for one, other in zip(by_cost, shown, strict=True))
    assert abs(number_of(apart) - off) <= 0.006 * off + slack
    unlike = any(
        abs(one - other) > 1e-14 * abs(one) for one, other in zip(wanted, shown, strict=True)
    )
    assert unlike <= ("slip" in text.text)
    if "slip" in text.text:
        assert kept(scene)
    if "agree" in text.text:
        assert number_of(apart) <= ALIKE * number_of(largest) * 1.01
    elif "do not tell" in text.text:
        assert number_of(apart) > ALIKE * number_of(largest) * 0.99
    elif "slip shows" in text.text:
        assert number_of(apart) > ALIKE * number_of(largest) * 0.99
        assert unlike


@claim("The layer before it has the mistake, too.", "All layers before it have the mistake, too.")
def inherited(scene: Scene, text: Text) -> None:
    l = neuron(scene).l
    assert l - 2 == 1 if "layer before" in text.text else l - 2 > 1
    assert all(right(scene).delta[m] != scene.truth.delta[m] for m in range(2, l))


@claim("The layer after it is right.", "The layers after it are right.")
def unharmed(scene: Scene, text: Text) -> None:
    after = scene.truth.L - neuron(scene).l
    assert after == 1 if "layer after" in text.text else after > 1
    assert all(
        right(scene).delta[m] == scene.truth.delta[m]
        for m in range(neuron(scene).l + 1, scene.truth.L + 1)
    )


# the formula


class Reader(reader.Reader):
    """Knows f; what is left in letters is not worked out."""

    def function(self) -> Range:
        if self.here != "f":
            if self.here == r"\sigma'":
                raise LettersError("the slope of another function")
            return super().function()
        self.take()
        into = self.factor()
        f = self.truth.f[0]  # type: ignore[attr-defined]
        low, high = float(into.low), float(into.high)
        every = [f(low + (high - low) * n / 64) for n in range(65)]
        return Range(min(every), max(every), f(float(into.printed)))


@formulas_of("function", "^latex$")
def formula(scene: Scene, text: Text, latex: str) -> None:
    name = chosen(scene)
    first = re.search(r"f\(z\) &= (.*?), \\quad f'\(z\) = (.*?) \\\\", latex)
    assert first
    assert name not in FORMULAS or first.groups() == FORMULAS[name]
    formulas.check(latex.replace(first[0], ""), scene.truth, Reader)


always("Click another neuron to give f to it; an input has no function.")
