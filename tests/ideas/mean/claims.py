"""What part "mean" says of the cost over examples, and what must be true of it."""

import math
import re
from collections.abc import Iterator
from typing import Any

from backprop.lesson import examples_of
from tests.claims import formulas
from tests.claims.claims import Scene, always, claim, formulas_of, place_of
from tests.claims.rows import on_rows, over
from tests.claims.said import Text
from tests.claims.sums import check_sum
from tests.claims.truth import Place, Truth

H, EPS = 1e-5, 2.0**-52

always(
    "$: how many examples there are; $: one of them; $: its desired outputs; $: the last layer; "
    "$: the outputs of the network for $",
)


@claim(
    "The first assumption: C is the mean of the costs Cₓ of the single examples.",
    "So backpropagation, which takes one example at a time, gives what is to be averaged.",
)
def of_the_mean(scene: Scene, text: Text) -> None:
    assert scene.lesson.reduction == "mean"


@claim(
    "The first assumption: C is made of the costs Cₓ of the single examples alone, here their sum; "
    "the book's C is that divided by n.",
    "So backpropagation, which takes one example at a time, gives what is to be added up.",
)
def of_the_sum(scene: Scene, text: Text) -> None:
    assert scene.lesson.reduction == "sum"


always("{name:text} has no value", where="/texts/no_value$")


def examples(scene: Scene) -> dict[int, Truth]:
    """The network on each example that it can take, by its number; on its own where on none."""
    return on_rows(scene.truth, examples_of(scene.lesson)) or {1: scene.truth}


def gradients(scene: Scene) -> dict[str, Any]:
    found: dict[str, Any] = scene.data["parts"][1]
    return found


def places(scene: Scene) -> Iterator[Place]:
    """The weights and biases of the layer that is shown."""
    l = gradients(scene)["l"]
    for j, row in enumerate(scene.truth.w[l], start=1):
        yield from (Place("w", l, j, k) for k in range(1, len(row) + 1))
        if scene.lesson.has_biases:
            yield Place("b", l, j)


def moved(true: Truth, place: Place, step: float) -> Truth:
    return true.moved(place, step) if place.symbol == "w" else true.pushed(*place[1:3], step)


def costs(scene: Scene, place: Place) -> list[float]:
    """The cost with one weight or bias moved up, and down; NaN where there is none."""
    found = []
    for step in (H, -H):
        try:
            found.append(over([moved(one, place, step) for one in examples(scene).values()]))
        except (ValueError, OverflowError):
            found.append(math.nan)
    return found


def mean_gradient(scene: Scene, place: Place) -> float:
    of = place._replace(symbol=f"nabla_{place.symbol}")
    return scene.truth.reduced([one.value(of) for one in examples(scene).values()])


def noise(scene: Scene) -> float:
    """How wrong a slope may be because costs are rounded."""
    return 64 * EPS * over([*examples(scene).values()]) / H


@claim("(26) in the book")
def quadratic(scene: Scene, text: Text) -> None:
    assert scene.lesson.cost == "quadratic"


@claim("(26) in the book, there with the quadratic cost")
def another_cost(scene: Scene, text: Text) -> None:
    assert scene.lesson.cost == "cross-entropy"


@claim("(26) in the book, there with ½, which halves C and its gradients")
def without_half(scene: Scene, text: Text) -> None:
    assert scene.lesson.cost == "squared-error"


@claim(
    "The slope below it is from forward passes alone, with {name:address} moved up and down by $."
)
def second(scene: Scene, text: Text, name: str) -> None:
    assert "10^{-5}" in text.text
    assert place_of(name) in [*places(scene)]


@claim(
    "∂Cₓ/∂{w:address} and ∂Cₓ/∂{b:address} of each example",
    "∂Cₓ/∂{w:address} of each example",
    where="/heading$",
)
def heading(scene: Scene, text: Text, w: str, b: str = "") -> None:
    l = gradients(scene)["l"]
    assert place_of(w) == Place("w", l)
    assert (b and place_of(b)) == (Place("b", l) if scene.lesson.has_biases else "")


