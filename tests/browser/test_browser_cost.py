"""The page of the cost: y moved by hand and by keys, the step, the examples and their gradients."""

import re

import numpy as np
import pytest
from playwright.sync_api import Locator, expect

from backprop.engine import run
from backprop.lesson import PRESETS, Lesson, to_query
from backprop.lesson.examples import with_examples
from backprop.writing import exact, short
from tests.browser.conftest import Visit
from tests.browser.explorer import Explorer
from tests.browser.looks import PHONE, TOO_WIDE, TOUCH

FOUR = with_examples(PRESETS["book"])
FOUR_LINK = "&".join(f"{name}={value}" for name, value in to_query(FOUR).items())

NO_WEBGL = """
const context = HTMLCanvasElement.prototype.getContext;
HTMLCanvasElement.prototype.getContext = function (kind, ...more) {
  return /webgl/.test(kind) ? null : context.call(this, kind, ...more);
};
"""


class Landscape:
    """The part of the page with the cost over the outputs."""

    def __init__(self, explorer: Explorer) -> None:
        self.explorer, self.page = explorer, explorer.page
        self.handle = explorer.stage.get_by_role("slider")
        self.readout = explorer.stage.locator(".readout")
        self.way = explorer.stage.locator(".flat .way")
        self.point = explorer.stage.locator(".flat .point")
        self.drawn = explorer.stage.locator(".landscape[data-drawn]")

    def heights(self, picture: str) -> list[list[float]]:
        """The heights that a picture has now."""
        found: list[list[float]] = self.explorer.stage.locator(f".{picture} .plot").evaluate(
            "(plot) => plot.data[0].z"
        )
        return found

    def drag(self, right: int, down: int, let_go: bool = True) -> None:
        """Drag y by so many pixels."""
        box = self.handle.bounding_box()
        assert box
        x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
        self.page.mouse.move(x, y)
        self.page.mouse.down()
        self.page.mouse.move(x + right / 2, y + down / 2)
        self.page.mouse.move(x + right, y + down)
        if let_go:
            self.page.mouse.up()


@pytest.fixture
def mazur(visit: Visit) -> Landscape:
    return Landscape(visit("part=outputs&preset=mazur", path="cost"))


def cost_at(y: tuple[float, float]) -> float:
    lesson = PRESETS["mazur"]
    return run(lesson.network(), lesson.x, y).cost


def test_a_drag_of_y_moves_the_surface_at_once_and_the_lesson_when_let_go(mazur: Landscape) -> None:
    expect(mazur.readout).to_contain_text("C = 0.298 at (a³₁, a³₂) = (0.751, 0.773)")
    before, place = mazur.heights("flat"), mazur.point.get_attribute("style")
    mazur.drag(120, 90, let_go=False)
    expect(mazur.way).to_be_hidden()
    found = re.search(
        r"y₁ = ([\d.]+), y₂ = ([\d.]+)", mazur.handle.get_attribute("aria-valuetext") or ""
    )
    assert found
    y = float(found[1]), float(found[2])
    assert y[0] > 0.01
    assert y[1] < 0.99
    expect(mazur.readout).to_contain_text(f"C = {short(cost_at(y))} at")
    after = mazur.heights("flat")
    assert after != before
    trace = (mazur.explorer.stage.locator(".flat .plot")).evaluate(
        "(plot) => [plot.data[0].x, plot.data[0].y]"
    )
    expected = [[((a - y[0]) ** 2 + (b - y[1]) ** 2) / 2 for a in trace[0]] for b in trace[1]]
    np.testing.assert_allclose(after, expected, atol=1e-5)
    mazur.page.wait_for_function(
        "(z) => JSON.stringify(document.querySelector('.space .plot').data[0].z) === z",
        arg=mazur.page.evaluate("JSON.stringify(document.querySelector('.flat .plot').data[0].z)"),
    )
    assert mazur.point.get_attribute("style") == place, "the outputs do not move with y"
    mazur.page.mouse.up()
    mazur.explorer.linked(y=f"{y[0]:g}%2C{y[1]:g}")
    expect(mazur.way).to_be_visible()
    field = mazur.explorer.main.get_by_role("textbox", name="y₁")
    expect(field).to_have_value(f"{y[0]:g}")


