"""Saturated neurons and low inputs, against numbers worked out by hand."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from backprop import ACTIVATIONS, Network, run
from backprop.engine.saturation import ends, low, most_saturated_neuron, steepness, strongest


@pytest.mark.parametrize(
    ("name", "z", "expected"),
    [
        # sigma'(z) = 0.025, a tenth of a quarter, where a (1 - a) = 0.025: at a = 0.02566
        ("sigmoid", math.log(0.0250 / 0.9750), "bottom"),
        ("sigmoid", math.log(0.0262 / 0.9738), ""),
        ("sigmoid", math.log(0.9750 / 0.0250), "top"),
        ("sigmoid", math.log(0.9738 / 0.0262), ""),
        ("sigmoid", 0.0, ""),
        # 1 - a^2 = 0.1 at a = 0.94868
        ("tanh", math.atanh(0.949), "top"),
        ("tanh", math.atanh(0.948), ""),
        ("tanh", math.atanh(-0.949), "bottom"),
        ("relu", -0.001, "off"),
        ("relu", 0.0, "off"),
        ("relu", 0.001, ""),
        ("leaky-relu", -0.001, "flat"),
        ("leaky-relu", 7.0, ""),
        ("linear", 1e6, ""),
        ("linear", -1e6, ""),
    ],
)
def test_the_end_at_which_a_neuron_is_saturated(name: str, z: float, expected: str) -> None:
    assert ends(name, np.array([[z]])).tolist() == [[expected]]


@pytest.mark.parametrize("name", ACTIVATIONS)
@given(z=st.floats(-1000, 1000))
def test_no_slope_is_larger_than_the_largest(name: str, z: float) -> None:
    assert 0 <= steepness(name, np.array([z]))[0] <= 1 + 1e-12


@pytest.mark.parametrize("name", ACTIVATIONS)
def test_the_largest_slope_is_reached(name: str) -> None:
    z = np.linspace(-3, 3, 601)
    assert steepness(name, z).max() == pytest.approx(1)


@given(st.floats(4, 1000))
def test_far_out_a_sigmoid_and_a_tanh_are_saturated_and_the_others_are_not(far: float) -> None:
    for name in ("sigmoid", "tanh"):
        assert ends(name, np.array([-far, far])).tolist() == ["bottom", "top"]
    assert ends("relu", np.array([-far, far])).tolist() == ["off", ""]
    assert ends("leaky-relu", np.array([-far, far])).tolist() == ["flat", ""]
    assert ends("linear", np.array([-far, far])).tolist() == ["", ""]


def test_an_input_is_low_against_one_or_against_a_larger_one_beside_it() -> None:
    assert low(np.array([[0.05], [0.1], [0.11], [-0.03]])).tolist() == [[1], [1], [0], [1]]
    assert low(np.array([5.0, 60.0, -6.0, 0.0])).tolist() == [True, False, True, True]
    assert strongest(np.array([0.2, 0.5])) == 1
    assert strongest(np.array([2.0, -8.0])) == 8
    assert low(np.zeros(2)).tolist() == [True, True]


def test_the_most_saturated_neuron_has_the_smallest_share_of_its_slope() -> None:
    """z = 4, 6 and 0, then an output at z = -5.5; then one at z = -7."""
    w = {2: [[4.0], [6.0], [0.0]], 3: [[0.0] * 3]}
    for bias, neuron in ((-5.5, (2, 2)), (-7.0, (3, 1))):
        net = Network(w, {2: [0.0] * 3, 3: [bias]})
        assert most_saturated_neuron(run(net, [1], [0])) == neuron


def test_a_relu_that_is_off_does_not_count_as_saturated() -> None:
    net = Network({2: [[1.0], [-1.0]], 3: [[1.0, 1.0]]}, {2: [0.0, 0.0], 3: [0.0]}, "relu")
    assert most_saturated_neuron(run(net, [1], [0])) == (2, 1)


@pytest.mark.parametrize(("sizes", "neuron"), [((3, 2), (2, 1)), ((3, 4, 3, 2), (3, 1))])
def test_with_none_saturated_it_is_the_first_of_the_last_hidden_layer_or_an_output(
    sizes: tuple[int, ...], neuron: tuple[int, int]
) -> None:
    net = Network.random(sizes, seed=5)
    assert most_saturated_neuron(run(net, [0.2, 0.5, 0.9], [0, 1])) == neuron
