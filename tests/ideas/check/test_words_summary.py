"""What is said of all slopes at once: the largest error, the median, and what has none."""

import numpy as np

from backprop import Network, run
from backprop.ideas.check.compute import sweep
from backprop.ideas.check.words_summary import summary
from backprop.writing.text.sentence import plain


def said(network: Network, x: float, y: float, eps: float, method: str = "forward") -> list[str]:
    trace = run(network, [x], [y])
    sweeps = [sweep(trace, l, (eps,), method) for l in network.w]
    return [plain(one) for one in summary(sweeps, True, 0)]


def test_the_largest_error_is_named_with_its_weight_and_the_median() -> None:
    """C = (3 w + b)^2 / 2 at w = 2: 20.25 for 18, and 6.25 for 6, are 0.111 and 0.04 off."""
    network = Network({2: [[2.0]]}, {2: [0.0]}, "linear")
    assert said(network, 3, 0, 0.5) == [
        "The relative errors of all 2 weights and biases: up to 0.111, at w²₁₁; median 0.0756."
    ]


def test_of_a_large_network_it_is_one_layer() -> None:
    network = Network.random([2, 3, 2], seed=1)
    (one,) = summary([sweep(run(network, [1, 2], [0, 1]), 3, (1e-3,), "forward")], False, 0)
    assert plain(one).startswith("The relative errors of the 8 of layer 3: up to ")


def test_slopes_that_agree_are_said_to() -> None:
    """(2.5^2 - 1.5^2) / 2 is 2, and so is the slope: nothing is rounded."""
    network = Network({2: [[2.0]]}, {2: [0.0]}, "linear")
    assert said(network, 1, 0, 0.5, "central") == [
        "For all 2 weights and biases the two slopes agree to 15 digits or more."
    ]


def test_without_biases_weights_are_counted_and_of_one_it_is_its_own_error() -> None:
    """C = (3 w)^2 / 2 at w = 2: 20.25 for 18."""
    one = Network({2: [[2.0]]}, activation="linear", biases="none")
    assert said(one, 3, 0, 0.5) == ["The relative error of w²₁₁ is 0.111."]
    assert said(one, 1, 0, 0.5, "central") == [
        "For w²₁₁ the two slopes agree to 15 digits or more."
    ]
    wide = Network({2: [[0.999]]}, None, "linear", "cross-entropy", biases="none")
    assert said(wide, 1, 0.5, 0.5) == ["w²₁₁ has no numeric slope at this ε."]
    two = Network({2: [[2.0]], 3: [[1.0]]}, activation="linear", biases="none")
    assert said(two, 3, 0, 0.5)[0].startswith("The relative errors of all 2 weights: up to ")


def test_what_has_no_slope_is_counted_and_a_kink_explained() -> None:
    network = Network({2: [[0.999]]}, {2: [0.0]}, "linear", "cross-entropy")
    assert said(network, 0.05, 0.5, 0.96)[-1] == "One has no numeric slope (–)."
    assert said(network, 1, 0.5, 0.5) == [
        "Of all 2 weights and biases none has a numeric slope at this ε."
    ]
    kink = said(Network({2: [[1.0]]}, {2: [-1.0]}, "relu"), 1, 1, 0.5)
    assert kink[-1].startswith("Marked ◆:")
    assert np.isclose(float(kink[0].split("up to ")[1].split(",")[0]), 1)
