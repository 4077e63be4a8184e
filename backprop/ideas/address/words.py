"""What an address says: w³₂₄ goes from neuron 4 of layer 2 to neuron 2 of layer 3.

The sentences are templates with {j} and {k} in them, one for each array, so that the browser can
say at once what the pointer is on.
"""

from collections.abc import Sequence

from backprop.engine import Network, Quantity

HINT = "Point at any line, neuron or cell. A click keeps it."
_IN_BOOK = Quantity("w", 3, 2, 4)


def pointing(network: Network) -> dict[str, str]:
    """By the id of each array of the forward pass, what the number at {j}, {k} of it is."""
    found = {}
    for l in range(1, network.L + 1):
        neuron = f"neuron {{j}} of layer {l}"
        weight = f"from neuron {{k}} of layer {l - 1} to {neuron}"
        meanings = {"a": f"the activation of {neuron}" + (", an input" if l == 1 else "")}
        if l > 1:
            meanings |= {"b": f"the bias of {neuron}", "z": f"the weighted input of {neuron}"}
            meanings |= {"w": weight}
        for symbol, meaning in meanings.items():
            whole = Quantity(symbol, l)
            column = ", column {k}" if symbol == "w" else ""
            found[whole.id] = f"{meaning} · row {{j}}{column} of {whole.text}"
    return found


def first_weight(sizes: Sequence[int]) -> Quantity:
    """The weight to start with: the book's w³₂₄ where the network has it, else its last weight."""
    last = Quantity("w", len(sizes), sizes[-1], sizes[-2])
    return _IN_BOOK if _IN_BOOK.is_in(sizes) else last
