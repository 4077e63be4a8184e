"""Every way to another step: keys, buttons, marks and Play."""

from playwright.sync_api import expect

from backprop.lesson import Lesson
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


def test_the_arrow_keys_go_step_by_step_to_the_end_and_back(explorer: Explorer) -> None:
    explorer.at(1)
    for step in range(2, 15):
        explorer.press("ArrowRight")
        explorer.at(step)
    for step in range(13, 0, -1):
        explorer.press("ArrowLeft")
        explorer.at(step)


def test_a_step_beyond_either_end_is_none(explorer: Explorer) -> None:
    explorer.press("ArrowLeft", "ArrowRight")
    explorer.at(2)
    explorer.press("End", "ArrowRight", "ArrowLeft")
    explorer.at(13)


def test_end_and_home_go_to_the_last_and_the_first_step(explorer: Explorer) -> None:
    explorer.press("End")
    explorer.at(14)
    explorer.press("Home")
    explorer.at(1)


def test_a_presenters_clicker_steps(explorer: Explorer) -> None:
    explorer.press("PageDown", "PageDown", "PageDown")
    explorer.at(4)
    explorer.press("PageUp")
    explorer.at(3)


def test_the_buttons_step_by_mouse(explorer: Explorer) -> None:
    for name, step in [
        ("Next step", 2),
        ("Next step", 3),
        ("Previous step", 2),
        ("Last step", 14),
        ("Previous step", 13),
        ("First step", 1),
    ]:
        explorer.button(name).click()
        explorer.at(step)


def test_a_click_on_a_mark_goes_to_its_step(explorer: Explorer) -> None:
    for step in (9, 14, 5, 1):
        explorer.mark(step).click()
        explorer.at(step)
        expect(explorer.mark(step)).to_have_attribute("aria-current", "step")


def test_the_marks_stand_in_the_groups_of_the_algorithm(explorer: Explorer) -> None:
    marks = explorer.stage.get_by_role("group", name="All steps")
    expect(marks.get_by_role("button")).to_have_count(14)
    expect(marks.locator(".label")).to_have_text(["Forward", "Cost", "Error", "Gradients"])


def test_ten_quick_presses_are_ten_steps(explorer: Explorer) -> None:
    explorer.page.evaluate(QUICK, ["ArrowRight"] * 10)
    explorer.at(11)
    expect(explorer.code).to_have_text(STEPS[10].equation.source)
    explorer.linked(step="11")
    explorer.at(11)


def test_ten_quick_clicks_are_ten_steps(explorer: Explorer) -> None:
    explorer.button("Next step").evaluate("(next) => { for (const _ of Array(10)) next.click(); }")
    explorer.at(11)
    expect(explorer.code).to_have_text(STEPS[10].equation.source)
    explorer.at(11)


def test_the_panel_follows_to_the_equation_of_the_step(explorer: Explorer) -> None:
    for number in (8, 14, 1):
        explorer.mark(number).click()
        equation = STEPS[number - 1].equation
        expect(explorer.code).to_have_text(equation.source)
        book = explorer.main.get_by_role("link", name="book")
        expect(book).to_have_attribute("href", equation.book)


def test_play_steps_by_itself_to_the_end(explorer: Explorer) -> None:
    explorer.page.clock.install()
    explorer.press(" ")
    expect(explorer.button("Play")).to_have_attribute("aria-pressed", "true")
    explorer.page.clock.run_for(60_000)
    explorer.at(14)
    expect(explorer.button("Play")).to_have_attribute("aria-pressed", "false")


def test_play_pauses(explorer: Explorer) -> None:
    explorer.page.clock.install()
    explorer.choice("Speed").select_option("slow")
    explorer.button("Play").click()
    explorer.page.clock.run_for(3_000)
    explorer.button("Play").click()
    step = explorer.step
    assert step > 1
    explorer.page.clock.run_for(60_000)
    explorer.at(step)


def test_a_step_by_hand_ends_play(explorer: Explorer) -> None:
    explorer.page.clock.install()
    explorer.press(" ", "End", "ArrowLeft")
    explorer.page.clock.run_for(60_000)
    explorer.at(13)


def test_play_has_three_speeds(explorer: Explorer) -> None:
    explorer.page.clock.install()
    reached = []
    for speed in ("slow", "normal", "fast"):
        explorer.choice("Speed").select_option(speed)
        explorer.mark(1).click()
        explorer.button("Play").click()
        explorer.page.clock.run_for(6_000)
        explorer.button("Play").click()
        reached.append(explorer.step)
    assert 1 < reached[0] < reached[1] < reached[2]


def test_the_level_of_detail_changes_at_the_same_number(explorer: Explorer) -> None:
    for layer_step, neuron_step in [(1, 1), (2, 5), (14, 36)]:
        explorer.mark(layer_step).click()
        explorer.choice("Detail").select_option("neuron by neuron")
        explorer.at(neuron_step, 39)
        explorer.choice("Detail").select_option("layer by layer")
        explorer.at(layer_step)
