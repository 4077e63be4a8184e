"""Every way to another step: keys, buttons, marks and Play."""

from collections.abc import Iterator
from itertools import count

import pytest
from playwright.sync_api import expect

from backprop.lesson import Lesson
from tests.browser import parts
from tests.browser.alone import StageAlone
from tests.browser.conftest import Alone
from tests.browser.explorer import Explorer

STEPS = Lesson().trace().steps
QUICK = """
(keys) => {
  for (const key of keys) {
    const press = new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true });
    document.body.dispatchEvent(press);
  }
}
"""
DAYS = (f"{year}-01-01" for year in count(2100))


def test_the_arrow_keys_go_step_by_step_to_the_end_and_back(stage: StageAlone) -> None:
    stage.at(1)
    for step in range(2, 15):
        stage.press("ArrowRight")
        stage.at(step)
    for step in range(13, 0, -1):
        stage.press("ArrowLeft")
        stage.at(step)


def test_a_step_beyond_either_end_is_none(stage: StageAlone) -> None:
    stage.press("ArrowLeft", "ArrowRight")
    stage.at(2)
    stage.press("End", "ArrowRight", "ArrowLeft")
    stage.at(14)


def test_end_and_home_go_to_the_last_and_the_first_step(stage: StageAlone) -> None:
    stage.press("End")
    stage.at(15)
    stage.press("Home")
    stage.at(1)


def test_a_presenters_clicker_steps(stage: StageAlone) -> None:
    stage.press("PageDown", "PageDown", "PageDown")
    stage.at(4)
    stage.press("PageUp")
    stage.at(3)


def test_the_buttons_step_by_mouse(stage: StageAlone) -> None:
    for name, step in [
        ("Next step", 2),
        ("Next step", 3),
        ("Previous step", 2),
        ("Last step", 15),
        ("Previous step", 14),
        ("First step", 1),
    ]:
        stage.button(name).click()
        stage.at(step)


def test_a_click_on_a_mark_goes_to_its_step(stage: StageAlone) -> None:
    for step in (9, 14, 5, 1):
        stage.mark(step).click()
        stage.at(step)
        expect(stage.mark(step)).to_have_attribute("aria-current", "step")


def test_the_marks_stand_in_the_groups_of_the_algorithm(stage: StageAlone) -> None:
    marks = stage.stage.get_by_role("group", name="All steps")
    expect(marks.get_by_role("button")).to_have_count(15)
    expect(marks.locator(".label")).to_have_text(
        ["Forward", "Cost", "Error", "Gradients", "Learning"]
    )


def test_the_panel_follows_to_the_equation_of_the_step(explorer: Explorer) -> None:
    for number in (8, 14, 1):
        explorer.mark(number).click()
        equation = STEPS[number - 1].equation
        expect(explorer.code).to_have_text(equation.source)
        book = explorer.main.get_by_role("link", name="book")
        expect(book).to_have_attribute("href", equation.book)
    # ten quick presses are ten steps, and so are ten quick clicks
    explorer.page.evaluate(QUICK, ["ArrowRight"] * 10)
    explorer.at(11)
    expect(explorer.code).to_have_text(STEPS[10].equation.source)
    explorer.linked(step="11")
    explorer.at(11)
    explorer.button("Previous step").evaluate(
        "(button) => { for (const _ of Array(10)) button.click(); }"
    )
    explorer.at(1)
    expect(explorer.code).to_have_text(STEPS[0].equation.source)
    explorer.at(1)


@pytest.fixture
def playing(alone: Alone) -> Iterator[StageAlone]:
    """The stage on a page where no time goes by but what the test lets go by."""
    stage = alone(parts.explorer(Lesson()), own="clock")
    stage.page.clock.install()
    stage.page.clock.pause_at(next(DAYS))
    yield stage
    stage.page.clock.resume()


def test_play_steps_by_itself_to_the_end(playing: StageAlone) -> None:
    playing.press(" ")
    expect(playing.button("Play")).to_have_attribute("aria-pressed", "true")
    playing.page.clock.run_for(60_000)
    playing.at(15)
    expect(playing.button("Play")).to_have_attribute("aria-pressed", "false")


def test_play_pauses(playing: StageAlone) -> None:
    playing.choice("Speed").select_option("slow")
    playing.button("Play").click()
    playing.page.clock.run_for(3_000)
    playing.button("Play").click()
    step = playing.step
    assert step > 1
    playing.page.clock.run_for(60_000)
    playing.at(step)


def test_a_step_by_hand_ends_play(playing: StageAlone) -> None:
    playing.press(" ", "End", "ArrowLeft")
    playing.page.clock.run_for(60_000)
    playing.at(14)


def test_play_has_three_speeds(playing: StageAlone) -> None:
    reached = []
    for speed in ("slow", "normal", "fast"):
        playing.choice("Speed").select_option(speed)
        playing.mark(1).click()
        playing.button("Play").click()
        playing.page.clock.run_for(6_000)
        playing.button("Play").click()
        reached.append(playing.step)
    assert 1 < reached[0] < reached[1] < reached[2]


def test_the_level_of_detail_changes_at_the_same_number(explorer: Explorer) -> None:
    for layer_step, neuron_step in [(1, 1), (2, 5), (14, 36)]:
        explorer.mark(layer_step).click()
        explorer.choice("Detail").select_option("neuron by neuron")
        explorer.at(neuron_step, 40)
        explorer.choice("Detail").select_option("layer by layer")
        explorer.at(layer_step)
