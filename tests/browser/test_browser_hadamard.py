"""The products of vectors and matrices, as a reader types and points at them, on any screen."""

import re

import pytest
from playwright.sync_api import expect

from backprop.lesson import PRESETS, Lesson, resized
from tests.browser import parts
from tests.browser.conftest import Alone, Visit
from tests.browser.explorer import Explorer
from tests.browser.looks import PHONE, TOO_WIDE, cell
from tests.browser.parts import PartOf
from tests.browser.stage_page import StagePage

LARGE = (12,) * 8
MANY = [-0.123456] * 12
PARTS: dict[tuple[str, str], PartOf] = {
    ("hadamard", "places"): parts.places,
    ("equations", "matrices"): parts.matrices,
    ("hadamard", "own"): lambda _: parts.own(MANY, MANY),
}
"""By page and name, what each part sends to its stage for a lesson."""


def lit(page: StagePage) -> set[str]:
    """The ids of all cells that are lit."""
    found: list[str] = page.stage.locator("[role=gridcell].lit").evaluate_all(
        "(cells) => cells.map((cell) => cell.dataset.id)"
    )
    return set(found)


def type_vector(explorer: Explorer, name: str, text: str) -> None:
    field = explorer.main.get_by_role("textbox", name=name, exact=True)
    field.fill(text)
    field.press("Enter")
    explorer.wait_until_quiet()


def choose(explorer: Explorer, name: str) -> None:
    explorer.main.get_by_role("radio", name=name, exact=True).click()


def test_vectors_are_typed_multiplied_and_kept(visit: Visit) -> None:
    explorer = visit("part=own", path="hadamard")
    expect(cell(explorer, "entrywise1_2")).to_have_text("8")
    type_vector(explorer, "t", "3, four")
    expect(explorer.main.get_by_text("t: A number is written like")).to_be_visible()
    expect(explorer.main.get_by_role("textbox", name="t", exact=True)).to_have_value("3, four")
    expect(cell(explorer, "entrywise1_2")).to_have_text("8")
    type_vector(explorer, "s", "1, 2, 3")
    expect(explorer.stage.get_by_text("s ⊙ t needs two vectors of the same length")).to_be_visible()
    type_vector(explorer, "t", "2, 0.5, -1")
    expect(cell(explorer, "entrywise1_3")).to_have_text("−3")
    expect(cell(explorer, "one1_1")).to_have_text("0")
    explorer.linked(s="1%2C+2%2C+3")
    explorer.reload()
    expect(cell(explorer, "table1_3_1")).to_have_text("6")
    explorer.main.get_by_role("button", name="Take ∇ₐC and σ′(z³)").click()
    delta = Lesson().trace().delta[3].ravel().tolist()
    for j, value in enumerate(delta, start=1):
        expect(cell(explorer, f"entrywise1_{j}")).to_have_text(f"{value:.3g}".replace("-", "−"))


def test_pointing_at_a_product_lights_what_it_was_made_from(alone: Alone) -> None:
    stage = alone(parts.own([1, 2], [3, 4]))
    cell(stage, "table1_2_1").hover()
    expect(cell(stage, "s1_2")).to_have_class("lit")
    assert lit(stage) == {"table1_2_1", "s1_2", "turned_t1_1_1"}
    cell(stage, "entrywise1_1").hover()
    expect(cell(stage, "t1_1")).to_have_class("lit")
    assert lit(stage) == {"entrywise1_1", "s1_1", "t1_1", "table1_1_1"}


def test_an_equation_is_chosen_and_worked_out(visit: Visit) -> None:
    explorer = visit("part=places&sizes=3-4-3-2", path="hadamard")
    choose(explorer, "BP4")
    choose(explorer, "2")
    explorer.linked(equation="BP4", layer="2")
    cell(explorer, "nabla_w2_4_3").hover()
    expect(cell(explorer, "delta2_4")).to_have_class("lit")
    assert lit(explorer) == {"nabla_w2_4_3", "delta2_4", "turned_a1_1_3"}
    explorer.reload()
    expect(cell(explorer, "nabla_w2_4_3")).to_be_visible()


def test_a_hidden_layer_is_one_press_away(visit: Visit) -> None:
    explorer = visit("part=places&sizes=3-2", path="hadamard")
    explorer.main.get_by_role("button", name="Add a hidden layer").click()
    explorer.linked(sizes="3-3-2")
    choose(explorer, "BP2")
    expect(cell(explorer, "product2_3")).to_be_visible()


def test_the_matrices_of_a_layer_are_chosen(visit: Visit) -> None:
    explorer = visit("part=matrices", path="equations")
    choose(explorer, "δ³")
    expect(cell(explorer, "whole3_2")).to_be_visible()
    explorer.linked(layer="3")
    delta = Lesson().trace().delta[3]
    expect(cell(explorer, "whole3_2")).to_have_text(f"{delta[1, 0]:.3g}".replace("-", "−"))


