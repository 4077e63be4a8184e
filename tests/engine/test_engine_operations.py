"""Multiplications, counted by hand."""

import pytest

from backprop.engine.operations import operations


def test_one_neuron_by_hand() -> None:
    """w x forward; dC/da sigma' and delta x backward; three forward passes by differences."""
    found = operations([1, 1])
    assert (found.forward, found.backward, found.differences) == (1, 2, 3)
    assert found.both == 3


def test_the_books_network_by_hand() -> None:
    """3-4-2: 12 + 8 forward; BP1 2, BP2 8 + 4, BP4 8 + 12; 26 weights and biases, and one more."""
    found = operations((3, 4, 2))
    assert (found.forward, found.backward, found.parameters) == (20, 34, 26)
    assert found.differences == 27 * 20


def test_without_biases_there_are_fewer_numbers_to_move() -> None:
    found = operations((3, 4, 2), biases=False)
    assert (found.forward, found.backward, found.parameters) == (20, 34, 20)
    assert found.differences == 21 * 20


@pytest.mark.parametrize("sizes", [(), (3,), (3, 0, 2)])
def test_what_is_no_network_is_refused(sizes: tuple[int, ...]) -> None:
    with pytest.raises(ValueError, match="at least two layers"):
        operations(sizes)
