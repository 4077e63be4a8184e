"""The page of a function of a vector: fields, presses, and what they make."""

import re
from typing import Any

from streamlit.testing.v1 import AppTest

from backprop.lesson import Lesson, to_query
from tests.pages.chapter_app import field, opened, pressed, stage, typed, values, words
from tests.writing.reading import uncoloured

PAGE = "notation.py"


def part(name: str, **link: Any) -> AppTest:
    return opened(PAGE, part=name, **link)


def formulas(app: AppTest) -> str:
    return "\n".join(one.value for one in app.main.latex)


def test_the_example_of_the_book() -> None:
    app = part("elementwise")
    assert values(app, "v1") == [[2], [3]]
    assert values(app, "out1") == [[4], [9]]
    bare = re.sub(r"[{}]", "", uncoloured(formulas(app)))
    assert r"f\left(\beginbmatrix 2 \\ 3 \endbmatrix\right)" in bare
    assert r"= \beginbmatrix f(2) \\ f(3) \endbmatrix = \beginbmatrix 4 \\ 9 \endbmatrix" in bare


def test_numbers_and_a_function_of_ones_own() -> None:
    app = part("elementwise")
    app = typed(typed(app, "v", "-1; 0.5 4"), "f", "cube")
    assert values(app, "out1") == [[-1], [0.125], [64]]
    assert app.query_params["v"] == "-1; 0.5 4"
    assert app.query_params["f"] == "cube"


def test_what_makes_no_sense_gets_a_sentence_and_stays() -> None:
    app = part("elementwise", v="5")
    (wrong,) = typed(app, "v", "two").main.error
    assert wrong.value.endswith(".")
    assert field(app, "v").value == "two"
    assert values(app, "v1") == [[5]]


def test_a_result_beyond_all_numbers_gets_one_sentence() -> None:
    app = part("elementwise", v="1,1000", f="exp")
    (wrong,) = app.main.error
    assert "the size of entry 2 is beyond 1.8×10³⁰⁸" in wrong.value
    assert values(app, "v1") == [[1], [1000]]
    assert "out1" not in stage(app)["arrays"]


def test_one_press_takes_the_networks_own_z() -> None:
    app = pressed(part("elementwise", activation="tanh,relu"), "z²")
    assert field(app, "f").value == "tanh"
    assert values(app, "v1") == values(app, "z2")
    assert values(app, "out1") == values(app, "a2")
    assert "f(z²) is a²: the very same numbers" in words(app)
    assert "≠" not in str(stage(app)["parts"])


def test_another_function_of_z_is_not_a() -> None:
    app = part("elementwise", v="z3", f="cube")
    assert "≠" in stage(app)["parts"][0]["rows"][0]["items"]
    assert "the very same numbers" not in words(app)


def test_another_function_with_the_same_numbers_is_a() -> None:
    """The leaky relu of positive numbers is their relu."""
    lesson = Lesson(
        sizes=(1, 2, 1),
        activation=("relu", "linear"),
        weights=(1, 2, 0.5, 0, 1, 1, 0),
        x=(1,),
        y=(0,),
    )
    app = part("elementwise", **{**to_query(lesson), "v": "z2", "f": "leaky-relu"})
    assert values(app, "out1") == values(app, "a2")
    assert "≠" not in stage(app)["parts"][0]["rows"][0]["items"]
    assert "f(z²) is a²: the very same numbers" in words(app)


def test_functions_that_only_a_float_cannot_tell_apart_are_about_equal() -> None:
    """sigma(40) and tanh(40) are 1 in a float64, and only there."""
    lesson = Lesson(sizes=(1, 1), activation=("tanh",), weights=(40, 0), x=(1,), y=(0,))
    app = part("elementwise", **{**to_query(lesson), "v": "z2", "f": "sigmoid"})
    assert values(app, "out1") == values(app, "a2") == [[1]]
    assert "≈" in stage(app)["parts"][0]["rows"][0]["items"]
    assert "the very same numbers" not in words(app)


def test_a_press_puts_right_what_was_typed_wrong() -> None:
    app = pressed(typed(part("elementwise"), "v", "two"), "z³")
    assert not app.main.error
    assert field(app, "v").value == "z3"


def test_z_of_a_layer_that_is_no_more_is_that_of_the_last() -> None:
    app = part("elementwise", v="z8")
    assert values(app, "v1") == values(app, "z3")


def test_an_entry_and_its_result_are_lit_together() -> None:
    uses = stage(part("elementwise"))["uses"]
    assert uses == {
        "v1_1": ["out1_1"], "v1_2": ["out1_2"], "out1_1": ["v1_1"], "out1_2": ["v1_2"],
    }  # fmt: skip
