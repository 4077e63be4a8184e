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
            "**w²₁₁** learns slowly: ∂C/∂w²₁₁ = 0.0204, beside 1.02, the largest in the network. "
            "Its input a¹₁ = 0.02 is near 0.",
        ),
        (
            linear([[0.0, 0.1]], [3, 80], [0.0]),
            "**w²₁₁** learns slowly: ∂C/∂w²₁₁ = 24, beside 640, the largest in the network. "
            "Its input a¹₁ = 3 is 3.8 % of the largest input of its layer, 80.",
        ),
        (
            linear([[1.0], [1.0]], [1.0], [0.99, 0.0]),
            "**w²₁₁** learns slowly: ∂C/∂w²₁₁ = 0.01, beside 1, the largest in the network. "
            "Output 1 is nearly right: a − y = 0.01.",
        ),
        (
            linear([[1.0], [100.0]], [1.0], [0.5, 0.0]),
            "**w²₁₁** learns slowly: ∂C/∂w²₁₁ = 0.5, beside 100, the largest in the network. "
            "∂C/∂a²₁ = 0.5 is 0.5 % of the largest ∂C/∂a in the network, 100.",
        ),
        (
            neuron("relu", -1),
            "**w²₁₁** does not learn here: ∂C/∂w²₁₁ = 0. Neuron 1 of layer 2 is ∅ off: "
            "σ′(z²₁) = 0. ∂C/∂a of neuron 1 of layer 2 is 0: output 1 is exactly right.",
        ),
        (
            neuron("leaky-relu", -1),
            "**w²₁₁** learns slowly: ∂C/∂w²₁₁ = −1×10⁻⁴, beside 3.5, the largest in the network. "
            "Output 1 is nearly right: a − y = −0.01.",
        ),
        (
            neuron("tanh", 3),
            "**w²₁₁** learns slowly: ∂C/∂w²₁₁ = 0.00982, beside 2.72, the largest in the network. "
            "Neuron 1 of layer 2 is ▲ saturated at the top: σ′(z²₁) = 0.00987.",
        ),
        (
            linear([[1.0]], [1.0], [0.0]),
            "No weight is slow here: the gradient of each is above 10 % of the largest.",
        ),
    ],
)  # fmt: skip
def test_the_reason_is_said_with_its_number(trace: Trace, said: str) -> None:
    assert [one.replace(NARROW, " ") for one in slow_weights(trace)] == [said]


def test_errors_that_cancel_or_hardly_come_back_are_said() -> None:
    net = Network({2: [[1.0]], 3: [[1.0], [0.99]]}, {2: [0.0], 3: [0.0, 0.0]}, "linear")
    (said,) = slow_weights(run(net, [1.0], [0.0, 1.99]))
    assert said.endswith("0.01, where the sizes of the terms add up to 1.99.")
    assert "What comes back to neuron 1 of layer 2 nearly cancels" in said
    net = Network({2: [[1.0]], 3: [[0.001]]}, {2: [0.0], 3: [0.0]}, "linear")
    (said,) = slow_weights(run(net, [1.0], [1.0]))
    assert "Little comes back to neuron 1 of layer 2" in said
    assert said.endswith("−9.99×10⁻⁴ is 0.1 % of the largest ∂C/∂a in the network, 0.999.")


def test_what_is_slow_without_any_small_factor_is_said_to_be_rather_so() -> None:
    """delta = (0.4, 1), x = (0.2, 1): the gradients are 0.08, 0.4, 0.2 and 1."""
    (said,) = slow_weights(linear([[0.0, 0.4], [0.0, 1.0]], [0.2, 1], [0, 0]))
    assert said.endswith(" Its input a¹₁ = 0.2 is fairly small.")


def test_biases_learn_where_no_weight_does() -> None:
    """Both inputs are 0: the gradient of the bias is delta = a - y = 0.5 sigma'(0) = 0.125."""
    first, *_ = slow_weights(run(Network({2: [[1.0, 2.0]]}, {2: [0.0]}), [0, 0], [0]))
    assert first == (
        "No weight learns from this example: the gradient of each is 0. "
        "Biases do, fastest b²₁: ∂C/∂b²₁ = 0.125."
    )


def test_where_nothing_learns_that_is_said() -> None:
    first, second = slow_weights(linear([[1.0]], [1.0], [1.0]))
    assert first == "Nothing learns from this example: every gradient is 0, of the biases, too."
    assert second.endswith("output 1 is exactly right.")


def test_a_driven_neuron_is_told_from_z_to_its_gradients() -> None:
    """z = 6: a = 0.99753, sigma' = 0.002467, delta = a sigma', the gradients are x delta."""
    trace = run(Network({2: [[2.0, 1.0]]}, {2: [0.0]}), [2.5, 1], [0])
    assert plain(driven(trace, 2, 1)).replace(NARROW, " ") == (
        "z²₁ = 6, a²₁ = 0.998. Slope σ′(z²₁) = 0.00247 of at most 0.25, ▲ saturated at the top. "
        "Error δ²₁ = 0.00246, largest gradient of its weights 0.00615."
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
    assert said.endswith(" Its input a¹₂ = 0.02 is near 0.")


@pytest.mark.parametrize(
    ("first", "said"), [(1e-3, "1,000 times smaller"), (1e-206, "about 10²⁰⁶ times smaller")]
)
def test_a_large_factor_is_a_power_of_ten(first: float, said: str) -> None:
    """The error of layer 3 is -1, that of layer 2 the weight between times -1."""
    net = Network({2: [[1.0]], 3: [[first]]}, {2: [0.0], 3: [-first]}, "linear")
    assert said in from_layer_to_layer(run(net, [1.0], [1.0]))
