"""What is said when one neuron has another function."""

from dataclasses import replace

import numpy as np

from backprop.engine import ACTIVATIONS
from backprop.ideas.function.compute import OWN, differences, with_function
from backprop.ideas.function.words import steps, verdict
from backprop.lesson import PRESETS, Lesson


def test_the_steps_name_where_the_slope_is_another() -> None:
    trace = Lesson().trace()
    _, forward, output, back, _ = steps(trace, 2, 1)
    assert "a²₁ = f(z²₁)" in forward
    assert output == "**Output error**: as before."
    assert "f′(z²₁)" in back
    _, _, output, back, _ = steps(trace, 3, 1)
    assert "f′(z³₁)" in output
    assert back == "**Backpropagate**: as before."


def test_where_the_slope_cancelled_it_does_no_longer() -> None:
    trace = replace(Lesson(), cost="cross-entropy").trace()
    assert "does not cancel" in steps(trace, 3, 1)[2]
    assert "cancel" not in "".join(steps(trace, 2, 1))


def test_the_verdict_of_right_gradients_of_a_slip_and_of_nothing() -> None:
    """The slip: 2.25 * 3 by differences, 2.25 sigma'(1.5) = 0.336 by the wrong slope."""
    trace, f = PRESETS["nielsen-neuron"].trace(), OWN["square"]
    true, moved = with_function(trace, 2, 1, f), differences(trace, 2, 1, f)
    assert "agree with all gradients of layer 2" in verdict(true, true, moved, 2)
    slip = with_function(trace, 2, 1, f, forget=True)
    assert "differ by up to 6.41, and the largest right gradient is 6.75" in verdict(
        true, slip, moved, 2
    )
    dead = replace(PRESETS["nielsen-neuron"], weights=(0.0, 0.0)).trace()
    true, moved = with_function(dead, 2, 1, f), differences(dead, 2, 1, f)
    assert np.all(true.nabla_w[2] == 0)
    assert "All gradients of layer 2 are 0" in verdict(true, true, moved, 2)


def test_a_slip_that_cannot_be_seen_is_not_said_to_show() -> None:
    """At z = 40 the slopes of sigma and of tanh are 4e-18 and 7e-35."""
    trace = replace(PRESETS["nielsen-neuron"], weights=(20.0, 20.0)).trace()
    f = ACTIVATIONS["tanh"]
    true, slip = (with_function(trace, 2, 1, f, forget=forget) for forget in (False, True))
    assert np.any(true.nabla_w[2] != slip.nabla_w[2])
    moved = differences(trace, 2, 1, f)
    assert verdict(true, slip, moved, 2).startswith("The slip is too small to show")


def test_a_slip_is_said_to_be_inherited_only_where_there_are_layers_before() -> None:
    trace, f = PRESETS["deep"].trace(), OWN["sine"]

    def of_slip(l: int) -> str:
        true, slip = (with_function(trace, l, 1, f, forget=forget) for forget in (False, True))
        return verdict(true, slip, differences(trace, l, 1, f), l)

    assert of_slip(2).endswith(" in size. The layers after it are right.")
    assert "The layer before it has the mistake, too. The layer after it is right." in of_slip(3)
    assert of_slip(4).endswith("All layers before it have the mistake, too.")
