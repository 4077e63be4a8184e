"""The valley of the error over eps: its arms and its lowest place, and what a law says of them."""

import numpy as np
import pytest

from backprop.ideas.check.compute import EPS, checked, sweep
from backprop.ideas.check.compute_valley import Valley
from tests.engine.lessons import lesson

nan = float("nan")


def valley(*error: float) -> Valley:
    return Valley(np.array(error), np.zeros(len(error), dtype=bool))


def test_a_valley_has_two_arms_and_the_best_between_them() -> None:
    found = valley(1e-2, 1e-3, 1e-4, 1e-5, 1e-6, 1e-7, 1e-6, 1e-5, 1e-4, 1e-3, 1e-2)
    assert found.best == 5
    assert found.rounds
    assert found.bends


def test_an_error_that_is_small_by_luck_is_not_the_best() -> None:
    found = valley(1e-2, 1e-12, 1e-2, 1e-3, 1e-4, 1e-6, 1e-6, 1e-6, 1e-6, 1e-6, 1e-4)
    assert found.best == 7
    assert found.lowest == 1


def test_of_several_lowest_places_the_one_nearest_to_the_best_is_marked() -> None:
    found = valley(1e-2, 0, 1e-2, 1e-3, 1e-4, 1e-6, 1e-6, 1e-6, 0, 1e-6, 1e-4)
    assert (found.best, found.lowest) == (7, 8)


def test_without_truncation_the_longest_step_is_best() -> None:
    found = valley(1e-2, 1e-4, 1e-6, 1e-8, 1e-10, 1e-12, 1e-14)
    assert (found.best, found.rounds, found.bends) == (6, True, False)


def test_where_there_is_no_slope_there_is_no_error() -> None:
    found = valley(1e-2, 1e-4, 1e-6, 1e-8, nan, nan)
    assert (found.best, found.rounds, found.bends) == (3, True, False)
    assert found.lowest == 3
    nothing = valley(nan, nan, nan)
    assert nothing.lowest is None
    assert (nothing.best, nothing.rounds, nothing.bends) == (None, False, False)


def test_without_any_error_there_are_no_arms() -> None:
    found = valley(0, 0, 0, 0, 1e-16)
    assert (found.rounds, found.bends) == (False, False)


@pytest.mark.parametrize(("method", "power"), [("forward", 1), ("central", 2)])
def test_truncation_grows_like_eps_or_its_square_and_rounding_like_1_over_it(
    method: str, power: int
) -> None:
    trace = lesson([3, 4, 2], ["tanh", "sigmoid"], "quadratic", 1, seed=7).run()
    swept = sweep(trace, 2, EPS, method)
    every = [checked(swept, swept.quantity(n)).valley for n in range(16)]
    errors = [one for one in every if one.rounds and one.bends]
    assert len(errors) > 8
    right = [one.error[-7] / one.error[-10] for one in errors]
    assert np.median(right) == pytest.approx(10**power, rel=0.1)
    left = np.median([one.error[:6] for one in errors]) / np.median(
        [one.error[9:15] for one in errors]
    )
    assert 300 < left < 3000
