"""What the equations tell, in a browser: a neuron is driven to an end, and its gradients fade."""

import re

import pytest
from playwright.sync_api import expect

from backprop.lesson import PRESETS, Lesson, resized
from tests.browser import parts
from tests.browser.conftest import Alone, Visit
from tests.browser.looks import MOVED, PHONE, cell
from tests.browser.parts import PartOf
from tests.browser.stage_page import StagePage
from tests.claims.claims import number_of

PAGE = "equations"
THICKEST = 5.8  # pixels of a line of the largest number


def drive(page: StagePage, position: int) -> None:
    """Positions 0 to 40 are -8 to 8."""
    page.stage.get_by_role("slider").evaluate(MOVED, position)


def size(page: StagePage, id: str) -> float:
    """The absolute value that a cell is said to have."""
    label = cell(page, id).get_attribute("aria-label") or ""
    found = re.search(r"= ([^ ,]+)", label)
    assert found, label
    return abs(number_of(found[1]))


def test_driven_to_an_end_a_neuron_is_marked_and_its_gradients_vanish(visit: Visit) -> None:
    explorer = visit("part=tell", path=PAGE)
    before = [size(explorer, id) for id in ("sigma_prime2_1", "delta2_1", "nabla_w2_1_3")]
    drive(explorer, 40)
    after = [size(explorer, id) for id in ("sigma_prime2_1", "delta2_1", "nabla_w2_1_3")]
    assert all(0 < new < old / 30 for new, old in zip(after, before, strict=True))
    for sign, name in (
        (cell(explorer, "sigma_prime2_1"), "σ′(z²₁)"),
        (explorer.neuron(2, 1), "a²₁"),
    ):
        expect(sign).to_have_accessible_name(
            re.compile(f"^{re.escape(name)}.*saturated at the top")
        )
    expect(cell(explorer, "sigma_prime2_1")).to_have_attribute("data-mark", "▲")
    expect(explorer.neuron(2, 1).locator(".sign")).to_have_text("▲")
    expect(explorer.stage.locator(".words")).to_contain_text("▲ saturated at the top")
    told = explorer.main.get_by_text("Neuron 1 of layer 2 is ▲ saturated at the top")
    expect(told).to_be_visible()
    explorer.linked(drive="8")
    drive(explorer, 0)
    expect(cell(explorer, "sigma_prime2_1")).to_have_attribute("data-mark", "▼")
    explorer.linked(drive="-8")
    # another neuron is driven after a click
    drive(explorer, 25)
    explorer.neuron(3, 1).click()
    expect(explorer.stage.get_by_role("slider")).to_have_accessible_name("Added to b³₁")
    expect(explorer.stage.locator(".push")).to_have_text("Δb³₁ = +2")
    explorer.linked(selected="a3_1", drive="2")


def test_the_examples_show_slow_learning(visit: Visit) -> None:
    explorer = visit("part=tell", path=PAGE)
    explorer.main.get_by_role("button", name="Vanishing gradients").click()
    expect(explorer.main.get_by_text("Errors vanish on the way back")).to_be_visible()
    expect(explorer.stage.get_by_role("slider")).to_have_accessible_name("Added to b²₁")
    expect(cell(explorer, "largest7_1")).to_be_visible()
    sizes = [size(explorer, f"largest{l}_1") for l in range(2, 8)]
    assert sizes == sorted(sizes)
    explorer.main.get_by_role("button", name="A saturated output").click()
    expect(cell(explorer, "sigma_prime3_1")).to_have_attribute("data-mark", "▲")


def test_an_activation_that_does_not_saturate_is_chosen_in_the_sidebar(visit: Visit) -> None:
    explorer = visit("part=tell&drive=8", path=PAGE)
    expect(cell(explorer, "sigma_prime2_1")).to_have_attribute("data-mark", "▲")
    explorer.sidebar.get_by_role("combobox", name="Activation").click()
    explorer.page.get_by_role("option", name="linear", exact=True).click()
    expect(explorer.main.get_by_text("A linear neuron never saturates")).to_be_visible()
    expect(cell(explorer, "sigma_prime2_1")).not_to_have_attribute("data-mark", "▲")


@pytest.mark.parametrize("width", [390, 1400, 1920])
def test_nothing_of_the_stage_jumps_when_the_neuron_is_driven(alone: Alone, width: int) -> None:
    stage = alone(parts.tell(Lesson()), screen=(width, 900))
    rows = stage.stage.locator(".exhibits")
    tops = set()
    for position in (20, 0, 13, 27, 40):
        drive(stage, position)
        tops.add(rows.evaluate("(one) => one.offsetTop"))
    assert len(tops) == 1


def test_a_gradient_that_grows_beyond_its_scale_makes_no_line_thicker_than_the_largest(
    alone: Alone,
) -> None:
    """Solved, XOR has hardly any gradient left; driven away from there it has thirty times that."""
    stage = alone(parts.tell(PRESETS["xor"]))
    lines = stage.stage.locator(".edge .line")
    widths = "(all) => all.map((line) => parseFloat(getComputedStyle(line).strokeWidth))"
    drive(stage, 0)
    assert 5 < max(lines.evaluate_all(widths)) <= THICKEST


WIDE = resized(Lesson(), (12, 12, 12))


@pytest.mark.parametrize(("part", "count"), [(parts.demon, 2), (parts.tell, 11)])
def test_the_widest_matrices_fit_a_phone(alone: Alone, part: PartOf, count: int) -> None:
    """The diagram and the chart; the diagram and, for two layers, five figures."""
    stage = alone(part(WIDE), screen=PHONE)
    within = "(one) => one.getBoundingClientRect().right <= innerWidth"
    figures = stage.stage.locator(".figure, .chart, .diagram")
    expect(figures).to_have_count(count)
    assert all(one.evaluate(within) for one in figures.all())


@pytest.mark.parametrize("screen", [(390, 844), (1400, 900)])
def test_a_sign_covers_no_digit(alone: Alone, screen: tuple[int, int]) -> None:
    stage = alone(parts.tell(WIDE), screen=screen)
    cells = stage.stage.locator("[role=gridcell][data-mark]")
    expect(cells.first).to_be_attached()
    overlap = """(all) => all.filter((cell) => {
      const range = document.createRange();
      range.selectNodeContents(cell);
      const sign = parseFloat(getComputedStyle(cell, "::after").fontSize) * 0.8 + 2;
      return cell.textContent && range.getBoundingClientRect().right >
        cell.getBoundingClientRect().right - sign + 1;
    }).map((cell) => cell.textContent)"""
    assert cells.evaluate_all(overlap) == []
