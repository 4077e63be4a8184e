"""What the seed of a lesson draws."""

from collections.abc import Sequence

from backprop.engine import Network
from backprop.engine.vector import to_vector


def drawn(sizes: Sequence[int], seed: int, spread: float) -> tuple[float, ...]:
    """The weights and biases that the seed draws, as ``Lesson.weights`` has them."""
    network = Network.random(tuple(sizes), seed=seed, spread=spread)
    return tuple(to_vector(network.w, network.b).tolist())
