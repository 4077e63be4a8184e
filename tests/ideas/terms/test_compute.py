"""The micro steps of a layer: their sums against dot products, their addresses, Mazur's numbers."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from backprop import Network, Quantity, Trace, run
from backprop.ideas.terms.compute import first_micro_step, micro_step_of, micro_steps
from backprop.lesson import PRESETS
from tests.laws import laws
from tests.writing.nets import traces

MAZUR = PRESETS["mazur"].trace()


def test_mazurs_first_neuron_by_hand() -> None:
    """0.15 * 0.05 = 0.0075; + 0.20 * 0.10 = 0.0275; + 0.35 = 0.3775; sigma = 0.593269992."""
    first = micro_steps(MAZUR, 2)[:4]
    assert [step.kind for step in first] == ["term", "term", "bias", "sigma"]
    assert [step.value for step in first] == pytest.approx([0.0075, 0.0275, 0.3775, 0.593269992])
    assert [step.added for step in first[:3]] == pytest.approx([0.0075, 0.02, 0.35])
    assert [[one.id for one in step.operands] for step in first] == [
        ["w2_1_1", "a1_1"],
        ["w2_1_2", "a1_2"],
        ["b2_1"],
        ["z2_1"],
    ]
    assert [step.result.id for step in first] == ["z2_1", "z2_1", "z2_1", "a2_1"]


def test_mazurs_outputs_by_hand() -> None:
    """0.40 * 0.593269992 + 0.45 * 0.596884378 + 0.60 = 1.105905967, and sigma = 0.751365070."""
    values = [step.value for step in micro_steps(MAZUR, 3)]
    assert values[:4] == pytest.approx([0.237307997, 0.505905967, 1.105905967, 0.751365070])
    assert values[7] == pytest.approx(0.772928465)


@laws
@given(traces(), st.data())
def test_each_sum_so_far_is_a_dot_product(trace: Trace, data: st.DataObject) -> None:
    l = data.draw(st.integers(2, trace.network.L))
    w, a, b = trace.network.w[l], trace.a[l - 1].ravel(), trace.network.b[l].ravel()
    found = iter(micro_steps(trace, l))
    for j in range(len(w)):
        for k in range(len(a)):
            step = next(found)
            assert (step.l, step.j, step.k) == (l, j + 1, k + 1)
            assert step.value == pytest.approx(float(np.dot(w[j, : k + 1], a[: k + 1])), abs=1e-12)
            assert step.numbers == (w[j, k], a[k])
        bias, sigma = next(found), next(found)
        assert bias.value == pytest.approx(float(np.dot(w[j], a) + b[j]), abs=1e-12)
        assert bias.value == pytest.approx(float(trace.z[l][j, 0]), abs=1e-12)
        assert sigma.value == trace.a[l][j, 0]
    assert next(found, None) is None


@laws
@given(traces())
def test_every_number_has_its_address(trace: Trace) -> None:
    for l in range(2, trace.network.L + 1):
        for step in micro_steps(trace, l):
            if step.kind != "sigma":
                values = [float(trace.value(one).flat[0]) for one in step.operands]
                assert list(step.numbers) == values
            assert step.result.l == l
            assert step.result.j == step.j


@pytest.mark.parametrize("sizes", [(3, 4, 2), (1, 1), (12, 12)])
def test_the_first_micro_step_of_each_neuron(sizes: tuple[int, ...]) -> None:
    trace = run(Network.random(sizes, seed=2), [0.5] * sizes[0], [0.5] * sizes[-1])
    for l in range(2, len(sizes) + 1):
        found = micro_steps(trace, l)
        assert len(found) == sizes[l - 1] * (sizes[l - 2] + 2)
        for j in range(1, sizes[l - 1] + 1):
            n = first_micro_step(sizes, l, j)
            assert found[n - 1].j == j
            assert n == 1 or found[n - 2].j == j - 1


@laws
@given(traces())
def test_each_weight_and_bias_has_its_micro_step(trace: Trace) -> None:
    sizes = trace.network.sizes
    for l in range(2, trace.network.L + 1):
        for n, step in enumerate(micro_steps(trace, l), start=1):
            used = step.operands[0]
            if used.symbol in ("w", "b"):
                assert micro_step_of(sizes, used) == n
            else:
                assert micro_step_of(sizes, step.result) == first_micro_step(sizes, l, step.j)


@pytest.mark.parametrize("id", ["a1_2", "w2", "delta2_1", "nabla_w2_1_1", "y3_1", "C"])
def test_what_has_no_micro_step(id: str) -> None:
    assert micro_step_of((2, 2, 2), Quantity.parse(id)) is None


@pytest.mark.parametrize("l", [1, 4])
def test_a_layer_without_weights(l: int) -> None:
    with pytest.raises(ValueError, match="a 2-2-2 network has no w"):
        micro_steps(MAZUR, l)


def test_several_examples_have_no_micro_steps() -> None:
    trace = run(MAZUR.network, [[0, 1], [0, 1]], [[0, 1], [0, 1]])
    with pytest.raises(ValueError, match="one example; got 2"):
        micro_steps(trace, 2)
