"""What is computed shows the engine's number, what is not yet computed is empty."""

from playwright.sync_api import Locator

from backprop.engine import Quantity, run
from backprop.lesson import Lesson
from tests.browser.alone import StageAlone
from tests.browser.conftest import StageOf
from tests.claims.claims import number_of

# The order of the chapter for 3-4-2, and how many neurons each step has one by one.
ORDER = {
    **{"z2": 4, "a2": 4, "z3": 2, "a3": 2, "C": 1, "nabla_a3": 2},
    **{"sigma_prime3": 2, "delta3": 2, "sigma_prime2": 4, "delta2": 4},
    **{"nabla_b3": 2, "nabla_w3": 2, "nabla_b2": 4, "nabla_w2": 4},
}
GIVEN = {"a1", "w2", "w3", "b2", "b3", "y3"}
ACROSS = {"z2", "a2", "sigma_prime2", "delta2", "nabla_b2", "nabla_w2"}  # steps that show layer 2

CELLS = """(cells) => cells.map((cell) =>
  [cell.dataset.id, cell.getAttribute("aria-label"), cell.textContent])"""

lesson = Lesson()
trace = run(lesson.network(), lesson.x, lesson.y)


def expect_numbers(cells: Locator, known: set[str]) -> None:
    """Each cell has the number of the trace where its address is known, and else nothing."""
    found = cells.evaluate_all(CELLS)
    assert found
    for id, label, text in found:
        array, _, indices = id.removeprefix("sigma_prime").removeprefix("nabla_").partition("_")
        array = id[: len(id) - len(indices) - len(array) - 1] + array
        if array in GIVEN or array in known or f"{array}_{indices.split('_')[0]}" in known:
            value = float(trace.value(Quantity.parse(id)).item())
            number = number_of(label.rpartition(" = ")[2])
            assert abs(number - value) <= 1e-8 * abs(value), id
            digits = 0.5 if "×" in text else 0.06  # one, where there is no room for more
            assert abs(number_of(text) - value) <= digits * abs(value), id
        else:
            assert (label.endswith(" not computed yet"), text) == (True, ""), id


def test_each_step_uncovers_its_own_number_and_no_other(stage: StageAlone) -> None:
    known: set[str] = set()
    for step, array in enumerate(ORDER, start=1):
        stage.at(step)
        known.add(array)
        expect_numbers(stage.layer.get_by_role("gridcell"), known)
        stage.press("ArrowRight")


def test_neuron_by_neuron_each_step_uncovers_one_row(stage_of: StageOf) -> None:
    stage = stage_of(Lesson(level="neuron"))
    known: set[str] = set()
    rows = [f"{array}_{j}" for array, n in ORDER.items() for j in range(1, n + 1)]
    for step, row in enumerate(rows, start=1):
        stage.at(step, 40)
        known.add(row)
        expect_numbers(stage.layer.get_by_role("gridcell"), known)
        stage.press("ArrowRight")


def test_going_back_covers_the_numbers_again(stage: StageAlone) -> None:
    stage.press("End", "Home")
    stage.at(1)
    expect_numbers(stage.layer.get_by_role("gridcell"), {"z2"})


def test_the_board_shows_the_layer_of_the_step(stage: StageAlone) -> None:
    for step, array in enumerate(ORDER, start=1):
        stage.at(step)
        layer = 2 if array in ACROSS else 3
        expected = stage.layer.locator(f"[data-array=w{layer}]")
        assert expected.first.is_visible(), array
        stage.press("ArrowRight")


def test_the_diagram_shows_activations_and_then_errors(stage: StageAlone) -> None:
    for step, shown in [(2, "a2_1"), (4, "a3_2"), (8, "delta3_2"), (10, "delta2_1")]:
        stage.mark(step).click()
        stage.at(step)
        quantity = Quantity.parse(shown)
        label = stage.neuron(quantity.l, quantity.j or 0).get_attribute("aria-label") or ""
        assert label.startswith(f"{quantity.text} = ")
        value = float(trace.value(quantity).item())
        assert abs(number_of(label.rpartition(" ")[2]) - value) < 1e-8 * abs(value)


def test_the_cost_is_shown_from_its_step_on(stage: StageAlone) -> None:
    cost = stage.stage.get_by_text(f"C = {trace.cost:.3f}", exact=True)
    stage.mark(5).click()
    stage.at(5)
    assert cost.is_visible()
    stage.press("ArrowLeft")
    stage.at(4)
    assert not cost.is_visible()
