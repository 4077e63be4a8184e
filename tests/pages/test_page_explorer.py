"""The explorer page: steps of every example, and what the stage is sent."""

import json
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from backprop.lesson import PRESETS
from backprop.lesson.counts import number_of_steps
from backprop.ui.stage.component import packed
from tests.stage.sent import numbers, stage_data

SHELL = Path(__file__).parents[2] / "pages" / "shell.py"


def opened(**query: object) -> AppTest:
    at = AppTest.from_file(SHELL, default_timeout=60)
    at.query_params.update({name: str(value) for name, value in query.items()})
    return at.run()


def sent(at: AppTest) -> dict[str, Any]:
    (stage,) = (e for e in at.get("bidi_component") if e.proto.component_name == "backprop_stage")
    return stage_data(stage.proto)


@pytest.mark.parametrize("name", PRESETS)
@pytest.mark.parametrize("level", ["layer", "neuron"])
def test_steps_of_every_example_are_shown(name: str, level: str) -> None:
    at = opened(preset=name, level=level)
    steps = len(sent(at)["steps"])
    every = 1 if steps < 20 else 5
    for step in [*range(1, steps, every), steps]:
        at = opened(preset=name, level=level, step=step)
        assert not at.exception
        assert not at.warning
        assert len(at.latex) >= 3
        assert any(one.value.startswith("`return ") for one in at.caption)


def test_the_stage_gets_the_numbers_of_the_trace() -> None:
    data, trace = sent(opened(preset="mazur")), PRESETS["mazur"].trace()
    assert numbers(data, "w2") == [[0.15, 0.20], [0.25, 0.30]]
    for symbol in ("z", "a", "delta", "nabla_b", "nabla_w", "sigma_prime"):
        for l, array in trace.arrays(symbol).items():
            assert numbers(data, f"{symbol}{l}") == array.tolist()


@pytest.mark.parametrize(("sizes", "most"), [("3-4-2", 8_000), ("12-12-12-12-12-12-12-12", 52_000)])
def test_the_stage_of_a_network_is_short(sizes: str, most: int) -> None:
    """In bytes: each number is sent once, and what all lessons have in common is not sent."""
    assert len(packed(sent(opened(sizes=sizes)))) <= most


def test_the_stage_goes_where_the_link_says() -> None:
    data = sent(opened(step=8, selected="delta3_2"))
    assert (data["step"], data["selected"], data["level"]) == (8, "delta3_2", "layer")
    assert data["steps"][7]["result"] == "delta3"
    assert data["steps"][7]["operands"] == ["nabla_a3", "sigma_prime3"]


def test_neuron_by_neuron_a_step_is_one_component() -> None:
    data = sent(opened(preset="mazur", level="neuron", step=1))
    assert len(data["steps"]) == number_of_steps((2, 2, 2), "neuron")
    back = next(step for step in data["steps"] if step["result"] == "delta2_2")
    assert back["operands"] == ["w3__2", "delta3", "sigma_prime2_2"]


def test_the_numbers_are_put_in_for_the_selected_neuron() -> None:
    at = opened(preset="mazur", step=8, selected="delta3_2")
    worked = at.latex[2].value
    assert r"\boxed{\delta^{3}_{2}}" in worked
    assert "-0.0381" in worked  # published: delta^3_2 = -0.038098236


def test_the_selected_number_is_explained() -> None:
    at = opened(selected="w3_2_4")
    assert any(
        "weight from neuron 4 of layer 2 to neuron 2 of layer 3" in m.value for m in at.markdown
    )
    (chips,) = (e for e in at.get("bidi_component") if e.proto.component_name == "backprop_chips")
    rows = json.loads(chips.proto.json)["rows"]
    assert [[number["id"] for number in row["numbers"]] for row in rows] == [["z3_2", "delta2_4"]]


def test_the_terms_of_a_sum_are_shown_one_by_one() -> None:
    at = opened(preset="mazur", level="neuron", step=1)
    table = at.table[0].value
    assert list(table["product"]) == ["0.0075", "0.02", ""]  # 0.15 * 0.05, 0.20 * 0.10
    assert list(table["sum so far"]) == ["0.0075", "0.028", "0.378"]  # + 0.35


@pytest.mark.parametrize(
    ("query", "word"),
    [
        ({"step": "999"}, "step"),
        ({"sizes": "3-x-2"}, "sizes"),
        ({"weights": "zzz"}, "weights"),
        ({"selected": "<script>"}, "selected"),
        ({"cost": "hinge"}, "cost"),
    ],
)
def test_a_bad_link_gives_a_notice_and_a_working_page(query: dict[str, str], word: str) -> None:
    at = opened(**query)
    assert not at.exception
    assert len(at.warning) == 1
    assert word in at.warning[0].value
    assert sent(at)["steps"]


def test_a_run_of_the_page_is_a_turn_that_the_session_is_charged_for() -> None:
    assert opened().session_state.account.taken > 0
