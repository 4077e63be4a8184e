"""What part "outputs" says of the cost over the outputs, and what must be true of it."""

import math
from dataclasses import replace
from typing import Any

from tests.claims import formulas
from tests.claims.claims import Scene, always, check_number, claim, formulas_of, number_of, place_of
from tests.claims.rows import can_run, on_rows, stepped
from tests.claims.said import Text
from tests.claims.sums import check_sum
from tests.claims.truth import Place, Truth

always(
    "The second assumption: C is a function of the outputs $ (L is the last layer).",
    "So $ can be worked out, with which BP1 begins.",
    "y is a parameter: another y makes another curve.",
    "y is a parameter: another y makes another surface.",
    "Learning never changes y.",
    "The other outputs are held where they are now.",
    "A step may move them, too, so its true path need not lie on this slice.",
)
always(
    "This browser draws nothing in three dimensions (WebGL is off): the contour plot shows the same.",
    where="no_webgl$",
)
always("none", where="/contours/coloring$")


def land(scene: Scene) -> dict[str, Any]:
    (part,) = scene.data["parts"]
    found: dict[str, Any] = part["landscape"]
    return found


@claim("(27) in the book.")
def quadratic(scene: Scene, text: Text) -> None:
    assert scene.lesson.cost == "quadratic"


@claim(
    "C is the squared error here, without the ½ of the book's (27): C, the errors and the "
    "gradients are twice as large, and half of η takes the same step."
)
def squared_error(scene: Scene, text: Text) -> None:
    assert scene.lesson.cost == "squared-error"
    half = Truth.of(replace(scene.lesson, cost="quadratic"))
    for l, errors in scene.truth.delta.items():
        assert all(map(math.isclose, errors, [2 * one for one in half.delta[l]]))


@claim("C is the cross-entropy here; the book's (27) is the quadratic cost.")
def cross_entropy(scene: Scene, text: Text) -> None:
    assert scene.lesson.cost == "cross-entropy"


@claim("This network has one output, so C is a curve; with two it is a surface.")
def one_output(scene: Scene, text: Text) -> None:
    assert len(scene.lesson.y) == 1 == len(land(scene)["axes"])


@formulas_of("outputs")
def numbers(scene: Scene, text: Text, latex: str) -> None:
    if r"\dots" in latex or ("+" in latex and "(" not in latex):
        every = range(1, len(scene.truth.y) + 1)
        check_sum(latex, [scene.truth.cost_of(j) for j in every])
    else:
        formulas.check(latex, scene.truth)


# the marks


def rows(scene: Scene) -> list[Truth]:
    """What a step on this page goes over: all rows that can be run, of a table that has several."""
    every = scene.lesson.data
    return [*on_rows(scene.truth, every).values()] if len(every) > 1 else []


def after(scene: Scene) -> Truth | None:
    """The network on this example after the step; None where it leads too far."""
    found = stepped(scene.truth, rows(scene) or [scene.truth], scene.lesson.eta)
    return found if can_run(found) else None


@claim("a step with η = {eta:number} leads too far: try a smaller η")
def too_far(scene: Scene, text: Text, eta: str) -> None:
    assert number_of(eta) == scene.lesson.eta
    assert after(scene) is None


@claim("this step is too long: C rises from {before:number} to {higher:number}")
def too_long(scene: Scene, text: Text, before: str, higher: str) -> None:
    found = after(scene)
    assert found
    assert not rows(scene)
    check_number(before, scene.truth.cost, noise=1e-12 * scene.truth.cost)
    check_number(higher, found.cost, noise=1e-9 * found.cost)
    assert number_of(before) < number_of(higher)


@claim("try a smaller η than {eta:number}")
def smaller(scene: Scene, text: Text, eta: str) -> None:
    assert number_of(eta) == scene.lesson.eta


@claim("one step of descent, η = {eta:number}")
def one_step(scene: Scene, text: Text, eta: str) -> None:
    found = after(scene)
    assert found
    assert not rows(scene)
    assert number_of(eta) == scene.lesson.eta
    assert found.cost <= scene.truth.cost * (1 + 1e-8)


@claim("one step over {count:int} rows of the table, η = {eta:number}: it may lead this example up")
def step_over_rows(scene: Scene, text: Text, count: str, eta: str) -> None:
    assert int(count) == len(rows(scene))
    assert number_of(eta) == scene.lesson.eta


@claim("one step over {what:text}, η = {eta:number}: it does not move {a:address}")
def still(scene: Scene, text: Text, what: str, eta: str, a: str) -> None:
    true, found, count = scene.truth, after(scene), len(rows(scene))
    assert what == (f"{count} rows of the table" if count else "this example")
    assert number_of(eta) == scene.lesson.eta
    assert place_of(a) == Place("a", true.L)
    assert found
    for now, then in zip(true.a[true.L], found.a[true.L], strict=True):
        assert math.isclose(now, then, rel_tol=1e-14, abs_tol=1e-300)


@claim("and {count:int} more")
def more(scene: Scene, text: Text, count: str) -> None:
    assert int(count) == len(land(scene)["way"]) - 2


@claim("a is the variable: learning moves the point along the {what:text}.")
def what_it_is(scene: Scene, text: Text, what: str) -> None:
    assert what == {1: "curve", 2: "surface"}[len(land(scene)["axes"])]
