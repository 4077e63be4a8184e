"""The algorithm: its lanes are gone through, and steps over mini-batches are taken."""

import re

import numpy as np
from playwright.sync_api import Locator, expect

from backprop import mini_batch
from backprop.lesson import Lesson, with_examples
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
    stage.at(1, 14)
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
    stage.at(10, 14)
    stage.linked(**{"lanes-step": "10"})
    expect(array(stage, "delta2")).to_have_attribute("data-state", "now")
    value = exact(Lesson().trace().delta[2][0, 0])
    expect(number(stage, "delta2_1")).to_have_attribute("aria-label", f"δ²₁ = {value}")
    expect(array(stage, "nabla_w2")).to_have_attribute("data-state", "unborn")
    stage.press("End")
    stage.at(14, 14)
    expect(stage.stage.locator('[data-state="unborn"]')).to_have_count(0)


def test_a_batch_is_added_up_and_its_step_is_that_of_the_engine(alone: Alone) -> None:
    lesson = with_examples(Lesson())
    stage = alone(parts.batch(lesson), lesson)
    stage.at(1, 2)
    stage.press("ArrowRight")
    stage.at(2, 2)
    stage.linked(**{"batch-number": "2"})
    expect(stage.button("Batch 2")).to_have_attribute("aria-pressed", "true")
    heads = stage.stage.locator(".contribution figcaption b")
    expect(heads).to_have_text(["Example 3", "Example 4"])
    rows = np.array(lesson.data[2:]).T
    after = mini_batch(lesson.network(), rows[:3], rows[3:], lesson.eta)
    weights = stage.stage.get_by_role("grid", name="w² after")
    for j, row in enumerate(after.w[2], start=1):
        for k, value in enumerate(row, start=1):
            expect(weights.locator(f"[data-id=w2_{j}_{k}]")).to_have_attribute(
                "aria-label", re.compile(f" = {exact(value)}$")
            )
    weights.locator("[data-id=w2_3_2]").hover()
    lit = stage.stage.locator(".array .lit")
    expect(lit).to_have_count(4)
    assert sorted(one.get_attribute("data-id") or "" for one in lit.all()) == [
        "nabla_w2_3_2", "nabla_w2_3_2", "w2_3_2", "w2_3_2",
    ]  # fmt: skip
    stage.button("Take this step").click()
    stage.tells("take", {"number": 2, "moved": "opened"})
