"""By keyboard alone: every control is reached, and no key is taken from what is being used."""

import re

from playwright.sync_api import expect

from tests.browser.conftest import Visit
from tests.browser.explorer import Explorer

FOCUSED = """
() => {
  const one = document.activeElement;
  const label = one.getAttribute("aria-label") ?? one.labels?.[0]?.textContent ?? one.textContent;
  return [one.closest(".bp-stage") ? "stage" : "page", one.dataset.id ?? label.slice(0, 80)];
}
"""
LIT = re.compile(r"\blit\b")


def tabbed(explorer: Explorer, most: int = 120) -> list[tuple[str, str]]:
    """What the key Tab comes by on the whole page, in order."""
    found: list[tuple[str, str]] = []
    for _ in range(most):
        explorer.press("Tab")
        place, name = explorer.page.evaluate(FOCUSED)
        if found and (place, name) == found[0]:
            return found
        found.append((place, name))
    return found


def test_tab_reaches_every_control_of_the_stage(visit: Visit) -> None:
    explorer = visit("step=3&selected=w3_2_4")
    explorer.wait_until_quiet()
    stage = [name for place, name in tabbed(explorer) if place == "stage"]
    assert [name.partition(":")[0].partition(" =")[0] for name in stage] == [
        *("First step", "Previous step", "Next step", "Last step", "Play", "Speed", "Detail"),
        *("Step 3", "a¹₁", "Neurons", "Lines", "w³₂₄", "Set"),
        *("w3_1_1", "a2_1", "b3_1", "z3_1", "a3_1", "y3_1"),
        *("nabla_a3_1", "sigma_prime3_1", "delta3_1", "nabla_b3_1", "nabla_w3_1_1"),
    ]


def test_tab_reaches_what_is_beside_the_stage(visit: Visit) -> None:
    explorer = visit("step=4&selected=z3_2")
    expect(explorer.chips("goes into").first).to_be_visible()
    explorer.wait_until_quiet()
    beside = [name for place, name in tabbed(explorer) if place == "page"]
    for name in ("book", "w³₂₁ = ", "a³₂ = ", "Example", "Copy link"):
        assert any(name in one for one in beside), (name, beside)


def test_the_arrow_keys_walk_through_a_grid_and_do_not_step(visit: Visit) -> None:
    explorer = visit("step=3")
    explorer.cell("w3_1_1").focus()
    explorer.press("ArrowRight", "ArrowRight", "ArrowDown")
    expect(explorer.cell("w3_2_3")).to_be_focused()
    explorer.press("ArrowDown", "ArrowLeft")
    expect(explorer.cell("w3_2_2")).to_be_focused()
    expect(explorer.line(3, 2, 2)).to_have_class(LIT)
    explorer.press("Enter")
    explorer.linked(selected="w3_2_2")
    explorer.at(3)


def test_the_arrow_keys_walk_through_the_diagram_and_do_not_step(visit: Visit) -> None:
    explorer = visit("step=3")
    explorer.neuron(1, 1).focus()
    explorer.press("ArrowRight", "ArrowDown", "ArrowDown")
    expect(explorer.neuron(2, 3)).to_be_focused()
    explorer.press(" ")
    explorer.linked(selected="a2_3")
    explorer.at(3)


def test_a_presenters_clicker_steps_from_a_cell_too(visit: Visit) -> None:
    explorer = visit("step=3")
    explorer.cell("w3_1_1").focus()
    explorer.press("PageDown")
    explorer.at(4)


def test_keys_in_the_field_do_not_step(visit: Visit) -> None:
    explorer = visit("step=3&selected=w3_2_4")
    explorer.field.focus()
    explorer.press("Home", "ArrowRight", "End", " ")
    explorer.press("Escape", "ArrowRight")
    explorer.at(4)


