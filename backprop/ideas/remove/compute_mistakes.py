"""What learners make of the four equations: BP1a to BP4 written wrongly.

A mistake is an edit of an equation's template. The wrong template is its own formula (see
``expression``), so that what is written and what is computed cannot differ, and mistakes add up.
"""

import re
from collections.abc import Collection
from dataclasses import dataclass, replace

from backprop.engine.activations import ACTIVATIONS
from backprop.engine.equation import Equation
from backprop.engine.expression import Expression
from backprop.engine.four_equations import four_equations
from backprop.engine.network import Network


@dataclass(frozen=True)
class Mistake:
    """One way to write an equation wrongly.

    ``equation`` is the name of the one it spoils ("step" for that of gradient descent), ``pattern``
    and ``instead`` the edit of its template. Two mistakes at one ``place`` exclude each other.
    """

    name: str
    title: str
    equation: str
    place: str
    pattern: str
    instead: str

    def edit(self, template: str) -> str:
        """The template with the mistake in it; the same where it does not occur."""
        return re.sub(self.pattern, self.instead, template)


_SLOPE = r"= (?:\\left\( )?(.*?)(?: \\right\))? \\odot <sigma_prime>"
_OF_A = (r"<sigma_prime>", r"\\sigma'(<a>)")

NEW_WEIGHTS = Mistake(
    "bp2-new", "weights from after the step", "BP2", "time",
    "<w_next>", r"\\text{new }<w_next>",
)  # fmt: skip
WRONG_DELTA = Mistake("bp4-delta", "δ of the next layer", "BP4", "error", "<delta>", "<delta_next>")

UPHILL = Mistake("step-sign", "plus for minus", "step", "sign", "-", "+")

MISTAKES = {
    mistake.name: mistake
    for mistake in (
        Mistake("bp1-slope", "σ′ forgotten", "BP1a", "slope", _SLOPE, r"= \1"),
        Mistake("bp1-of-a", "σ′(a) for σ′(z)", "BP1a", "slope", *_OF_A),
        Mistake(
            "bp1-kept", "σ′ kept where it cancels", "BP1a", "slope",
            "= <a> - <y>$", r"= \\left( <a> - <y> \\right) \\odot <sigma_prime>",
        ),
        Mistake("bp1-sign", "y − a for a − y", "BP1a", "sign", "<a> - <y>", "<y> - <a>"),
        Mistake("bp1-minus", "∇C with the other sign", "BP1a", "sign", "<nabla_a>", "(-<nabla_a>)"),
        Mistake("bp2-slope", "σ′ forgotten", "BP2", "slope", _SLOPE, r"= \1"),
        Mistake("bp2-of-a", "σ′(a) for σ′(z)", "BP2", "slope", *_OF_A),
        Mistake(
            "bp2-layer", "σ′ of the next layer", "BP2", "slope", "<sigma_prime>",
            "<sigma_prime_next>",
        ),
        Mistake(
            "bp2-product", "matrix product for ⊙", "BP2", "slope", r"\) \\odot ", ") "
        ),
        Mistake(
            "bp2-transpose", "transpose forgotten", "BP2", "transpose",
            r"\(<w_next>\)\^T", "<w_next>"
        ),
        NEW_WEIGHTS,
        Mistake(
            "bp3-bias", "times the bias itself", "BP3", "input", "= <delta>",
            r"= <b> \\odot <delta>",
        ),
        Mistake(
            "bp3-input", "times a, as for a weight", "BP3", "input", "= <delta>",
            r"= <a_prev> \\odot <delta>",
        ),
        Mistake(
            "bp4-order", "order swapped", "BP4", "order", r"<delta> \(<a_prev>\)",
            "<a_prev> (<delta>)",
        ),
        Mistake(
            "bp4-transpose", "transpose forgotten", "BP4", "transpose",
            r"\((<\w+>)\)\^T", r"\1",
        ),
        Mistake("bp4-a", "a of its own layer", "BP4", "input", "<a_prev>", "<a>"),
        WRONG_DELTA,
        UPHILL,
    )
}  # fmt: skip
"""The mistakes by name, in the order in which they are made."""


def offered(network: Network) -> dict[str, tuple[Mistake, ...]]:
    """The mistakes that can be made in this network, by the name of the equation; "step" last."""
    found = {
        name: tuple(m for m in MISTAKES.values() if _occurs(m, equation, network))
        for name, equation in four_equations(network).items()
    }
    return {**found, "step": (UPHILL,)}


def _occurs(mistake: Mistake, equation: Equation, network: Network) -> bool:
    if mistake is WRONG_DELTA and network.L == 2:
        return False
    return mistake.equation == equation.name and mistake.edit(equation.template) != (
        equation.template
    )


def mistakes_named(names: Collection[str], network: Network) -> tuple[Mistake, ...]:
    """Of the mistakes with these names those that this network can have, one at each place.

    Where two are at one place the one named last is kept.
    """
    known = [MISTAKES[name] for name in names if name in MISTAKES]
    last = {(mistake.equation, mistake.place): mistake for mistake in known}
    every = [mistake for found in offered(network).values() for mistake in found]
    return tuple(mistake for mistake in every if mistake in last.values())


def spoilt(equation: Equation, network: Network, l: int, mistakes: Collection[Mistake]) -> Equation:
    """The equation for layer l with these mistakes in it; the same object where none touches it."""
    template = equation.template
    for mistake in MISTAKES.values():
        if mistake in mistakes and mistake.equation == equation.name:
            if mistake is WRONG_DELTA and l == network.L:
                continue
            template = mistake.edit(template)
    if template == equation.template:
        return equation
    slope = ACTIVATIONS[network.activation[l]].derivative
    formula = Expression(template, slope)
    return replace(equation, template=template, formula=formula, component=None, mean="")
