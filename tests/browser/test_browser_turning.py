"""Turn a number: by drag, wheel, keys and a finger; all follows, and it is one edit."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Locator, expect

from backprop.lesson import Lesson, with_value
from backprop.stage.turn import turned
from backprop.writing import short
from tests.browser import parts
from tests.browser.alone import StageAlone
from tests.browser.conftest import StageOf, Visit
from tests.browser.explorer import Explorer
from tests.browser.looks import PHONE, TOUCH
from tests.browser.stage_page import POINT_OF_LINE, StagePage

LESSON = with_value(Lesson(step=14, selected="w2_1_1"), "w2_1_1", 0.25)
ASKED = "() => told.findLast(([name]) => name === 'turn')?.[1] ?? null"


def cost_at(value: float) -> str:
    """C with this value of the weight that is turned."""
    return short(with_value(LESSON, "w2_1_1", value).trace().cost)


def way_to(value: float) -> str:
    """What the header says of C."""
    return f"C {cost_at(0.25)} → {cost_at(value)}"


def middle(cell: Locator) -> tuple[float, float]:
    box = cell.bounding_box()
    assert box
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def cost(stage: StagePage) -> Locator:
    return stage.stage.locator(".cost")


def answer(stage: StageAlone) -> None:
    """Send the frames that the stage has asked for, as the app does."""
    asked = stage.page.wait_for_function(ASKED).json_value()
    turn = turned(LESSON, asked["id"], asked["values"], asked["at"])
    data: Any = parts.explorer(LESSON) | {"turn": turn}
    stage.give(data, LESSON)


def edits(stage: StageAlone) -> list[Any]:
    return [value for name, value in stage.told if name == "edit"]


def drag(stage: StagePage) -> None:
    x, y = middle(stage.cell("w2_1_1"))
    stage.page.mouse.move(x, y)
    stage.page.mouse.down()
    stage.page.mouse.move(x, y - 10)
    stage.page.mouse.move(x, y - 5 * 7)


def drag_a_line(stage: StagePage) -> None:
    x, y = stage.line(2, 1, 1).evaluate(POINT_OF_LINE)
    stage.page.mouse.move(x, y)
    stage.page.mouse.down()
    stage.page.mouse.move(x + 10, y)
    stage.page.mouse.move(x + 5 * 7, y)


def roll(stage: StagePage) -> None:
    stage.page.mouse.move(*middle(stage.cell("w2_1_1")))
    for _ in range(5):
        stage.page.mouse.wheel(0, -40)


def press_keys(stage: StagePage) -> None:
    stage.field.focus()
    stage.press("Shift+ArrowUp", *["ArrowDown"] * 5)


def press_keys_at_the_cell(stage: StagePage) -> None:
    stage.cell("w2_1_1").focus()
    stage.press(*["Alt+ArrowUp"] * 5)


WAYS = [drag, drag_a_line, roll, press_keys, press_keys_at_the_cell]


@pytest.mark.parametrize("turn", WAYS)
def test_all_follows_and_letting_go_is_one_edit(
    stage_of: StageOf, turn: Callable[[StagePage], None]
) -> None:
    stage = stage_of(LESSON)
    turn(stage)
    answer(stage)
    if turn in (drag, drag_a_line):
        expect(cost(stage)).to_have_text(way_to(0.7))
        expect(stage.cell("w2_1_1")).to_have_accessible_name("w²₁₁ = 0.7, before 0.25")
        stage.page.mouse.up()
    stage.tells("edit", {"id": "w2_1_1", "text": "0.7"})
    expect(cost(stage)).to_have_text(way_to(0.7))  # until the new data are there
    after = with_value(LESSON, "w2_1_1", 0.7)
    stage.show(parts.explorer(after), after)
    expect(cost(stage)).to_have_text(way_to(0.7))
    expect(stage.stage).not_to_have_attribute("data-frames", "")
    expect(stage.stage.locator("header [role=status]")).to_have_text(
        f"w²₁₁ from 0.25 to 0.7, C from {cost_at(0.25)} to {cost_at(0.7)}."
    )
    assert edits(stage) == [{"id": "w2_1_1", "text": "0.7"}]


@pytest.mark.parametrize("turn", [drag, drag_a_line, roll])
def test_a_press_asks_for_what_turning_needs(
    stage_of: StageOf, turn: Callable[[StagePage], None]
) -> None:
    """So that the cost follows from the first moment on."""
    stage = stage_of(LESSON)
    stage.cell("w2_1_1").dispatch_event("pointerdown", {"button": 0, "isPrimary": True})
    answer(stage)
    turn(stage)
    expect(cost(stage)).to_have_text(way_to(0.7))
    assert [name for name, _ in stage.told].count("turn") == 1


def test_a_finger_turns_what_is_selected(stage_of: StageOf) -> None:
    stage = stage_of(LESSON, screen=PHONE, **TOUCH)
    cell = stage.cell("w2_1_1")
    cell.evaluate("(cell) => cell.scrollIntoView({ block: 'center' })")  # not below the bar
    x, y = middle(cell)
    touch = stage.page.context.new_cdp_session(stage.page)

    def finger(kind: str, *points: tuple[float, float]) -> None:
        touches = [{"x": x, "y": y} for x, y in points]
        touch.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": touches})

    finger("touchStart", (x, y))
    for n in range(1, 6):
        finger("touchMove", (x + 7 * n, y))
    answer(stage)
    expect(cost(stage)).to_have_text(way_to(0.7))
    finger("touchEnd")
    stage.tells("edit", {"id": "w2_1_1", "text": "0.7"})
    expect(stage.cell("w2_1_2")).to_have_css("touch-action", "auto")


def test_escape_gives_the_old_value_back(stage_of: StageOf) -> None:
    stage = stage_of(LESSON)
    drag(stage)
    answer(stage)
    expect(cost(stage)).to_have_text(way_to(0.7))
    stage.press("Escape")
    expect(cost(stage)).to_have_text(f"C = {cost_at(0.25)}")
    expect(stage.cell("w2_1_1")).to_have_accessible_name("w²₁₁ = 0.25")
    stage.page.mouse.up()
    assert edits(stage) == []
    expect(stage.cell("w2_1_1")).to_have_class("selected")


def test_it_stops_with_a_sentence_where_the_cost_is_not_defined(stage_of: StageOf) -> None:
    lesson = Lesson(step=14, selected="y3_1", cost="cross-entropy")
    stage = stage_of(lesson)
    stage.field.focus()
    stage.page.keyboard.down("ArrowDown")  # and not up: it would be let go after a while
    asked = stage.page.wait_for_function(ASKED).json_value()
    turn = turned(lesson, asked["id"], asked["values"], asked["at"])
    stage.give(parts.explorer(lesson) | {"turn": turn}, lesson)
    stage.page.keyboard.down("ArrowDown")
    expect(stage.problem).to_have_text(turn["ends"][0])
    expect(stage.field).to_have_value("0")
    stage.page.keyboard.up("ArrowDown")


def test_the_field_says_its_value_and_the_cost(stage_of: StageOf) -> None:
    stage = stage_of(LESSON)
    field = stage.stage.get_by_role("spinbutton")
    expect(field).to_have_attribute("aria-valuenow", "0.25")
    expect(field).to_have_attribute("aria-valuetext", f"0.25, C = {cost_at(0.25)}")


def test_selecting_and_typing_pause(stage_of: StageOf) -> None:
    stage = stage_of(LESSON)
    acts: list[Callable[[], None]] = [stage.neuron(1, 1).click, lambda: stage.press("4")]
    for act in acts:
        stage.press("Home")
        stage.button("Play").click()
        expect(stage.button("Play")).to_have_attribute("aria-pressed", "true")
        act()
        expect(stage.button("Play")).to_have_attribute("aria-pressed", "false")


def test_typing_in_a_cell_goes_into_the_field_and_comes_back(stage_of: StageOf) -> None:
    stage = stage_of(LESSON)
    cell = stage.cell("w2_1_2")
    cell.focus()
    stage.press("Enter", "Enter")  # select, and into the field
    expect(stage.field).to_be_focused()
    stage.press("Escape")
    expect(cell).to_be_focused()
    stage.press("4", "Enter")
    stage.tells("edit", {"id": "w2_1_2", "text": "4"})
    after = with_value(LESSON, "w2_1_2", 4.0)
    stage.show(parts.explorer(after), after)
    expect(cell).to_be_focused()


def test_a_drag_in_the_app_is_one_entry_of_undo(visit: Visit) -> None:
    explorer: Explorer = visit("step=14&selected=w2_1_1")
    drag(explorer)
    value = explorer.field.input_value()
    after = short(with_value(Lesson(), "w2_1_1", float(value)).trace().cost)
    expect(cost(explorer)).to_have_text(re.compile(f"→ {after}$"))
    expect(explorer.page).not_to_have_url(re.compile("edits="))
    explorer.page.mouse.up()
    expect(explorer.page).to_have_url(re.compile("edits="))
    expect(cost(explorer)).to_have_text(re.compile(f"→ {after}$"))
    explorer.sidebar.get_by_role("button", name="Undo").click()
    expect(explorer.page).not_to_have_url(re.compile("edits="))
    expect(explorer.sidebar.get_by_role("button", name="Undo")).to_be_disabled()
    expect(cost(explorer)).to_have_text(re.compile(f"^C {after} → "))
