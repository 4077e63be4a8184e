"""Where the equations multiply: read from their templates, checked by their formulas."""

import numpy as np
import pytest
from hypothesis import given

from backprop import Equation, run
from backprop.engine.activations import Array
from backprop.engine.backward import BP1A, BP1A_CANCELLED, BP2, BP3, BP4
from backprop.engine.equation import operand_at
from backprop.engine.expression import operand_in, worked_out
from backprop.engine.forward import Z, slope
from backprop.engine.template import Hadamard, Minus, Node, Plus, Product, Ref, Transpose
from backprop.ideas.places.compute import in_order, right_hand_side
from tests.engine.lessons import Lesson, lessons
from tests.laws import laws


def named(value: object) -> str:
    return value.template if isinstance(value, Equation) else ""


TREES = [
    (BP1A, Hadamard(Ref("nabla_a"), Ref("sigma_prime"))),
    (BP1A_CANCELLED, Minus(Ref("a"), Ref("y"))),
    (
        BP2,
        Hadamard(Product(Transpose(Ref("w_next")), Ref("delta_next")), Ref("sigma_prime")),
    ),
    (BP3, Ref("delta")),
    (BP4, Product(Ref("delta"), Transpose(Ref("a_prev")))),
    (Z, Plus(Product(Ref("w"), Ref("a_prev")), Ref("b"))),
]


@pytest.mark.parametrize(("equation", "tree"), TREES, ids=named)
def test_the_products_of_an_equation(equation: Equation, tree: Node) -> None:
    assert right_hand_side(equation) == tree


def test_an_equation_with_a_function_is_refused() -> None:
    with pytest.raises(ValueError, match="has more than products"):
        right_hand_side(slope("tanh"))
    with pytest.raises(ValueError, match="has more than products"):
        right_hand_side(BP4.over(2))
    assert BP4.component is not None
    with pytest.raises(ValueError, match="has more than products"):
        right_hand_side(BP4.component)


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
                if ref := operand_in(side):
                    array = trace.value(operand_at(ref.name, step.l))
                    expected = array.T if isinstance(side, Transpose) else array
                    np.testing.assert_array_equal(
                        worked_out(side, step.operands), expected, strict=True
                    )