def test_keys_in_a_field_of_the_sidebar_do_not_step(visit: Visit) -> None:
    explorer = visit("step=3")
    field = explorer.sidebar.locator("input[type=text], input[type=number]").first
    field.focus()
    explorer.press("ArrowRight", "Home", "End", "ArrowLeft")
    explorer.stage.get_by_role("heading").click()
    explorer.press("ArrowRight")
    explorer.at(4)


def test_space_on_a_focused_button_presses_it_and_does_not_play(explorer: Explorer) -> None:
    explorer.page.clock.install()
    explorer.button("Next step").focus()
    explorer.press(" ")
    explorer.at(2)
    explorer.page.clock.run_for(30_000)
    explorer.at(2)


def test_the_arrow_keys_step_after_a_click_on_anything_in_the_stage(explorer: Explorer) -> None:
    explorer.button("Next step").click()
    explorer.press("ArrowRight")
    explorer.at(3)
    explorer.neuron(2, 1).click()
    explorer.press("ArrowRight")
    explorer.at(4)
    explorer.click_line(3, 2, 4)
    explorer.press("ArrowRight")
    explorer.at(5)
    explorer.cell("w3_1_1").click()
    explorer.press("ArrowRight")
    explorer.at(6)


def test_a_step_is_told_to_a_screen_reader(explorer: Explorer) -> None:
    explorer.press("ArrowRight")
    told = explorer.stage.get_by_role("status")
    expect(told).to_have_text(re.compile(r"^Step 2 of 14\. .+"))


def test_a_presenters_clicker_steps_from_a_field_and_a_list(visit: Visit) -> None:
    explorer = visit("step=3&selected=w3_2_4")
    explorer.field.focus()
    explorer.press("PageDown")
    explorer.at(4)
    explorer.sidebar.get_by_role("textbox", name="Inputs x").focus()
    explorer.press("PageDown")
    explorer.at(5)
    explorer.choice("Neurons").focus()
    explorer.press("PageUp", "PageUp")
    explorer.at(3)


def test_the_arrow_keys_step_after_a_choice(explorer: Explorer) -> None:
    for name, value in [("Neurons", "z"), ("Lines", "w"), ("Speed", "slow")]:
        explorer.choice(name).dispatch_event("pointerdown")
        explorer.choice(name).focus()
        explorer.choice(name).select_option(value)
        expect(explorer.choice(name)).not_to_be_focused()
    explorer.press("ArrowRight")
    explorer.at(2)
    explorer.sidebar.get_by_role("combobox", name="Example").click()
    explorer.page.get_by_role("option", name="Two hidden layers").click()
    explorer.at(1, 20)
    explorer.press("ArrowRight")
    explorer.at(2, 20)


def test_a_list_that_is_used_by_keyboard_keeps_it(explorer: Explorer) -> None:
    explorer.choice("Neurons").focus()
    explorer.press("ArrowDown")
    expect(explorer.choice("Neurons")).to_be_focused()


def test_what_is_typed_after_a_click_goes_to_what_was_clicked(visit: Visit) -> None:
    explorer = visit("step=3")
    explorer.sidebar.get_by_role("textbox", name="Inputs x").click()
    explorer.cell("w3_2_4").click()
    explorer.page.keyboard.type("42")
    explorer.press("Enter")
    expect(explorer.cell("w3_2_4")).to_have_accessible_name("w³₂₄ = 42")
    expect(explorer.neuron(1, 3)).to_have_accessible_name("a¹₃ = 0.9")
    expect(explorer.field).not_to_be_focused()
    explorer.press("ArrowRight")
    explorer.at(4)


def test_what_is_typed_is_kept_when_something_else_is_clicked(visit: Visit) -> None:
    explorer = visit("step=3&selected=b3_1")
    explorer.field.fill("0.25")
    explorer.neuron(3, 2).click()
    expect(explorer.cell("b3_1")).to_have_accessible_name("b³₁ = 0.25")
    explorer.linked(selected="z3_2")
