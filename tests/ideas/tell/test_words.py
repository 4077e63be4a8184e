"""Why weights learn slowly, in words, on networks whose factors are known by hand."""

import numpy as np
import pytest

from backprop import Network, Trace, run
from backprop.ideas.tell.stage_signs import marks
from backprop.ideas.tell.words import from_layer_to_layer, slow_weights
from backprop.ideas.tell.words_driven import driven, when_driven
from backprop.writing.text.numbers import NARROW
from backprop.writing.text.sentence import plain


def linear(w: list[list[float]], x: list[float], y: list[float]) -> Trace:
    return run(Network({2: w}, {2: [0.0] * len(w)}, "linear"), x, y)


def neuron(activation: str, z: float) -> Trace:
    return run(Network({2: [[z], [0.5]]}, {2: [0.0, 0.0]}, activation), [1], [0, -3])


@pytest.mark.parametrize(
    ("trace", "said"),
    [
        (
            linear([[1.0, 1.0]], [0.02, 1.0], [0.0]),
            "**w²₁₁** learns slowly (∂C/∂w²₁₁ = 0.020): its input a¹₁ = 0.02 is low.",
        ),
        (
            linear([[0.0, 0.1]], [3, 80], [0.0]),
            "**w²₁₁** learns slowly (∂C/∂w²₁₁ = 24): its input a¹₁ = 3 is low, "
            "3.8 % of the largest, 80.",
        ),
        (
            linear([[1.0], [1.0]], [1.0], [0.99, 0.0]),
            "**w²₁₁** learns slowly (∂C/∂w²₁₁ = 0.01): output 1 is nearly right, a − y = 0.01.",
        ),
        (
            linear([[1.0], [100.0]], [1.0], [0.5, 0.0]),
            "**w²₁₁** learns slowly (∂C/∂w²₁₁ = 0.5): the error at output 1 is small, 0.5 % of "
            "the largest error coming in, 100.",
        ),
        (
            neuron("relu", -1),
            "**w²₁₁** learns slowly (∂C/∂w²₁₁ = 0): neuron 1 of layer 2 is ∅ off, σ′(z²₁) = 0.",
        ),
        (
            neuron("leaky-relu", -1),
            "**w²₁₁** learns slowly (∂C/∂w²₁₁ = −1e−4): output 1 is nearly right, a − y = −0.01.",
        ),
        (
            neuron("tanh", 3),
            "**w²₁₁** learns slowly (∂C/∂w²₁₁ = 0.0098): neuron 1 of layer 2 is ▲ saturated at "
            "the top, σ′(z²₁) = 0.0099.",
        ),
        (
            linear([[1.0]], [1.0], [0.0]),
            "No weight is slow here: every gradient is above 10 % of the largest.",
        ),
    ],
)  # fmt: skip
def test_the_reason_is_said_with_its_number(trace: Trace, said: str) -> None:
    assert slow_weights(trace) == [said]


def test_errors_that_cancel_or_hardly_come_back_are_said() -> None:
    net = Network({2: [[1.0]], 3: [[1.0], [0.99]]}, {2: [0.0], 3: [0.0, 0.0]}, "linear")
    (said,) = slow_weights(run(net, [1.0], [0.0, 1.99]))
    assert said.endswith("errors that come back to neuron 1 of layer 2 cancel, their sum is 0.01.")
    net = Network({2: [[1.0]], 3: [[0.001]]}, {2: [0.0], 3: [0.0]}, "linear")
    (said,) = slow_weights(run(net, [1.0], [1.0]))
    assert said.endswith(" Σ w³ₖ₁ δ³ₖ = −1.0e−3: 0.1 % of the largest error coming in, 0.999.")


def test_what_is_slow_without_any_small_factor_is_said_to_be_rather_so() -> None:
    """delta = (0.4, 1), x = (0.2, 1): the gradients are 0.08, 0.4, 0.2 and 1."""
    (said,) = slow_weights(linear([[0.0, 0.4], [0.0, 1.0]], [0.2, 1], [0, 0]))
    assert said.endswith("(∂C/∂w²₁₁ = 0.08): its input a¹₁ = 0.2 is rather low.")


def test_where_nothing_learns_that_is_said() -> None:
    first, second = slow_weights(linear([[1.0]], [1.0], [1.0]))
    assert first == "No weight learns: every gradient is 0."
    assert second.endswith("output 1 is nearly right, a − y = 0.")


def test_a_driven_neuron_is_told_from_z_to_its_gradients() -> None:
    """z = 6: a = 0.99753, sigma' = 0.002467, delta = a sigma', the gradients are x delta."""
    trace = run(Network({2: [[2.0, 1.0]]}, {2: [0.0]}), [2.5, 1], [0])
    assert plain(driven(trace, 2, 1)).replace(NARROW, " ") == (
        "z²₁ = 6, a²₁ = 0.998. Slope σ′(z²₁) = 0.0025 of at most 0.25, ▲ saturated at the top. "
        "Error δ²₁ = 0.0025, largest gradient of its weights 0.0062."
    )
    symbols = [symbol for _, symbol in driven(trace, 2, 1) if symbol]
    assert symbols == ["z", "a", "sigma_prime", "delta", "nabla_w"]


def test_saturated_neurons_and_low_inputs_carry_a_sign() -> None:
    """z2 = (6, 0, -6) and a1 = (1, 0.05); a2 = (0.998, 0.5, 0.0025) enters layer 3."""
    net = Network(
        {2: [[6.0, 0.0], [0.0, 0.0], [-6.0, 0.0]], 3: np.zeros((1, 3))},
        {2: np.zeros(3), 3: np.zeros(1)},
    )
    found = {id: mark["sign"] for id, mark in marks(run(net, [1, 0.05], [1])).items()}
    assert found == {
        "a1_2": "○", "nabla_w2_1_2": "○", "a2_3": "○", "nabla_w3_1_3": "○",
        "sigma_prime2_1": "▲", "n2_1": "▲", "sigma_prime2_3": "▼", "n2_3": "▼",
    }  # fmt: skip


def test_a_relu_that_is_off_has_its_own_sign_and_every_sign_has_words() -> None:
    found = marks(neuron("relu", -1))
    assert found["n2_1"] == {"sign": "∅", "words": "off"}
    assert "n2_2" not in found


def test_under_the_cross_entropy_a_saturated_tanh_output_still_learns() -> None:
    """tanh(4) = 0.99933, y = 0: delta = (a - y)(1 + a) / a = 1 + a, near 2 (a - y)."""
    net = Network({2: [[4.0, 0.0]]}, {2: [0.0]}, "tanh", "cross-entropy")
    trace = run(net, [1.0, 0.02], [0.0])
    assert trace.delta[2].item() == pytest.approx(1 + np.tanh(4))
    assert "at the top δ is near 2 (a − y)" in when_driven(trace, 2, 1)
    assert "goes to 0, and with it δ" not in when_driven(trace, 2, 1)
    (said,) = slow_weights(trace)
    assert said.endswith("its input a¹₂ = 0.02 is low.")


@pytest.mark.parametrize(
    ("first", "said"), [(1e-3, "1,000 times less"), (1e-206, "about 10²⁰⁶ times less")]
)
def test_a_large_factor_is_a_power_of_ten(first: float, said: str) -> None:
    """The gradient of w3 is z2 delta3 = -1, that of w2 is its weight times -1."""
    net = Network({2: [[1.0]], 3: [[first]]}, {2: [0.0], 3: [-first]}, "linear")
    assert said in from_layer_to_layer(run(net, [1.0], [1.0]))
