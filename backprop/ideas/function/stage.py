"""The pictures of part "function": the network with f in it, the neuron's layer, and the check."""

from backprop.engine import Network, Quantity, Trace
from backprop.engine.activations import Array
from backprop.figures.json import Json
from backprop.ideas.function.words import QUOTIENT, check_label, signs
from backprop.stage import Exhibit, Picture, StageData, diagram, exhibits, row

TALL = 104
"""Pixels that the cells of the check may be high before they become lower."""


def stage_data(
    trace: Trace, moved: dict[str, Array], l: int, j: int, forget: bool = False
) -> StageData:
    """What the stage is sent: the numbers with f at neuron j of layer l.

    ``moved`` has the difference quotients of C by "w" and "b", or nothing where there are none.
    """
    parts: list[str | Json] = [diagram("a", "w"), "browser/board.js"]
    if moved:
        parts.append(_check(l, trace.network))
    shown = Picture.of(trace, parts).at_layer(l)
    if moved:
        shown = shown.with_marks(signs(l, j, forget))
        for symbol in moved:
            title = QUOTIENT.format(name=Quantity(symbol, l).text)
            one = Exhibit(f"moved_{symbol}{l}", title, moved[symbol], f"nabla_{symbol}")
            shown = shown.with_exhibits([one], shown.limit(f"nabla_{symbol}"))
    return shown.data


def _check(l: int, network: Network) -> Json:
    """Backpropagation's gradients of layer l beside the difference quotients of C."""
    pairs = [(f"nabla_{symbol}{l}", "↔", f"moved_{symbol}{l}") for symbol in network.parameters]
    made = row(check_label(l, network), *(item for pair in pairs for item in pair))
    return exhibits([made], lines=network.sizes[l - 1], tall=TALL, high=(16, 28), widest=52)
