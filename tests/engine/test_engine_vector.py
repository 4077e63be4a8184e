"""All weights and biases as one vector, in the order that a lesson and a gradient have them."""

import numpy as np
import pytest

from backprop import Network
from backprop.engine.vector import from_vector, to_vector


def test_layer_by_layer_the_rows_of_w_and_then_b() -> None:
    net = Network({2: [[1, 2], [3, 4]], 3: [[7, 8]]}, {2: [5, 6], 3: [9]})
    assert to_vector(net.w, net.b).tolist() == [1, 2, 3, 4, 5, 6, 7, 8, 9]


def test_there_and_back() -> None:
    net = Network.random([3, 4, 1, 2], seed=1)
    w, b = from_vector(to_vector(net.w, net.b).tolist(), net.sizes)
    assert [*w] == [*b] == [2, 3, 4]
    for l in w:
        np.testing.assert_array_equal(w[l], net.w[l], strict=True)
        np.testing.assert_array_equal(b[l], net.b[l], strict=True)


@pytest.mark.parametrize("count", [8, 10])
def test_another_number_of_numbers_is_refused(count: int) -> None:
    with pytest.raises(ValueError, match="reshape"):
        from_vector(range(count), [2, 2, 1])