def test_y_is_moved_by_keys_too_and_escape_takes_it_back(mazur: Landscape) -> None:
    mazur.handle.focus()
    mazur.explorer.press("ArrowRight", "ArrowRight", "ArrowDown")
    expect(mazur.handle).to_have_attribute("aria-valuetext", "y₁ = 0.05, y₂ = 0.975")
    mazur.explorer.press("Escape")
    expect(mazur.handle).to_have_attribute("aria-valuetext", "y₁ = 0.01, y₂ = 0.99")
    mazur.explorer.press("ArrowRight")
    mazur.explorer.linked(y="0.025%2C1")
    expect(mazur.handle).to_be_focused()


def test_the_step_moves_the_point_along_the_way(mazur: Landscape) -> None:
    mazur.explorer.main.get_by_role("button", name="Take this step").click()
    expect(mazur.readout).to_contain_text("C = 0.280 at")
    expect(mazur.explorer.sidebar.get_by_text("0.280")).to_be_visible()
    mazur.explorer.sidebar.get_by_role("button", name="Undo").click()
    expect(mazur.readout).to_contain_text("C = 0.298 at")


def test_a_way_that_leads_far_off_ends_at_the_edge_and_is_called_too_long(visit: Visit) -> None:
    landscape = Landscape(visit("part=outputs&activation=linear", path="cost"))
    expect(landscape.explorer.stage.get_by_text("this step is too long")).to_be_visible()
    arrow, box = landscape.way.locator("path").bounding_box(), landscape.way.bounding_box()
    assert arrow
    assert box
    assert arrow["width"] > 40
    assert arrow["x"] + arrow["width"] <= box["x"] + box["width"]
    pixels = landscape.explorer.stage.locator(".flat .plot").evaluate(
        "({ _fullLayout: { xaxis, yaxis } }) => [xaxis, yaxis].map((axis) =>"
        " axis._length / (axis.range[1] - axis.range[0]))"
    )
    assert pixels[0] == pytest.approx(pixels[1], rel=1e-3), "the contours are circles"


def test_the_arrow_of_a_short_step_does_not_cover_the_point(mazur: Landscape) -> None:
    point, arrow = mazur.point.bounding_box(), mazur.way.locator("path").bounding_box()
    assert point
    assert arrow
    middle = point["x"] + point["width"] / 2
    assert arrow["width"] > 4
    assert arrow["x"] + arrow["width"] < middle, "it points from the outputs to the left"


def test_without_webgl_the_contour_plot_stands_alone(visit: Visit) -> None:
    explorer = visit(path="cost", query="part=mean", anew=True)
    explorer.page.add_init_script(NO_WEBGL)
    explorer.open("part=outputs&preset=mazur", "cost")
    expect(explorer.stage.get_by_text("WebGL is off")).to_be_visible()
    landscape = Landscape(explorer)
    landscape.drag(60, 60)
    expect(landscape.readout).not_to_contain_text("C = 0.298 at")
    explorer.linked(y="0.175%2C0.825")


def test_a_finger_drags_y_on_a_phone(visit: Visit) -> None:
    explorer = visit("part=outputs&preset=mazur", screen=PHONE, path="cost", **TOUCH)
    landscape = Landscape(explorer)
    landscape.handle.scroll_into_view_if_needed()
    landscape.drag(40, 40)
    expect(landscape.readout).not_to_contain_text("C = 0.298 at")
    assert explorer.page.evaluate(TOO_WIDE) == []


def test_the_theme_is_that_of_the_page(visit: Visit) -> None:
    explorer = visit("part=outputs&preset=mazur", path="cost", color_scheme="dark")
    scale = explorer.stage.locator(".flat .plot").evaluate(
        "(plot) => plot.data[0].colorscale[0][1]"
    )
    assert scale == "#20222a"


# many examples


def in_all(explorer: Explorer, id: str) -> Locator:
    return explorer.stage.locator(f".matrix [data-id={id}]")


