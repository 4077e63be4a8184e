"""What is said of the times, of measurements written by hand."""

import pytest

from backprop.engine.timing import Timing
from backprop.ideas.count.compute_measure import Measured
from backprop.ideas.count.words import slope_text
from backprop.ideas.count.words_times import results, seconds


def measured(
    sizes: tuple[int, ...], forward: float, both: float, differences: float, moved: int
) -> Measured:
    times = [Timing(one, one, one, 3) for one in (forward, both, differences)]
    return Measured(sizes, times[0], times[1], times[2], moved)


SMALL = measured((3, 4, 2), 1e-4, 3e-4, 2.7e-3, 27)
LARGE = measured((784, 30, 10), 2e-4, 1e-3, 0.2, 1000)


def test_one_network_by_hand() -> None:
    assert results([SMALL]) == [
        "**3-4-2**, P = 26: 2.7 ms by differences, 300 µs by backpropagation, which is about "
        "9 times as fast.",
        "The backward pass took 2 times as long as the forward pass; in multiplications it is "
        "1.7 times.",
        "Points are medians; a bar holds the middle half of the times.",
    ]


def test_what_is_worked_out_is_said_to_be() -> None:
    """23,861 passes at 0.2 ms are 4.77 s."""
    found = results([SMALL, LARGE])
    assert found[0].startswith("**784-30-10**, P = 23,860: 4.77 s by differences, 1 ms by ")
    assert found[0].endswith("which is about 4772 times as fast.")
    assert "(The 4.77 s are worked out from 1,000 of its 23,861 forward passes.)" in found


def grown(slow: float, fast: float) -> list[Measured]:
    """Times that grow like P to these powers, a forward pass being half of both."""
    found = []
    for sizes, p in (((3, 4, 2), 26), ((64, 20, 10), 1510), ((784, 30, 10), 23_860)):
        both = 1e-6 * p**fast
        found.append(measured(sizes, both / 2, both, 1e-6 * p**slow, p + 1))
    return found


def test_slopes_and_the_backward_pass_are_compared_with_the_counts() -> None:
    text = "\n".join(results(grown(1.1, 0.2)))
    assert "Slopes in the chart: 1.1 by differences, 0.2 by backpropagation" in text
    assert "they are 2.0 and 1.0" in text
    assert "NumPy's work around each call outweighs" in text
    found = "\n".join(results([SMALL, LARGE]))
    assert "A backward pass took 2 to 4 times as long as a forward pass" in found
    assert "it is 1.01 to 1.7 times" in found


def test_times_that_grow_like_the_counts_need_no_reason() -> None:
    assert "outweighs" not in "\n".join(results(grown(2, 1)))


def test_two_networks_have_no_slopes_yet() -> None:
    assert "Slopes" not in "\n".join(results([SMALL, LARGE]))


def test_a_slope_that_is_nearly_level_has_no_sign() -> None:
    assert [slope_text(one) for one in (-0.04, 0.04, -0.16, 1.96)] == ["0.0", "0.0", "−0.2", "2.0"]


def test_differences_that_are_quicker_are_not_called_slower() -> None:
    found = results([measured((1, 1), 1e-4, 5e-4, 3e-4, 3)])
    assert found[0].endswith("300 µs by differences, 500 µs by backpropagation.")


def test_before_any_measurement_nothing_is_said() -> None:
    assert results([]) == []


@pytest.mark.parametrize(
    ("time", "text"),
    [(3.5e-5, "35 µs"), (1.234e-3, "1.23 ms"), (0.99996e-3, "1.00 ms"), (14.0, "14 s")],
)
def test_a_time_has_its_unit(time: float, text: str) -> None:
    assert seconds(time) == text
