"""One selection, seen everywhere: in the figures, in the diagram, beside the stage, in the link."""

import re
from collections.abc import Callable
from dataclasses import replace

import pytest
from playwright.sync_api import Locator, expect

from backprop.lesson import PRESETS, Lesson, to_query
from tests.browser.conftest import StageOf, Visit

SELECTED = re.compile(r"\bselected\b")
LIT = re.compile(r"\blit\b")

# What a number is made from, and what it goes into.
WAYS: dict[str, tuple[list[str], list[str]]] = {
    "z3_2": (
        ["w³₂₁", "a²₁", "w³₂₂", "a²₂", "w³₂₃", "a²₃", "w³₂₄", "a²₄", "b³₂"],
        ["a³₂", "σ′(z³₂)"],
    ),
    "a2_4": (["z²₄"], ["z³₁", "z³₂", "∂C/∂w³₁₄", "∂C/∂w³₂₄"]),
    "w3_2_4": ([], ["z³₂", "δ²₄"]),
    "delta3_1": (
        ["∂C/∂a³₁", "σ′(z³₁)"],
        ["δ²₁", "δ²₂", "δ²₃", "δ²₄", "∂C/∂b³₁", "∂C/∂w³₁₁", "∂C/∂w³₁₂", "∂C/∂w³₁₃", "∂C/∂w³₁₄"],
    ),
}


def names(chips: Locator) -> list[str]:
    """The numbers of the chips, without their values."""
    return [re.split(" [=≈]", text)[0] for text in chips.all_inner_texts()]


def test_a_click_on_a_cell_selects_the_number_in_the_diagram_too(stage_of: StageOf) -> None:
    stage = stage_of(Lesson(step=3))
    stage.cell("w3_2_4").click()
    expect(stage.cell("w3_2_4")).to_have_class(SELECTED)
    expect(stage.line(3, 2, 4)).to_have_class(SELECTED)
    expect(stage.layer.locator("[role=gridcell].selected")).to_have_count(1)
    expect(stage.stage.locator(".diagram .selected")).to_have_count(1)


def test_a_click_on_a_line_selects_the_weight_in_the_figures_too(stage_of: StageOf) -> None:
    stage = stage_of(Lesson(step=3))
    stage.click_line(3, 2, 4)
    expect(stage.line(3, 2, 4)).to_have_class(SELECTED)
    expect(stage.cell("w3_2_4")).to_have_class(SELECTED)
    stage.linked(selected="w3_2_4")


def test_a_click_on_a_neuron_selects_its_activation_in_the_figures_too(stage_of: StageOf) -> None:
    stage = stage_of(Lesson(step=3))
    stage.neuron(2, 3).click()
    expect(stage.neuron(2, 3)).to_have_class(SELECTED)
    expect(stage.cell("a2_3")).to_have_class(SELECTED)
    stage.linked(selected="a2_3")
    label = stage.cell("a2_3").get_attribute("aria-label") or ""
    assert label.startswith("a²₃ = 0.5")
    name, value = label.split(" ", 1)
    strip = stage.stage.locator(".strip")
    expect(strip.get_by_text(name, exact=True)).to_be_visible()
    expect(strip.get_by_text(value, exact=True)).to_be_visible()


def test_a_second_click_takes_the_selection_back_and_so_does_escape(stage_of: StageOf) -> None:
    stage = stage_of(Lesson(step=3))
    ways: list[Callable[[], None]] = [stage.cell("w3_2_4").click, lambda: stage.press("Escape")]
    for take_back in ways:
        stage.cell("w3_2_4").click()
        stage.linked(selected="w3_2_4")
        take_back()
        expect(stage.stage.locator(".selected")).to_have_count(0)
        expect(stage.page).not_to_have_url(re.compile("selected"))


def test_the_panel_says_what_a_number_is_made_from_and_goes_into(visit: Visit) -> None:
    explorer = visit("step=12")
    for id, (made_from, goes_into) in WAYS.items():
        explorer.cell(id).click()
        expect(explorer.chips("goes into")).to_have_count(len(goes_into))
        expect(explorer.chips("made from")).to_have_count(len(made_from))
        assert sorted(names(explorer.chips("goes into"))) == sorted(goes_into)
        assert sorted(names(explorer.chips("made from"))) == sorted(made_from)
    for id, name in [("w3_2_4", "w³₂₄"), ("b3_1", "b³₁"), ("delta3_2", "δ³₂")]:
        explorer.cell(id).click()
        said = explorer.main.get_by_test_id("stMarkdown").filter(has_text=f"{name} is ")
        expect(said).to_be_visible()
    # before it is computed, too
    explorer.mark(3).click()
    expect(explorer.stage.locator(".strip").get_by_text("not computed yet")).to_be_visible()
    expect(explorer.chips("made from")).to_have_count(2)
    assert names(explorer.chips("made from")) == ["∂C/∂a³₂", "σ′(z³₂)"]


