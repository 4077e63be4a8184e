"""Every built-in example, and the largest network, open and step to the end."""

import pytest
from playwright.sync_api import expect

from backprop.lesson import PRESETS
from tests.browser.conftest import Visit


@pytest.mark.parametrize("name", PRESETS)
def test_a_preset_opens_and_steps_to_its_end(visit: Visit, name: str) -> None:
    steps = PRESETS[name].trace().steps
    explorer = visit(f"preset={name}")
    for number in range(1, len(steps)):
        explorer.at(number, len(steps))
        explorer.press("ArrowRight")
    explorer.at(len(steps), len(steps))
    expect(explorer.code).to_have_text(steps[-1].equation.source)
    assert "" not in explorer.layer.get_by_role("gridcell").all_inner_texts()
    explorer.linked(step=str(len(steps)))


@pytest.mark.parametrize(("level", "count"), [("layer", 44), ("neuron", 517)])
def test_the_largest_network_opens_and_steps(visit: Visit, level: str, count: int) -> None:
    explorer = visit(f"sizes=12-12-12-12-12-12-12-12&level={level}")
    explorer.at(1, count)
    explorer.press("ArrowRight", "ArrowRight")
    explorer.at(3, count)
    explorer.press("End")
    explorer.at(count, count)
    explorer.wait_until_drawn()
    expect(explorer.layer.locator("[data-array=nabla_w2] [role=gridcell]")).to_have_count(144)
    explorer.linked(step=str(count))
    explorer.wait_until_quiet()
