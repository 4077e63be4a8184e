"""What the demon's page says: the direction, the range of the prediction, and the comparison."""

import numpy as np

from backprop.engine import Quantity
from backprop.ideas.demon.compute import ROUNDING, TOLERANCE, Demon
from backprop.ideas.demon.words_zero import at_kink, why_zero
from backprop.writing.formulas.palette import Colours, coloured
from backprop.writing.text.ending import where_it_ends
from backprop.writing.text.numbers import (
    NARROW,
    equals,
    latex_number,
    percent,
    share_text,
    short,
    told_apart,
)
from backprop.writing.text.sentence import Segments, filled

LITTLE = 0.01
"""An error is near 0 where it is at most this in size, and the cost stays as it is; see STAYS."""
STAYS = 0.1
"""The cost stays as it is where no dz that is shown lowers it by more than this share of it."""
MOST_DIGITS = 9
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
VALID = f"δ Δz is within {percent(TOLERANCE)} of the true change"
"""What the ground of the chart means where it is shaded."""

_BIAS = "Adding Δz to {z} is adding it to the bias {b}, which is why ∂C/∂b = δ (BP3)."
_NO_BIAS = (
    "In a network with biases, adding Δz to {z} is adding it to the bias {b}, which is why "
    "∂C/∂b = δ there (BP3)."
)


def error_of(demon: Demon, colours: Colours) -> str:
    """Equation 29 for this neuron, with its number."""
    names = {symbol: Quantity(symbol, demon.l, demon.j).latex for symbol in ("delta", "z")}
    delta, z = (coloured(latex, symbol, colours) for symbol, latex in names.items())
    number = coloured(latex_number(demon.delta), "delta", colours)
    return rf"{delta} = \frac{{\partial C}}{{\partial {z}}} {equals(demon.delta)} {number}"


def sentences(demon: Demon) -> list[str]:
    """What the panel says about the demon at this neuron, as Markdown."""
    z, b = (Quantity(symbol, demon.l, demon.j).text for symbol in ("z", "b"))
    taken = demon.dz[~np.isnan(demon.true)]
    template = _BIAS if demon.here.network.has_biases else _NO_BIAS
    ending = where_it_ends("The curve", demon.dz.tolist(), taken.tolist(), demon.cut)
    return [
        f"A demon sits at neuron {demon.j} of layer {demon.l} and adds Δz to {z}. For a small Δz "
        "the cost changes by about δ Δz: the error δ says how fast the cost responds.",
        f"**{direction_sentence(demon)}**",
        range_sentence(demon),
        *filter(None, [ending]),
        template.format(z=z, b=b),
        _WHY_Z,
    ]


def direction_sentence(demon: Demon) -> str:
    """Which sign of dz lowers the cost, or why there is nothing to gain."""
    delta = Quantity("delta", demon.l, demon.j).text
    kink = at_kink(demon.here, demon.l, demon.j)
    if demon.delta == 0:
        return f"{delta} is exactly 0: {why_zero(demon.here, demon.l, demon.j)}"
    if kink:
        return (
            f"{delta} is {short(demon.delta)} on one side only: {kink.text} = 0 is a kink, and "
            "on its other side the cost changes at another rate."
        )
    if abs(demon.delta) <= LITTLE and np.nanmin(demon.true) >= (1 - STAYS) * demon.here.cost:
        return f"{delta} is near 0: a small Δz gains hardly anything, whichever way it goes."
    if demon.delta > 0:
        return f"{delta} is positive, so a small negative Δz lowers the cost."
    return f"{delta} is negative, so a small positive Δz lowers the cost."


def range_sentence(demon: Demon) -> str:
    """In which range of dz the prediction holds; only ends inside the range shown are named."""
    low, high = demon.valid_range
    taken = demon.dz[~np.isnan(demon.true)]
    holds = f"δ Δz predicts the change of C to within {percent(TOLERANCE)}"
    ends = bool(low > taken[0]), bool(high < taken[-1])
    if all(ends) and max(-low, high) < _NEAREST:
        if demon.delta == 0:
            return f"{holds} for no Δz: it predicts no change at all, and C does change."
        return f"{holds} only for a Δz smaller than {_NEAREST} in size."
    match ends:
        case True, True:
            return (
                f"{holds} for Δz between {short(low)} and {short(high)}; "
                "just outside, the curve has left the line."
            )
        case True, _:
            return f"{holds} for every Δz shown from {short(low)} on; just below, it does not."
        case _, True:
            return f"{holds} for every Δz shown up to {short(high)}; just above, it does not."
    return f"{holds} for every Δz shown."


def comparison_sentence(demon: Demon, i: int) -> Segments:
    """The predicted change of the cost and the true one, for the dz at place i."""
    dz, z = float(demon.dz[i]), Quantity("z", demon.l, demon.j).text
    if dz == 0:
        return filled("Move the slider: the demon adds Δz to [z].", {"z": z})
    true = float(demon.true[i]) - demon.here.cost
    predicted = demon.delta * dz
    first, second, apart = told_apart(predicted, true, MOST_DIGITS)
    numbers = {"delta": f"{_delta(demon)} Δz = {first}".replace(" ", NARROW), "C": second}
    noise = ROUNDING * demon.here.cost
    if first == second:
        template = "Predicted [delta], actual [C]: the same."
    elif max(abs(predicted), abs(true)) <= noise:
        template = "Predicted [delta]: too small a change for C to show among its 16 digits."
    elif abs(true) <= noise or abs(predicted - true) > 10 * abs(true):
        template = f"Predicted [delta], actual [C]: they differ by {apart}."
    else:
        share = share_text(abs(predicted - true) / abs(true))
        template = (
            f"Predicted [delta], actual [C]: they differ by {apart}, {share} of the actual change."
        )
    return filled(template, numbers)


def dz_label(demon: Demon) -> str:
    """The label of the slider and of the axis along which it moves."""
    return f"Δz, added to {Quantity('z', demon.l, demon.j).text}"


def true_label(demon: Demon) -> str:
    """The curve of the true cost."""
    return f"C at {Quantity('z', demon.l, demon.j).text} + Δz: what happens"


def prediction_label(demon: Demon) -> str:
    """The line of the predicted cost."""
    return f"C + {_delta(demon)} Δz: what the error predicts"


def chart_label(demon: Demon) -> str:
    """The name of the chart."""
    return f"The true cost and the prediction of {_delta(demon)} over Δz"


def _delta(demon: Demon) -> str:
    return Quantity("delta", demon.l, demon.j).text
