"""The board: for each layer its heatmaps in rows that read like the equations they belong to.

Forward, w a + b = z -> a; backward, (w^T delta) o sigma'(z) = delta -> dC/db, dC/dw. An entry is
the id of an array, or a sign between two. Where there is no room for both rows there is one for
each step.
"""

from backprop.engine import Network, Quantity
from backprop.engine.four_equations import uses_slope
from backprop.engine.provenance import equation_of


def rows(network: Network, l: int) -> dict[str, list[str]]:
    """The two rows of layer l, left to right: ids of arrays and signs."""

    def array(symbol: str, offset: int = 0) -> str:
        return Quantity(symbol, l + offset).id

    bias = ["+", array("b")] if network.has_biases else []
    forward = [array("w"), "·", array("a", -1), *bias, "=", array("z"), "→", array("a")]
    gradients = ["→", *(array(f"nabla_{symbol}") for symbol in reversed(network.parameters))]
    slope = ["⊙", array("sigma_prime"), "="]
    if l == network.L:
        forward += ["↔", array("y")]
        source = [array("nabla_a")]
        if not uses_slope(network, l):
            slope += [array("a"), "−", array("y"), "="]
    else:
        source = [array("w", 1), "ᵀ", array("delta", 1)]
    return {"Forward": forward, "Backward": [*source, *slope, array("delta"), *gradients]}


def rows_of_steps(network: Network, l: int) -> dict[str, list[str]]:
    """By the symbol that a step of layer l makes, the row with it and all that it is made from."""

    def array(symbol: str, offset: int = 0) -> str:
        return Quantity(symbol, l + offset).id

    bias = ["+", array("b")] if network.has_biases else []
    found = {
        "z": [array("w"), "·", array("a", -1), *bias, "=", array("z")],
        "a": [array("z"), "→", array("a")],
        "sigma_prime": [array("z"), "→", array("sigma_prime")],
        "nabla_b": [array("delta"), "=", array("nabla_b")],
        "nabla_w": [array("delta"), "·", array("a", -1), "ᵀ", "=", array("nabla_w")],
    }
    if l < network.L:
        source = [array("w", 1), "ᵀ", array("delta", 1), "⊙", array("sigma_prime")]
    else:
        gradient = equation_of(Quantity("nabla_a", l), network)
        given = "z" if gradient and "z" in gradient.operands else "a"
        outputs = [array(given), "↔", array("y")]
        found |= {"C": outputs, "nabla_a": [*outputs, "→", array("nabla_a")]}
        source = [array("nabla_a"), "⊙", array("sigma_prime")]
        if not uses_slope(network, l):
            source = [array("a"), "−", array("y")]
    return found | {"delta": [*source, "=", array("delta")]}


def born(steps: tuple[Quantity, ...], network: Network) -> dict[str, list[int]]:
    """For each array that is computed, the step (from 1) that gives it, row by row.

    ``steps`` are the addresses of the steps' results in order: of whole arrays, or of their rows.
    The gradient by the inputs, which no step makes, is there from the last row of delta^2 on.
    """
    found: dict[str, list[int]] = {}
    for number, quantity in enumerate(steps, start=1):
        if quantity.symbol == "C":
            found["C"] = [number]
        elif quantity.j is None:
            found[quantity.id] = [number] * network.sizes[quantity.l - 1]
        else:
            found.setdefault(quantity.whole.id, []).append(number)
    if "delta2" in found:  # all that nabla_x is made from is there then
        found["nabla_x1"] = [found["delta2"][-1]] * network.sizes[0]
    return found
