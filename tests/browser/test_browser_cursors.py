"""The pointer says what can be dragged: the curve of the demon, and y, and no other chart."""

import pytest
from playwright.sync_api import Locator

from backprop.lesson import PRESETS
from tests.browser import parts
from tests.browser.conftest import Alone
from tests.browser.parts import PartOf

MAZUR = PRESETS["mazur"]


def look(locator: Locator, name: str) -> str:
    """What the browser makes of a property of this element."""
    found: str = locator.evaluate("(one, name) => getComputedStyle(one)[name]", name)
    return found


@pytest.mark.parametrize(
    ("part", "chart"), [(parts.elementwise, ".graph"), (parts.outputs, ".landscape")]
)
def test_a_chart_that_is_not_dragged_has_the_usual_pointer(
    alone: Alone, part: PartOf, chart: str
) -> None:
    found = alone(part(MAZUR)).stage.locator(chart)
    assert look(found, "cursor") == "auto"
    assert look(found, "touchAction") == "auto"


def test_the_curve_is_dragged(alone: Alone) -> None:
    curve = alone(parts.demon(MAZUR)).stage.locator(".curve .chart")
    assert (look(curve, "cursor"), look(curve, "touchAction")) == ("ew-resize", "pan-y")


def test_y_is_dragged_and_the_dots_of_the_way_have_its_colour_to_the_rim(alone: Alone) -> None:
    stage = alone(parts.outputs(MAZUR)).stage
    assert look(stage.locator(".flat .handle"), "cursor") == "grab"
    dots = stage.locator(".flat .way circle")
    assert dots.count()
    assert look(dots.first, "stroke") == look(dots.first, "fill")
