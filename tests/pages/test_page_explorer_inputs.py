"""The gradient by an input in the explorer's panel: from when on, its numbers, and its link."""

import pytest

from tests.pages.test_page_explorer import opened, sent, told

# Linear 2-2-1 as in tests/engine/test_engine_nabla_x.py: delta2 = (10, 12), so that the gradients
# are 1 * 10 + 3 * 12 = 46 and 2 * 10 + 4 * 12 = 68.
HAND = {"sizes": "2-2-1", "activation": "linear", "x": "1,1", "y": "55"}
WEIGHTS = "eNpjYACBD_YMEOAAoTigtACURgciUHEJuDwAf-8CtA"  # w2, b2 = 0, w3, b3 = 0


def rows(**query: object) -> dict[str, list[str]]:
    """The rows of chips of the selected number."""
    found = told(opened(**HAND, weights=WEIGHTS, **query), "chips")["rows"]
    return {row["label"]: [one["text"] for one in row["numbers"]] for row in found}


@pytest.mark.parametrize(("level", "known"), [("layer", 10), ("neuron", 14)])
def test_it_is_shown_from_the_step_on_that_completes_delta2(level: str, known: int) -> None:
    """By neuron z and a of 3 neurons, C, nabla_a, and slope and error of 3 neurons come to 14."""
    query = HAND | {"weights": WEIGHTS, "level": level, "selected": "a1_1"}
    before, there = (opened(**query, step=step) for step in (known - 1, known))
    assert sent(there)["born"]["nabla_x1"] == [known, known]
    assert not before.main.latex
    assert [row["label"] for row in told(before, "chips")["rows"]] == ["goes into"]
    (formula,) = (one.value for one in there.main.latex)
    for part in (r"\partial x_{1}", r"{1} \cdot", r"{3} \cdot", "{10}", "{12}", "{46}"):
        assert part in formula
    assert told(there, "chips")["rows"][-1]["label"] == "its gradient"


def test_it_has_a_link_and_parts_to_click_on() -> None:
    found = rows(step=1, selected="nabla_x1_2")
    assert found == {"made from": ["w²₁₂ = 2", "w²₂₂ = 4", "δ²₁ = 10", "δ²₂ = 12"]}
    assert "∂C/∂x₁ = 46" in rows(step=1, selected="delta2_1")["goes into"]
    at = opened(**HAND, weights=WEIGHTS, selected="nabla_x1_2")
    assert not at.warning
    assert "**∂C/∂x₂** is how fast the cost changes with input 2" in at.main.markdown[-1].value


def test_the_whole_array_may_be_selected_and_another_layer_has_none() -> None:
    assert not opened(selected="nabla_x1").exception
    assert "selected" in opened(selected="nabla_x2_1").main.warning[0].value