@pytest.mark.parametrize(("page", "part"), PARTS)
def test_the_largest_network_stays_within_the_page(visit: Visit, page: str, part: str) -> None:
    sizes, many = "-".join(map(str, LARGE)), ",".join(map(str, MANY))
    explorer = visit(f"part={part}&sizes={sizes}&s={many}&t={many}", path=page)
    for width in (1400, 390):
        explorer.resize((width, 900))
        explorer.wait_until_drawn()
        assert explorer.page.evaluate(TOO_WIDE) == [], width


def test_numbers_at_the_end_of_a_float_have_colours(alone: Alone) -> None:
    """A sigmoid at z = -900 that should be 1: its gradient is -1.8e308, and Plotly takes
    differences of limits."""
    lesson = Lesson(
        sizes=(1, 1), activation=("sigmoid",), cost="cross-entropy", weights=(0, -900), x=(0,),
        y=(1,),
    )  # fmt: skip
    stage = alone(parts.matrices(lesson))
    limits = stage.stage.locator("[data-array=nabla_a2]").first.evaluate(
        "(cells) => { const [{ z, zmin, zmax }] = cells.parentElement.querySelector('.plot').data;"
        "return [zmax - zmin, (z[0][0] - zmin) / (zmax - zmin)]; }"
    )
    assert limits[0] < 1.8e308
    assert limits[1] == 0
    expect(cell(stage, "delta2_1")).to_have_text("−1")


READ = """
(stage) => {
  const sign = (one) => "-0123456789"["⁻⁰¹²³⁴⁵⁶⁷⁸⁹".indexOf(one)];
  const plain = (text) =>
    text.replaceAll("−", "-").replace(/×10(.+)/, (_, power) => `e${[...power].map(sign).join("")}`);
  return [...stage.querySelectorAll("[role=gridcell]")].map((cell) => [
    Number(plain(cell.ariaLabel.split(" = ")[1].split(",")[0])),
    plain(cell.textContent),
    cell.scrollWidth - cell.clientWidth,
  ]);
}
"""
LINES = """
(line) => [...line.children].map((group) => [group.offsetTop, group.firstElementChild.tagName])
"""


@pytest.mark.parametrize("part", PARTS)
@pytest.mark.parametrize("sizes", [(3, 4, 2), (12, 12, 12)])
def test_a_number_has_two_digits_or_a_power_of_ten_or_is_not_shown(
    alone: Alone, part: tuple[str, str], sizes: tuple[int, ...]
) -> None:
    stage = alone(PARTS[part](resized(Lesson(), sizes)), screen=PHONE)
    cells = stage.stage.evaluate(READ)
    shown = [(value, text) for value, text, _ in cells if text]
    within = [0.34 if "e" in text else 0.05 for _, text in shown]
    off = [abs(float(text) - value) / abs(value or 1) for value, text in shown]
    assert [one for one, most in zip(off, within, strict=True) if one > most] == []
    assert [text for _, text, beyond in cells if text and beyond > 0] == []
    assert len(shown) > 0.9 * len(cells)


def test_a_number_without_room_is_seen_when_it_is_pointed_at(alone: Alone) -> None:
    stage = alone(parts.matrices(resized(Lesson(), (12, 12, 12))), screen=PHONE)
    empty = stage.stage.locator("[role=gridcell][data-whole]:empty").first
    empty.hover()
    whole = empty.get_attribute("data-whole")
    content = "(cell) => getComputedStyle(cell, '::before').content"
    assert empty.evaluate(content) == f'"{whole}"'


@pytest.mark.parametrize("screen", [PHONE, (1400, 900)])
@pytest.mark.parametrize(
    "lesson",
    [PRESETS["vanishing"], resized(Lesson(), (12, 12, 12)), resized(Lesson(), LARGE)],
    ids=["vanishing", "wide", "largest"],
)
def test_the_longest_product_is_whole_and_each_line_begins_with_a_sign(
    alone: Alone, lesson: Lesson, screen: tuple[int, int]
) -> None:
    stage = alone(parts.matrices(lesson), screen=screen)
    line = stage.stage.get_by_role("group", name="(35)")
    assert line.evaluate("(line) => line.scrollWidth <= line.clientWidth")
    tops: dict[int, str] = {}
    for top, first in line.evaluate(LINES):
        tops.setdefault(top // 60, first)
    assert len(tops) > 1
    assert list(tops.values())[1:] == ["I"] * (len(tops) - 1)
    assert stage.page.evaluate(TOO_WIDE) == []


def test_the_boxes_on_the_diagonal_have_two_outlines(alone: Alone) -> None:
    for scheme in ("light", "dark"):
        stage = alone(parts.own([1, 2, 3], [-4, 5, 0.5]), scheme=scheme)
        box = cell(stage, "table1_1_1")
        shadow = box.evaluate("(cell) => getComputedStyle(cell).boxShadow")
        assert len(set(re.findall(r"rgb\(.*?\)", shadow))) == 2
        assert box.evaluate("(cell) => getComputedStyle(cell, '::after').content") == "none"
