"""The table of part "paths": networks, their paths, and the work of a backward pass."""

import math
from functools import partial
from itertools import pairwise

from tests.claims.claims import Scene, claim
from tests.claims.said import Text

here = partial(claim, where="^table$", part="^paths$")


def sizes(scene: Scene, text: Text) -> list[int]:
    """Of the network of its row, after a look at whose it is."""
    name, yours, rest = text.beside[0].partition(" (yours)")
    assert not rest
    layers, many, size = name.partition(" layers of ")
    found = [int(size)] * int(layers) if many else [*map(int, name.split("-"))]
    assert bool(yours) == (text.places[0] == 0) == (found == scene.truth.sizes)
    return found


@here("{sizes:text} (yours)", "{n:int} layers of {size:int}", "{sizes:text}-{last:int}")
def network(scene: Scene, text: Text, **fields: str) -> None:
    assert text.text == text.beside[0]
    assert text.places[1] == 0
    assert len(sizes(scene, text)) > 1


@here("{number:number}")
def counts(scene: Scene, text: Text, number: str) -> None:
    """The paths from a weight into layer 2; the multiplications of BP1, BP2 and BP4."""
    layers = sizes(scene, text)
    if text.places[1] == 1:
        assert number == f"{math.prod(layers[2:]):,}"
        return
    assert text.places[1] == 2
    true = scene.truth
    weights = [n * m for n, m in pairwise(layers)]
    slopes = sum(layers[1:])
    if text.places[0] == 0 and (true.cost_name, true.activation[true.L]) == (
        "cross-entropy",
        "sigmoid",
    ):
        slopes -= layers[-1]  # a − y takes none
    assert number == f"{sum(weights) + sum(weights[1:]) + slopes:,}"
