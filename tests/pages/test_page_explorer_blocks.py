"""What the explorer's panel says of a step."""

import pytest

from backprop.engine import Quantity
from backprop.lesson import PRESETS
from backprop.ui.explorer.blocks import blocks_of

MAZUR = PRESETS["mazur"].trace()


@pytest.mark.parametrize("level", ["layer", "neuron"])
@pytest.mark.parametrize("name", PRESETS)
def test_every_step_has_its_equation_its_numbers_and_its_code(name: str, level: str) -> None:
    trace = PRESETS[name].trace()
    for step in trace.at(level):
        *found, code = blocks_of(step, trace, None, "dark")
        counts = [len(block["formulas"]) for block in found if "formulas" in block]  # type: ignore[typeddict-item]
        letters = [2] if counts[0] == 2 else [1, 1]  # side by side, or one under the other
        assert counts[len(letters) :] in ([1, 1], [1, 1, 1])  # then with numbers
        assert counts[: len(letters)] == letters
        assert code["code"] == step.equation.source  # type: ignore[typeddict-item]


def test_the_numbers_are_put_in_for_the_selected_neuron() -> None:
    _, block, *_ = blocks_of(MAZUR.steps[7], MAZUR, Quantity.parse("delta3_2"), "light")
    (worked,) = block["formulas"]  # type: ignore[typeddict-item]
    assert r"\boxed{\delta^{3}_{2}}" in worked
    assert "-0.0381" in worked  # published: delta^3_2 = -0.038098236


def test_the_terms_of_a_sum_are_shown_one_by_one() -> None:
    found = blocks_of(MAZUR.at("neuron")[0], MAZUR, None, "light")
    (table,) = [block for block in found if "rows" in block]
    assert [row[2:] for row in table["rows"]] == [  # type: ignore[typeddict-item]
        ["0.0075", "0.0075"],  # 0.15 * 0.05
        ["0.02", "0.0275"],  # + 0.20 * 0.10
        ["", "0.378"],  # + 0.35
    ]
