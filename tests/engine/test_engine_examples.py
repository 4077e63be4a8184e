"""Several examples, each run by itself."""

from backprop import Network
from backprop.engine.examples import one_by_one


def test_an_example_that_cannot_be_taken_is_named() -> None:
    network = Network({2: [[0.5]]}, {2: [0.0]}, "linear", "cross-entropy")
    found = one_by_one(network, [([1.0], [1.0]), ([-1.0], [0.0]), ([0.5], [2.0]), ([0.8], [0.0])])
    assert list(found.traces) == [1, 4]
    assert "above 0 and below 1" in found.refused[2]
    assert "y between 0 and 1" in found.refused[3]
    assert found.x.tolist() == [[1.0, 0.8]]
    assert found.y.tolist() == [[1.0, 0.0]]
