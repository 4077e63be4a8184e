"""Section 2.1 in the browser: addresses under the pointer, beats by key, one's own numbers."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from backprop.lesson import Lesson
from tests.browser import parts
from tests.browser.conftest import Alone, Visit
from tests.browser.explorer import Explorer
from tests.browser.stage_page import StagePage


@pytest.fixture
def open_part(visit: Visit) -> Callable[..., Explorer]:
    def opened(name: str, query: str = "", **options: object) -> Explorer:
        return visit(f"part={name}{query}", path="notation", **options)  # type: ignore[arg-type]

    return opened


def said(page: StagePage, text: str) -> None:
    """Expect this of the line that says what the pointer is on."""
    expect(page.stage.locator(".pointing span").first).to_have_text(text)


def beside(explorer: Explorer, text: str | re.Pattern[str]) -> None:
    """Expect this in the panel."""
    expect(explorer.page.locator(".st-key-panel")).to_contain_text(text)


SELECTED = re.compile(r"\bselected\b")

# which weight is which


FIRST = Lesson(selected="w3_2_4")
"""Where the part begins."""


def test_pointing_says_an_address_without_the_server(alone: Alone) -> None:
    stage = alone(parts.address(FIRST), FIRST)
    said(stage, "w³₂₄: from neuron 4 of layer 2 to neuron 2 of layer 3 · row 2, column 4 of w³")
    stage.cell("w3_1_3").hover()
    said(stage, "w³₁₃: from neuron 3 of layer 2 to neuron 1 of layer 3 · row 1, column 3 of w³")
    stage.neuron(2, 3).hover()
    said(stage, "a²₃: the activation of neuron 3 of layer 2 · row 3 of a²")
    stage.cell("b3_2").hover()
    said(stage, "b³₂: the bias of neuron 2 of layer 3 · row 2 of b³")


def test_a_click_keeps_an_address(open_part: Callable[..., Explorer]) -> None:
    explorer = open_part("address")
    explorer.cell("a2_2").click()
    beside(explorer, "it belongs to neuron 2 of layer 2, and stands in row 2.")
    expect(explorer.cell("w3_1_1")).to_be_visible()  # a² is in the row of layer 3, too
    explorer.click_line(2, 4, 1)
    said(explorer, "w²₄₁: from neuron 1 of layer 1 to neuron 4 of layer 2 · row 4, column 1 of w²")
    expect(explorer.cell("w2_4_1")).to_have_class(SELECTED)  # the board went to its layer
    beside(explorer, "it leads to neuron 4 of layer 2, and stands in row 4.")
    explorer.linked(selected="w2_4_1")
    explorer.cell("a1_2").click()
    beside(explorer, "it belongs to neuron 2 of layer 1, and stands in row 2.")
    expect(explorer.cell("w2_1_1")).to_be_visible()
    # the book's numbers are one press away
    for id, text in (("b2_3", "the bias of neuron 3"), ("a3_1", "the activation of neuron 1")):
        name = {"b2_3": "b²₃", "a3_1": "a³₁"}[id]
        explorer.chips("for example").filter(has_text=name).click()
        explorer.page.mouse.move(5, 5)
        expect(explorer.stage.locator(".pointing")).to_contain_text(text)
        expect(explorer.cell(id)).to_have_class(SELECTED)


def test_the_other_order_is_in_the_link(open_part: Callable[..., Explorer]) -> None:
    explorer = open_part("address")
    beside(explorer, "w³ fits as it stands")
    explorer.main.get_by_role("radio", name=re.compile("k first")).click()
    beside(explorer, "2 and 4 do not match")
    explorer.linked(order="kj")
    explorer.reload()
    beside(explorer, "2 and 4 do not match")


# term by term


def test_the_forward_pass_by_key(open_part: Callable[..., Explorer]) -> None:
    explorer = open_part("terms")
    explorer.at(1, 20)
    expect(explorer.cell("w2_1_1")).to_have_attribute("data-state", "operand")
    expect(explorer.cell("a1_1")).to_have_attribute("data-state", "operand")
    expect(explorer.cell("z2_1")).to_have_attribute("data-state", "coming")
    expect(explorer.line(2, 1, 1)).to_have_attribute("data-state", "operand")
    explorer.press("ArrowRight", "ArrowRight", "ArrowRight")
    explorer.at(4, 20)
    expect(explorer.cell("z2_1")).to_have_text("−1.76")
    expect(explorer.cell("b2_1")).to_have_attribute("data-state", "operand")
    beside(explorer, re.compile("Both forms give z²₁ ≈ −1.7"))
    explorer.linked(term="4")
    explorer.press("End")
    explorer.at(20, 20)
    explorer.press("Home")
    explorer.at(1, 20)
    beside(explorer, "exactly the terms of the sum")
    explorer.mark(18).click()
    explorer.choice("Speed").select_option("fast")
    explorer.button("Play").click()
    explorer.at(20, 20)
    expect(explorer.button("Play")).to_have_attribute("aria-pressed", "false")


def test_a_number_of_the_layer_is_picked_at_once(alone: Alone) -> None:
    stage = alone(parts.terms(Lesson()))
    stage.neuron(2, 3).click()
    stage.at(11, 20)
    stage.cell("w2_2_3").click()
    stage.at(8, 20)


def test_a_neuron_of_another_layer_is_picked(open_part: Callable[..., Explorer]) -> None:
    explorer = open_part("terms", "&term=7")
    explorer.neuron(3, 2).click()
    explorer.at(7, 12)
    expect(explorer.cell("w3_2_1")).to_have_attribute("data-state", "operand")
    explorer.linked(layer="3", term="7", selected="a3_2")
    explorer.press("ArrowRight")
    explorer.at(8, 12)
    explorer.linked(term="8")
    explorer.reload()
    explorer.at(8, 12)
    explorer.press("Escape")
    expect(explorer.neuron(3, 2)).not_to_have_class(SELECTED)
    explorer.at(8, 12)
    # and so is a layer
    explorer.main.get_by_role("radio", name="Layer 2").click()
    explorer.at(1, 20)
    explorer.linked(layer="2")
    expect(explorer.choice("Detail")).to_be_hidden()


def test_the_selected_weight_comes_along(open_part: Callable[..., Explorer]) -> None:
    explorer = open_part("address")
    explorer.cell("w3_1_2").click()
    beside(explorer, "it comes from neuron 2 of layer 2")
    explorer.main.get_by_role("radio", name="Term by term").click()
    explorer.at(2, 12)
    expect(explorer.cell("w3_1_2")).to_have_attribute("data-state", "operand")
    explorer.main.get_by_role("radio", name="Which weight is which").click()
    expect(explorer.stage.locator(".pointing")).to_be_visible()
    explorer.cell("w3_2_3").click()
    beside(explorer, "it comes from neuron 3 of layer 2")
    explorer.main.get_by_role("radio", name="Term by term").click()
    explorer.at(9, 12)  # and again, in the same layer


def test_nothing_moves_while_stepping(open_part: Callable[..., Explorer]) -> None:
    explorer = open_part("terms")
    places = []
    for number in range(1, 11):
        explorer.at(number, 20)
        if number > 1:
            explorer.linked(term=str(number))
        explorer.wait_until_quiet()
        boxes = [
            explorer.page.locator(what).last.bounding_box()
            for what in (
                ".diagram",
                ".board",
                ".st-key-panel .katex-display",
                "[data-testid=stCaptionContainer]",
            )
        ]
        places.append([(round(box["y"]), round(box["height"])) for box in boxes if box])
        explorer.press("ArrowRight")
    assert all(place == places[0] for place in places)


# a function of a vector


def test_ones_own_numbers(open_part: Callable[..., Explorer]) -> None:
    explorer = open_part("elementwise")
    cells = explorer.stage.locator("[data-array=out1] [role=gridcell]")
    expect(cells).to_have_text(["4", "9"])
    field = explorer.main.get_by_role("textbox", name="v")
    field.fill("1, -2, 0.5")
    field.press("Enter")
    expect(cells).to_have_text(["1", "4", "0.25"])
    explorer.linked(v="1%2C+-2%2C+0.5")
    field.fill("1, x")
    field.press("Enter")
    expect(explorer.main.get_by_role("alert")).to_contain_text("this is “x”")
    expect(field).to_have_value("1, x")
    expect(cells).to_have_text(["1", "4", "0.25"])
    # the network's own z
    explorer.main.get_by_role("button", name="z²").click()
    beside(explorer, "the very same numbers")
    for id in ("out1", "a2"):
        cells = explorer.stage.locator(f"[data-array={id}] [role=gridcell]")
        expect(cells).to_have_text(["0.147", "0.787", "0.527", "0.225"])
    explorer.wait_until_drawn()


def test_pointing_at_an_entry_lights_its_result(alone: Alone) -> None:
    stage = alone(parts.elementwise(Lesson()))
    stage.stage.locator("[data-id=v1_2]").hover()
    expect(stage.stage.locator("[data-id=out1_2]")).to_have_class("lit")
    expect(stage.stage.locator("[data-id=out1_1]")).not_to_have_class("lit")
