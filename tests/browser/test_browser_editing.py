"""Type a number: all that depends on it changes, undo takes it back, nonsense changes nothing."""

import re

import numpy as np
from playwright.sync_api import expect

from backprop.engine import Network, Quantity, Trace, run
from backprop.lesson import Lesson
from tests.browser.conftest import StageOf, Visit
from tests.browser.explorer import Explorer
from tests.claims.claims import number_of

LABELS = "(cells) => cells.map((cell) => [cell.dataset.id, cell.getAttribute('aria-label')])"
lesson = Lesson()
network = lesson.network()


def with_entry(array: np.ndarray, row: int, column: int, value: float) -> np.ndarray:
    """A copy of the array in which one entry is another."""
    changed = array.copy()
    changed[row, column] = value
    return changed


def expect_trace(explorer: Explorer, trace: Trace) -> None:
    """All numbers of both layers are those of this trace."""
    for step in (12, 14):
        explorer.mark(step).click()
        explorer.at(step)
        for id, label in explorer.layer.get_by_role("gridcell").evaluate_all(LABELS):
            value = float(trace.value(Quantity.parse(id)).item())
            if not label.endswith("not computed yet"):
                number = number_of(label.partition(", before ")[0].rpartition(" = ")[2])
                assert abs(number - value) <= 1e-8 * abs(value), id


def numbers(explorer: Explorer) -> list[list[str]]:
    """All numbers of the layer that is on the page."""
    found: list[list[str]] = explorer.layer.get_by_role("gridcell").evaluate_all(LABELS)
    return found


def test_a_weight_a_bias_an_input_and_a_desired_output_are_edited(visit: Visit) -> None:
    explorer = visit("step=3")
    explorer.click_line(3, 2, 4)
    explorer.page.keyboard.type("-0.25")
    explorer.press("Enter")
    expect(explorer.cell("w3_2_4")).to_have_accessible_name(re.compile("^w³₂₄ = −0.25, before "))
    w3 = with_entry(network.w[3], 1, 3, -0.25)
    edited = Network({2: network.w[2], 3: w3}, network.b)
    expect_trace(explorer, run(edited, lesson.x, lesson.y))

    explorer.mark(2).click()
    explorer.neuron(2, 3).click()
    expect(explorer.stage.get_by_role("spinbutton", name="b²₃ =")).to_be_visible()
    explorer.type("1.5")
    expect(explorer.cell("b2_3")).to_have_accessible_name(re.compile("^b²₃ = 1.5, before "))
    edited = Network(edited.w, {2: with_entry(network.b[2], 2, 0, 1.5), 3: network.b[3]})
    expect_trace(explorer, run(edited, lesson.x, lesson.y))

    explorer.neuron(1, 2).click()
    explorer.type("2")
    expect(explorer.neuron(1, 2)).to_have_accessible_name("a¹₂ = 2, before 0.5")
    explorer.mark(12).click()
    explorer.cell("y3_1").click()
    explorer.type("0.75")
    expect(explorer.cell("y3_1")).to_have_accessible_name(re.compile("= 0.75, before 0$"))
    expect_trace(explorer, run(edited, [0.2, 2, 0.9], [0.75, 1]))


def test_undo_and_redo(visit: Visit) -> None:
    explorer = visit("step=8&selected=w3_2_4")
    before = numbers(explorer)
    explorer.field.fill("5e-1")
    explorer.button("Set").click()  # what Enter does, too
    was = dict(before)["w3_2_4"].removeprefix("w³₂₄ = ")
    expect(explorer.cell("w3_2_4")).to_have_accessible_name(f"w³₂₄ = 0.5, before {was}")
    expect(explorer.page).to_have_url(re.compile("[?&]edits="))
    explorer.at(8)
    explorer.linked(step="8", selected="w3_2_4")
    after = numbers(explorer)
    explorer.sidebar.get_by_role("button", name="Undo").click()
    expect(explorer.cell("w3_2_4")).to_have_accessible_name(f"w³₂₄ = {was}, before 0.5")
    assert [(id, label.partition(", before ")[0]) for id, label in numbers(explorer)] == [
        (id, label) for id, label in before
    ]
    expect(explorer.page).not_to_have_url(re.compile("edits="))
    explorer.at(8)
    explorer.sidebar.get_by_role("button", name="Redo").click()
    expect(explorer.cell("w3_2_4")).to_have_accessible_name(f"w³₂₄ = 0.5, before {was}")
    assert numbers(explorer) == after


def test_nonsense_gets_one_sentence_and_changes_nothing(visit: Visit) -> None:
    explorer = visit("step=3&selected=w3_2_4")
    before = numbers(explorer)
    said = {""}
    for text in ("abc", "1e400", "nan", "1 2", "", "<b>1</b>"):
        explorer.type(text)
        expect(explorer.problem).to_have_text(re.compile(r"^[A-Z1].*[^.]\.$"))
        expect(explorer.problem).not_to_have_text(said.pop())
        said.add(explorer.problem.inner_text())
        expect(explorer.field).to_have_value(text)
        expect(explorer.field).to_have_attribute("aria-invalid", "true")
        assert numbers(explorer) == before
        assert explorer.link == {"step": "3", "selected": "w3_2_4"}
    explorer.at(3)
    explorer.type("0.25")
    expect(explorer.problem).to_be_empty()
    expect(explorer.field).to_have_value("0.25")


def test_what_is_computed_cannot_be_typed_but_its_bias_can(stage_of: StageOf) -> None:
    stage = stage_of(Lesson(step=8))
    stage.cell("delta3_2").click()
    expect(stage.stage.get_by_role("spinbutton", name="b³₂ =")).to_be_visible()
    expect(stage.field).to_have_count(1)


def test_a_tiny_number_is_written_the_same_everywhere(visit: Visit) -> None:
    explorer = visit("selected=w2_1_1")
    explorer.type("-1.25e-5")
    expect(explorer.stage.locator("output")).to_have_text("= −1.25×10⁻⁵")
    expect(explorer.cell("w2_1_1")).to_have_accessible_name(re.compile("^w²₁₁ = −1.25×10⁻⁵, "))
    explorer.main.get_by_text("This step as text and as a table").click()
    expect(explorer.main.get_by_text("−1.25×10⁻⁵ · 0.2").first).to_be_visible()