def test_a_chip_lights_its_number_on_the_stage_and_selects_it(visit: Visit) -> None:
    explorer = visit("step=4&selected=z3_2")
    explorer.chips("made from").filter(has_text="w³₂₁").hover()
    expect(explorer.cell("w3_2_1")).to_have_class(LIT)
    expect(explorer.line(3, 2, 1)).to_have_class(LIT)
    explorer.chips("made from").filter(has_text="a²₃").click()
    expect(explorer.cell("a2_3")).to_have_class(SELECTED)
    expect(explorer.neuron(2, 3)).to_have_class(SELECTED)
    expect(explorer.chips("made from")).to_have_text([re.compile("^z²₃ ≈ ")])
    explorer.linked(selected="a2_3")


def test_hover_lights_the_same_number_in_figures_and_diagram(stage_of: StageOf) -> None:
    stage = stage_of(Lesson(step=3))
    for mark in (stage.cell("a2_3"), stage.neuron(2, 3)):
        mark.hover()
        expect(stage.neuron(2, 3)).to_have_class(LIT)
        expect(stage.cell("a2_3")).to_have_class(LIT)
        stage.stage.get_by_role("heading").hover()
        expect(stage.stage.locator(".lit")).to_have_count(0)


def test_hover_asks_nothing_of_the_server(visit: Visit) -> None:
    explorer = visit("step=3")
    sent: list[str | bytes] = []

    def keep(frame: str | bytes) -> None:
        sent.append(frame)

    explorer.page.on("websocket", lambda socket: socket.on("framesent", keep))
    explorer.reload()
    explorer.wait_until_quiet()
    before = len(sent)
    for id in ("w3_1_1", "a2_2", "z3_1"):
        explorer.cell(id).hover()
        expect(explorer.cell(id)).to_have_class(LIT)
    assert len(sent) == before > 0


def test_the_selection_stays_while_stepping(stage_of: StageOf) -> None:
    stage = stage_of(Lesson(step=3, selected="a2_3"))
    stage.press("ArrowRight", "ArrowRight")
    stage.at(5)
    expect(stage.neuron(2, 3)).to_have_class(SELECTED)
    stage.linked(step="5", selected="a2_3")


def test_the_diagram_shows_what_is_chosen_for_its_neurons_and_lines(stage_of: StageOf) -> None:
    stage = stage_of(Lesson(step=14))
    for symbol, name in [("z", "z²₁"), ("a", "a²₁"), ("delta", "δ²₁")]:
        stage.choice("Neurons").select_option(symbol)
        expect(stage.neuron(2, 1)).to_have_accessible_name(re.compile(f"^{name} = "))
    for symbol, title in [("w", "w³"), ("nabla_w", "∂C/∂w³")]:
        stage.choice("Lines").select_option(symbol)
        head = stage.stage.locator(".diagram .head").get_by_text(title, exact=True)
        expect(head).to_be_visible()


def test_an_input_says_how_fast_the_cost_changes_with_it(visit: Visit) -> None:
    """Linear 2-2-1 with w2 = ((1, 2), (3, 4)), delta2 = (10, 12): 1 * 10 + 3 * 12 = 46, and 68."""
    weights, biases = (1.0, 2.0, 3.0, 4.0), (0.0, 0.0)
    hand = Lesson(
        sizes=(2, 2, 1),
        activation=("linear", "linear"),
        weights=(*weights, *biases, 5.0, 6.0, 0.0),
        x=(1.0, 1.0),
        y=(55.0,),
        step=10,
    )
    explorer = visit("&".join(f"{name}={value}" for name, value in to_query(hand).items()))
    first, second = explorer.stage.locator(".node").all()[:2]
    first.click()
    gradient = explorer.chips("its gradient")
    expect(gradient).to_have_text(["∂C/∂x₁ = 46"])
    gradient.click()
    explorer.linked(selected="nabla_x1_1")
    expect(explorer.stage.locator("output")).to_have_text("= 46")
    expect(explorer.field).to_have_value("1")
    expect(first).to_have_accessible_name("a¹₁ = 1")
    explorer.choice("Neurons").select_option("delta")
    expect(second).to_have_accessible_name("∂C/∂x₂ = 68")
    expect(explorer.stage.locator(".diagram .head").first).to_have_text("∂C/∂x")


@pytest.mark.parametrize(("selected", "name"), [("w3", "w³"), ("w3_2", "w³₂"), ("delta3", "δ³")])
def test_a_link_may_select_a_whole_array(stage_of: StageOf, selected: str, name: str) -> None:
    stage = stage_of(Lesson(step=8, selected=selected))
    strip = stage.stage.locator(".strip")
    expect(strip.get_by_text(name, exact=True)).to_be_visible()
    expect(stage.field).to_be_hidden()
    assert "=" not in strip.inner_text()
    stage.press("ArrowRight")
    stage.at(9)


def test_the_cost_is_selected_with_all_its_digits(stage_of: StageOf) -> None:
    stage = stage_of(replace(PRESETS["mazur"], step=6, selected="C"))
    expect(stage.stage.locator("output")).to_have_text("= 0.298371109")  # published
