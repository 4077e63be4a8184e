"""Both forms of a micro step: what they show by now, and that nothing moves."""

import re
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from backprop import Network, Trace, run
from backprop.ideas.terms.compute import MicroStep, micro_steps
from backprop.ideas.terms.words import component_form, matrix_form, verdict
from backprop.lesson import PRESETS
from tests.laws import laws
from tests.writing.nets import traces
from tests.writing.reading import LIGHT, uncoloured

ARROW = r"\blacktriangleright"
MAZUR = PRESETS["mazur"].trace()
STEPS = micro_steps(MAZUR, 2)
LARGE = run(Network.random([6, 7], seed=3), [0.5] * 6, [0.5] * 7)


def lines(number: int, found: tuple[MicroStep, ...] = STEPS) -> list[list[str]]:
    """The cells of each line of the component form, without colours and without its heads."""
    body = component_form(found, number, LIGHT).partition(r"{llrrr} ")[2]
    rows = uncoloured(body.removesuffix(r" \end{array}")).split(r" \\ ")
    return [[cell.strip() for cell in row.split("&")] for row in rows[1:]]


def test_the_sum_of_mazurs_first_neuron_as_it_grows() -> None:
    shown = [[cell for cell in line if "phantom" not in cell] for line in lines(2)]
    assert shown == [
        ["", r"{w^{2}_{11}}\, {a^{1}_{1}}", r"{0.15} \cdot {0.05}", "= 0.0075", "0.0075"],
        [ARROW, r"{}+ {w^{2}_{12}}\, {a^{1}_{2}}", r"{0.2} \cdot {0.1}", "= 0.02", "0.0275"],
        ["", "{}+ {b^{2}_{1}} = {z^{2}_{1}}"],
        ["", r"\sigma({z^{2}_{1}}) = {a^{2}_{1}}"],
    ]


def test_the_whole_sum() -> None:
    assert lines(4)[2:] == [
        ["", "{}+ {b^{2}_{1}} = {z^{2}_{1}}", "{0.35}", "", "{0.378}"],
        [ARROW, r"\sigma({z^{2}_{1}}) = {a^{2}_{1}}", r"\sigma({0.378})", "", r"\approx {0.593}"],
    ]


def test_a_micro_step_shows_its_own_neuron() -> None:
    assert next(line[1] for line in lines(5)) == r"{w^{2}_{21}}\, {a^{1}_{1}}"
    assert len(lines(5)) == 4


def test_a_negative_factor_is_in_parentheses() -> None:
    trace = run(Network({2: [[-2, 3]]}, {2: [-1]}), [-4, -5], [0])
    shown = lines(3, micro_steps(trace, 2))
    assert [line[2] for line in shown[:3]] == [r"{-2} \cdot {(-4)}", r"{3} \cdot {(-5)}", "{-1}"]


def without_marks(latex: str) -> str:
    """What takes room in a formula."""
    latex = (
        uncoloured(latex)
        .replace(r"\bullet", r"\circ")
        .replace(r"\kern-0.34em\smash{\boxed", "{{")
        .replace(r"\kern-0.34em", "")
    )
    return re.sub(r"[{}]", "", latex.replace(r"\blacktriangleright", "").replace(r"\phantom", ""))


@laws
@given(traces(), st.data())
def test_nothing_moves_from_step_to_step(trace: Trace, data: st.DataObject) -> None:
    l = data.draw(st.integers(2, trace.network.L))
    found = micro_steps(trace, l)
    own = [n for n, step in enumerate(found, 1) if step.j == found[-1].j]
    assert len({without_marks(component_form(found, n, LIGHT)) for n in own}) == 1
    assert len({without_marks(matrix_form(trace, step, LIGHT)) for step in found}) == 1


def entries(step: MicroStep, trace: Trace = MAZUR) -> list[list[str]]:
    """The entries of w, a, b, z and the new a at a micro step, in one list each."""
    found = re.findall(r"begin\{\w*matrix\}(.*?)\\end", matrix_form(trace, step, LIGHT))
    w, a_prev, b, z, *again, a = (re.split(r" (?:&|\\\\) ", body.strip()) for body in found)
    assert again in ([z], [])  # z = w a + b, then a = sigma(z)
    return [w, a_prev, b, z, a]


