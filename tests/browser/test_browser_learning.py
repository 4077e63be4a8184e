"""The loop in Chromium: learn, go round again, back along the curve, and ten rounds at once."""

import re

from playwright.sync_api import expect

from backprop.lesson import Lesson
from backprop.lesson.descent import descent_of
from backprop.writing import exact
from tests.browser.conftest import StageOf, Visit
from tests.browser.explorer import Explorer

PRESENT = ".rounds [aria-current]"


def weight(lesson: Lesson | None) -> str:
    assert lesson
    return exact(float(lesson.network().w[3][1, 3]))


def point(explorer: Explorer, name: str) -> None:
    """Expect this point of the curve to be the present one."""
    expect(explorer.stage.locator(PRESENT)).to_have_accessible_name(re.compile(f"^{name}"))


def test_round_by_round_and_back_along_the_curve(visit: Visit) -> None:
    explorer = visit("step=14")
    explorer.button("Learn from it").click()
    explorer.at(15)
    point(explorer, "Start: C = 0.501")
    first = descent_of(Lesson())
    expect(explorer.stage.locator("[data-id=new_w3_2_4]")).to_have_accessible_name(
        re.compile(f"= {weight(first.lesson)}$")
    )
    explorer.button("Next round").click()
    explorer.at(1)
    said = explorer.stage.get_by_role("status").filter(has_text="Change 1.")
    expect(said).to_have_text("Change 1. C went down from 0.501 to 0.455.")
    explorer.press("End")
    point(explorer, "Change 1: C = 0.455")
    explorer.sidebar.get_by_role("button", name="Undo").click()
    point(explorer, "Start: C = 0.501")
    explorer.stage.locator(PRESENT).focus()
    explorer.press("ArrowRight", "Enter")
    point(explorer, "Change 1: C = 0.455")
    explorer.at(15)


def test_ten_rounds_are_ten_steps_and_a_press_drops_the_play(visit: Visit) -> None:
    explorer = visit(
        "step=15&over=all&data=0.2,0.5,0.9,0,1;1,0,0,1,0", reduced_motion="no-preference"
    )
    lesson = Lesson(over="all", data=((0.2, 0.5, 0.9, 0, 1), (1, 0, 0, 1, 0)))
    for _ in range(10):
        after = descent_of(lesson).lesson
        assert after
        lesson = after
    explorer.button("Ten rounds").click()
    expect(explorer.stage.get_by_role("status").filter(has_text="Change 10.")).to_contain_text(
        "The mean C over 2 rows of the table went down"
    )
    explorer.press("Shift")
    point(explorer, "Change 10")
    expect(explorer.stage.locator(".rounds li")).to_have_count(11)
    explorer.button("layer 3").click()
    expect(explorer.stage.locator(".learning [data-id=w3_2_4]")).to_have_accessible_name(
        f"w³₂₄ = {weight(lesson)}"
    )


def test_a_number_lights_what_it_is_made_of_and_a_press_selects_its_weight(
    stage_of: StageOf,
) -> None:
    stage = stage_of(Lesson(step=15))
    new = stage.stage.locator("[data-id=new_w3_1_2]")
    new.hover()
    for id in ("w3_1_2", "step_w3_1_2"):
        expect(stage.stage.locator(f".learning [data-id={id}]")).to_have_class(re.compile("lit"))
    new.click()
    expect(stage.field).to_have_value(re.compile(r"^1\.6"))
    stage.button("layer 2").click()
    expect(stage.stage.locator("[data-id=new_w2_4_3]")).to_be_visible()


def test_a_finger_learns_and_opens_a_round_and_where_no_step_can_be_taken_it_is_said(
    visit: Visit,
) -> None:
    phone = visit("step=15", screen=(390, 844), has_touch=True)
    phone.button("Next round").tap()
    phone.at(1)
    phone.button("Last step").tap()
    point(phone, "Change 1")
    phone.stage.get_by_role("button", name=re.compile("^Start: C")).tap()
    point(phone, "Start")
    far = visit("sizes=1-1&activation=linear&x=1000&y=0&eta=1000&step=9")
    expect(
        far.stage.get_by_text(re.compile("There is no step over this example. A weight"))
    ).to_be_visible()
    expect(far.button("Next round")).to_have_attribute("aria-disabled", "true")


def test_five_presses_at_one_place_are_five_steps(visit: Visit) -> None:
    """What a step takes away or says moves no button under the pointer."""
    explorer = visit()
    button = explorer.sidebar.get_by_role("button", name="Take one step of gradient descent")
    box = button.bounding_box()
    assert box
    lesson = Lesson()
    for _ in range(5):
        after = descent_of(lesson)
        assert after.lesson
        explorer.page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
        lesson = after.lesson
        explorer.press("End")
        expect(explorer.stage.locator(".learning [data-id=w3_2_4]")).to_have_accessible_name(
            f"w³₂₄ = {weight(lesson)}"
        )
