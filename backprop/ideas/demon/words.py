"""What the demon's page says: the direction, the range of the prediction, and the comparison."""

import numpy as np

from backprop.engine import ACTIVATIONS, Quantity
from backprop.ideas.demon.compute import ROUNDING, TOLERANCE, Demon
from backprop.writing.formulas.palette import Colours, coloured
from backprop.writing.text.activation_words import words_of_activation
from backprop.writing.text.ending import where_it_ends
from backprop.writing.text.numbers import NARROW, latex_number, percent, short
from backprop.writing.text.sentence import Segments, filled

LITTLE = 0.01
"""An error is near 0 where it is at most this in size, and the cost stays as it is; see STAYS."""
STAYS = 0.1
"""The cost stays as it is where no dz that is shown lowers it by more than this share of it."""
_NEAREST = 1e-3
_WHY_Z = (
    "Why z and not a? With z the four equations come out simpler; ∂C/∂a would do, too, but "
    "then σ′ would have to be carried along."
)

ERROR = r"\delta^l_j = \frac{\partial C}{\partial z^l_j}"
"""Equation 29."""
HINT = "Click another neuron to send the demon there; an input has no z."

PUSH = "Δz"
COST_AXIS = "cost C"
VALID = f"within {percent(TOLERANCE)} of the true change"
"""What the ground of the chart means where it is shaded."""


def error_of(demon: Demon, colours: Colours) -> str:
    """Equation 29 for this neuron, with its number."""
    names = {symbol: Quantity(symbol, demon.l, demon.j).latex for symbol in ("delta", "z")}
    delta, z = (coloured(latex, symbol, colours) for symbol, latex in names.items())
    number = coloured(latex_number(demon.delta), "delta", colours)
    return rf"{delta} = \frac{{\partial C}}{{\partial {z}}} = {number}"


def sentences(demon: Demon) -> list[str]:
    """What the panel says about the demon at this neuron, as Markdown."""
    z, b = (Quantity(symbol, demon.l, demon.j).text for symbol in ("z", "b"))
    taken = demon.dz[~np.isnan(demon.true)]
    ending = where_it_ends("The curve", demon.dz.tolist(), taken.tolist(), demon.cut)
    return [
        f"A demon sits at neuron {demon.j} of layer {demon.l} and adds Δz to {z}. For a small Δz "
        "the cost changes by about δ Δz: the error δ says how fast it answers.",
        f"**{direction_sentence(demon)}**",
        range_sentence(demon),
        *filter(None, [ending]),
        f"Adding Δz to {z} is adding it to the bias {b}, which is why ∂C/∂b = δ (BP3).",
        _WHY_Z,
    ]


def direction_sentence(demon: Demon) -> str:
    """Which sign of dz lowers the cost, or why there is nothing to gain."""
    delta = Quantity("delta", demon.l, demon.j).text
    if demon.delta == 0:
        return _exactly_zero(demon)
    if abs(demon.delta) <= LITTLE and np.nanmin(demon.true) >= (1 - STAYS) * demon.here.cost:
        return f"{delta} is near 0: a small Δz gains hardly anything, whichever way it goes."
    if demon.delta > 0:
        return f"{delta} is positive, so a small negative Δz lowers the cost."
    return f"{delta} is negative, so a small positive Δz lowers the cost."


def _exactly_zero(demon: Demon) -> str:
    delta = Quantity("delta", demon.l, demon.j).text
    z = float(demon.here.z[demon.l][demon.j - 1, 0])
    name = Quantity("z", demon.l, demon.j).text
    activation = demon.here.network.activation[demon.l]
    noun = words_of_activation(activation).noun
    if ACTIVATIONS[activation].can_be_off and z <= 0:
        if z == 0:
            return (
                f"{delta} is exactly 0: {name} = 0 is the kink of this {noun}, where its slope is "
                "taken to be 0."
            )
        return (
            f"{delta} is exactly 0: this {noun} is off, as {name} = {short(z)} is below 0. "
            "It passes nothing on, so a small Δz changes nothing."
        )
    if demon.here.sigma_prime[demon.l][demon.j - 1, 0] == 0:
        return f"{delta} is exactly 0: saturated so far, the neuron does not answer a small Δz."
    return f"{delta} is exactly 0: a small Δz promises no change here."


def range_sentence(demon: Demon) -> str:
    """In which range of dz the prediction holds."""
    low, high = demon.valid_range
    share, taken = percent(TOLERANCE), demon.dz[~np.isnan(demon.true)]
    if low <= taken[0] and high >= taken[-1]:
        return f"The promise is kept within {share} of the true change for every Δz shown."
    if max(-low, high) < _NEAREST:
        return (
            f"The promise is kept within {share} of the true change only for a Δz "
            f"smaller than {_NEAREST}."
        )
    return (
        f"The promise is kept within {share} of the true change for Δz from about {short(low)} "
        f"to {short(high)}; beyond, the curve bends away."
    )


def comparison_sentence(demon: Demon, i: int) -> Segments:
    """The predicted change of the cost and the true one, for the dz at place i."""
    dz, z = float(demon.dz[i]), Quantity("z", demon.l, demon.j).text
    if dz == 0:
        return filled("Move the slider: the demon adds Δz to [z].", {"z": z})
    true = float(demon.true[i]) - demon.here.cost
    predicted = demon.delta * dz
    apart = abs(predicted - true)
    delta = Quantity("delta", demon.l, demon.j).text
    numbers = {
        "delta": f"{delta} Δz = {short(predicted)}".replace(" ", NARROW),
        "C": short(true),
    }
    return filled(_compared(apart, true, demon.here.cost), numbers)


def _compared(apart: float, true: float, cost: float) -> str:
    """The sentence on a predicted and a true change that are so far apart."""
    if apart <= ROUNDING * cost:
        return "Promised [delta], really [C]: the same."
    share = apart / abs(true) if abs(true) > ROUNDING * cost else np.inf
    if share > 10:
        return f"Promised [delta], really [C]: {short(apart)} apart."
    part = percent(share, 0 if share >= 0.1 else 1)
    return f"Promised [delta], really [C]: {short(apart)} apart, {part} of the true change."


def dz_label(demon: Demon) -> str:
    """The label of the slider and of the axis along which it moves."""
    return f"Δz, added to {Quantity('z', demon.l, demon.j).text}"


def true_label(demon: Demon) -> str:
    """The curve of the true cost."""
    return f"C at {Quantity('z', demon.l, demon.j).text} + Δz: what really happens"


def prediction_label(demon: Demon) -> str:
    """The line of the predicted cost."""
    return f"C + {_delta(demon)} Δz: what the error promises"


def chart_label(demon: Demon) -> str:
    """The name of the chart."""
    return f"The true cost and the promise of {_delta(demon)} over Δz"


def _delta(demon: Demon) -> str:
    return Quantity("delta", demon.l, demon.j).text
