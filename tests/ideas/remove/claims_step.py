"""What part "remove" says of the step of the whole network, and what must be true of it."""

import math
from functools import lru_cache

import numpy as np

from backprop.lesson import Lesson
from tests.claims.claims import Scene, check_number, claim
from tests.claims.rows import can_run
from tests.claims.said import Text
from tests.ideas.remove.claims import address, mistakes, passes
from tests.ideas.remove.wrong_pass import Array, differ, wrong_signs


def steps(scene: Scene) -> tuple[Array, Array]:
    """The true step and this one, as vectors."""
    right, wrong = passes(scene.lesson)
    keys = [one for one in right.came if one[0][-1] in scene.truth.learned]
    true, now = (-np.concatenate([one.came[key].ravel() for key in keys]) for one in (right, wrong))
    return true, -now if "step-sign" in mistakes(scene.lesson) else now


def after(scene: Scene, step: Array, length: float) -> float | None:
    """The cost after a step of this length in a direction; None where there is none."""
    true, found = scene.truth, {}
    unit = step / np.abs(step).max()
    unit = unit / math.hypot(*unit.tolist()) * length
    keys = [one for one in passes(scene.lesson)[0].came if one[0][-1] in scene.truth.learned]
    for symbol, l in keys:
        own = np.array(true.w[l] if symbol == "nabla_w" else true.b[l], float)
        found[symbol, l] = (own.ravel() + unit[: own.size]).reshape(own.shape).tolist()
        unit = unit[own.size :]
    w = {l: found["nabla_w", l] for l in true.w}
    b = {l: found.get(("nabla_b", l), true.b[l]) for l in true.b}
    there = true.like(w=w, b=b)
    return there.cost if can_run(there) else None


@lru_cache(maxsize=2)
def length(lesson: Lesson) -> float:
    """That of the true step, halved until the cost falls by it times the slope, to 1 %."""
    scene = Scene(lesson, "", "", {})
    true, _ = steps(scene)
    slope: float = math.hypot(*true.tolist())
    for n in range(200):
        there = after(scene, true, lesson.eta * slope * 0.5**n)
        fall = lesson.eta * slope * 0.5**n * slope
        if there is not None and math.isclose(scene.truth.cost - there, fall, rel_tol=0.01):
            return lesson.eta * slope * 0.5**n
    return lesson.eta * slope


@claim("Without {names:text} there is no step for the whole network.", where="^caption$")
def no_step(scene: Scene, text: Text, names: str) -> None:
    wrong = passes(scene.lesson)[1]
    assert [address(one) for one in names.split(", ")] == wrong.failed


@claim(
    "One small step of all weights and biases, as long as the true one:",
    "One small step of all weights, as long as the true one; biases stay as they are:",
    "One small step of all weights, as long as the true one:",
    where="^caption$",
)
def about(scene: Scene, text: Text) -> None:
    said = ("weights and biases" in text.text, "stay" in text.text)
    assert said == (scene.lesson.biases == "learn", scene.lesson.biases == "fixed")
    assert all(step.any() for step in steps(scene))


@claim("The true gradient is 0: there is no true step to compare this one with.", where="^caption$")
def true_is_0(scene: Scene, text: Text) -> None:
    true, now = steps(scene)
    assert now.any()
    assert not true.any()


@claim("This gradient is 0: the step moves nothing.", where="^caption$")
def this_is_0(scene: Scene, text: Text) -> None:
    true, now = steps(scene)
    assert true.any()
    assert not now.any()


@claim("Every gradient is 0, and so are the true ones: no step moves anything.", where="^caption$")
def all_are_0(scene: Scene, text: Text) -> None:
    assert not any(step.any() for step in steps(scene))


@claim("{count:int} of {all:int}", where="^metric/Move the wrong way/value$")
def wrong_way(scene: Scene, text: Text, count: str, all: str) -> None:
    true, now = steps(scene)
    assert int(all) == true.size
    assert int(count) == wrong_signs(true, now).sum()


@claim("{degrees:number}°", where="^metric/Angle to the true step/value$")
def angle(scene: Scene, text: Text, degrees: str) -> None:
    one, two = (step / np.abs(step).max() for step in steps(scene))
    one, two = one / math.hypot(*one), two / math.hypot(*two)
    true = math.degrees(2 * math.atan2(math.hypot(*(one - two)), math.hypot(*(one + two))))
    check_number(degrees, true, noise=1e-6 * true + 1e-9)


@claim("{cost:number}", where="^metric/C after the step/value$")
@claim("true step: {cost:number}", where="^metric/C after the step/beside$")
def costs(scene: Scene, text: Text, cost: str) -> None:
    step = steps(scene)[text.where.endswith("value")]
    there = after(scene, step, length(scene.lesson))
    assert there is not None
    check_number(cost, there, noise=1e-10 * (there + scene.truth.cost))


@claim("from {cost:number}", where="^metric/C after the step/delta$")
def cost_before(scene: Scene, text: Text, cost: str) -> None:
    check_number(cost, scene.truth.cost, noise=1e-12 * scene.truth.cost)


@claim(
    "By chance even lower than the true step: where C is smooth, no step of this length lowers it "
    "more if that is small enough.",
    where="^caption$",
)
def lucky(scene: Scene, text: Text) -> None:
    right, wrong = (after(scene, step, length(scene.lesson)) for step in steps(scene))
    assert wrong is not None
    assert right is None or wrong < right


@claim(
    "Two signs cancel: the gradient has the other sign, and the step adds it, so it goes downhill as "
    "the true one does."
)
def signs_cancel(scene: Scene, text: Text) -> None:
    true, now = steps(scene)
    assert "step-sign" in mistakes(scene.lesson)
    assert not differ(true, now).any()
    assert true.any()
