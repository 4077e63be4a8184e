"""The page of the forward pass term by term: its micro steps are steps of the stage."""

import re
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from tests.pages.chapter_app import opened, ran, stage, words
from tests.writing.reading import uncoloured

PAGE = "notation.py"


def part(name: str, **link: Any) -> AppTest:
    return opened(PAGE, part=name, **link)


def formulas(app: AppTest) -> str:
    return "\n".join(one.value for one in app.main.latex)


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
    assert ["0.0275" in one for one in sums] == [False, True, True]
    assert ["0.378" in one.split(r"\begin{gathered}")[0] for one in sums] == [False, False, True]
    assert "Both forms give z²₁ = 0.3775." in words(part("terms", preset="mazur", term=3))


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
