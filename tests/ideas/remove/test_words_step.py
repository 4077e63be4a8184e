"""The costs before and after a step, in as many digits as tell them apart."""

from itertools import pairwise

import pytest

from backprop.ideas.remove.compute_comparison import Comparison
from backprop.ideas.remove.words_step import costs


def comparison(before: float, right: float | None, wrong: float | None) -> Comparison:
    return Comparison(9, 9, 0, 1.0, before, right, wrong)


def test_costs_have_as_many_digits_as_it_takes_to_tell_them_apart() -> None:
    assert costs(comparison(0.5, 0.4, 0.45)) == ("0.5", "0.4", "0.45")
    assert costs(comparison(0.717981395, 0.713592378, 0.713593272)) == (
        "0.7179814",
        "0.7135924",
        "0.7135933",
    )
    assert costs(comparison(0.5, None, None)) == ("0.5", "–", "–")
    assert costs(comparison(0, 0, 0)) == ("0", "0", "0")


def test_costs_that_differ_are_never_written_alike() -> None:
    for gap in (1e-1, 1e-3, 1e-5, 1e-8):
        texts = costs(comparison(0.3, 0.3 - 2 * gap, 0.3 - gap))
        numbers = [float(text) for text in texts]
        assert len({*numbers}) == 3
        for one, other in pairwise(sorted(numbers)):
            assert other - one == pytest.approx(gap, rel=0.2)