@claim("Example 1 is yours, the others are made up for this page.")
def made_up(scene: Scene, text: Text) -> None:
    assert not scene.lesson.data


@claim("The {reduced:text} of the gradients is from backpropagation, once for each example.")
def of_many(scene: Scene, text: Text, reduced: str) -> None:
    assert reduced == scene.lesson.reduction
    assert len(examples(scene)) > 1


@claim(
    "The {reduced:text} over 1 example is that example's own: its gradient is from backpropagation."
)
def of_one(scene: Scene, text: Text, reduced: str) -> None:
    assert reduced == scene.lesson.reduction
    assert len(examples(scene)) == 1
    assert [one["w"] for one in gradients(scene)["examples"]] == [gradients(scene)["mean"]["w"]]


@claim("1/{n:int}", where="^stage/parts/share$")
def share(scene: Scene, text: Text, n: str) -> None:
    assert scene.lesson.reduction == "mean"
    assert int(n) == len(examples(scene))


@claim("This lesson has one example.")
def one_example(scene: Scene, text: Text) -> None:
    assert len(scene.lesson.data) == 1


@formulas_of("mean", "^latex$")
def numbers(scene: Scene, text: Text, latex: str) -> None:
    plain = re.sub(r"\\textcolor\{[^}]*\}", "", latex)
    every = examples(scene)
    if r"\lVert" not in plain and "C_x" not in plain and "2h" not in plain:
        of = re.search(r"partial \{?([wb])\^\{(\d+)\}_\{(\d+),?(\d*)\}", plain)
        place = Place("C") if not of else _place(*of.groups())
        n = len(every) if scene.lesson.takes_mean else 0
        check_sum(latex, [one.value(place) for one in every.values()], n, noise=1e-11)
    elif "2h" in plain:
        of = re.search(r"C\(\{?([wb])\^\{(\d+)\}_\{(\d+),?(\d*)\}\}?\+h\)", plain)
        assert of
        formulas.check(latex, scene.truth)
        right = plain.partition("2h}")[2].replace("[0.9em]", "")
        found = re.findall(r"-?\d[\d.]*(?:\\times 10\^\{-?\d+\})?", right)
        place = _place(*of.groups())
        place = place._replace(symbol=place.symbol.removeprefix("nabla_"))
        above, below = costs(scene, place)
        slope = _number(found[-1])
        shown = (_number(found[0]) - _number(found[1])) / (2 * H)
        assert abs(shown - slope) <= 0.016 * abs(slope) + 4 * EPS * above / H, shown
        assert abs(slope - (above - below) / (2 * H)) <= 0.006 * abs(slope) + noise(scene)


def _place(symbol: str, l: str, j: str, k: str) -> Place:
    if symbol == "w" and not k:
        j, k = j[0], j[1:]
    return Place(f"nabla_{symbol}", int(l), int(j), int(k or 0))


def _number(latex: str) -> float:
    return float(re.sub(r"\\times 10\^\{(-?\d+)\}", r"e\1", latex))


# the examples that the network cannot take


@claim(
    "Example {i:int} is left out: cross-entropy needs every output above 0 and below 1, as sigmoid "
    "outputs are; got {a:text}."
)
def left_out(scene: Scene, text: Text, i: str, a: str) -> None:
    n = len(scene.lesson.x)
    row = examples_of(scene.lesson)[int(i) - 1]
    outputs = scene.truth.on(row[:n], row[n:]).a[scene.truth.L]
    assert not 0 < float(a) < 1
    assert any(math.isclose(float(a), one, rel_tol=1e-5) for one in outputs)


@claim("So are {count:int} more.")
def more(scene: Scene, text: Text, count: str) -> None:
    every = examples_of(scene.lesson)
    assert int(count) == len(every) - len(on_rows(scene.truth, every)) - 3
