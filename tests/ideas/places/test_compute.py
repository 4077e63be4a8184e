"""Where the equations multiply: read from their templates, checked by their formulas."""

import numpy as np
import pytest
from hypothesis import given

from backprop import Equation, run
from backprop.engine.activations import Array
from backprop.engine.backward import BP1A, BP1A_CANCELLED, BP2, BP3, BP4
from backprop.engine.equation import operand_at
from backprop.engine.expression import Operand, Operation, Term, worked_out
from backprop.engine.forward import Z, slope
from backprop.ideas.places.compute import in_order, right_hand_side
from tests.engine.lessons import Lesson, lessons
from tests.laws import laws


def named(value: object) -> str:
    return value.template if isinstance(value, Equation) else ""


TREES = [
    (BP1A, Operation("⊙", Operand("nabla_a"), Operand("sigma_prime"))),
    (BP1A_CANCELLED, Operation("−", Operand("a"), Operand("y"))),
    (
        BP2,
        Operation(
            "⊙",
            Operation("·", Operand("w_next", turned=True), Operand("delta_next")),
            Operand("sigma_prime"),
        ),
    ),
    (BP3, Operand("delta")),
    (BP4, Operation("·", Operand("delta"), Operand("a_prev", turned=True))),
    (Z, Operation("+", Operation("·", Operand("w"), Operand("a_prev")), Operand("b"))),
]


@pytest.mark.parametrize(("equation", "tree"), TREES, ids=named)
def test_the_products_of_an_equation(equation: Equation, tree: Term) -> None:
    assert right_hand_side(equation) == tree


def test_an_equation_with_a_function_is_refused() -> None:
    with pytest.raises(ValueError, match="has more than products"):
        right_hand_side(slope("tanh"))
    with pytest.raises(ValueError, match="has more than products"):
        right_hand_side(BP4.over(2))


@laws
@given(lessons())
def test_the_tree_comes_to_what_the_formula_gives(case: Lesson) -> None:
    trace = run(case.network, case.x[:, :1], case.y[:, :1])
    for step in trace.steps:
        if step.equation.symbol not in ("z", "delta", "nabla_b", "nabla_w"):
            continue
        tree = right_hand_side(step.equation)
        result: Array = worked_out(tree, step.operands)
        np.testing.assert_array_equal(result, step.result, strict=True)
        for operation in in_order(tree):
            for side in (operation.left, operation.right):
                if isinstance(side, Operand):
                    array = trace.value(operand_at(side.name, step.l))
                    expected = array.T if side.turned else array
                    np.testing.assert_array_equal(
                        worked_out(side, step.operands), expected, strict=True
                    )
