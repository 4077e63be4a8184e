"""A change that spreads, in a browser: the slider, the steps, the numbers beside the neurons."""

import math

import pytest
from playwright.sync_api import expect

from backprop.lesson import PRESETS, Lesson
from backprop.writing import short
from tests.browser import parts
from tests.browser.conftest import Alone, Visit
from tests.browser.looks import MOVED, PHONE
from tests.browser.stage_page import StagePage

# The numbers that are seen beside the neurons, those that overlap another, and what stands below.
SEEN = """
(stage) => [...stage.querySelectorAll(".changes g:not([hidden])")].map(
  (one) => [...one.querySelectorAll("text")].map((text) => text.textContent))
"""
OVERLAPS = """
(stage) => {
  const boxes = [...stage.querySelectorAll(".changes g:not([hidden])")].map((one) => one.getBoundingClientRect());
  const { left, right } = stage.querySelector(".diagram svg").getBoundingClientRect();
  return boxes.filter((a, i) => a.left < left || a.right > right || boxes.slice(i + 1).some((b) =>
    Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1 &&
    Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 1)).length;
}
"""  # noqa: E501


def signed(value: float) -> str:
    return f"{'+' if value > 0 else ''}{short(value)}"


def beside(page: StagePage) -> list[list[str]]:
    found: list[list[str]] = page.stage.evaluate(SEEN)
    return found


def sigma(z: float) -> float:
    return 1 / (1 + math.exp(-z))


def test_it_spreads_step_by_step_and_follows_the_slider(alone: Alone) -> None:
    """One neuron: z = 0.6 + dw + 0.9, y = 0, C = a^2 / 2. Position 24 is dw = 0.2."""
    stage = alone(parts.spread(PRESETS["nielsen-neuron"]))
    assert beside(stage) == []
    stage.press("ArrowRight")
    stage.at(2, 3)
    stage.press("End")
    said = stage.stage.get_by_role("slider").evaluate(MOVED, 24)
    a, new = sigma(1.5), sigma(1.7)
    slope = a * (1 - a)
    cost, promise = (new**2 - a**2) / 2, a * slope * 0.2
    assert beside(stage) == [
        [signed(new - a), f"≈ {signed(slope * 0.2)}"],
        [signed(cost), f"≈ {signed(promise)}"],
    ]
    assert signed(cost) in said
    expect(stage.stage.locator(".node").last).to_have_attribute(
        "aria-description",
        f"changes by {signed(new - a)}, predicted {signed(slope * 0.2)}",
    )
    stage.linked(**{"spread-step": "3", "spread-dw": "0.2"})
    expect(stage.stage.locator(".edge-labels text").first).to_have_text("Δw = +0.2")


def test_the_neuron_under_the_pointer_has_its_rate_on_its_line(alone: Alone) -> None:
    """From w2_2_3 of the book's network: a3_1 answers most, and a3_2 the other way."""
    trace = Lesson().trace()
    rates = trace.network.w[3][:, 1] * trace.sigma_prime[3][:, 0]
    stage = alone(parts.spread(Lesson(), step=3))
    rate = stage.stage.locator(".edge-labels text").last
    expect(rate).to_have_text(f"× {short(rates[0])}")
    stage.neuron(3, 2).hover()
    expect(rate).to_have_text(f"× {short(rates[1])}")


@pytest.mark.parametrize("lesson", [Lesson(), PRESETS["deep"], PRESETS["vanishing"]])
def test_the_numbers_keep_apart_on_every_screen(alone: Alone, lesson: Lesson) -> None:
    data = parts.spread(lesson, step=9)
    for screen in ((1400, 900), PHONE):
        stage = alone(data, screen=screen)
        stage.press("End")
        assert stage.stage.evaluate(OVERLAPS) == 0, screen


def test_the_weight_stays_when_a_neuron_is_picked_and_after_a_reload(visit: Visit) -> None:
    explorer = visit("spread-dw=0.1", path="paths")
    explorer.click_line(2, 1, 1)
    explorer.linked(**{"spread-w": "w2_1_1"})
    explorer.neuron(3, 2).click()
    explorer.linked(selected="a3_2", **{"spread-w": "w2_1_1"})
    expect(explorer.main.get_by_text("∂a³₂/∂a²₁ = w³₂₁ σ′(z³₂)")).to_be_visible()
    explorer.reload()
    expect(explorer.stage.locator(".slider label")).to_have_text("Δw, added to w²₁₁")
    expect(explorer.stage.locator(".slider output")).to_have_text("0.1")
