"""Every built-in example, and the largest network, open and step to the end."""

from playwright.sync_api import expect

from backprop.lesson import PRESETS, Lesson, resized
from tests.browser.conftest import StageOf, Visit

LARGEST = (12,) * 8


def test_a_preset_steps_to_its_end(stage_of: StageOf) -> None:
    for name, lesson in PRESETS.items():
        steps = lesson.trace().at(lesson.level)
        stage = stage_of(lesson)
        for number in range(1, len(steps)):
            stage.at(number, len(steps) + 1)
            stage.press("ArrowRight")
        stage.at(len(steps), len(steps) + 1)
        assert "" not in stage.layer.get_by_role("gridcell").all_inner_texts(), name
        stage.linked(step=str(len(steps)))


def test_a_preset_opens_at_its_end_with_its_panel(visit: Visit) -> None:
    steps = PRESETS["deep"].trace().steps
    explorer = visit(f"preset=deep&step={len(steps)}")
    explorer.at(len(steps), len(steps) + 1)
    expect(explorer.code).to_have_text(steps[-1].equation.source)


def test_the_largest_network_opens_and_steps(visit: Visit) -> None:
    explorer = visit(f"sizes={'-'.join(map(str, LARGEST))}&level=neuron")
    explorer.at(1, 518)
    explorer.press("ArrowRight", "ArrowRight")
    explorer.at(3, 518)
    explorer.press("End", "ArrowLeft")
    explorer.at(517, 518)
    explorer.wait_until_drawn()
    expect(explorer.layer.locator("[data-array=nabla_w2] [role=gridcell]")).to_have_count(144)
    explorer.linked(step="517")
    explorer.wait_until_quiet()


def test_the_largest_network_steps_layer_by_layer(stage_of: StageOf) -> None:
    stage = stage_of(resized(Lesson(), LARGEST))
    stage.at(1, 45)
    stage.press("End", "ArrowLeft")
    stage.at(44, 45)
    stage.wait_until_drawn()
    expect(stage.layer.locator("[data-array=nabla_w2] [role=gridcell]")).to_have_count(144)
    stage.linked(step="44")
