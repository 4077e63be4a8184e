"""What the demon's page says: which way to push, how far the promise holds, and what it came to."""

import numpy as np

from backprop.engine import Quantity
from backprop.engine.demon import PROMISE, ROUNDING, Demon
from backprop.writing.numbers import short
from backprop.writing.sentence import Segments

LITTLE = 0.01
"""An error is near 0 where even dz = 1 promises less than this share of the cost."""
_NEAREST = 1e-3


def which_way(demon: Demon) -> str:
    """Which sign of dz lowers the cost, or why there is nothing to gain."""
    delta = Quantity("delta", demon.l, demon.j).text
    if demon.delta == 0:
        z = float(demon.here.z[demon.l][demon.j - 1, 0])
        if demon.here.network.activation[demon.l] == "relu" and z <= 0:
            name = Quantity("z", demon.l, demon.j).text
            return (
                f"{delta} is exactly 0: this relu is off, as {name} = {short(z)} is not above 0. "
                "It passes nothing on, so a small Δz changes nothing."
            )
        return f"{delta} is exactly 0: a small Δz promises no change here."
    said = f"{delta} = {short(demon.delta)}"
    if abs(demon.delta) <= LITTLE * demon.here.cost:
        return f"{said} is near 0: there is hardly anything to gain here, whichever way Δz goes."
    sign, helps = ("positive", "negative") if demon.delta > 0 else ("negative", "positive")
    return f"{said} is {sign}, so a {helps} Δz lowers the cost."


def how_far(demon: Demon) -> str:
    """In which range of dz the promise is kept."""
    low, high = demon.holds
    kept = f"The promise is kept within {PROMISE:.0%}".replace("%", " %")
    taken = demon.dz[~np.isnan(demon.true)]
    if low <= taken[0] and high >= taken[-1]:
        return f"{kept} for every Δz shown."
    if max(-low, high) < _NEAREST:
        return f"{kept} only for a Δz smaller than {_NEAREST}."
    return f"{kept} for Δz from {short(low)} to {short(high)}; beyond, the curve bends away."


def where_it_ends(demon: Demon) -> str:
    """Why the curve ends before the slider could; "" where it does not."""
    if not demon.cut:
        return ""
    taken = demon.dz[~np.isnan(demon.true)]
    ends = [
        short(float(end))
        for end, last in ((taken[0], demon.dz[0]), (taken[-1], demon.dz[-1]))
        if end != last
    ]
    return f"The curve ends at Δz = {' and '.join(ends)}, because {demon.cut}."


def what_came(demon: Demon, i: int) -> Segments:
    """The change that the error promised and the true one, for the dz at place i."""
    dz, z = float(demon.dz[i]), Quantity("z", demon.l, demon.j).text
    if dz == 0:
        return [("Move the slider: the demon adds Δz to ", ""), (z, "z"), (".", "")]
    true = float(demon.true[i]) - demon.here.cost
    promised = demon.delta * dz
    apart = abs(promised - true)
    delta = Quantity("delta", demon.l, demon.j).text
    return [
        ("The error promised the change ", ""),
        (f"{delta} Δz = {short(promised)}", "delta"),
        ("; the cost really changes by ", ""),
        (short(true), "C"),
        (f". {_apart(apart, true, demon.here.cost)}", ""),
    ]


def _apart(apart: float, true: float, cost: float) -> str:
    if apart <= ROUNDING * cost:
        return "They are the same."
    share = apart / abs(true) if abs(true) > ROUNDING * cost else np.inf
    said = f"They are {short(apart)} apart"
    if share > 10:
        return f"{said}."
    return f"{said}, {share:.1%} of the true change.".replace("%", " %")
