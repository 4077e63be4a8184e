"""By keyboard alone: every control is reached, and no key is taken from what is being used."""

import re

from playwright.sync_api import expect

from backprop.lesson import Lesson
from backprop.writing.text import motion
from tests.browser.alone import StageAlone
from tests.browser.conftest import StageOf, Visit
from tests.browser.explorer import Explorer
from tests.browser.stage_page import StagePage

FOCUSED = """
() => {
  const one = document.activeElement;
  const label = one.getAttribute("aria-label") ?? one.labels?.[0]?.textContent ?? one.textContent;
  return [one.closest(".bp-stage") ? "stage" : "page", one.dataset.id ?? label.slice(0, 80)];
}
"""
LIT = re.compile(r"\blit\b")


def tabbed(page: StagePage, most: int = 120) -> list[tuple[str, str]]:
    """What the key Tab comes by on the whole page, in order."""
    found: list[tuple[str, str]] = []
    for _ in range(most):
        page.press("Tab")
        place, name = page.page.evaluate(FOCUSED)
        if found and (place, name) == found[0]:
            return found
        found.append((place, name))
    return found


def test_tab_reaches_every_control_of_the_stage(stage_of: StageOf) -> None:
    stage = stage_of(Lesson(step=3, selected="w3_2_4"))
    assert [
        name.partition(":")[0].partition(" =")[0]
        for place, name in tabbed(stage)
        if place == "stage"
    ] == [
        "The first minute",
        *("First step", "Previous step", "Next step", "Last step", "Play", "Speed", "Detail"),
        *("Step 3", "a¹₁", motion.AGAIN, motion.LABEL, "Shown", "w³₂₄", "Set"),
        *("w3_1_1", "a2_1", "b3_1", "z3_1", "a3_1", "y3_1"),
        *("nabla_a3_1", "sigma_prime3_1", "delta3_1", "nabla_b3_1", "nabla_w3_1_1"),
    ]


def test_tab_reaches_the_stage_and_what_is_beside_it(visit: Visit) -> None:
    explorer = visit("step=4&selected=z3_2")
    expect(explorer.chips("goes into").first).to_be_visible()
    explorer.wait_until_quiet()
    found = tabbed(explorer)
    assert ("stage", "Next step") in found
    beside = [name for place, name in found if place == "page"]
    for name in ("book", "w³₂₁ ≈ ", "a³₂ ≈ ", "Example", "Copy link"):
        assert any(name in one for one in beside), (name, beside)


def test_the_arrow_keys_walk_through_a_grid_and_do_not_step(stage_of: StageOf) -> None:
    stage = stage_of(Lesson(step=3))
    stage.cell("w3_1_1").focus()
    stage.press("ArrowRight", "ArrowRight", "ArrowDown")
    expect(stage.cell("w3_2_3")).to_be_focused()
    stage.press("ArrowDown", "ArrowLeft")
    expect(stage.cell("w3_2_2")).to_be_focused()
    expect(stage.line(3, 2, 2)).to_have_class(LIT)
    stage.press("Enter")
    stage.linked(selected="w3_2_2")
    stage.at(3)


def test_the_arrow_keys_walk_through_the_diagram_and_do_not_step(stage_of: StageOf) -> None:
    stage = stage_of(Lesson(step=3))
    stage.neuron(1, 1).focus()
    stage.press("ArrowRight", "ArrowDown", "ArrowDown")
    expect(stage.neuron(2, 3)).to_be_focused()
    stage.press(" ")
    stage.linked(selected="a2_3")
    stage.at(3)


def test_keys_in_the_field_do_not_step(stage_of: StageOf) -> None:
    stage = stage_of(Lesson(step=3, selected="w3_2_4"))
    stage.field.focus()
    stage.press("Home", "ArrowRight", "End", " ")
    stage.press("Escape", "ArrowRight")
    stage.at(4)


