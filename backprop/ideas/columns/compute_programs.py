"""The loop over the examples and the matrix form as programs: what is shown is what is run."""

from collections.abc import Callable, Mapping
from functools import partial
from textwrap import dedent
from typing import Any

import numpy as np

from backprop.engine import Network, listing, program
from backprop.engine.activations import Array
from backprop.engine.timing import Timing, timed

LOOP = """\
def one_by_one(X, Y):
    m = X.shape[1]
    mean_b, mean_w = dict.fromkeys(b, 0.0), dict.fromkeys(w, 0.0)
    for i in range(m):
        one = X[:, [i]], Y[:, [i]]
        nabla_b, nabla_w = backprop(*one)
        for l in w:
            mean_b[l] += nabla_b[l] / m
            mean_w[l] += nabla_w[l] / m
    return mean_b, mean_w
"""
"""The loop, with ``backprop`` for one example."""

SIZES = (10, 100, 1000)
"""The numbers of examples that are timed beside that of the lesson."""
LEAST = 3
"""Rounds at least."""
LONGEST = 0.12
"""Seconds that one round may take: what would take longer is not measured."""

Program = Callable[[Array, Array], Any]


def loop_shown() -> str:
    """The lines of the loop itself."""
    begin = LOOP.index("    for i")
    return dedent(LOOP[begin : LOOP.index("    return")]).rstrip()


def changed_lines(network: Network) -> str:
    """The lines of ``backprop`` that are others over several examples."""
    pairs = zip(listing(network), listing(network, several=True), strict=True)
    return "\n".join(several.text.strip() for one, several in pairs if one != several)


def programs(network: Network) -> dict[str, Program]:
    """Both programs as functions of X (n_1, m) and Y (n_L, m): "loop" and "matrix"."""
    given: Mapping[str, Any] = {"w": dict(network.w), "b": dict(network.b)}
    loop, matrix = dict(given), dict(given)
    exec(f"{program(listing(network))}\n\n{LOOP}", loop)
    exec(program(listing(network, several=True)), matrix)
    return {"loop": loop["one_by_one"], "matrix": matrix["backprop"]}


def timings(network: Network, x: Array, y: Array, m: int, seconds: float) -> dict[str, Timing]:
    """Both programs, timed by turns for about so many seconds, on m examples.

    They are the columns of x and y, over and over.
    """
    places = np.arange(m) % x.shape[1]
    many, wanted = x[:, places], y[:, places]
    calls = {name: partial(one, many, wanted) for name, one in programs(network).items()}
    with np.errstate(all="ignore"):
        return timed(calls, seconds, least=LEAST)


def takes_too_long(before: Timing, m_before: int, m: int) -> bool:
    """Whether a round of m examples is to be left out, by how long fewer took in the loop."""
    return before.median * m / m_before > LONGEST
