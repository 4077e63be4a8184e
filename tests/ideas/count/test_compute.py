"""How costs grow, by hand, and the networks that are compared."""

import pytest

from backprop import operations
from backprop.ideas.count.compute import SERIES, growth, series_with


def test_growth_by_hand() -> None:
    assert growth([1, 10, 100], [5, 500, 50_000]) == pytest.approx(2)
    assert growth([1, 10, 20], [3, 3, 3]) == pytest.approx(0)
    assert growth([2, 8, 32], [1, 2, 4]) == pytest.approx(0.5)


def test_one_or_two_numbers_of_weights_have_no_growth() -> None:
    assert growth([9, 9, 26], [1, 2, 3]) is None
    assert growth([], []) is None


def test_the_multiplications_grow_like_p_squared_and_p() -> None:
    counted = [operations(sizes) for sizes in SERIES]
    parameters = [one.parameters for one in counted]
    assert growth(parameters, [one.differences for one in counted]) == pytest.approx(2, abs=0.1)
    assert growth(parameters, [one.both for one in counted]) == pytest.approx(1, abs=0.1)


def test_ones_own_network_is_in_its_place() -> None:
    assert series_with((3, 4, 2)) == list(SERIES)
    assert series_with((1, 1))[0] == (1, 1)
    found = series_with((12,) * 8)
    assert found.index((12,) * 8) == 5
    assert len(found) == len(SERIES) + 1
    assert series_with((1, 5)).index((1, 5)) == 1, "10 with its biases, 2-2-1 has 9"
    assert series_with((1, 5), biases=False).index((1, 5)) == 0, "5 weights, 2-2-1 has 6"