def test_keys_in_a_field_of_the_sidebar_do_not_step_but_a_presenters_clicker_does(
    visit: Visit,
) -> None:
    explorer = visit("step=3")
    field = explorer.sidebar.locator("input[type=text], input[type=number]").first
    field.focus()
    explorer.press("ArrowRight", "Home", "End", "ArrowLeft")
    explorer.stage.get_by_role("heading").click()
    explorer.press("ArrowRight")
    explorer.at(4)
    explorer.sidebar.get_by_role("textbox", name="Inputs x").focus()
    explorer.press("PageDown")
    explorer.at(5)


def test_space_on_a_focused_button_presses_it_and_does_not_play(stage: StageAlone) -> None:
    stage.button("Next step").focus()
    stage.press(" ")
    stage.at(2)
    expect(stage.button("Play")).to_have_attribute("aria-pressed", "false")


def test_the_arrow_keys_step_after_a_click_on_anything_in_the_stage(stage: StageAlone) -> None:
    stage.button("Next step").click()
    stage.press("ArrowRight")
    stage.at(3)
    stage.neuron(2, 1).click()
    stage.press("ArrowRight")
    stage.at(4)
    stage.click_line(3, 2, 4)
    stage.press("ArrowRight")
    stage.at(5)
    stage.cell("w3_1_1").click()
    stage.press("ArrowRight")
    stage.at(6)


def test_a_step_is_told_to_a_screen_reader(stage: StageAlone) -> None:
    stage.press("ArrowRight")
    told = stage.stage.locator("header [role=status]")
    expect(told).to_have_text(re.compile(r"^Step 2 of 15\. .+"))


def test_a_presenters_clicker_steps_from_a_cell_a_field_and_a_list(stage_of: StageOf) -> None:
    stage = stage_of(Lesson(step=3, selected="w3_2_4"))
    stage.cell("w3_1_1").focus()
    stage.press("PageDown")
    stage.at(4)
    stage.field.focus()
    stage.press("PageDown")
    stage.at(5)
    stage.choice("Neurons").focus()
    stage.press("PageUp", "PageUp")
    stage.at(3)


def test_the_arrow_keys_step_after_a_choice(stage: StageAlone) -> None:
    for name, value in [("Neurons", "z"), ("Lines", "w"), ("Speed", "slow")]:
        stage.choice(name).dispatch_event("pointerdown")
        stage.choice(name).focus()
        stage.choice(name).select_option(value)
        expect(stage.choice(name)).not_to_be_focused()
    stage.press("ArrowRight")
    stage.at(2)


def test_the_arrow_keys_step_after_a_choice_in_the_sidebar(explorer: Explorer) -> None:
    explorer.sidebar.get_by_role("combobox", name="Example").click()
    explorer.page.get_by_role("option", name="Two hidden layers").click()
    explorer.at(1, 21)
    explorer.press("ArrowRight")
    explorer.at(2, 21)


def test_a_list_that_is_used_by_keyboard_keeps_it(stage: StageAlone) -> None:
    stage.choice("Neurons").focus()
    stage.press("ArrowDown")
    expect(stage.choice("Neurons")).to_be_focused()


def test_what_is_typed_after_a_click_goes_to_what_was_clicked(visit: Visit) -> None:
    explorer = visit("step=3")
    explorer.sidebar.get_by_role("textbox", name="Inputs x").click()
    explorer.cell("w3_2_4").click()
    explorer.page.keyboard.type("42")
    explorer.press("Enter")
    expect(explorer.cell("w3_2_4")).to_have_accessible_name(re.compile("^w³₂₄ = 42"))
    expect(explorer.neuron(1, 3)).to_have_accessible_name("a¹₃ = 0.9")
    expect(explorer.field).not_to_be_focused()
    explorer.press("ArrowRight")
    explorer.at(4)


def test_what_is_typed_is_told_when_something_else_is_clicked(stage_of: StageOf) -> None:
    stage = stage_of(Lesson(step=3, selected="b3_1"))
    stage.field.fill("0.25")
    stage.neuron(3, 2).click()
    stage.linked(selected="z3_2")
    assert stage.told == [["edit", {"id": "b3_1", "text": "0.25"}]]