def marked(array: list[str]) -> list[bool]:
    return ["boxed" in entry for entry in array]


@pytest.mark.parametrize(
    ("number", "w", "a_prev", "b", "z", "a"),
    [
        (1, [1, 0, 0, 0], [1, 0], [0, 0], [1, 0], [0, 0]),
        (2, [0, 1, 0, 0], [0, 1], [0, 0], [1, 0], [0, 0]),
        (3, [0, 0, 0, 0], [0, 0], [1, 0], [1, 0], [0, 0]),
        (4, [0, 0, 0, 0], [0, 0], [0, 0], [1, 0], [1, 0]),
        (6, [0, 0, 0, 1], [0, 1], [0, 0], [0, 1], [0, 0]),
    ],
)
def test_what_a_micro_step_uses_and_makes_is_in_boxes(
    number: int, w: list[int], a_prev: list[int], b: list[int], z: list[int], a: list[int]
) -> None:
    assert [marked(array) for array in entries(STEPS[number - 1])] == [w, a_prev, b, z, a]


@pytest.mark.parametrize(
    ("number", "z", "a"), [(1, 0, 0), (2, 0, 0), (3, 1, 0), (4, 1, 1), (6, 1, 1), (8, 2, 2)]
)
def test_what_is_known_by_now(number: int, z: int, a: int) -> None:
    known = [["phantom" not in entry for entry in array] for array in entries(STEPS[number - 1])]
    assert [sum(array) for array in known] == [4, 2, 2, z, a]


def test_the_row_in_work_has_colour() -> None:
    w, _, b, _, _ = entries(STEPS[4])
    assert [LIGHT["w"] in entry for entry in w] == [False, False, True, True]
    assert [LIGHT["quiet"] in entry for entry in w] == [True, True, False, False]
    assert [LIGHT["b"] in entry for entry in b] == [False, True]


def test_a_large_layer_is_in_dots() -> None:
    found = micro_steps(LARGE, 2)
    w, a_prev, _, z, _ = entries(found[8], LARGE)
    assert [len(w), len(a_prev), len(z)] == [42, 6, 7]
    assert not any(re.search(r"\}\{-?\d", entry) for entry in w)
    assert [i for i, entry in enumerate(w) if "boxed" in entry] == [6]
    assert [r"\bullet" in entry for entry in z] == [True] + [False] * 6
    assert [r"\circ" in entry for entry in z] == [False] + [True] * 6


@pytest.mark.parametrize("name", PRESETS)
def test_the_examples_are_in_numbers(name: str) -> None:
    trace = PRESETS[name].trace()
    for l in range(2, trace.network.L + 1):
        assert r"\bullet" not in matrix_form(trace, micro_steps(trace, l)[0], LIGHT)


def test_numbers_that_are_too_wide_are_dots() -> None:
    trace = run(Network({2: np.full((5, 5), -123456.0)}, {2: [0] * 5}, "linear"), [1] * 5, [0] * 5)
    assert r"\bullet" in matrix_form(trace, micro_steps(trace, 2)[0], LIGHT, room=400)
    assert r"\bullet" not in matrix_form(MAZUR, STEPS[0], LIGHT, room=400)


def test_a_difference_by_rounding_is_called_so() -> None:
    other = replace(STEPS[2], value=0.3775001)
    assert verdict(MAZUR, other) == (
        "z²₁ is 0.3775001 as a sum and 0.3775 by the matrices: they differ by rounding alone."
    )


def test_a_product_that_is_lost_is_not_said_to_be_equal() -> None:
    """1e-200 times 1e-200 is 1e-400, for which a float64 has 0."""
    trace = run(Network({2: [[1e-200]]}, {2: [0]}), [1e-200], [0])
    assert lines(1, micro_steps(trace, 2))[0][3] == r"\approx 0"
