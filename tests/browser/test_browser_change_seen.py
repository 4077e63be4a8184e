"""What changed is seen: old values by the new ones, until the next act."""

import pytest
from playwright.sync_api import expect

from backprop.lesson import Lesson, with_value
from backprop.writing import exact, short
from tests.browser import parts
from tests.browser.alone import StageAlone
from tests.browser.conftest import StageOf

LESSON = Lesson(step=14)
AFTER = with_value(LESSON, "w3_1_1", -2.0)
WAS, NOW = LESSON.trace(), AFTER.trace()
CHANGED = ":is([data-changed], .node.changed):visible"


def changed(stage_of: StageOf) -> StageAlone:
    """The stage after an edit, at the step of all gradients of the output layer."""
    stage = stage_of(Lesson(step=12))
    stage.show(parts.explorer(AFTER), Lesson(step=12))
    return stage


def test_the_old_value_is_there_until_the_next_step(stage_of: StageOf) -> None:
    stage = changed(stage_of)
    w, z = WAS.network.w[3][0, 0], WAS.z[3][0, 0]
    cell = stage.cell("w3_1_1")
    expect(cell).to_have_accessible_name(f"w³₁₁ = −2, before {exact(w)}")
    expect(cell).to_have_attribute("data-was", short(w))
    expect(stage.cell("z3_1")).to_have_attribute("data-was", short(z))
    expect(stage.cell("z3_2")).not_to_have_attribute("data-changed", "")
    expect(stage.neuron(3, 1)).to_have_accessible_name(
        f"δ³₁ = {exact(NOW.delta[3][0, 0])}, before {exact(WAS.delta[3][0, 0])}"
    )
    expect(stage.stage.locator(".former text", has_text=short(WAS.delta[3][0, 0]))).to_be_visible()
    costs = f"C from {short(WAS.cost)} to {short(NOW.cost)}"
    expect(stage.stage.locator(".cost")).to_have_text(costs.replace("from ", "").replace("to", "→"))
    expect(stage.stage.locator("header [role=status]")).to_have_text(
        f"w³₁₁ from {short(w)} to −2, {costs}."
    )
    stage.press("ArrowRight")
    expect(stage.stage.locator(CHANGED)).to_have_count(0)
    expect(stage.stage.locator(".cost")).to_have_text(f"C = {short(NOW.cost)}")


def test_escape_takes_it_away(stage_of: StageOf) -> None:
    stage = changed(stage_of)
    stage.press("Escape")
    expect(stage.stage.locator(CHANGED)).to_have_count(0)


def test_what_is_not_born_shows_no_change(stage_of: StageOf) -> None:
    stage = stage_of(Lesson(step=3))
    stage.show(parts.explorer(AFTER), Lesson(step=3))
    for id in ("w3_1_1", "z3_1"):
        expect(stage.cell(id)).to_have_attribute("data-changed", "")
    expect(stage.cell("a3_1")).not_to_have_attribute("data-changed", "")
    expect(stage.stage.locator("header [role=status]")).to_have_text(
        f"w³₁₁ from {short(WAS.network.w[3][0, 0])} to −2."
    )


@pytest.mark.parametrize("other", [Lesson(seed=6), Lesson(sizes=(3, 4, 2), spread=2.0)])
def test_another_network_shows_no_change(stage_of: StageOf, other: Lesson) -> None:
    stage = stage_of(LESSON)
    stage.show(parts.explorer(other), LESSON)
    expect(stage.stage.locator(CHANGED)).to_have_count(0)
    expect(stage.stage.locator(".cost")).to_have_text(f"C = {short(other.trace().cost)}")
