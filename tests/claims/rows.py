"""The rows of a table, each with the numbers of the network on it, without the app's own code."""

import math
from collections.abc import Sequence

from tests.claims.truth import Truth


def on_rows(true: Truth, rows: Sequence[Sequence[float]]) -> dict[int, Truth]:
    """The network on each row that it can take, x and then y, by its number from 1."""
    n = len(true.x)
    every = {i: true.on(row[:n], row[n:]) for i, row in enumerate(rows, start=1)}
    return {i: one for i, one in every.items() if can_run(one)}


def can_run(true: Truth) -> bool:
    """Whether all numbers are finite, and the cost can take the outputs."""
    try:
        found = [
            true.cost,
            *(number for rows in true.nabla_w.values() for row in rows for number in row),
        ]
    except (ValueError, OverflowError):
        return False
    L = true.L
    if not true.squared and true.activation[L] != "sigmoid":
        found += [0.0 if 0 < a < 1 else math.inf for a in true.a[L]]
    return all(map(math.isfinite, found))


def mean(numbers: Sequence[float]) -> float:
    return math.fsum(numbers) / len(numbers)


def over(examples: Sequence[Truth]) -> float:
    """The cost over these."""
    return examples[0].reduced([one.cost for one in examples])


def stepped(true: Truth, examples: Sequence[Truth], eta: float) -> Truth:
    """The network on its own example, after a step against the gradient over these."""
    w = {
        l: [
            [
                one - eta * true.reduced([each.nabla_w[l][j][k] for each in examples])
                for k, one in enumerate(row)
            ]
            for j, row in enumerate(rows)
        ]
        for l, rows in true.w.items()
    }
    if "b" not in true.learned:
        return true.like(w=w)
    b = {
        l: [
            one - eta * true.reduced([each.delta[l][j] for each in examples])
            for j, one in enumerate(row)
        ]
        for l, row in true.b.items()
    }
    return true.like(w=w, b=b)
