"""The algorithm: its lanes are gone through."""

from playwright.sync_api import Locator, expect

from backprop.lesson import Lesson
from backprop.writing import exact
from tests.browser import parts
from tests.browser.alone import StageAlone
from tests.browser.conftest import Alone


def array(stage: StageAlone, id: str) -> Locator:
    return stage.stage.locator(f"[data-array={id}]")


def number(stage: StageAlone, id: str) -> Locator:
    return stage.stage.locator(f"[data-id={id}]")


def test_the_lanes_fill_to_the_right_and_back_to_the_left(alone: Alone) -> None:
    stage = alone(parts.lanes(Lesson()))
    stage.at(1)
    expect(array(stage, "z2")).to_have_attribute("data-state", "unborn")
    expect(number(stage, "delta2_1")).to_have_attribute("aria-label", "δ²₁, not computed yet")
    stage.press("ArrowRight")
    expect(array(stage, "z2")).to_have_attribute("data-state", "now")
    expect(array(stage, "a1")).to_have_attribute("data-state", "operand")
    expect(stage.stage.locator(".given.operand")).to_have_text(["w²", "b²"])
    expect(stage.stage.locator(".ground.present")).to_have_count(1)
    expect(stage.stage.locator(".lines path")).to_have_count(3)
    number(stage, "delta2_1").hover()  # it needs delta^3, which is not there yet
    expect(stage.stage.locator(".lines path.missing")).to_have_count(2)
    number(stage, "delta2_1").click()
    stage.at(10)
    stage.linked(**{"lanes-step": "10"})
    expect(array(stage, "delta2")).to_have_attribute("data-state", "now")
    value = exact(Lesson().trace().delta[2][0, 0])
    expect(number(stage, "delta2_1")).to_have_attribute("aria-label", f"δ²₁ = {value}")
    expect(array(stage, "nabla_w2")).to_have_attribute("data-state", "unborn")
    stage.press("End")
    stage.at(14)
    expect(stage.stage.locator('[data-state="unborn"]')).to_have_count(0)
