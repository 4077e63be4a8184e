"""The update rule over a mini-batch in letters, and for one weight or bias with its numbers."""

from collections.abc import Sequence

from backprop.engine import Network, Quantity
from backprop.writing.formulas.cost import terms
from backprop.writing.formulas.lines import aligned
from backprop.writing.formulas.palette import Colours, coloured
from backprop.writing.formulas.width import em, width, wrap
from backprop.writing.text.numbers import APPROX, digits_to_tell, equals, latex_number, rounded

_MOST_DIGITS = 12


def rule(network: Network, colours: Colours) -> str:
    """What a step makes of what learns: the sums are over the batch's examples."""
    rate = r"\frac{\eta}{m}" if network.takes_mean else r"\eta"
    w, b = coloured("w^l", "w", colours), coloured("b^l", "b", colours)
    delta = coloured(r"\delta^{x,l}", "delta", colours)
    a = coloured("a^{x,l-1}", "a", colours)
    of_w = rf"{w} &\rightarrow {w} - {rate} \sum_x {delta} ({a})^T"
    of_b = rf"{b} &\rightarrow {b} - {rate} \sum_x {delta}"
    lines = r" \\ ".join([of_w, of_b] if network.learns_biases else [of_w])
    return rf"\begin{{aligned}} {lines} \end{{aligned}}"


def with_numbers(
    quantity: Quantity,
    before: float,
    gradients: Sequence[float],
    eta: float,
    after: float,
    colours: Colours,
    room: int = 380,
    mean: bool = True,
) -> str:
    """The rule for one weight or bias: before, its gradients in the batch, and after.

    ``room`` is the width in pixels beyond which it is broken into lines; without ``mean`` the
    gradients are added up.
    """
    digits = digits_to_tell([before, after], most=_MOST_DIGITS)
    total = terms(gradients, f"nabla_{quantity.symbol}", colours)
    rate = rf"\frac{{{_plain(eta)}}}{{{len(gradients)}}}" if mean else _plain(eta)

    def own(value: float) -> str:
        return coloured(latex_number(value, digits), quantity.symbol, colours)

    shown = [equals(before, after, digits=digits), equals(*gradients)]
    sign = APPROX if APPROX in shown else "="
    name = coloured(quantity.latex, quantity.symbol, colours)
    space = em(room) - width(rf"{name} \rightarrow \quad")
    first, *rest = wrap(rf"{own(before)} - {rate} \bigl( {total} \bigr)", space, space)
    return aligned(
        [
            (name, rf"\rightarrow {first}"),
            *(("", rf"\quad {line}") for line in rest),
            ("", f"{sign} {own(after)}"),
        ]
    )


def _plain(eta: float) -> str:
    """The rate with all its digits."""
    mantissa, power = rounded(eta, 15)
    return rf"{mantissa}\times 10^{{{power}}}" if power else mantissa
