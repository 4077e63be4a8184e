"""Section 2.1: which weight is which, term by term, a function of a vector."""

import re
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from backprop.lesson import Lesson, to_query
from tests.pages.chapter_app import field, opened, pressed, ran, stage, typed, values, words
from tests.writing.reading import uncoloured

PAGE = "notation.py"


def part(name: str, **link: Any) -> AppTest:
    return opened(PAGE, part=name, **link)


def formulas(app: AppTest) -> str:
    return "\n".join(one.value for one in app.main.latex)


# which weight is which


@pytest.mark.parametrize(
    ("link", "id"),
    [
        ({}, "w3_2_4"),
        ({"sizes": "2-3-2"}, "w3_2_3"),
        ({"selected": "w2_4_1"}, "w2_4_1"),
        ({"selected": "b2_3"}, "b2_3"),
        ({"selected": "delta3_1"}, "w3_2_4"),
        ({"selected": "w3"}, "w3_2_4"),
        ({"selected": "C"}, "w3_2_4"),
    ],
)
def test_the_number_that_is_looked_at(link: dict[str, str], id: str) -> None:
    assert stage(part("address", **link))["selected"] == id


def test_the_address_of_the_books_weight_in_words() -> None:
    said = words(part("address"))
    assert "it goes *to* neuron 2 of layer 3. Row 2." in said
    assert "it comes *from* neuron 4 of layer 2. Column 4." in said


def test_the_address_of_a_bias_in_words() -> None:
    assert "it belongs to neuron 3 of layer 2. Row 3." in words(part("address", selected="b2_3"))


def test_the_browser_is_given_what_every_number_means() -> None:
    data = stage(part("address"))
    pointing = data["parts"][0]
    assert pointing["module"] == "ideas/address/pointing.js"
    forward = {id for row in data["rows"].values() for id in row["Forward"] if id[0] in "abwz"}
    assert set(pointing["sentences"]) == forward | {"a1"}


def test_the_board_has_the_way_forward_alone() -> None:
    rows = stage(part("address"))["rows"]
    assert rows["3"] == {"Forward": ["w3", "·", "a2", "+", "b3", "=", "z3", "→", "a3"]}


def test_the_other_order_of_the_indices() -> None:
    app = part("address")
    assert "it fits as it stands" in words(app)
    (switch,) = [one for one in app.main.segmented_control if "j stand before k" in one.label]
    switch.set_value("kj").run()
    assert "2 and 4 do not meet" in words(ran(app))
    assert app.session_state.lesson.choice("order") == "kj"
    assert app.query_params["order"] == "kj"


def test_a_square_matrix_in_the_other_order_gives_two_results() -> None:
    """z^2 = (0.3775, 0.3925); with the matrix turned 0.15*0.05 + 0.25*0.1 + 0.35 = 0.3825, 0.39."""
    app = part("address", preset="mazur", selected="w2_1_1", order="kj")
    shown = formulas(app)
    assert {"0.378", "0.392", "0.382", "0.39"} <= set(re.findall(r"0\.3[789]\d?", shown))
    assert "the numbers are wrong" in words(app)


# term by term


def test_the_micro_steps_of_a_layer_are_the_steps_of_the_stage() -> None:
    data = stage(part("terms"))
    assert data["step_choice"] == "term"
    assert len(data["steps"]) == 4 * (3 + 2)
    first, *_, bias, sigma = data["steps"][:5]
    assert (first["result"], first["operands"]) == ("z2_1", ["w2_1_1", "a1_1"])
    assert (bias["result"], bias["operands"]) == ("z2_1", ["b2_1"])
    assert (sigma["result"], sigma["operands"]) == ("a2_1", ["z2_1"])


def test_a_number_is_there_from_its_micro_step_on_and_later_layers_never() -> None:
    born = stage(part("terms"))["born"]
    assert born["z2"] == [4, 9, 14, 19]
    assert born["a2"] == [5, 10, 15, 20]
    assert born["z3"] == born["a3"] == [21, 21]
    assert "a1" not in born
    assert "w3" not in born


def test_a_click_leads_to_the_micro_step_of_a_number() -> None:
    leads = stage(part("terms", layer=3))["leads"]
    assert (leads["w3_2_4"], leads["b3_2"], leads["z3_2"], leads["a3_1"]) == (10, 11, 7, 1)
    assert not any(id.startswith(("a2", "w2")) for id in leads)


@pytest.mark.parametrize(
    ("link", "layer", "step"),
    [
        ({}, 2, 1),
        ({"term": 7}, 2, 7),
        ({"layer": 3, "term": 12}, 3, 12),
        ({"layer": 3, "term": 13}, 3, 12),
        ({"layer": 9, "term": 0}, 3, 1),
        ({"layer": 1}, 2, 1),
        ({"selected": "w3_2_4"}, 3, 10),
        ({"selected": "a3_2"}, 3, 7),
        ({"selected": "a1_2"}, 2, 1),
        ({"selected": "w3_2_4", "layer": 2, "term": 3}, 2, 3),
    ],
)
def test_where_it_begins(link: dict[str, Any], layer: int, step: int) -> None:
    data = stage(part("terms", **link))
    assert (data["steps"][0]["l"], data["step"]) == (layer, step)


def test_mazurs_first_neuron_grows_in_both_forms() -> None:
    """0.15 * 0.05 = 0.0075, + 0.2 * 0.1 = 0.0275, + 0.35 = 0.3775."""
    seen = [formulas(part("terms", preset="mazur", term=n)) for n in (1, 2, 3)]
    sums = [re.sub(r"\\phantom\{.*?\} *(?=&|\\\\)", "", uncoloured(one)) for one in seen]
    assert ["0.028" in one for one in sums] == [False, True, True]
    assert ["0.378" in one.split(r"\begin{gathered}")[0] for one in sums] == [False, False, True]
    assert "Both ways z²₁ = 0.3775." in words(part("terms", preset="mazur", term=3))


def test_another_layer() -> None:
    app = part("terms")
    (switch,) = [one for one in app.main.segmented_control if one.label == "Layer"]
    assert switch.options == ["Layer 2", "Layer 3"]
    switch.set_value(3).run()
    data = stage(ran(app))
    assert (data["steps"][0]["l"], data["step"]) == (3, 1)
    assert app.query_params["layer"] == "3"


def test_a_network_of_one_layer_of_weights_has_no_switch() -> None:
    app = part("terms", sizes="3-2")
    assert not [one for one in app.main.segmented_control if one.label == "Layer"]


def test_the_largest_network_has_few_micro_steps() -> None:
    assert len(stage(part("terms", sizes="12-12-12"))["steps"]) == 168


# a function of a vector


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
    assert "the exp of 1000 is beyond 1.8e308" in wrong.value
    assert values(app, "v1") == [[1], [1000]]
    assert "out1" not in stage(app)["figures"]


def test_one_press_takes_the_networks_own_z() -> None:
    app = pressed(part("elementwise", activation="tanh,relu"), "z²")
    assert field(app, "f").value == "tanh"
    assert values(app, "v1") == values(app, "z2")
    assert values(app, "out1") == values(app, "a2")
    assert "f(v) is a²: the very same numbers" in words(app)
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
    assert "f(v) is a²: the very same numbers" in words(app)


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
