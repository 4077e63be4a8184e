"""A teacher presents: by keys alone, one part at a time, with the answer under a cover."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, Request, expect

from backprop.lesson import Lesson
from tests.browser.alone import StageAlone
from tests.browser.conftest import StageOf, Visit
from tests.browser.explorer import Explorer
from tests.browser.looks import PHONE, PROJECTOR, TOO_WIDE, TOUCH, findings
from tests.browser.stage_page import StagePage

SHOWN = "() => document.documentElement.dataset.present ?? ''"
COVERED_LEAVES = """
(formulas) => formulas.map((one) => [...one.querySelectorAll(".katex-html .result")]
  .map((leaf) => leaf.textContent).join(""))
"""


@pytest.fixture
def hall(stage_of: StageOf) -> Iterator[StageAlone]:
    """The stage before the step that makes δ², presented."""
    stage = stage_of(Lesson(step=9), own="present")
    stage.press("f")
    presented(stage, "all")
    yield stage
    for _ in range(2):
        if stage.page.evaluate(SHOWN):
            stage.press("Escape")
    presented(stage, "")


def presented(stage: StagePage, part: str) -> None:
    """Expect this part to be shown, "all" of them, or the page as it is otherwise."""
    stage.page.wait_for_function(f"(part) => ({SHOWN})() === part", arg=part)


def told(page: Page, sentence: str) -> None:
    """Expect this to be told to a screen reader."""
    expect(page.locator(".bp-told")).to_have_text(re.compile(re.escape(sentence)))


def test_keys_show_one_part_and_all_again(hall: StageAlone) -> None:
    diagram, board = hall.stage.locator(".diagram"), hall.stage.locator(".board")
    for key, part, network, matrices in [
        ("1", "network", True, False),
        ("2", "matrices", False, True),
        ("2", "all", True, True),
        ("1", "network", True, False),
        ("0", "all", True, True),
    ]:
        hall.press(key)
        presented(hall, part)
        assert [diagram.is_visible(), board.is_visible()] == [network, matrices]
        expect(hall.stage.locator(".sentence")).to_be_visible()
    hall.press("4")
    told(hall.page, "This page has no such part.")
    presented(hall, "all")
    hall.press("Escape")
    presented(hall, "")


def test_a_result_is_covered_until_the_next_press(hall: StageAlone) -> None:
    result, neuron = hall.cell("delta2_1"), hall.neuron(2, 1)
    hall.press("c")
    told(hall.page, "Guess first")
    expect(hall.cell("sigma_prime2_1")).to_have_accessible_name("σ′(z²₁) covered")
    hall.press("PageDown")
    expect(hall.cell("sigma_prime2_1")).to_have_accessible_name(re.compile("= 0.125"))
    hall.at(9)
    hall.press("PageDown")
    hall.at(10)
    expect(result).to_have_text("")
    expect(result).to_have_accessible_name("δ²₁ covered")
    expect(neuron).to_have_accessible_name("δ²₁ covered")
    expect(hall.cell("delta3_1")).to_have_text("0.135")
    hall.press(" ")
    hall.at(10)
    expect(result).to_have_text("−0.0146")
    expect(neuron).to_have_accessible_name(re.compile("δ²₁ = −0.0146"))
    hall.button("Next step").click()
    hall.at(11)
    expect(hall.cell("nabla_b3_1")).to_have_text("")
    hall.press("c")
    expect(hall.cell("nabla_b3_1")).to_have_text("0.135")
    told(hall.page, "no longer covered")


def test_any_key_brings_the_picture_back_and_does_nothing_else(hall: StageAlone) -> None:
    screen = hall.page.locator(".bp-black")
    for key in ("b", "."):
        hall.press(key)
        expect(screen).to_have_css("background-color", "rgb(0, 0, 0)")
        hall.press("PageDown")
        expect(screen).to_have_count(0)
        hall.at(9)
    presented(hall, "all")


def test_a_ring_follows_the_pointer(hall: StageAlone) -> None:
    hall.press("r")
    ring = hall.page.locator(".bp-ring")
    hall.page.mouse.move(400, 300)
    box = ring.bounding_box()
    assert box is not None
    assert abs(box["x"] + box["width"] / 2 - 400) < 2
    assert abs(box["y"] + box["height"] / 2 - 300) < 2
    hall.press("r")
    expect(ring).to_have_count(0)


def test_the_keys_are_listed_and_a_dialog_takes_them(stage: StageAlone) -> None:
    stage.press("?")
    dialog = stage.page.get_by_role("dialog", name="Keys for presenting")
    expect(dialog.get_by_text("a black screen")).to_be_visible()
    stage.press("ArrowRight", "b")
    stage.at(1)
    stage.press("Escape")
    expect(dialog).to_have_count(0)
    stage.press("ArrowRight")
    stage.at(2)


def test_no_key_is_taken_from_a_field_and_a_selected_number_keeps_none(stage_of: StageOf) -> None:
    stage = stage_of(Lesson(step=3, selected="w3_2_4"), own="present")
    stage.field.focus()
    stage.press("f", "?")
    presented(stage, "")
    stage.press("Escape", "f")
    presented(stage, "all")
    stage.press("2")
    presented(stage, "matrices")
    stage.press("0", "Escape", "Escape")
    presented(stage, "")


def in_the_hall(explorer: Explorer) -> None:
    presented(explorer, "all")
    expect(explorer.sidebar).to_be_hidden()
    expect(explorer.page.get_by_test_id("stHeader")).to_be_hidden()
    explorer.linked(present="1")


def test_a_link_opens_so_and_keys_lead_from_page_to_page(visit: Visit) -> None:
    explorer = visit("step=10&present=1")
    in_the_hall(explorer)
    for key, path, title in [
        ("n", "notation", "2.1"),
        ("n", "cost", "2.2"),
        ("p", "notation", "2.1"),
    ]:
        explorer.press(key)
        expect(explorer.main.get_by_role("heading", name=re.compile(rf"^{title}"))).to_be_visible()
        explorer.path = path
        explorer.wait_until_drawn()
        assert f"/{path}?" in explorer.page.url
        in_the_hall(explorer)
    explorer.press("p")
    explorer.path = ""
    explorer.wait_until_drawn()
    explorer.at(10)
    expect(explorer.main.locator(".bp-blocks .formulas").first).to_be_visible()
    explorer.press("3")
    expect(explorer.stage.locator(".diagram")).to_be_hidden()
    expect(explorer.main.locator(".bp-blocks .formulas").last).to_be_visible()
    explorer.press("4")
    expect(explorer.code).to_be_visible()
    expect(explorer.main.locator(".bp-blocks .formulas").first).to_be_hidden()
    explorer.press("Escape")
    presented(explorer, "")
    expect(explorer.sidebar).to_be_visible()
    assert explorer.link == {"step": "10"}


def test_a_change_is_taken_while_presenting_and_the_link_keeps_both(visit: Visit) -> None:
    explorer = visit("step=3&selected=w3_2_4&present=1&hide=code")
    explorer.type("0.5")
    explorer.linked(present="1", hide="code", step="3")
    expect(explorer.page).to_have_url(re.compile("[?&]edits="))
    explorer.wait_until_quiet()
    explorer.linked(present="1", hide="code")
    explorer.reload()
    in_the_hall(explorer)
    expect(explorer.code).to_be_hidden()


def test_the_results_of_equations_are_covered_too(visit: Visit) -> None:
    explorer = visit("step=10&present=1")
    formulas = explorer.main.locator(".bp-blocks .formulas:has(.result)")
    expect(formulas).to_have_count(2)
    assert formulas.evaluate_all(COVERED_LEAVES) == ["−0.0146", "−0.01460.06490.0299−0.0282"]
    number = formulas.first.locator(".result")
    explorer.press("c")
    expect(number.first).to_have_css("color", "rgba(0, 0, 0, 0)")
    explorer.press("ArrowRight")
    expect(number.first).not_to_have_css("color", "rgba(0, 0, 0, 0)")
    explorer.at(10)


def test_the_link_without_present_stands_on_the_screen_as_a_qr_code(visit: Visit) -> None:
    explorer = visit("step=10&present=1&hide=code", PROJECTOR)
    asked: list[Request] = []
    explorer.page.on("request", lambda one: asked.append(one) if "/qr?" in one.url else None)
    explorer.press("ArrowRight", "q")
    dialog = explorer.page.get_by_role("dialog", name="QR code of this link")
    expected = f"{explorer.url}/?step=11&hide=code"
    expect(dialog.get_by_text(expected, exact=True)).to_be_visible()
    image = dialog.get_by_role("img")
    explorer.page.wait_for_function("() => document.querySelector('.bp-qr img').complete")
    width, modules = image.evaluate("(one) => [one.width, one.naturalWidth]")
    assert modules > 0
    assert width % modules == 0
    assert width > 0.7 * PROJECTOR[1]
    expect(image).to_have_accessible_name(f"QR code of this link: {expected}")
    assert len(asked) == 1
    explorer.press("q")
    expect(dialog).to_have_count(0)
    presented(explorer, "all")


def test_presenting_is_accessible_in_the_dark_and_with_its_dialogs(visit: Visit) -> None:
    explorer = visit("step=10&present=1", scheme="dark")
    assert findings(explorer) == []
    explorer.press("?")
    expect(explorer.page.get_by_role("dialog")).to_be_visible()
    assert findings(explorer) == []


def test_a_phone_that_follows_a_presented_link_shows_all_within_its_width(visit: Visit) -> None:
    # A layer that slides in reaches beyond the stage for a moment.
    explorer = visit("step=10&present=1", PHONE, reduced_motion="reduce", **TOUCH)
    explorer.button("Next step").tap()
    explorer.at(11)
    assert explorer.page.evaluate(TOO_WIDE) == []
