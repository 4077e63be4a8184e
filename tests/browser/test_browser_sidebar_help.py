"""The sidebar explains its words, and nothing in it moves under the hand of who uses it."""

import re
from collections.abc import Callable

from playwright.sync_api import Locator, expect

from backprop.ui.sidebar.words_help import GROUPS
from tests.browser.conftest import Visit
from tests.browser.explorer import Explorer
from tests.browser.looks import PHONE, TOUCH

# Where each control is, by its key or name; what shows a choice may have another one.
PLACES = """
() => Object.fromEntries(
  [...document.querySelectorAll(".st-key-lesson :is(h2, input, button, summary)")].map((one) => {
    const { x, y, width, height } = one.getBoundingClientRect();
    return [one.ariaLabel ?? one.innerText, [x, y, width, height].map(Math.round)];
  }))
"""
MEANS = {word.label: word.meaning for group in GROUPS.values() for word in group.words}


def tip(explorer: Explorer) -> Locator:
    return explorer.sidebar.locator("[role=tooltip]")


def test_a_word_is_explained_on_hover_and_on_focus_and_escape_takes_it_away(
    explorer: Explorer,
) -> None:
    expect(tip(explorer)).to_be_hidden()
    explorer.sidebar.get_by_text("Learning rate η", exact=True).hover()
    expect(tip(explorer)).to_have_text(MEANS["Learning rate η"])
    explorer.page.keyboard.press("Escape")
    expect(tip(explorer)).to_be_hidden()
    explorer.page.keyboard.press("Shift")
    explorer.sidebar.get_by_role("textbox", name="Inputs x").focus()
    expect(tip(explorer)).to_be_visible()
    for name in ("Desired y", "Data set"):
        explorer.page.keyboard.press("Tab")
        field = explorer.sidebar.get_by_label(name, exact=True)
        expect(field).to_be_focused()
        expect(field).to_have_accessible_description(MEANS[name])
        expect(tip(explorer)).to_have_text(MEANS[name])
        expect(tip(explorer)).to_be_visible()


def test_every_word_belongs_to_a_control(visit: Visit) -> None:
    explorer = visit("preset=xor")
    for fold in ("Weights and biases", "Files"):
        explorer.sidebar.get_by_text(fold, exact=True).click()
    for group in GROUPS.values():
        for word in group.words:
            place = explorer.sidebar.locator(word.at)
            expect(place).to_have_count(1)
            expect(place).to_contain_text(word.label)


def test_the_question_mark_of_a_group_lists_its_words_on_a_phone(visit: Visit) -> None:
    explorer = visit(screen=PHONE, **TOUCH)
    explorer.page.get_by_test_id("stExpandSidebarButton").tap()
    ask = explorer.sidebar.get_by_role("button", name=GROUPS["keep"].ask)
    ask.tap()
    undo = explorer.sidebar.get_by_text(MEANS["Undo"])
    expect(undo).to_be_in_viewport(ratio=1)
    ask.tap()
    expect(undo).to_be_hidden()


def test_no_message_moves_a_control(visit: Visit) -> None:
    explorer = visit(screen=(1280, 720))
    sidebar = explorer.sidebar
    expect(sidebar.get_by_role("button", name="Copy link")).to_be_visible()
    explorer.wait_until_quiet()
    before = explorer.page.evaluate(PLACES)

    def typed(name: str, text: str) -> None:
        field = sidebar.get_by_label(name, exact=True)
        field.fill(text)
        field.press("Enter")

    def step() -> None:
        sidebar.get_by_role("button", name="Take one step of gradient descent").click()

    acts: list[tuple[Callable[[], None], str]] = [
        (lambda: typed("Inputs x", "1, two, 3"), "Inputs x: A number"),
        (lambda: typed("Neurons in layer 2", "x"), "Neurons in layer 2: It must"),
        (lambda: typed("Learning rate η", "0"), "The learning rate η must be above 0"),
        (step, "C went down from 0.501 to 0.455."),
        (step, "C went down from 0.455"),
        (lambda: typed("Learning rate η", "fast"), "Learning rate η: A number"),
    ]
    for act, sentence in acts:
        act()
        said = sidebar.get_by_text(re.compile(f"^{sentence}"))
        expect(said).to_be_in_viewport(ratio=1)
        explorer.wait_until_quiet()
        now = explorer.page.evaluate(PLACES)
        assert {name: now.get(name) for name in before} == before, sentence


def test_all_that_a_beginner_needs_is_on_a_small_screen(visit: Visit) -> None:
    sidebar = visit("preset=xor", screen=(1280, 720)).sidebar
    for name in ("Example", "Layers", "Activation", "Cost", "Row"):
        expect(sidebar.get_by_role("combobox", name=name)).to_be_in_viewport(ratio=1)
    for name in ("Inputs x", "Desired y", "Learning rate η"):
        expect(sidebar.get_by_role("textbox", name=name)).to_be_in_viewport(ratio=1)
    for name in ("Take one step of gradient descent", "Undo", "Redo", "Copy link"):
        expect(sidebar.get_by_role("button", name=name)).to_be_in_viewport(ratio=1)
