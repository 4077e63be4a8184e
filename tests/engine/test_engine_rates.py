"""Rates, pushed forward: by hand, against central differences, and where nothing leads on."""

import re

import numpy as np
import pytest

from backprop import Quantity, run
from backprop.engine.rates import rate
from tests.engine.lessons import lesson, lesson_342

EPS = 1e-5


def test_each_way_to_the_cost_against_central_differences() -> None:
    network, x, y = lesson([2, 3, 2, 2], ["tanh", "sigmoid", "sigmoid"], "cross-entropy", 1, seed=3)
    trace = run(network, x, y)
    for l in (2, 3, 4):
        for symbol, given in (("w", network.w), ("b", network.b)):
            for place in np.ndindex(given[l].shape):
                costs = []
                for h in (EPS, -EPS):
                    moved = {m: array.copy() for m, array in given.items()}
                    moved[l][place] += h
                    costs.append(run(network.with_parameters(**{symbol: moved}), x, y).cost)
                j, k = place[0] + 1, place[1] + 1 if symbol == "w" else None
                found = rate(trace, Quantity("C"), Quantity(symbol, l, j, k))
                slope = (costs[0] - costs[1]) / (2 * EPS)
                assert found == pytest.approx(slope, rel=1e-6, abs=1e-9)


def test_what_does_not_come_after_does_not_change() -> None:
    trace = lesson_342("sigmoid", "quadratic", 1).run()
    assert rate(trace, Quantity("a", 3, 2), Quantity("z", 3, 1)) == 0
    assert rate(trace, Quantity("z", 2, 1), Quantity("z", 3, 1)) == 0
    assert rate(trace, Quantity("z", 2, 1), Quantity("z", 2, 1)) == 1
    assert rate(trace, Quantity("z", 2, 1), Quantity("b", 2, 1)) == 1
    assert rate(trace, Quantity("a", 2, 1), Quantity("b", 2, 2)) == 0


@pytest.mark.parametrize(
    ("of", "by", "sentence"),
    [
        ("delta3_1", "z2_1", "of must be z, a or C; got 'delta'"),
        ("C", "C", "by must be w, b, z or a; got 'C'"),
        ("z3", "z2_1", "one number by one number; got z³, z²₁"),
        ("C", "w2_1", "one number by one number; got C, w²₁"),
        ("C", "z2_9", "a 3-4-2 network has no z²₉"),
    ],
)
def test_what_is_no_rate_is_refused(of: str, by: str, sentence: str) -> None:
    trace = lesson_342("sigmoid", "quadratic", 1).run()
    with pytest.raises(ValueError, match=re.escape(sentence)):
        rate(trace, Quantity.parse(of), Quantity.parse(by))


def test_a_rate_of_several_examples_is_refused() -> None:
    trace = lesson_342("sigmoid", "quadratic", 2).run()
    with pytest.raises(ValueError, match="a rate must be of one example; got 2"):
        rate(trace, Quantity("C"), Quantity("z", 2, 1))
