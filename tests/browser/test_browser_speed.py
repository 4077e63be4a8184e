"""The gradient check and the count of 2.8, as somebody uses them."""

import re

from playwright.sync_api import Locator, expect

from backprop.engine import check_gradients
from backprop.ideas.check.compute import EPS, checked, sweep
from backprop.ideas.check.stage import shown_layers, stage_data
from backprop.lesson import Lesson
from backprop.stage import StageData
from backprop.writing import short
from tests.browser.conftest import Alone, Visit
from tests.browser.looks import PHONE, TOO_WIDE
from tests.browser.stage_page import StagePage

DEEP = Lesson(sizes=(3, 4, 4, 3), activation=("tanh", "tanh", "sigmoid"), x=(1, 0, 1), y=(0, 1, 0))


def data_of(lesson: Lesson, layer: int = 2) -> StageData:
    trace = lesson.trace()
    sweeps = [sweep(trace, l, EPS, "forward") for l in shown_layers(trace.network, layer)]
    return stage_data(trace, sweeps, checked(sweeps[0], sweeps[0].quantity(0)), 1e-5)


def cells(stage: StagePage, id: str) -> Locator:
    """The slope by moving, the one by backpropagation, and their relative error."""
    return stage.stage.locator(f".matrix [data-id={id}]")


def test_the_slider_brings_the_slopes_of_its_eps_and_the_points_move(alone: Alone) -> None:
    lesson = Lesson()
    stage = alone(data_of(lesson))
    slider = stage.stage.get_by_role("slider")
    expect(slider).to_have_attribute("aria-valuetext", "1×10⁻⁵")
    x = stage.stage.locator(".chart circle").first
    before = float(x.get_attribute("cx") or 0)
    slider.focus()
    stage.press(*["ArrowRight"] * 12)
    expect(stage.stage.locator(".slider output")).to_have_text("0.1")
    check = check_gradients(lesson.network(), lesson.x, lesson.y, 0.1, "forward")
    for symbol, id, index in (("w", "nabla_w3_2_4", (1, 3)), ("b", "nabla_b3_1", (0, 0))):
        found = [one[symbol][3][index] for one in (check.numeric, check.backprop, check.relative)]
        expect(cells(stage, id)).to_have_text([short(one) for one in found])
    assert float(x.get_attribute("cx") or 0) > before + 100
    expect(stage.stage.locator(".words")).to_contain_text("0.0366, at b²₁")
    stage.linked(**{"check-eps": "0.1"})
    stage.button("back to 1×10⁻⁵").click()
    expect(stage.stage.locator(".slider output")).to_have_text("1×10⁻⁵")


def test_a_weight_is_lit_in_all_three_and_a_click_selects_it(alone: Alone) -> None:
    stage = alone(data_of(Lesson()))
    cells(stage, "nabla_w2_3_2").first.hover()
    for cell in cells(stage, "nabla_w2_3_2").all():
        expect(cell).to_have_class(re.compile("lit"))
    expect(cells(stage, "nabla_w2_3_2").nth(2)).to_have_accessible_name(
        re.compile("∂C/∂w²₃₂, relative error: ")
    )
    cells(stage, "nabla_w2_3_2").first.click()
    stage.linked(selected="nabla_w2_3_2")


def test_another_layer_is_asked_for(alone: Alone) -> None:
    stage = alone(data_of(DEEP, 3), DEEP)
    expect(stage.button("layer 3")).to_have_attribute("aria-pressed", "true")
    stage.button("layer 4").click()
    stage.tells("layer", 4)


def test_on_a_phone_each_heatmap_has_its_title_and_none_is_too_wide(alone: Alone) -> None:
    stage = alone(data_of(DEEP, 3), DEEP, screen=PHONE)
    titles = stage.stage.locator(".comparison figcaption")
    expect(titles).to_have_text(["by moving each by ε", "by backpropagation", "relative error"])
    for title in titles.all():
        expect(title).to_be_visible()
    assert not stage.page.evaluate(TOO_WIDE)


def test_a_measurement_shows_its_points_and_can_be_stopped(visit: Visit) -> None:
    explorer = visit("part=count", path="speed")
    expect(explorer.stage.locator(".passes svg").first).to_have_accessible_name(
        re.compile("^27 forward passes")
    )
    explorer.main.get_by_role("button", name="Measure here").click()
    legend = explorer.stage.locator(".curve .legend")
    expect(legend).to_contain_text("differences, measured")
    explorer.main.get_by_role("button", name="Stop", exact=True).click()
    again = explorer.main.get_by_role("button", name="Measure again")
    expect(again).to_be_visible()
    expect(explorer.main.get_by_text("by differences, ").first).to_be_visible()
    expect(explorer.main.get_by_role("progressbar")).to_have_count(0)
