"""Section 2.4, "Take a part away", as a visitor uses it."""

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.conftest import SCREEN, Visit
from tests.browser.explorer import Explorer
from tests.browser.looks import PHONE, PROJECTOR, TOO_WIDE, cell


def page(visit: Visit, query: str = "") -> Explorer:
    return visit(f"part=remove&{query}", path="equations")


def switch(explorer: Explorer, name: str) -> Locator:
    return explorer.main.get_by_test_id("stButtonGroup").get_by_role("button", name=name)


def equations(explorer: Explorer) -> Locator:
    group = explorer.main.get_by_role("radiogroup", name="The equation that is looked at")
    return group.get_by_role("radio")


def test_a_part_is_taken_away_and_put_back(visit: Visit) -> None:
    explorer = page(visit)
    main = explorer.main
    expect(main.get_by_text("All as it should be.")).to_be_visible()
    # the task stands out, and what is right does not
    size = "(label) => parseFloat(getComputedStyle(label).fontSize)"
    task = main.get_by_text("Take away or swap in BP2").evaluate(size)
    assert task > main.get_by_text("All as it should be.").evaluate(size)
    assert task > main.get_by_text("The step w").evaluate(size)
    quiet = main.get_by_test_id("stAlertContainer").evaluate(
        "(box) => getComputedStyle(box).backgroundColor"
    )
    assert quiet == "rgba(0, 0, 0, 0)"
    # the product is the true one, not that of the printed factors
    wire = explorer.stage.locator(".wire")
    expect(wire).to_contain_text("≈ 0.2 · (−0.0146) ≈ −0.00293")
    switch(explorer, "transpose forgotten").click()
    expect(wire).to_contain_text("the true ∂C/∂w")
    expect(main.get_by_text("4 columns meet 2 rows")).to_be_visible()
    explorer.linked(off="bp2-transpose")
    switch(explorer, "σ′ forgotten").click()
    explorer.linked(off="bp2-slope%2Cbp2-transpose")
    switch(explorer, "transpose forgotten").click()
    expect(main.get_by_text("The shapes fit, the numbers do not.")).to_be_visible()
    expect(cell(explorer, "now_delta2_4")).to_have_text("−0.162")
    explorer.reload()
    expect(cell(explorer, "now_delta2_4")).to_have_text("−0.162")
    main.get_by_role("button", name="Put everything back").click()
    expect(main.get_by_text("All as it should be.")).to_be_visible()


def test_the_equations_are_chosen_by_keyboard(visit: Visit) -> None:
    explorer = page(visit)
    equations(explorer).nth(1).focus()
    explorer.press("ArrowDown")
    explorer.linked(equation="BP3")
    expect(cell(explorer, "nabla_b3_1")).to_be_visible()
    switch(explorer, "times the bias itself").focus()
    explorer.press("Enter")
    expect(cell(explorer, "now_nabla_b3_1")).to_be_visible()


def test_the_selected_weight_is_shown_between_its_neurons(visit: Visit) -> None:
    explorer = page(visit, "equation=BP4&preset=mazur")
    wire = explorer.stage.locator(".wire")
    expect(wire).to_contain_text("∂C/∂w = aᵢₙ δₒᵤₜ")  # (32)
    expect(wire).to_contain_text("∂C/∂w³₁₁ ≈ 0.593 · 0.138 ≈ 0.0822")
    cell(explorer, "nabla_w3_2_1").click()
    expect(wire).to_contain_text("∂C/∂w³₂₁ ≈ 0.593 · (−0.0381) ≈ −0.0226")
    explorer.linked(selected="nabla_w3_2_1")
    switch(explorer, "a of its own layer").click()
    expect(wire).to_have_count(0)


def test_a_hidden_layer_comes_with_one_press(visit: Visit) -> None:
    explorer = page(visit, "preset=nielsen-neuron")
    expect(equations(explorer)).to_have_count(3)
    explorer.main.get_by_role("button", name="Add a hidden layer").click()
    expect(equations(explorer)).to_have_count(4)
    explorer.linked(sizes="1-3-1")


@pytest.mark.parametrize(
    "query",
    ["", "equation=BP4&off=bp4-order", "equation=BP1a&off=bp1-sign,step-sign"],
)
def test_nothing_is_cut_off(visit: Visit, query: str) -> None:
    explorer = page(visit, query)
    for screen in (SCREEN, PROJECTOR, PHONE):
        explorer.resize(screen)
        explorer.wait_until_drawn()
        assert explorer.page.evaluate(TOO_WIDE) == [], screen
        box = explorer.main.get_by_test_id("stAlert").first.bounding_box()
        assert box
        assert box["y"] + box["height"] < screen[1] / 2, screen  # what the eye finds first
        if screen != PHONE:
            way_on = explorer.main.locator(".st-key-chapter_way_on").bounding_box()
            assert way_on
            assert way_on["y"] < screen[1], screen
        figures = explorer.stage.locator(".figure, .wire")
        expect(figures).not_to_have_count(0)
        for figure in figures.all():
            place = figure.bounding_box()
            assert place
            assert place["x"] + place["width"] <= screen[0], screen
