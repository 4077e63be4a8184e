"""What flows in a step: its products, its motion, who holds it, and who wants none."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any
from urllib.parse import urlencode

import pytest
from playwright.sync_api import Locator, Page, expect

from backprop import Network
from backprop.lesson import PRESETS, Lesson, resized, to_query, with_network
from backprop.server.stage_modules import module_url
from tests.browser import parts
from tests.browser.alone import StageAlone
from tests.browser.conftest import StageOf, Visit
from tests.browser.stage_page import FRAMES, StagePage
from tests.browser.test_browser_stepping import QUICK

# z2 = 2*3 - 1*5 + 0.5 = 1.5; z3 = 4*1.5 + 1 = 7, delta3 = 7 - 6 = 1; delta2 = 4*1
NET = Network(w={2: [[2, -1]], 3: [[4]]}, b={2: [0.5], 3: [1]}, activation="linear")
BY_HAND = replace(with_network(resized(Lesson(), (2, 1, 1)), NET), x=(3.0, 5.0), y=(6.0,))
Z2, A2, DELTA2, NABLA_W2 = 1, 2, 10, 14

FILM = """
async ([modules, data, step]) => {
  const [{ Reading }, { filmOf }, { RAMPS }] = await Promise.all(modules.map((one) => import(one)));
  const reading = Object.assign(new Reading(), { data, step, ramps: RAMPS.light });
  reading.unpack();
  reading.look();
  const places = { radius: 20, width: 400, top: 0, at: (l, j) => ({ x: 100 * l, y: 60 * j }) };
  return filmOf(reading, places, 1);
}
"""
TERMS = """
() => {
  window.terms = [];
  window.removeEventListener("backprop:term", window.hears);
  window.hears = ({ detail }) => window.terms.push(detail.term);
  window.addEventListener("backprop:term", window.hears);
}
"""
PICTURE = "(canvas) => canvas.toDataURL()"


def film(page: Page, step: int) -> dict[str, Any]:
    """What moves in this step of the network by hand."""
    names = ("browser/reading.js", "browser/flow_film.js", "browser/constants.js")
    modules = [module_url(name) for name in names]
    found: dict[str, Any] = page.evaluate(FILM, [modules, parts.explorer(BY_HAND), step])
    return found


def texts(film: dict[str, Any]) -> list[list[str]]:
    """What stands in each disc, one after the other."""
    return [[look["text"] for look in disc["looks"]] for disc in film["discs"]]


def test_activations_become_products_and_gather_with_the_bias(stage: StageAlone) -> None:
    forth = film(stage.page, Z2)
    assert [label["text"] for label in forth["labels"]] == ["6", "−5"]
    assert [(run["from"]["x"], run["to"]["x"]) for run in forth["runs"]] == [
        (pytest.approx(left, abs=2), pytest.approx(right, abs=2))
        for left, right in [(120, 180), (117, 183)]
    ]
    assert texts(forth) == [["0.5"], ["", "6", "1", "1.5"]]
    assert [lit["term"] for lit in forth["lit"]] == [1, 2, 3]


def test_errors_run_back_times_the_weights_and_meet_the_slope(stage: StageAlone) -> None:
    back = film(stage.page, DELTA2)
    assert [label["text"] for label in back["labels"]] == ["4"]
    (run,) = back["runs"]
    assert run["from"]["x"] > run["to"]["x"]
    assert texts(back) == [["1"], ["", "4", "4"]]


def test_input_and_error_meet_on_the_line_of_their_weight(stage: StageAlone) -> None:
    met = film(stage.page, NABLA_W2)
    assert [label["text"] for label in met["labels"]] == ["12", "20"]
    ends = [(run["to"]["x"], run["to"]["y"]) for run in met["runs"]]
    assert ends == [(150, 60), (150, 60), (150, 90), (150, 90)]


def test_a_linear_neuron_is_not_squeezed(stage: StageAlone) -> None:
    (neuron,) = film(stage.page, A2)["discs"]
    assert [look["text"] for look in neuron["looks"]] == ["1.5", "1.5"]
    assert neuron["squeeze"][2] == 0


def time_of(stage: StagePage) -> Locator:
    """The line of time below the diagram."""
    return stage.stage.get_by_role("slider", name="How far this step's motion is, in percent")


def canvas(stage: StagePage) -> str:
    """What is drawn over the diagram, after the next frame."""
    stage.page.evaluate(FRAMES)
    found: str = stage.stage.locator("canvas.flow").evaluate(PICTURE)
    return found


def test_a_step_moves_term_by_term_and_comes_to_rest(stage: StageAlone) -> None:
    expect(time_of(stage)).to_have_value("100")  # a page that opens does not move
    stage.page.evaluate(TERMS)
    stage.press("ArrowRight")
    expect(time_of(stage)).to_have_value("0")
    assert stage.neuron(2, 1).text_content() == "0.147"  # the numbers are there at once
    expect(time_of(stage)).to_have_value("100")
    assert stage.page.evaluate("terms.filter(Boolean)") == []  # nothing is summed


def test_the_terms_are_told_one_by_one_and_nothing_else_moves(stage_of: StageOf) -> None:
    stage = stage_of(Lesson(step=2))
    stage.page.evaluate(TERMS)
    stage.press("ArrowRight")
    stage.page.wait_for_function("terms.at(-1) === 5")
    expect(time_of(stage)).to_have_value("100")
    stage.page.wait_for_function("terms.at(-1) === 0")
    told = [term for term in stage.page.evaluate("terms") if term]
    assert told == sorted(set(told))
    stage.press("Home", "End")
    stage.press("ArrowLeft")
    expect(time_of(stage)).to_have_value("100")
    assert [term for term in stage.page.evaluate("terms") if term] == told


def test_quick_keys_drop_the_motion(stage: StageAlone) -> None:
    stage.page.evaluate(QUICK, ["ArrowRight"] * 3)
    stage.at(4)
    expect(time_of(stage)).to_have_value("100")
    at_rest = canvas(stage)
    time_of(stage).fill("60")
    assert canvas(stage) != at_rest


def test_the_time_is_held_where_it_is_put_until_the_next_step(stage: StageAlone) -> None:
    stage.mark(3).click()
    pictures = []
    for percent in ("20", "50", "80", "100"):
        time_of(stage).fill(percent)
        pictures.append(canvas(stage))
    assert len(set(pictures)) == 4
    time_of(stage).fill("50")
    assert canvas(stage) == pictures[1]
    time_of(stage).focus()
    stage.press("ArrowRight")
    stage.at(3)  # the key moves the time
    assert canvas(stage) != pictures[1]
    stage.mark(9).click()
    expect(time_of(stage)).to_have_value("100")


def test_the_time_is_dragged_by_the_pointer_and_gives_the_keys_back(stage: StageAlone) -> None:
    stage.mark(3).click()
    box = time_of(stage).bounding_box()
    assert box is not None
    middle = box["y"] + box["height"] / 2
    stage.page.mouse.move(box["x"] + box["width"] * 0.9, middle)
    stage.page.mouse.down()
    stage.page.mouse.move(box["x"] + box["width"] * 0.5, middle)
    stage.page.mouse.up()
    assert 45 < float(time_of(stage).input_value()) < 55
    stage.press("ArrowRight")
    stage.at(4)


@pytest.fixture
def still(stage: StageAlone) -> Iterator[StageAlone]:
    """The stage for eyes that want no motion."""
    stage.page.emulate_media(reduced_motion="reduce")
    yield stage
    stage.page.emulate_media(reduced_motion="no-preference")


def test_without_motion_the_same_stands_as_marks(still: StageAlone) -> None:
    still.page.evaluate(TERMS)
    still.press("ArrowRight", "ArrowRight")
    expect(time_of(still)).to_have_value("100")
    marks = canvas(still)
    assert still.page.evaluate("terms.filter(Boolean)") == []
    expect(still.button("Show this step's motion again")).to_be_hidden()
    still.page.emulate_media(reduced_motion="no-preference")
    still.button("Show this step's motion again").click()
    expect(time_of(still)).to_have_value("0")
    expect(time_of(still)).to_have_value("100")
    still.page.mouse.move(0, 0)
    assert canvas(still) == marks


def test_the_line_that_is_pointed_at_lights_its_term(stage_of: StageOf) -> None:
    stage = stage_of(Lesson(step=3))
    stage.page.evaluate(TERMS)
    stage.line(3, 1, 2).dispatch_event("pointerenter")
    stage.page.wait_for_function("terms.at(-1) === 2")
    stage.line(3, 1, 2).dispatch_event("pointerleave")
    stage.page.wait_for_function("terms.at(-1) === 0")


# The numbers of the formula that stand in a box that is lit.
LIT = """
(formulas) => {
  const lit = [...formulas.querySelectorAll(".term:not([hidden])")];
  const boxes = lit.map((one) => one.getBoundingClientRect());
  const inside = (one) => boxes.some((box) => {
    const { left, right, top, bottom } = one.getBoundingClientRect();
    const [x, y] = [(left + right) / 2, (top + bottom) / 2];
    return box.left < x && x < box.right && box.top < y && y < box.bottom;
  });
  const leaves = [...formulas.querySelectorAll(".katex-html [style*=color]")];
  const numbers = leaves.filter((one) => /\\d\\.\\d/.test(one.textContent));
  return numbers.filter(inside).map((one) => one.textContent);
}
"""


@pytest.mark.parametrize(
    ("lesson", "wanted"),
    [
        (Lesson(step=3), ["0.958", "0.147"]),
        (Lesson(step=10), ["0.958", "0.135"]),
        (Lesson(step=12), ["0.147", "0.135", "0.0198"]),
    ],
    ids=["z", "delta", "nabla_w"],
)
def test_the_term_in_the_panel_is_lit_as_its_line_is(
    visit: Visit, lesson: Lesson, wanted: list[str]
) -> None:
    explorer = visit(urlencode(to_query(lesson)))
    lit = explorer.main.locator(".bp-blocks .term:visible")
    expect(explorer.code).to_be_visible()
    time_of(explorer).fill("25" if lesson.step < 12 else "42")
    expect(lit).to_have_count(2 if lesson.step < 12 else 1)
    formulas = explorer.main.locator(".bp-blocks .formulas:has(.term)")
    assert formulas.evaluate(LIT) == wanted
    time_of(explorer).fill("100")
    expect(lit).to_have_count(0)


@pytest.mark.parametrize("name", PRESETS)
def test_every_number_of_a_sum_has_its_term(visit: Visit, name: str) -> None:
    lesson = PRESETS[name]
    step = next(n for n, one in enumerate(lesson.trace().steps, 1) if one.equation.symbol == "z")
    explorer = visit(urlencode(to_query(replace(lesson, step=step))))
    expect(explorer.code).to_be_visible()
    time_of(explorer).fill("85")  # the bias joins
    expect(explorer.main.locator(".bp-blocks .term:visible")).to_have_count(2)
