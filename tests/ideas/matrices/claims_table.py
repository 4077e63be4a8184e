"""The table of part "matrices": the multiplications in each order, and what must be true of them."""

import math
from collections import Counter
from functools import partial

from tests.claims.claims import Scene, claim
from tests.claims.said import Text
from tests.ideas.matrices.claims import sizes

here = partial(claim, where="^table$", part="^matrices$")
WAYS = ("with ⊙", "matrices, from the right", "matrices, from the left")
"""One for each row; the last is left out where a number on its way grows too large."""


def products(scene: Scene, way: str) -> Counter[tuple[int, ...]]:
    """The sizes of what is multiplied in this order: of two matrices, or of two vectors."""
    layers = sizes(scene)
    found: list[tuple[int, ...]] = []
    if way == "matrices, from the left":
        first, width = layers[0], layers[0]
        for after in layers[1:]:
            found += [(first, width, after), (first, after, after)]
            width = after
        return Counter([*found, (first, width, 1)])
    for n, after in zip(layers, [*layers[1:], 0], strict=True):
        found += [(n,) if way == "with ⊙" else (n, n, 1), *([(n, after, 1)] if after else [])]
    return Counter(found)


def way_of(text: Text) -> str:
    """What its row is about, after a look at how the row is called."""
    way = WAYS[text.places[0]]
    assert text.beside[0] == way
    return way


@here(*WAYS)
def name(scene: Scene, text: Text) -> None:
    assert text.places[1] == 0
    assert text.text == way_of(text)


@here("{sum:text}")
def what_adds_up(scene: Scene, text: Text, sum: str) -> None:
    """Each product once: 2·2·1 + 3 × 4."""
    way = way_of(text)
    if text.places[1] != 1:
        return
    said: list[tuple[tuple[int, ...], int]] = []
    for term in sum.split(" + "):
        times, _, size = term.rpartition(" × ")
        assert times != "1"
        said.append((tuple(map(int, size.split("·"))), int(times or 1)))
    assert len(dict(said)) == len(said)
    assert dict(said) == products(scene, way)


@here("{total:number}")
def total(scene: Scene, text: Text, total: str) -> None:
    true = sum(n * math.prod(size) for size, n in products(scene, way_of(text)).items())
    assert total == f"{true:,}" or text.places[1] == 1, true
