"""While the network changes nothing is blank, jumps or loses the keys; its numbers are right."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from urllib.parse import urlencode

from playwright.sync_api import Locator

from backprop.engine import Quantity, descend
from backprop.lesson import Lesson, to_query, with_network, with_row, with_sizes, with_value
from backprop.ui.explorer.blocks import ROOM
from backprop.writing import PALETTE, exact, worked
from tests.browser.conftest import Visit
from tests.browser.explorer import Explorer
from tests.claims.claims import number_of

WATCH = Path(__file__).with_name("watch_change.js").read_text(encoding="utf-8")
LABELS = "(cells) => cells.map((cell) => [cell.dataset.id, cell.getAttribute('aria-label')])"
SIZED = (".diagram svg", ".strip", ".board")
"""What of the stage is larger, or lower, with another number of neurons."""
ROWS = ((0.2, 0.5, 0.9, 0.0, 1.0), (0.7, 0.1, 0.4, 1.0, 0.0))


def test_each_change_is_quiet_and_leaves_the_keys_where_they_are(visit: Visit) -> None:
    lesson = Lesson(data=ROWS, x=ROWS[0][:3], y=ROWS[0][3:], step=12, selected="w3_2_4")
    explorer = visit(urlencode(to_query(lesson)))
    explorer.wait_until_quiet()
    explorer.page.evaluate(WATCH)
    sidebar = explorer.sidebar

    button = sidebar.get_by_role("button", name="Take one step of gradient descent")
    trace = lesson.trace()
    descended = with_network(lesson, descend(trace.network, trace, lesson.eta))
    with watched(explorer, button, descended):
        explorer.press("Enter")

    edited = with_value(descended, "w3_2_4", -0.25)
    with watched(explorer, explorer.field, edited, gives_back=True):
        explorer.type("-0.25")

    with watched(explorer, sidebar.get_by_role("button", name="Undo"), descended):
        explorer.press("Enter")

    other_row = with_row(descended, 1)
    with watched(explorer, sidebar.get_by_role("combobox", name="Row"), other_row):
        explorer.press("ArrowDown", "Enter")

    tanh = replace(other_row, activation=("tanh", "tanh"))
    with watched(explorer, sidebar.get_by_role("combobox", name="Activation"), tanh):
        explorer.press("ArrowDown", "Enter")

    larger = with_sizes(tanh, [3, 5, 2])
    field = sidebar.get_by_role("spinbutton", name="Neurons in layer 2")
    with watched(explorer, field, larger, kept=False):
        field.fill("5")
        explorer.press("Enter")


@contextmanager
def watched(
    explorer: Explorer, at: Locator, lesson: Lesson, kept: bool = True, gives_back: bool = False
) -> Iterator[None]:
    """A change, made at this field or button, to this lesson; every frame of it is looked at.

    The figures stay the nodes that they are if they are ``kept``; a field that gives the keys back
    lets go of them in the end.
    """
    at.focus()
    name = explorer.page.evaluate("() => window.watch.focus()")
    explorer.page.evaluate("(kept) => window.watch.begin(kept)", kept)
    yield
    expect_numbers(explorer, lesson)
    explorer.wait_until_quiet()
    explorer.wait_until_drawn()
    seen = explorer.page.evaluate("() => window.watch.end()")
    assert seen["problems"] == []
    may_move = () if kept else SIZED
    moved = {one for one, n in seen["moves"].items() if n > (one in may_move)}
    assert moved - {"Back to it"} == set()  # it comes with the first change
    assert seen["figures"] == 12  # the heatmaps of a layer, and the diagram
    assert seen["frames"] > 5
    assert seen["focus"] == [name, *([""] if gives_back else [])]


def expect_numbers(explorer: Explorer, lesson: Lesson) -> None:
    """The numbers of the layer on the page, and those in its equation, are this lesson's."""
    trace = lesson.trace()
    error = exact(trace.value(Quantity.parse("delta3_2")).item())
    explorer.layer.locator(f'[data-id=delta3_2][aria-label^="δ³₂ = {error}"]').first.wait_for()
    for id, label in explorer.layer.get_by_role("gridcell").evaluate_all(LABELS):
        value = trace.value(Quantity.parse(id)).item()
        number = number_of(label.partition(", before ")[0].rpartition(" = ")[2])
        assert abs(number - value) <= 1e-8 * abs(value), id
    step = trace.at(lesson.level)[lesson.step - 1]
    formula = worked(step, 2, PALETTE["light"], Quantity.parse(lesson.selected), ROOM)
    written = explorer.main.locator(".st-key-panel annotation", has_text=formula)
    written.wait_for(state="attached")
