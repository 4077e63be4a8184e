"""Every limit is held, and each sentence says what must hold and what came."""

import math
from typing import Any

import pytest

from backprop.inputs.phrases import any_of, shown
from backprop.lesson import Lesson

BROKEN: list[tuple[dict[str, Any], str]] = [
    ({"sizes": (3,)}, "A network has 2 to 8 layers; this one has 1."),
    ({"sizes": (3,) * 12}, "A network has 2 to 8 layers; this one has 12."),
    ({"sizes": (3, 13, 2)}, "A layer has 1 to 12 neurons; layer 2 has 13."),
    ({"sizes": (0, 4, 2)}, "A layer has 1 to 12 neurons; layer 1 has 0."),
    (
        {"activation": ("tanh",)},
        "This network has 2 layers after the input and needs one activation for each; here are 1.",
    ),
    (
        {"activation": ("tanh", "step")},
        "An activation is sigmoid, tanh, relu, leaky-relu or linear; this is “step”.",
    ),
    ({"cost": "huber"}, "The cost is quadratic or cross-entropy; this is “huber”."),
    ({"seed": -1}, "The seed must be between 0 and 4,294,967,295; this is −1."),
    ({"seed": 2**32}, "The seed must be between 0 and 4,294,967,295; this is 4294967296."),
    ({"spread": -0.5}, "The standard deviation must be between 0 and 10; this is −0.5."),
    ({"spread": math.nan}, "The standard deviation must be between 0 and 10; this is nan."),
    ({"weights": (1.0,) * 25}, "The list of w and b must be 26 numbers; here are 25."),
    (
        {"weights": (math.inf,) * 26},
        "A number must be between −1,000,000 and 1,000,000; this is inf.",
    ),
    ({"x": (1.0,)}, "x must be 3 numbers; here is 1."),
    ({"x": (1.0, math.nan, 0)}, "A number must be between −1,000,000 and 1,000,000; this is nan."),
    ({"y": (1.0, 2.0, 3.0)}, "y must be 2 numbers; here are 3."),
    (
        {"cost": "cross-entropy", "y": (0, 1.5)},
        "With the cross-entropy cost every y must be between 0 and 1; this is 1.5.",
    ),
    ({"data": ((1.0,) * 5,) * 65}, "A table has at most 64 rows; this one has 65."),
    (
        {"data": ((1.0,) * 4,)},
        "A row of the table, x and then y, must be 5 numbers; here are 4.",
    ),
    ({"eta": 0}, "The learning rate η must be above 0 and at most 1,000; it is 0."),
    ({"eta": 1001}, "The learning rate η must be above 0 and at most 1,000; it is 1001."),
    ({"level": "atom"}, "The level is layer or neuron; this is “atom”."),
    ({"step": 0}, "The step must be between 1 and 15; this is 0."),
    ({"step": 16}, "The step must be between 1 and 15; this is 16."),
    ({"sizes": (3, 4.5, 2)}, "A layer has 1 to 12 neurons; layer 2 has 4.5."),
    ({"sizes": (3, True, 2)}, "A layer has 1 to 12 neurons; layer 2 has True."),
    (
        {"activation": ("tanh", ["relu"])},
        "An activation is sigmoid, tanh, relu, leaky-relu or linear; this is ?'relu'?.",
    ),
    ({"cost": None}, "The cost is quadratic or cross-entropy; this is None."),
    ({"seed": 2.0}, "The seed is a whole number; this is 2.0."),
    ({"spread": "1"}, "The standard deviation must be between 0 and 10; this is “1”."),
    ({"weights": (True,) * 26}, "A number must be between −1,000,000 and 1,000,000; this is True."),
    ({"x": (1, 2, "3")}, "A number must be between −1,000,000 and 1,000,000; this is “3”."),
    (
        {"y": (1, 10**400)},
        f"A number must be between −1,000,000 and 1,000,000; this is 1{'0' * 38}….",
    ),
    ({"eta": None}, "The learning rate η must be above 0 and at most 1,000; it is None."),
    ({"level": ["layer"]}, "The level is layer or neuron; this is ?'layer'?."),
    ({"step": 2.5}, "The step is a whole number; this is 2.5."),
    ({"step": True}, "The step is a whole number; this is True."),
    (
        {"selected": 0},
        "What is selected is a quantity of this network, such as w2_1_1; this is 0.",
    ),
    ({"choices": (("layer", 3),)}, "A choice is kept as a text; this is 3."),
    (
        {"choices": (("layer", " " * 5000 + "3"),)},
        "A text has at most 5,000 characters here; this has 5,001.",
    ),
]


