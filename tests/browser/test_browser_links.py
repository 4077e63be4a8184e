"""The link in the address bar is the lesson: on reload, in another browser, with nonsense in it."""

import re

from playwright.sync_api import expect

from tests.browser.conftest import Visit
from tests.browser.explorer import Explorer

LABELS = "(cells) => cells.map((cell) => [cell.dataset.id, cell.getAttribute('aria-label')])"


def edited(visit: Visit) -> Explorer:
    """A lesson in the middle, with a weight that only the last bit tells from another."""
    explorer = visit("step=3&selected=w3_2_4")
    explorer.type("0.12345678901234568")
    expect(explorer.page).to_have_url(re.compile("[?&]edits="))
    expect(explorer.field).not_to_be_focused()  # the stage has the new number, too
    explorer.press("PageDown")
    explorer.mark(9).click()
    explorer.linked(step="9")
    explorer.mark(8).click()
    explorer.linked(step="8", selected="w3_2_4")
    return explorer


def state(explorer: Explorer) -> list[object]:
    """Everything that the link has to bring back."""
    return [
        explorer.step,
        explorer.layer.get_by_role("gridcell").evaluate_all(LABELS),
        explorer.layer.locator(".selected").evaluate_all(LABELS),
        explorer.field.input_value(),
        explorer.link,
    ]


def test_the_lesson_is_the_same_after_a_reload_and_in_another_browser(visit: Visit) -> None:
    """Bit for bit."""
    explorer = edited(visit)
    before = state(explorer)
    other = visit(explorer.page.url.partition("?")[2], anew=True)
    explorer.reload()
    for one in (explorer, other):
        one.at(8)
        one.wait_until_quiet()
        assert state(one) == before
        assert one.field.input_value() == "0.12345678901234568"


def test_a_link_that_makes_no_sense_gets_notices_and_a_page_that_works(visit: Visit) -> None:
    nonsense = {
        **{"step": "999", "sizes": "abc", "weights": "zzz"},
        "selected": "%3Cscript%3Ealert(1)%3C/script%3E",
        "x": "9" * 50_000,
    }
    explorer = visit("&".join(f"{name}={text}" for name, text in nonsense.items()))
    notices = explorer.main.get_by_role("alert")
    for name in nonsense:
        expect(notices.filter(has_text=f"“{name}” was left out")).to_be_visible()
    explorer.at(1)
    explorer.press("ArrowRight")
    explorer.at(2)
    explorer.linked(step="2")
    assert explorer.link == {"step": "2"}


def test_what_makes_sense_in_a_link_is_kept_beside_what_does_not(visit: Visit) -> None:
    explorer = visit("sizes=2-3-2-1&activation=tanh&seed=abc&x=1,-1&y=0.5&step=2&nonsense=1")
    explorer.at(2, 21)
    expect(explorer.stage.locator(".node")).to_have_count(8)
    expect(explorer.stage.locator(".edge")).to_have_count(2 * 3 + 3 * 2 + 2)
    expect(explorer.stage.locator(".node").nth(1)).to_have_accessible_name("a¹₂ = −1")
    expect(explorer.main.get_by_role("alert").filter(has_text="“seed”")).to_be_visible()


def test_two_visitors_do_not_see_each_others_lesson(visit: Visit) -> None:
    one, other = visit(), visit(anew=True)
    one.wait_until_quiet()
    assert one.link == {}, "the link of the default lesson is bare"
    for explorer in (one, other):
        explorer.mark(3).click()
        explorer.cell("w3_2_4").click()
        explorer.linked(step="3", selected="w3_2_4")
    before = other.layer.get_by_role("gridcell").evaluate_all(LABELS)
    one.type("0.5")
    expect(one.cell("w3_2_4")).to_have_accessible_name(re.compile("^w³₂₄ = 0.5"))
    one.press("Escape", "Tab")
    one.mark(12).click()
    one.linked(step="12")
    other.cell("b3_1").click()
    other.linked(selected="b3_1")
    other.wait_until_quiet()
    assert other.layer.get_by_role("gridcell").evaluate_all(LABELS) == before
    assert other.link == {"step": "3", "selected": "b3_1"}
    one.at(12)
