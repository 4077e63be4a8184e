"""The explorer page: steps of every example, and what the browser is sent."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from backprop.lesson import PRESETS
from backprop.lesson.counts import number_of_steps
from backprop.ui.components.component import packed
from tests.stage.sent import numbers, stage_data

SHELL = Path(__file__).parents[2] / "pages" / "shell.py"


def opened(**query: object) -> AppTest:
    at = AppTest.from_file(SHELL, default_timeout=60)
    at.query_params.update({name: str(value) for name, value in query.items()})
    return at.run()


def component(at: AppTest, name: str) -> Any:
    (found,) = (e for e in at.get("bidi_component") if e.proto.component_name == f"backprop_{name}")
    return found.proto


def sent(at: AppTest) -> dict[str, Any]:
    return stage_data(component(at, "stage"))


def told(at: AppTest, name: str) -> dict[str, Any]:
    data: dict[str, Any] = json.loads(component(at, name).bytes)
    return data


@pytest.mark.parametrize("name", PRESETS)
@pytest.mark.parametrize("level", ["layer", "neuron"])
def test_every_example_is_shown(name: str, level: str) -> None:
    at = opened(preset=name, level=level, step=2)
    assert not at.exception
    assert not at.warning
    assert list(told(at, "blocks")["steps"]) == ["1", "2", "3"]


def test_the_browser_is_told_each_step_of_a_network_once() -> None:
    at = opened(step=5)
    lesson = at.session_state.lesson
    walk: list[tuple[dict[str, Any], list[str]]] = [
        ({}, []),
        ({"step": 6}, ["7"]),
        ({"step": 5}, []),
        ({"step": 14}, ["13", "14", "15"]),
        ({"step": 5, "selected": "z2_1"}, ["4", "5", "6"]),
        ({"step": 5, "seed": 6}, ["4", "5", "6"]),
        ({"step": 5, "level": "neuron"}, ["4", "5", "6"]),
        ({"step": 1}, ["1", "2"]),
    ]
    for changed, steps in walk:
        at.session_state.lesson = replace(lesson, **changed)
        at.run()
        data = told(at, "blocks")
        assert (list(data["steps"]), data["trace"]) == (steps, sent(at)["trace"])


def test_the_stage_gets_the_numbers_of_the_trace() -> None:
    data, trace = sent(opened(preset="mazur")), PRESETS["mazur"].trace()
    assert numbers(data, "w2") == [[0.15, 0.20], [0.25, 0.30]]
    for symbol in ("z", "a", "delta", "nabla_b", "nabla_w", "sigma_prime", "nabla_x"):
        for l, array in trace.arrays(symbol).items():
            assert numbers(data, f"{symbol}{l}") == array.tolist()


@pytest.mark.parametrize(
    ("sizes", "most"), [("3-4-2", 11_850), ("12-12-12-12-12-12-12-12", 81_000)]
)
def test_the_stage_of_a_network_is_short(sizes: str, most: int) -> None:
    """In bytes: each number is sent once, and what all lessons have in common is not sent."""
    assert len(packed("stage", sent(opened(sizes=sizes)))) <= most


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


def test_the_selected_number_is_explained() -> None:
    at = opened(selected="w3_2_4")
    assert any(
        "weight from neuron 4 of layer 2 to neuron 2 of layer 3" in m.value for m in at.markdown
    )
    rows = told(at, "chips")["rows"]
    assert [[number["id"] for number in row["numbers"]] for row in rows] == [["z3_2", "delta2_4"]]


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
