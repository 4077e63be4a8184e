"""The loop over the examples and the matrix form as programs: what is shown is what is run."""

from collections.abc import Callable, Mapping
from functools import partial
from textwrap import dedent
from typing import Any

import numpy as np

from backprop.engine import Network, listing, program
from backprop.engine.activations import Array
from backprop.engine.listing import results
from backprop.engine.timing import Timing, timed

SIZES = (10, 100, 1000)
"""The numbers of examples that are timed beside that of the lesson."""
LEAST = 3
"""Rounds at least."""
LONGEST = 0.12
"""Seconds that one round may take: what would take longer is not measured."""

Program = Callable[[Array, Array], Any]


def loop(network: Network) -> str:
    """The loop as a function, with ``backprop`` for one example."""
    found, share = ("mean", " / m") if network.takes_mean else ("sum", "")
    symbols = network.parameters[::-1]
    names = ", ".join(f"{found}_{s}" for s in symbols)
    lines = [
        "def one_by_one(X, Y):",
        "    m = X.shape[1]",
        f"    {names} = {', '.join(f'dict.fromkeys({s}, 0.0)' for s in symbols)}",
        "    for i in range(m):",
        "        one = X[:, [i]], Y[:, [i]]",
        f"        {results(network)} = backprop(*one)",
        "        for l in w:",
        *(f"            {found}_{s}[l] += nabla_{s}[l]{share}" for s in symbols),
        f"    return {names}",
    ]
    return "\n".join(lines)


def loop_shown(network: Network) -> str:
    """The lines of the loop itself."""
    text = loop(network)
    return dedent(text[text.index("    for i") : text.index("    return")]).rstrip()


def changed_lines(network: Network) -> list[str]:
    """The lines of ``backprop`` that are others over several examples."""
    pairs = zip(listing(network), listing(network, several=True), strict=True)
    return [several.text.strip() for one, several in pairs if one != several]


def programs(network: Network) -> dict[str, Program]:
    """Both programs as functions of X (n_1, m) and Y (n_L, m): "loop" and "matrix"."""
    given: Mapping[str, Any] = {s: dict(getattr(network, s)) for s in network.parameters}
    each, matrix = dict(given), dict(given)
    exec(f"{program(listing(network))}\n\n{loop(network)}", each)
    exec(program(listing(network, several=True)), matrix)
    return {"loop": each["one_by_one"], "matrix": matrix["backprop"]}


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