def test_pointing_at_a_weight_lights_it_everywhere(visit: Visit) -> None:
    explorer = visit(f"part=mean&{FOUR_LINK}", path="cost")
    in_all(explorer, "nabla_w2_3_2").first.hover()
    expect(in_all(explorer, "nabla_w2_3_2")).to_have_count(2)
    for cell in in_all(explorer, "nabla_w2_3_2").all():
        expect(cell).to_have_class(re.compile("lit"))
    boxes = explorer.stage.locator(".multiples .pointed:visible")
    expect(boxes).to_have_count(4)
    values = explorer.stage.locator(".multiples figcaption .of-nabla_w")
    n = len(FOUR.x)
    gradients = [run(FOUR.network(), row[:n], row[n:]).nabla_w[2][2, 1].item() for row in FOUR.data]
    expect(values).to_have_text([short(one) for one in gradients])
    mean = float(np.mean(gradients))
    expect(in_all(explorer, "nabla_w2_3_2").first).to_have_attribute(
        "aria-label", f"∂C/∂w²₃₂ = {exact(mean)}"
    )
    picture = explorer.stage.locator(".multiples .picture").nth(1)
    picture.hover(position={"x": 5, "y": 5})
    expect(in_all(explorer, "nabla_w2_1_1").first).to_have_class(re.compile("lit"))


def test_a_selected_weight_is_written_out_beside_the_pictures(visit: Visit) -> None:
    explorer = visit(f"part=mean&{FOUR_LINK}", path="cost")
    in_all(explorer, "nabla_b2_4").last.click()
    explorer.linked(selected="nabla_b2_4")
    formula = explorer.main.locator(".st-key-panel annotation", has_text="nabla").or_(
        explorer.main.locator(".st-key-panel annotation", has_text="b^{2}_{4}")
    )
    expect(formula.first).to_be_attached()
    grid = explorer.stage.get_by_role("grid").first
    grid.get_by_role("gridcell").first.focus()
    explorer.press("ArrowDown", "ArrowRight", "Enter")
    explorer.linked(selected="nabla_w2_2_2")


def test_another_layer_and_another_example_are_pressed(visit: Visit) -> None:
    explorer = visit(f"part=mean&{FOUR_LINK}", path="cost")
    explorer.button("layer 3").click()
    explorer.linked(layer="3")
    expect(in_all(explorer, "nabla_w3_2_4").first).to_be_visible()
    explorer.button("Example 2").click()
    expect(explorer.sidebar.get_by_label("Inputs x")).to_have_value("0.7, 0.1, 0.8")
    expect(explorer.button("Example 2")).to_have_attribute("aria-current", "true")


def test_the_numbers_of_a_wide_table_are_there_and_its_names_do_not_meet(visit: Visit) -> None:
    explorer = visit("part=mean&sizes=12-12-12", path="cost")
    cells = explorer.stage.locator(".examples tbody tr").first.locator("td[data-of]")
    expect(cells).to_have_count(37)
    assert all(cells.all_text_contents())
    overlaps = explorer.stage.locator(".examples thead").evaluate("""(head) => {
      const boxes = [...head.querySelectorAll("th[scope=col]")].slice(0, -1).map((cell) => {
        const range = document.createRange();
        range.selectNodeContents(cell);
        return range.getBoundingClientRect();
      });
      return boxes.slice(1).filter(({ left }, i) => left < boxes[i].right + 1).length;
    }""")
    assert overlaps == 0


def test_sixty_four_examples_of_the_largest_layers_fit(visit: Visit) -> None:
    numbers = np.random.default_rng(1).uniform(0, 1, (64, 24)).round(2).tolist()
    rows = tuple(map(tuple, numbers))
    lesson = Lesson(
        sizes=(12,) * 4, activation=("sigmoid",) * 3, x=rows[0][:12], y=rows[0][12:], data=rows
    )
    query = "&".join(f"{name}={value}" for name, value in to_query(lesson).items())
    explorer = visit(f"part=mean&{query}", path="cost")
    expect(explorer.stage.locator(".multiples figure")).to_have_count(64)
    expect(explorer.stage.get_by_text("The largest difference is")).to_be_in_viewport()
    assert explorer.page.evaluate(TOO_WIDE) == []
