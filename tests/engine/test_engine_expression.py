"""A template as its own formula: the values by hand, every misfit found, nothing stretched."""

from itertools import product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from backprop.engine.activations import Array
from backprop.engine.backward import BP1A, BP1A_CANCELLED, BP2, BP4
from backprop.engine.expression import Expression, Misfit, Side, operands_of, worked_out
from backprop.engine.forward import activation
from backprop.engine.four_equations import EQUATION_30
from backprop.engine.template import Hadamard
from backprop.engine.template_latex import notation
from backprop.engine.template_reading import read

W = np.array([[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]])
U = np.array([[1.0], [10.0]])
V = np.array([[2.0], [3.0]])


def value(template: str, **operands: Array) -> list[list[float]]:
    found: list[list[float]] = Expression(read(template))(**operands).tolist()
    return found


def misfit(template: str, **operands: Array) -> Misfit:
    with pytest.raises(Misfit) as caught:
        Expression(read(template))(**operands)
    return caught.value


def written(part: Side) -> str:
    return notation(part.node)


def test_by_hand() -> None:
    assert value("(<w>)^T <u>", w=W, u=U) == [[41], [52], [63]]
    assert value("<u> (<v>)^T", u=U, v=V) == [[2, 3], [20, 30]]
    assert value(r"<u> \odot <v>", u=U, v=V) == [[2], [30]]
    assert value("<u> - <v>", u=U, v=V) == [[-1], [7]]
    assert value(r"(-<u>) \odot <v>", u=U, v=V) == [[-2], [-30]]
    assert value(r"\text{new }<w> \, (<w>)^T", w=W) == [[14, 32], [32, 77]]


def test_a_sum_by_hand() -> None:
    assert value("<u> + <v> - <u>", u=U, v=V) == [[2], [3]]


def test_the_operands_of_a_tree_as_they_stand_in_it() -> None:
    tree = read(r"\left( (\text{new }<w>)^T (-<u>) \right) \odot \sigma'(<v>) - <u>")
    assert [notation(operand) for operand in operands_of(tree)] == [
        r"(\text{new }<w>)^T", "(-<u>)", r"\sigma'(<v>)", "<u>",
    ]  # fmt: skip


def test_what_is_more_than_products_and_sums_is_refused() -> None:
    refused = [
        activation("sigmoid").right,
        BP4.over(2).right,
        read(r"<u> \cdot 2"),
        read("[k| <u k> |]"),
    ]
    for tree in refused:
        with pytest.raises(ValueError, match="more than products"):
            worked_out(tree, {"z": U, "u": U, "delta": U, "a_prev": U})


def test_an_operand_alone_is_worked_out() -> None:
    (w, _) = operands_of(read("(<w>)^T <u>"))
    assert worked_out(w, {"w": W}).tolist() == [[1, 4], [2, 5], [3, 6]]


def test_a_product_binds_before_the_hadamard_product_and_that_before_minus() -> None:
    one = np.array([[1.0]])
    assert value(r"<u> <one> \odot <v> - <u>", u=U, v=V, one=one) == [[1], [20]]
    assert value(r"\left( <u> - <v> \right) \odot <v>", u=U, v=V) == [[-2], [21]]
    assert value("<u> - <v> - <v>", u=U, v=V) == [[-3], [4]]


def test_sigma_prime_is_the_slope_it_was_given() -> None:
    expression = Expression(read(r"<u> \odot \sigma'(<v>)"), slope=lambda z: z**2)
    assert expression(u=U, v=V).tolist() == [[4], [90]]


def test_the_operands_are_in_the_signature() -> None:
    assert [*Expression(BP2.right).__signature__.parameters] == [
        "w_next", "delta_next", "sigma_prime",
    ]  # fmt: skip


@given(st.integers(1, 5), st.integers(1, 5), st.integers(0, 2**32 - 1))
def test_the_true_templates_are_their_own_formulas(n: int, m: int, seed: int) -> None:
    """What the book's equations say and what the engine computes: the same bits."""
    rng = np.random.default_rng(seed)
    column = {name: rng.normal(size=(n, 1)) for name in ("a", "y", "nabla_a", "sigma_prime")}
    column |= {"delta": rng.normal(size=(n, 1)), "a_prev": rng.normal(size=(m, 1))}
    column |= {"w_next": rng.normal(size=(m, n)), "delta_next": rng.normal(size=(m, 1))}
    for equation in (BP1A, EQUATION_30, BP1A_CANCELLED, BP2, BP4):
        operands = {name: column[name] for name in equation.operands}
        result = Expression(equation.right)(**operands)
        assert result.tobytes() == np.asarray(equation.formula(**operands)).tobytes()


@pytest.mark.parametrize(("rows", "columns"), [*product([1, 2, 3], repeat=2)])
def test_nothing_is_stretched(rows: int, columns: int) -> None:
    """NumPy would make a matrix of a column and a row, and repeat a single number."""
    u, v = np.ones((rows, 1)), np.ones((1, columns))
    for template in (r"<u> \odot <v>", "<u> - <v>"):
        if (rows, columns) == (1, 1):
            assert value(template, u=u, v=v) in ([[1]], [[0]])
        else:
            assert misfit(template, u=u, v=v).kind == "elementwise"


def test_a_misfit_says_which_parts_do_not_meet() -> None:
    found = misfit(r"\left( <w> <u> \right) \odot <v>", w=W, u=U, v=V)
    assert (found.kind, found.left.shape, found.right.shape) == ("product", (2, 3), (2, 1))
    assert (written(found.left), written(found.right)) == ("<w>", "<u>")
    assert str(found) == ("the shapes of <w> and <u> must fit (product); got (2, 3) and (2, 1)")


def test_the_parts_of_a_misfit_may_be_compound_and_are_those_of_the_tree() -> None:
    tree = read(r"\left( (<w>)^T <u> \right) \odot <v>")
    found = misfit(notation(tree), w=W, u=U, v=V)
    assert (found.kind, found.left.shape, found.right.shape) == ("elementwise", (3, 1), (2, 1))
    assert isinstance(tree, Hadamard)
    assert (found.left.node, found.right.node) == (tree.left, tree.right)
    assert found.left.node is tree.left
    assert written(found.left) == r"\left( (<w>)^T <u> \right)"


def test_two_columns_side_by_side_do_not_meet() -> None:
    found = misfit("<u> <v>", u=U, v=V)
    assert (found.kind, found.left.shape, found.right.shape) == ("product", (2, 1), (2, 1))