@pytest.mark.parametrize(("values", "sentence"), BROKEN)
def test_what_breaks_a_limit_is_refused_in_one_sentence(
    values: dict[str, Any], sentence: str
) -> None:
    with pytest.raises(ValueError, match=r"^.+$") as refused:
        Lesson(**values)
    assert str(refused.value) == sentence


IN = ["C", "a1", "a1_3", "a3_2", "y3", "y3_2", "nabla_a3_1", "w2_4_3", "w3", "w3_2", "nabla_w3_2_4"]
OUT = [
    "w1",
    "b1_1",
    "w2_5_1",
    "w2_4_4",
    "a0",
    "a1_4",
    "a4",
    "y2",
    "nabla_a2",
    "z2_5",
    "delta4",
    "x",
]
OUT += ["C1", "w03", " C", "w2_1_1_1", "__class__", "9"]


@pytest.mark.parametrize("name", IN)
def test_what_is_in_the_network_can_be_selected(name: str) -> None:
    assert Lesson(selected=name).selected == name


@pytest.mark.parametrize("name", OUT)
def test_what_is_not_in_the_network_cannot_be_selected(name: str) -> None:
    with pytest.raises(ValueError, match="a quantity of this network"):
        Lesson(selected=name)


def test_the_selected_quantity_has_a_value_in_the_trace() -> None:
    from backprop.engine import Quantity

    trace = Lesson().trace()
    for name in IN:
        assert trace.value(Quantity.parse(name)).size > 0
    for name in ("w2_5_1", "a4", "y2", "z2_5", "delta4"):
        with pytest.raises(ValueError, match="has no"):
            trace.value(Quantity.parse(name))


def test_a_lesson_that_runs_has_no_problem() -> None:
    assert Lesson().problem() == ""
    largest = Lesson(
        sizes=(12,) * 8,
        activation=("linear",) * 7,
        weights=(1e6,) * (7 * 156),
        x=(1e6,) * 12,
        y=(-1e6,) * 12,
    )
    assert largest.problem() == ""


def test_outputs_that_cross_entropy_cannot_take_are_a_problem() -> None:
    lesson = Lesson(
        sizes=(1, 1), activation=("linear",), cost="cross-entropy", weights=(2, 0), x=(1,), y=(1,)
    )
    sentence = lesson.problem()
    assert sentence.startswith("Cross-entropy needs every output above 0 and below 1")
    assert sentence.endswith("got 2.")


def test_what_came_is_shown_short_and_without_markup() -> None:
    assert shown("abc") == "“abc”"
    assert shown("") == "“”"
    assert shown("a" * 100) == f"“{'a' * 39}…”"
    assert shown(1e300) == "1e+300"
    nasty = "![x](https://evil.example/a) <b> $x$ :red[a] `c` **b** _i_ www.evil.example"
    for start in range(0, len(nasty), 10):
        assert not set(shown(nasty[start:])) & set("[]()<>$`*:!_")
    assert "." not in shown("www.evil.example")
    assert shown("1.5 and delta3_1") == "“1.5 and delta3_1”"
    assert shown("💥 → δ² ∂C/∂w 重み ‰") == "“💥 → δ² ∂C/∂w 重み ‰”"
    assert shown("\u202eabc\x00") == "“?abc?”"


def test_a_choice_of_names() -> None:
    assert any_of(["a"]) == "a"
    assert any_of(["a", "b", "c"]) == "a, b or c"
