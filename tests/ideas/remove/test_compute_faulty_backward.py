"""A backward pass with mistakes: right without any, and its misfits where they are."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from backprop import ACTIVATIONS, Network, Quantity, Trace, run
from backprop.ideas.remove.compute_faulty_backward import WrongPass, backward
from backprop.ideas.remove.compute_mistakes import MISTAKES, offered
from tests.engine.lessons import Lesson, lesson, lessons
from tests.engine.test_engine_gradients import example
from tests.engine.test_engine_mazur import NETWORK, X, Y
from tests.laws import laws

DEEP = lesson([3, 4, 2, 5], ["sigmoid", "tanh", "sigmoid"], "quadratic", 1, seed=3).run()
SYMBOLS = ("delta", "nabla_b", "nabla_w")


def one_example(case: Lesson) -> Trace:
    return run(case.network, case.x[:, :1], case.y[:, :1])


def pass_with(trace: Trace, *names: str) -> WrongPass:
    return backward(trace, [MISTAKES[name] for name in names], eta=0.5)


@laws
@given(lessons())
def test_without_mistakes_it_is_the_backward_pass_bit_for_bit(case: Lesson) -> None:
    trace = one_example(case)
    found = pass_with(trace)
    assert not found.failures
    for symbol in SYMBOLS:
        true = trace.arrays(symbol)
        assert {l: array.tobytes() for l, array in found.arrays(symbol).items()} == {
            l: array.tobytes() for l, array in true.items()
        }


@pytest.mark.parametrize("name", ACTIVATIONS)
def test_the_gradient_without_mistakes_is_that_of_central_differences(name: str) -> None:
    case = example((3, 4, 3, 2), name, "quadratic", 1, 1)
    trace = run(Network(case.w, case.b, case.activation, "quadratic"), case.x, case.y)
    found = pass_with(trace)
    for l in (2, 3, 4):
        for symbol, values in (("nabla_w", case.w[l]), ("nabla_b", case.b[l])):
            expected = case.slopes_in(values)
            np.testing.assert_allclose(found.arrays(symbol)[l], expected, rtol=1e-6, atol=1e-9)


@laws
@given(lessons())
def test_every_mistake_gives_a_result_in_shape_or_a_misfit(case: Lesson) -> None:
    trace = one_example(case)
    for mistakes in offered(trace.network).values():
        for mistake in mistakes:
            found = backward(trace, [mistake], eta=0.5)
            for applied in found.equations.values():
                fits = applied.result is not None and applied.result.shape == applied.shape
                assert fits == (applied.misfit is None) == (applied not in found.failures)


@laws
@given(lessons())
def test_y_minus_a_turns_every_sign(case: Lesson) -> None:
    trace = one_example(case)
    [sign] = [m for m in offered(trace.network)["BP1a"] if m.place == "sign"]
    found = backward(trace, [sign], eta=0.5)
    for symbol in SYMBOLS:
        for l, array in found.arrays(symbol).items():
            np.testing.assert_array_equal(array, -trace.arrays(symbol)[l])


@given(st.integers(2, 4), st.integers(0, 10**6))
def test_with_linear_neurons_the_slope_is_one_and_nothing_changes(L: int, seed: int) -> None:
    trace = lesson([3] * L, ["linear"] * (L - 1), "quadratic", 1, seed).run()
    names = ["bp1-slope", "bp1-of-a"] + ["bp2-slope", "bp2-of-a", "bp2-layer"] * (L > 2)
    for name in names:
        assert same(pass_with(trace, name), trace)


def same(found: WrongPass, trace: Trace) -> bool:
    return all(
        np.array_equal(array, found.arrays(symbol)[l])
        for symbol in SYMBOLS
        for l, array in trace.arrays(symbol).items()
    )


@pytest.mark.parametrize("name", ["relu", "leaky-relu"])
def test_with_relu_the_slope_at_a_is_that_at_z(name: str) -> None:
    trace = lesson([3, 4, 4, 2], [name] * 3, "quadratic", 1, seed=2).run()
    assert same(pass_with(trace, "bp1-of-a", "bp2-of-a"), trace)
    assert not same(pass_with(trace, "bp2-slope"), trace)


@pytest.mark.parametrize(
    ("name", "where", "kind", "left", "right"),
    [
        # 3-4-2-5: w^4 is 5 x 2, w^3 is 2 x 4, w^2 is 4 x 3.
        ("bp2-transpose", ["delta3"], "product", (5, 2), (5, 1)),
        ("bp2-layer", ["delta3"], "elementwise", (2, 1), (5, 1)),
        ("bp2-product", ["delta3"], "product", (2, 1), (2, 1)),
        ("bp3-input", ["nabla_b4", "nabla_b3", "nabla_b2"], "elementwise", (2, 1), (5, 1)),
        ("bp4-a", ["nabla_w4", "nabla_w3", "nabla_w2"], "result", (5, 5), (5, 2)),
        ("bp4-transpose", ["nabla_w4", "nabla_w3", "nabla_w2"], "product", (5, 1), (2, 1)),
        ("bp4-order", ["nabla_w4", "nabla_w3", "nabla_w2"], "result", (2, 5), (5, 2)),
        ("bp4-delta", ["nabla_w3", "nabla_w2"], "result", (5, 4), (2, 4)),
    ],
)
def test_misfits(
    name: str, where: list[str], kind: str, left: tuple[int, int], right: tuple[int, int]
) -> None:
    found = pass_with(DEEP, name).failures
    assert [applied.quantity.id for applied in found] == where
    misfit = found[0].misfit
    assert misfit
    assert (misfit.kind, misfit.left.shape, misfit.right.shape) == (kind, left, right)


def test_what_fits_in_shape_and_not_in_number_is_no_misfit() -> None:
    for name in ("bp1-slope", "bp1-of-a", "bp1-sign", "bp2-slope", "bp2-of-a", "bp3-bias"):
        assert not pass_with(DEEP, name).failures


def test_where_an_error_does_not_come_out_the_pass_ends() -> None:
    found = pass_with(DEEP, "bp2-transpose")
    made = [quantity.id for quantity in found.equations]
    assert made == ["delta4", "nabla_b4", "nabla_w4", "delta3"]
    assert found.equations[Quantity("delta", 3)].result is None


def test_a_gradient_that_does_not_fit_stops_no_error() -> None:
    found = pass_with(DEEP, "bp4-transpose")
    assert sorted(found.arrays("delta")) == [2, 3, 4]
    assert found.arrays("nabla_w") == {}


def test_new_weights_need_a_gradient_that_fits() -> None:
    found = pass_with(DEEP, "bp4-transpose", "bp2-new")
    assert [quantity.id for quantity in found.equations] == ["delta4", "nabla_b4", "nabla_w4"]


def test_new_weights_come_from_the_step_as_it_is_made_by_mistake() -> None:
    """Uphill from w^3 = 0.40 it is 0.40 + 0.5 * 0.082167041."""
    trace = run(NETWORK, X, Y)
    found = pass_with(trace, "bp2-new", "step-sign")
    [w_next] = [
        applied.operands["w_next"]
        for quantity, applied in found.equations.items()
        if quantity == Quantity("delta", 2)
    ]
    assert w_next[0, 0] == pytest.approx(0.40 + 0.5 * 0.082167041, rel=1e-9)


def test_a_result_of_another_shape_is_kept_to_be_seen() -> None:
    applied = pass_with(DEEP, "bp4-order").equations[Quantity("nabla_w", 3)]
    assert applied.shape == (2, 4)
    assert applied.result is not None
    np.testing.assert_array_equal(applied.result, DEEP.nabla_w[3].T)


def test_on_a_square_matrix_the_forgotten_transpose_passes_in_silence() -> None:
    trace = lesson([3, 3, 3], ["tanh", "tanh"], "quadratic", 1, seed=1).run()
    found = pass_with(trace, "bp2-transpose", "bp4-order", "bp4-a", "bp4-delta")
    assert not found.failures
    assert not same(found, trace)


def test_with_single_neurons_even_the_hadamard_product_is_one() -> None:
    trace = lesson([1, 1, 1], ["tanh", "tanh"], "quadratic", 1, seed=1).run()
    assert same(pass_with(trace, "bp2-product", "bp2-transpose", "bp4-transpose"), trace)


def test_several_examples_are_refused() -> None:
    trace = run(NETWORK, [[0, 1], [1, 0]], [[0, 1], [1, 0]])
    with pytest.raises(ValueError, match="must be of one example; got 2"):
        pass_with(trace)


def test_numbers_beyond_a_float_do_not_come_out() -> None:
    net = Network({2: [[1e200]], 3: [[1e-200]]}, {2: [0], 3: [0]}, "linear")
    found = backward(run(net, [1], [0]), [MISTAKES["bp2-new"]], eta=1e200)
    (applied,) = found.failures
    assert applied.quantity.id == "delta2"
    assert (applied.result, applied.misfit) == (None, None)
    assert sorted(found.arrays("delta")) == [3]


def test_a_replay_gives_the_same_bits() -> None:
    found = pass_with(DEEP, "bp1-of-a", "bp2-slope", "bp3-bias", "bp4-order")
    for applied in found.equations.values():
        assert applied.result is not None
        again = np.asarray(applied.equation.formula(**applied.operands))
        assert again.tobytes() == applied.result.tobytes()
