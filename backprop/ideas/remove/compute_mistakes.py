"""What learners make of the four equations: BP1a to BP4 written wrongly.

A mistake is an edit of an equation's tree. The wrong tree is its own formula (see ``expression``),
so that what is written and what is computed cannot differ, and mistakes add up.
"""

from collections.abc import Callable, Collection
from dataclasses import dataclass, replace

from backprop.engine.activations import ACTIVATIONS
from backprop.engine.equation import Equation
from backprop.engine.expression import Expression
from backprop.engine.four_equations import four_equations
from backprop.engine.network import Network
from backprop.engine.template import (
    Apply,
    Group,
    Hadamard,
    Minus,
    Negative,
    Node,
    Noted,
    Product,
    Ref,
    Transpose,
)
from backprop.engine.template_latex import notation
from backprop.engine.template_reading import read_equation
from backprop.engine.template_walking import edited

Edit = Callable[[Node], Node]
"""What becomes of a right-hand side, or of one node of it; the same object where nothing does."""


@dataclass(frozen=True)
class Mistake:
    """One way to write an equation wrongly.

    ``equation`` is the name of the one it spoils ("step" for that of gradient descent), ``edit``
    makes the wrong right-hand side of the right one. Two mistakes at one ``place`` exclude each
    other.
    """

    name: str
    equation: str
    place: str
    edit: Edit


def _each(old: Node, new: Node) -> Edit:
    """Another node wherever the old one stands."""
    return lambda right: edited(right, lambda node: new if node == old else node)


def _whole(old: Node, make: Callable[[Node], Node]) -> Edit:
    """Another right-hand side where the old one is all of it."""
    return lambda right: make(right) if right == old else right


def _without_slope(right: Node) -> Node:
    match right:
        case Hadamard(Group(body) | body, Ref("sigma_prime")):
            return body
    return right


def _as_matrices(right: Node) -> Node:
    match right:
        case Hadamard(left, slope):
            return Product(left, slope)
    return right


def _with_slope(right: Node) -> Node:
    return Hadamard(Group(right, "left", padded=True), Ref("sigma_prime"))


def _without_transpose(right: Node) -> Node:
    return edited(right, lambda node: node.body if isinstance(node, Transpose) else node)


_A_MINUS_Y = Minus(Ref("a"), Ref("y"))
_SLOPE = Ref("sigma_prime")
_OF_A = _each(_SLOPE, Apply(r"\sigma'", Group(Ref("a"))))

NEW_WEIGHTS = Mistake("bp2-new", "BP2", "time", _each(Ref("w_next"), Noted("new ", Ref("w_next"))))
WRONG_DELTA = Mistake("bp4-delta", "BP4", "error", _each(Ref("delta"), Ref("delta_next")))

UPHILL = Mistake("step-sign", "step", "sign", lambda right: right)
"""It is in the step of descent, which is no equation of the backward pass."""

MISTAKES = {
    mistake.name: mistake
    for mistake in (
        Mistake("bp1-slope", "BP1a", "slope", _without_slope),
        Mistake("bp1-of-a", "BP1a", "slope", _OF_A),
        Mistake("bp1-kept", "BP1a", "slope", _whole(_A_MINUS_Y, _with_slope)),
        Mistake("bp1-sign", "BP1a", "sign", _each(_A_MINUS_Y, Minus(Ref("y"), Ref("a")))),
        Mistake(
            "bp1-minus", "BP1a", "sign", _each(Ref("nabla_a"), Group(Negative(Ref("nabla_a"))))
        ),
        Mistake("bp2-slope", "BP2", "slope", _without_slope),
        Mistake("bp2-of-a", "BP2", "slope", _OF_A),
        Mistake("bp2-layer", "BP2", "slope", _each(_SLOPE, Ref("sigma_prime_next"))),
        Mistake("bp2-product", "BP2", "slope", _as_matrices),
        Mistake("bp2-transpose", "BP2", "transpose", _without_transpose),
        NEW_WEIGHTS,
        Mistake(
            "bp3-bias",
            "BP3",
            "input",
            _whole(Ref("delta"), lambda delta: Hadamard(Ref("b"), delta)),
        ),
        Mistake(
            "bp3-input",
            "BP3",
            "input",
            _whole(Ref("delta"), lambda delta: Hadamard(Ref("a_prev"), delta)),
        ),
        Mistake(
            "bp4-order",
            "BP4",
            "order",
            _each(
                Product(Ref("delta"), Transpose(Ref("a_prev"))),
                Product(Ref("a_prev"), Transpose(Ref("delta"))),
            ),
        ),
        Mistake("bp4-transpose", "BP4", "transpose", _without_transpose),
        Mistake("bp4-a", "BP4", "input", _each(Ref("a_prev"), Ref("a"))),
        WRONG_DELTA,
        UPHILL,
    )
}
"""The mistakes by name, in the order in which they are made."""


def flips_error(mistake: Mistake) -> bool:
    """Whether it gives delta the other sign in all layers."""
    return (mistake.equation, mistake.place) == ("BP1a", "sign")


def is_convention(mistakes: Collection[Mistake]) -> bool:
    """Whether they are none: delta with the other sign, and a step that adds it."""
    return len(mistakes) == 2 and UPHILL in mistakes and any(map(flips_error, mistakes))


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
    return mistake.equation == equation.name and mistake.edit(equation.right) is not equation.right


def mistakes_named(names: Collection[str], network: Network) -> tuple[Mistake, ...]:
    """Of the mistakes with these names those that this network can have, one at each place.

    Where two are at one place the one named last is kept.
    """
    known = [MISTAKES[name] for name in names if name in MISTAKES]
    last = {(mistake.equation, mistake.place): mistake for mistake in known}
    every = [mistake for found in offered(network).values() for mistake in found]
    return tuple(mistake for mistake in every if mistake in last.values())


def with_mistakes(
    equation: Equation, network: Network, l: int, mistakes: Collection[Mistake]
) -> Equation:
    """The equation for layer l with these mistakes in it; the same object where none touches it."""
    right = equation.right
    for mistake in MISTAKES.values():
        if mistake in mistakes and mistake.equation == equation.name:
            if mistake is WRONG_DELTA and l == network.L:
                continue
            right = mistake.edit(right)
    if right is equation.right:
        return equation
    template = notation(replace(equation.tree, right=right))
    formula = Expression(
        read_equation(template).right, ACTIVATIONS[network.activation[l]].derivative
    )
    return replace(equation, template=template, formula=formula, component=None, several="")
