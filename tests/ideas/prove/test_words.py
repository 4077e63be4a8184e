"""What is said of a slip's two sides, and at the end."""

from backprop import Network, run
from backprop.ideas.prove.compute import CARDS, numbers
from backprop.ideas.prove.words import both_sides, compared, proved

LINEAR = run(Network({2: [[2]], 3: [[3]]}, {2: [1], 3: [-3]}, "linear"), [1], [0])
"""a2 = 3, z3 = 6 = delta3, delta2 = 18."""
ZERO = run(Network({2: [[0]]}, {2: [0]}, "relu"), [0], [0])


def test_two_sides_are_shown_as_different_only_where_they_are() -> None:
    slip = numbers(CARDS["bp3-value"], LINEAR, 3, 1, 1)
    assert compared(slip) == "Here its sides are 1 and −3."
    assert both_sides(slip, is_slip=True) == "1 ≠ −3"
    by_chance = numbers(CARDS["bp4-value"], LINEAR, 3, 1, 1)
    assert compared(by_chance) == "Here both its sides happen to be 3."
    assert both_sides(by_chance, is_slip=True) == "3 = 3"
    assert both_sides(numbers(CARDS["bp4-twice"], ZERO, 2, 1, 1), is_slip=True) == "0 = 0"


def test_tiny_sides_are_told_apart_like_others() -> None:
    """At z = 100 a tanh has the slope 5.5e-87: delta is of its size, and delta times it 1e-173."""
    network = Network({2: [[100.0]]}, {2: [0]}, "tanh")
    slip = numbers(CARDS["bp3-twice"], run(network, [1], [0]), 2, 1, 1)
    assert 0 < slip.right < slip.left < 1e-80
    assert compared(slip).startswith("Here its sides are ")
    assert "≠" in both_sides(slip, is_slip=True)


def test_what_cannot_be_worked_out_is_said() -> None:
    """dC/da of an output that is as wrong as it can be."""
    network = Network({2: [[-800]]}, {2: [0]}, "sigmoid", "cross-entropy")
    slip = numbers(CARDS["bp3-a"], run(network, [1], [1]), 2, 1, 1)
    assert (
        compared(slip) == "Here the output is so saturated that its right side is not worked out."
    )
    assert both_sides(slip, is_slip=True) == ""


def test_a_saturated_hidden_neuron_loses_nothing() -> None:
    """Its sigma' is 0 in float64; dC/da is w delta of the output, with w = 2 and delta = a - 1."""
    network = Network({2: [[-800]], 3: [[2]]}, {2: [0], 3: [0]}, "sigmoid", "cross-entropy")
    slip = numbers(CARDS["bp3-a"], run(network, [1], [1]), 2, 1, 1)
    assert (slip.left, slip.right) == (0, -1)


def test_at_the_end_the_equation_stands_with_its_number() -> None:
    assert proved("BP3", LINEAR, 2, 1, 1).startswith("Proved: ∂C/∂b²₁ = δ²₁, here 18.")
    assert proved("BP4", LINEAR, 3, 1, 1).startswith("Proved: ∂C/∂w³₁₁ = a²₁ δ³₁, here 18.")
