"""The products of vectors and matrices, as a reader types them, points at them and scrolls them."""

from urllib.parse import urlencode

import pytest
from playwright.sync_api import expect

from backprop.lesson import Lesson, to_query
from tests.browser.conftest import Visit
from tests.browser.explorer import Explorer
from tests.browser.looks import TOO_WIDE, cell

LARGE = "sizes=12-12-12-12-12-12-12-12"


def lit(explorer: Explorer) -> set[str]:
    """The ids of all cells that are lit."""
    found: list[str] = explorer.stage.locator("[role=gridcell].lit").evaluate_all(
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
    type_vector(explorer, "s", "1, 2, 3")
    expect(explorer.stage.get_by_text("same length; got 3 and 2 numbers")).to_be_visible()
    type_vector(explorer, "t", "2, 0.5, -1")
    expect(cell(explorer, "entrywise1_3")).to_have_text("−3")
    expect(cell(explorer, "one1_1")).to_have_text("0")
    explorer.linked(s="1%2C+2%2C+3")
    explorer.reload()
    expect(cell(explorer, "table1_3_1")).to_have_text("6")


def test_what_is_no_vector_stays_in_its_field(visit: Visit) -> None:
    explorer = visit("part=own", path="hadamard")
    type_vector(explorer, "t", "3, four")
    expect(explorer.main.get_by_text("t: A number is written like")).to_be_visible()
    expect(explorer.main.get_by_role("textbox", name="t", exact=True)).to_have_value("3, four")
    expect(cell(explorer, "entrywise1_2")).to_have_text("8")


def test_pointing_at_a_product_lights_what_it_was_made_from(visit: Visit) -> None:
    explorer = visit("part=own", path="hadamard")
    cell(explorer, "table1_2_1").hover()
    expect(cell(explorer, "s1_2")).to_have_class("lit")
    assert lit(explorer) == {"table1_2_1", "s1_2", "turned_t1_1_1"}
    cell(explorer, "entrywise1_1").hover()
    expect(cell(explorer, "t1_1")).to_have_class("lit")
    assert lit(explorer) == {"entrywise1_1", "s1_1", "t1_1", "table1_1_1"}


def test_the_vectors_of_the_network_make_its_error(visit: Visit) -> None:
    explorer = visit("part=own", path="hadamard")
    explorer.main.get_by_role("button", name="Take ∇ₐC and σ′(z³)").click()
    delta = Lesson().trace().delta[3].ravel().tolist()
    for j, value in enumerate(delta, start=1):
        expect(cell(explorer, f"entrywise1_{j}")).to_have_text(f"{value:.3g}".replace("-", "−"))


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


@pytest.mark.parametrize("width", [390, 1400])
@pytest.mark.parametrize(
    ("page", "part"), [("hadamard", "places"), ("equations", "matrices"), ("hadamard", "own")]
)
def test_the_largest_network_stays_within_the_page(
    visit: Visit, page: str, part: str, width: int
) -> None:
    many = ",".join(["-0.123456"] * 12)
    explorer = visit(f"part={part}&{LARGE}&s={many}&t={many}", screen=(width, 900), path=page)
    assert explorer.page.evaluate(TOO_WIDE) == []


def test_numbers_at_the_end_of_a_float_have_colours(visit: Visit) -> None:
    """A sigmoid at z = -900 that should be 1: its gradient is -1.8e308, and Plotly takes
    differences of limits."""
    lesson = Lesson(
        sizes=(1, 1), activation=("sigmoid",), cost="cross-entropy", weights=(0, -900), x=(0,),
        y=(1,),
    )  # fmt: skip
    explorer = visit(urlencode({**to_query(lesson), "part": "matrices"}), path="equations")
    limits = explorer.stage.locator("[data-array=nabla_a2]").first.evaluate(
        "(cells) => { const [{ z, zmin, zmax }] = cells.parentElement.querySelector('.plot').data;"
        "return [zmax - zmin, (z[0][0] - zmin) / (zmax - zmin)]; }"
    )
    assert limits[0] < 1.8e308
    assert limits[1] == 0
    expect(cell(explorer, "delta2_1")).to_have_text("−1")


def test_the_longest_product_is_reached_by_scrolling_it(visit: Visit) -> None:
    explorer = visit(f"part=matrices&{LARGE}", path="equations")
    line = explorer.stage.locator(".line.scrolls")
    assert line.evaluate("(line) => line.scrollWidth > line.clientWidth")
    last = line.locator("[data-id=whole2_1]")
    last.scroll_into_view_if_needed()
    expect(last).to_be_in_viewport()
    assert explorer.page.evaluate(TOO_WIDE) == []
