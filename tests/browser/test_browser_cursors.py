"""The pointer says what can be dragged: the curve of the demon, and y, and no other chart."""

import pytest
from playwright.sync_api import Locator

from tests.browser.conftest import Visit


def look(locator: Locator, name: str) -> str:
    """What the browser makes of a property of this element."""
    found: str = locator.evaluate("(one, name) => getComputedStyle(one)[name]", name)
    return found


@pytest.mark.parametrize(
    ("path", "part", "chart"),
    [("notation", "elementwise", ".graph"), ("cost", "outputs", ".landscape")],
)
def test_a_chart_that_is_not_dragged_has_the_usual_pointer(
    visit: Visit, path: str, part: str, chart: str
) -> None:
    found = visit(f"part={part}&preset=mazur", path=path).stage.locator(chart)
    assert look(found, "cursor") == "auto"
    assert look(found, "touchAction") == "auto"


def test_the_curve_and_y_are_dragged(visit: Visit) -> None:
    curve = visit("part=demon", path="equations").stage.locator(".curve .chart")
    assert (look(curve, "cursor"), look(curve, "touchAction")) == ("ew-resize", "pan-y")
    stage = visit("part=outputs&preset=mazur", path="cost").stage
    assert look(stage.locator(".flat .handle"), "cursor") == "grab"


def test_the_dots_of_the_way_have_its_colour_to_the_rim(visit: Visit) -> None:
    dots = visit("part=outputs&preset=mazur", path="cost").stage.locator(".flat .way circle")
    assert dots.count()
    assert look(dots.first, "stroke") == look(dots.first, "fill")
