"""The first minute: who is to blame, and what is said of lessons of any kind."""

import re
from dataclasses import replace

import numpy as np
import pytest

from backprop.engine import Network, Quantity, Trace, run
from backprop.figures.json import Json
from backprop.lesson import PRESETS, Lesson, resized
from backprop.stage.explorer import stage_data
from backprop.stage.opening import most_to_blame, opening, wishes
from tests.claims.claims import number_of

DEEP = resized(Lesson(), (12,) * 8)
LESSONS = {
    **PRESETS,
    "wide": resized(Lesson(), (2, 12, 12)),
    "deep": DEEP,
    "neuron by neuron": replace(Lesson(), level="neuron"),
    "cross-entropy": replace(Lesson(), cost="cross-entropy"),
    "one line": resized(Lesson(), (1, 1)),
    "all weights 0": replace(Lesson(), spread=0.0),
    "no input": replace(Lesson(), x=(0.0, 0.0, 0.0)),
    "relu": replace(Lesson(), activation=("relu", "relu")),
    "large": replace(Lesson(), spread=10.0, activation=("linear", "linear")),
    "saturated for good": replace(Lesson(), spread=10.0, x=(1e6, 1e6, 1e6)),
}


def told(lesson: Lesson) -> Json:
    found: Json = opening(lesson.trace(), lesson.trace().at(lesson.level), True)["told"]
    return found


def said(trace: Trace) -> list[str]:
    """All that is said, act by act."""
    acts = opening(trace, trace.steps, True)["told"]["acts"]
    return [f"{one['headline']} {one['more']} {one['spoken']}".replace("\n", " ") for one in acts]


@pytest.mark.parametrize("name", LESSONS)
def test_the_named_line_has_the_largest_gradient_and_what_is_advised_lowers_the_cost(
    name: str,
) -> None:
    trace = LESSONS[name].trace()
    gradients = [
        (float(values[j, k]), l, j, k)
        for l, values in trace.nabla_w.items()
        for j, k in np.ndindex(values.shape)
    ]
    weight = most_to_blame(trace)
    verdict = said(trace)[-1]
    if weight is None:
        assert all(gradient == 0 for gradient, *_ in gradients)
        assert verdict.startswith("No line is to blame")
        return
    l, (j, k) = weight.l, weight.index
    gradient = float(trace.nabla_w[l][j, k])
    assert abs(gradient) == max(abs(one) for one, *_ in gradients)
    ties = sum(abs(one) == abs(gradient) for one, *_ in gradients)
    assert ("No line is more to blame than this one" in verdict) == (ties > 1)
    assert ("Lower it" in verdict) == (gradient > 0)
    both = re.findall(r"(\S+) comes in, times the share (\S+) at its end: ", verdict)
    carried, share = map(number_of, both[0])
    assert carried * share == pytest.approx(gradient, rel=0.011, abs=1e-300)  # of three digits
    found = re.search(r"it by ([\d.]+), and C falls from (\S+) to (\S+)\.", verdict)
    if found:
        step, before, after = map(number_of, found.groups())
        w = {layer: values.copy() for layer, values in trace.network.w.items()}
        w[l][j, k] -= np.sign(gradient) * step
        network = trace.network
        moved = Network(w, network.b, activation=network.activation, cost=network.cost)
        assert before == pytest.approx(trace.cost, rel=1e-2)
        assert after == pytest.approx(run(moved, trace.x, trace.y).cost, rel=1e-2)
        assert after < before
    else:
        assert "C falls: at first" in verdict


@pytest.mark.parametrize("name", LESSONS)
def test_each_act_goes_on_from_the_one_before_to_steps_that_the_stage_has(name: str) -> None:
    lesson = LESSONS[name]
    data, found = stage_data(lesson, lesson.trace(), first_look=True), told(lesson)
    question, forward, wrong, back, verdict = (one["steps"] for one in found["acts"])
    symbols = [data["steps"][n - 1]["result"].split("_")[0] for n in (*forward, *wrong, *back)]
    layers = range(2, len(lesson.sizes) + 1)
    ahead = [f"{symbol}{l}" for l in layers for symbol in ("z", "a")]
    assert symbols == [*ahead, "C", *(f"delta{l}" for l in reversed(layers))]
    assert question == forward[-1:]
    assert verdict == [found["then"]]
    assert back[-1] < found["then"] <= len(lesson.trace().at(lesson.level))
    if found["weight"]:
        l = Quantity.parse(found["weight"]).l
        assert data["steps"][verdict[0] - 1]["result"].startswith(f"nabla_w{l}")


def test_the_first_lesson() -> None:
    question, forward, wrong, back, verdict = said(Lesson().trace())
    assert question.startswith(
        "It says 0.776 and 0.368. It should say 0 and 1. Which line is most to blame?"
    )
    assert "this is how it got to 0.776 and 0.368." in forward
    assert "C = 0.501" in wrong
    assert "Output 2 says 0.368 and should say 1: 0.632 too low." in wrong
    assert "the blame runs back" in back
    assert verdict.startswith("This line is most to blame: its weight is −1.16.")
    assert "0.787 comes in, times the share −0.147 at its end: no other weight moves" in verdict
    assert "Raise it by 0.1" in verdict
    labels = wishes(Lesson().trace(), True)
    assert labels["wishes"] == ["should be 0", "should be 1"]
    assert labels["gaps"] == ["0.776 too high", "0.632 too low"]
    assert (labels["weight"], labels["number"]) == ("w3_2_2", "−1.16")


def test_one_output_many_outputs_and_an_answer_that_is_right() -> None:
    one = resized(Lesson(), (1, 1))
    assert re.match(r"It says \S+ It should say \S+ Which line is to blame\?", said(one.trace())[0])
    many = resized(Lesson(), (2, 5)).trace()
    worst = np.abs(many.a[2] - many.y).argmax()
    assert f"It says {many.a[2][worst, 0]:.3g} where it should say" in said(many)[0]
    right = Network({2: [[1.0]]}, {2: [0.0]}, activation="linear", cost="quadratic")
    question, _, wrong, back, verdict = said(run(right, [0.5], [0.5]))
    assert question.startswith("It says what it should.")
    assert wrong.startswith("Not wrong at all. As one number: C = 0.")
    assert "Output 1 says 0.5 and should say 0.5: just right." in wrong
    assert "no blame runs back" in back
    assert verdict.startswith("No line is to blame: each one's share is 0.")


def test_numbers_that_read_the_same_are_told_apart() -> None:
    near = Network({2: [[1.0]]}, {2: [0.0]}, activation="linear", cost="quadratic")
    assert said(run(near, [0.123456], [0.123457]))[0].startswith(
        "It says 0.123456. It should say 0.123457."
    )


def test_it_is_not_worked_out_before_it_is_asked_for() -> None:
    trace = Lesson().trace()
    assert "told" not in opening(trace, trace.steps, False)
    assert wishes(trace, False).keys() == {"module"}
