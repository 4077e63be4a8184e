"""What an address says: w³₂₄ goes from neuron 4 of layer 2 to neuron 2 of layer 3.

The sentences for the pointer are templates with {j} and {k} in them, one for each array, so that
the browser can say at once what the pointer is on.
"""

from backprop.engine import Network, Quantity
from backprop.writing.formulas.palette import Colours, coloured

HINT = "Point at any line, neuron or cell. A click keeps it."
EXAMPLES = "for example"

_POINTED = {
    "a": "the activation of neuron {j} of layer {l} · row {j} of {array}",
    "b": "the bias of neuron {j} of layer {l} · row {j} of {array}",
    "z": "the weighted input of neuron {j} of layer {l} · row {j} of {array}",
    "w": "from neuron {k} of layer {before} to neuron {j} of layer {l} · "
    "row {j}, column {k} of {array}",
}
_INPUT = "the activation of neuron {j} of layer {l}, an input · row {j} of {array}"


def pointing(network: Network) -> dict[str, str]:
    """By the id of each array of the forward pass, what the number at {j}, {k} of it is."""
    symbols = "bzw" if network.has_biases else "zw"
    wholes = [Quantity("a", l) for l in range(1, network.L + 1)]
    wholes += [Quantity(symbol, l) for symbol in symbols for l in range(2, network.L + 1)]
    found = {}
    for whole in wholes:
        template = _INPUT if whole == Quantity("a", 1) else _POINTED[whole.symbol]
        found[whole.id] = template.format(
            l=whole.l, before=whole.l - 1, array=whole.text, j="{j}", k="{k}"
        )
    return found


def meaning_of_indices(quantity: Quantity, colours: Colours) -> str:
    """What each index of an address says, the index in its colour, as Markdown."""
    l, row, column = quantity.l, quantity.j, quantity.k
    j, k = _index(row, "z", colours), _index(column, "a", colours)
    if column is None:
        return f"{j}: it belongs to neuron {row} of layer {l}, and stands in row {row}."
    return (
        f"{j} first: it leads *to* neuron {row} of layer {l}, and stands in row {row}.  \n"
        f"{k} second: it comes *from* neuron {column} of layer {l - 1}, and stands in column "
        f"{column}."
    )


def _index(index: int | None, symbol: str, colours: Colours) -> str:
    bold = rf"\mathbf{{{index}}}"
    return f"${coloured(bold, symbol, colours)}$"
