"""What the demon's page says: which way to push, how far the promise holds, and what it came to."""

import numpy as np

from backprop.engine import ACTIVATIONS, Quantity
from backprop.ideas.demon.compute import PROMISE, ROUNDING, Demon
from backprop.writing.formulas.palette import Colours, coloured
from backprop.writing.text.activation_words import words_of_activation
from backprop.writing.text.numbers import NARROW, latex_number, percent, short
from backprop.writing.text.sentence import Segments

LITTLE = 0.01
"""An error is near 0 where it is at most this in size, and the cost stays as it is; see STAYS."""
STAYS = 0.1
"""The cost stays as it is where no dz that is shown lowers it by more than this share of it."""
_NEAREST = 1e-3


def error_of(demon: Demon, colours: Colours) -> str:
    """Equation 29 for this neuron, with its number."""
    names = {symbol: Quantity(symbol, demon.l, demon.j).latex for symbol in ("delta", "z")}
    delta, z = (coloured(latex, symbol, colours) for symbol, latex in names.items())
    number = coloured(latex_number(demon.delta), "delta", colours)
    return rf"{delta} = \frac{{\partial C}}{{\partial {z}}} = {number}"


def which_way(demon: Demon) -> str:
    """Which sign of dz lowers the cost, or why there is nothing to gain."""
    delta = Quantity("delta", demon.l, demon.j).text
    if demon.delta == 0:
        return f"{delta} is exactly 0: {_why_0(demon)}"
    if abs(demon.delta) <= LITTLE and np.nanmin(demon.true) >= (1 - STAYS) * demon.here.cost:
        return f"{delta} is near 0: a small Δz gains hardly anything, whichever way it goes."
    sign, helps = ("positive", "negative") if demon.delta > 0 else ("negative", "positive")
    return f"{delta} is {sign}, so a small {helps} Δz lowers the cost."


def _why_0(demon: Demon) -> str:
    z = float(demon.here.z[demon.l][demon.j - 1, 0])
    name = Quantity("z", demon.l, demon.j).text
    activation = demon.here.network.activation[demon.l]
    noun = words_of_activation(activation).noun
    if ACTIVATIONS[activation].can_be_off and z <= 0:
        if z == 0:
            return f"{name} = 0 is the kink of this {noun}, where its slope is taken to be 0."
        return (
            f"this {noun} is off, as {name} = {short(z)} is below 0. It passes nothing on, so a "
            "small Δz changes nothing."
        )
    if demon.here.sigma_prime[demon.l][demon.j - 1, 0] == 0:
        return "saturated so far, the neuron does not answer a small Δz."
    return "a small Δz promises no change here."


def how_far(demon: Demon) -> str:
    """In which range of dz the promise is kept."""
    low, high = demon.holds
    kept = f"The promise is kept within {percent(PROMISE)} of the true change"
    taken = demon.dz[~np.isnan(demon.true)]
    if low <= taken[0] and high >= taken[-1]:
        return f"{kept} for every Δz shown."
    if max(-low, high) < _NEAREST:
        return f"{kept} only for a Δz smaller than {_NEAREST}."
    return f"{kept} for Δz from about {short(low)} to {short(high)}; beyond, the curve bends away."


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
        ("Promised ", ""),
        (f"{delta} Δz = {short(promised)}".replace(" ", NARROW), "delta"),
        (", really ", ""),
        (short(true), "C"),
        (f": {_apart(apart, true, demon.here.cost)}.", ""),
    ]


def _apart(apart: float, true: float, cost: float) -> str:
    if apart <= ROUNDING * cost:
        return "the same"
    share = apart / abs(true) if abs(true) > ROUNDING * cost else np.inf
    if share > 10:
        return f"{short(apart)} apart"
    return f"{short(apart)} apart, {percent(share, 0 if share >= 0.1 else 1)} of the true change"
