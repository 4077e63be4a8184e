"""A link that hides: what a class should not see is not to be read, focused or heard."""

import re
from urllib.parse import urlencode

import pytest
from playwright.sync_api import expect

from backprop.lesson import Lesson, from_json, to_query
from tests.browser.conftest import Visit
from tests.browser.looks import findings
from tests.browser.test_browser_keyboard import tabbed


@pytest.mark.parametrize(
    ("word", "gone", "stays"),
    [
        ("sidebar", "[data-testid=stSidebar]", ".bp-blocks .code"),
        ("formulas", ".bp-blocks .formulas", ".bp-blocks .code"),
        ("code", ".bp-blocks .code", ".bp-blocks .formulas"),
    ],
)
def test_what_is_hidden_is_gone(visit: Visit, word: str, gone: str, stays: str) -> None:
    explorer = visit(f"step=10&hide={word}")
    expect(explorer.page.locator(stays).first).to_be_visible()
    expect(explorer.page.locator(gone)).not_to_have_count(0)
    for one in explorer.page.locator(gone).all():
        expect(one).to_be_hidden()
    explorer.press("PageDown")
    explorer.linked(step="11", hide=word)


def test_weights_are_neither_shown_nor_said(visit: Visit) -> None:
    explorer = visit("step=10&hide=weights&selected=w3_2_4")
    expect(explorer.cell("w2_1_1")).to_have_text("")
    expect(explorer.cell("w2_1_1")).to_have_accessible_name("w²₁₁ hidden")
    expect(explorer.cell("b2_1")).to_have_accessible_name("b²₁ hidden")
    expect(explorer.cell("delta2_1")).to_have_text("−0.0146")
    expect(explorer.field).to_be_hidden()
    expect(explorer.main.get_by_text("-0.48800582327685743")).to_have_count(0)
    formulas = explorer.main.locator(".bp-blocks .formulas")
    expect(formulas.first).to_be_visible()
    expect(formulas.last).to_be_hidden()


def test_numbers_are_neither_shown_nor_said_and_colours_stay(visit: Visit) -> None:
    explorer = visit("step=10&hide=numbers")
    expect(explorer.cell("delta2_1")).to_have_text("")
    expect(explorer.cell("delta2_1")).to_have_accessible_name("δ²₁ = hidden")
    expect(explorer.neuron(3, 1)).to_have_accessible_name("δ³₁ = hidden")
    expect(explorer.layer.locator(".plot").first).to_be_visible()
    expect(explorer.stage.locator(".cost")).to_be_hidden()
    assert not re.search(r"\d\.\d", explorer.main.inner_text())


def test_the_steps_ahead_come_one_by_one(visit: Visit) -> None:
    explorer = visit("step=4&hide=steps")
    for step in (5, 14):
        expect(explorer.mark(step)).to_have_count(0)  # by its role: it is not even said
    expect(explorer.mark(4)).to_be_visible()
    expect(explorer.stage.get_by_text("Gradients", exact=True)).to_be_hidden()
    expect(explorer.button("Last step")).to_have_count(0)
    assert "Last step" not in [name for _, name in tabbed(explorer)]
    explorer.stage.get_by_role("heading").click()
    explorer.press("End")
    explorer.at(4)
    explorer.press("ArrowRight")
    explorer.at(5)
    expect(explorer.mark(5)).to_be_visible()


def test_a_word_that_is_none_gets_a_notice_and_leaves_the_link(visit: Visit) -> None:
    explorer = visit("step=3&hide=code,answers")
    notice = explorer.main.get_by_role("alert").filter(has_text="“hide” was left out")
    expect(notice).to_contain_text("“answers”")
    explorer.linked(hide="code")
    expect(explorer.code).to_be_hidden()


def test_links_for_a_class_are_made_by_ticking(visit: Visit) -> None:
    explorer = visit("step=3")
    explorer.press("ArrowRight")
    explorer.sidebar.get_by_role("button", name="Link for a class").click()
    dialog = explorer.page.get_by_role("dialog", name="Link for a class")
    address = dialog.get_by_role("textbox", name="The link")
    expect(address).to_have_value(f"{explorer.url}/?step=4")
    dialog.get_by_role("checkbox", name="the code").check()
    dialog.get_by_role("checkbox", name="the steps ahead").check()
    dialog.get_by_role("checkbox", name=re.compile("^Present")).check()
    expect(address).to_have_value(f"{explorer.url}/?step=4&present=1&hide=code%2Csteps")
    expect(dialog.get_by_role("img")).to_have_accessible_name(re.compile(r"hide=code%2Csteps$"))
    assert findings(explorer) == []
    link = address.input_value()
    explorer.press("Escape")
    expect(dialog).to_have_count(0)
    assert explorer.link == {"step": "4"}, "the page itself stays as it is"
    explorer.page.goto(link)
    explorer.wait_until_drawn()
    explorer.linked(step="4", present="1")
    expect(explorer.code).to_be_hidden()
    expect(explorer.sidebar).to_be_hidden()


def test_a_link_that_is_long_comes_with_the_file(visit: Visit) -> None:
    """It is offered in the dialog too, before Files was ever opened."""
    lesson = Lesson(weights=tuple(i / 7 for i in range(26)), data=((0.123456789,) * 5,) * 40)
    explorer = visit(urlencode(to_query(lesson)))
    expect(explorer.sidebar.get_by_text("over 2,000 characters")).to_be_visible()
    explorer.sidebar.get_by_role("button", name="Link for a class").click()
    dialog = explorer.page.get_by_role("dialog", name="Link for a class")
    expect(dialog.get_by_text("over 2,000 characters")).to_be_visible()
    with explorer.page.expect_download() as download:
        dialog.get_by_role("button", name="Save lesson").click()
    assert from_json(download.value.path().read_bytes()) == lesson
