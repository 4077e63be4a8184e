"""What the seed of a lesson draws."""

from functools import lru_cache

from backprop.engine import Network
from backprop.engine.vector import to_vector


@lru_cache(maxsize=16)
def drawn(sizes: tuple[int, ...], seed: int, spread: float) -> tuple[float, ...]:
    """The weights and biases that the seed draws, as ``Lesson.weights`` has them."""
    network = Network.random(sizes, seed=seed, spread=spread)
    return tuple(to_vector(network.w, network.b).tolist())
