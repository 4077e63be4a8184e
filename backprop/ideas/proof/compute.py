"""A line of a proof taken apart: for each k its factors, and what they multiply to.

A sum over k has a term for each k, a line that holds for each k as many equations, and a product
without a sum is the term of the neuron itself.
"""

import math
from collections.abc import Iterator
from dataclasses import dataclass

from backprop.engine import Proof, ProofLine, Quantity, Trace
from backprop.engine.proof_lines import Claim
from backprop.engine.proof_sides import address, ranges, value
from backprop.engine.template import Equals, Indices, Node, Product, Rate, Ref, Sum
from backprop.engine.template_walking import leaves


@dataclass(frozen=True, eq=False)
class Factor:
    """A factor of a term: its part of the line, its number, and the quantity that has this number.

    ``quantity`` is None for a rate that has no name; ``symbol`` is whose colour it has.
    """

    node: Node
    value: float
    symbol: str
    quantity: Quantity | None


@dataclass(frozen=True, eq=False)
class Term:
    """What a line has for one k: its factors, none where it is no product, and their product."""

    k: int
    factors: tuple[Factor, ...]
    value: float


def layer_of_terms(proof: Proof) -> int:
    """The layer whose neurons are counted by k: the outputs themselves, or the next layer."""
    return proof.l + 1 if proof.name == "BP2" else proof.l


def terms(proof: Proof, line: ProofLine, trace: Trace) -> tuple[Term, ...]:
    """The terms of a line, by k; none for a definition and where the line cannot be worked out."""
    right = line.claim.tree.right
    if math.isnan(line.right) or isinstance(right, Equals | Rate):
        return ()
    index = _index(line.claim)
    body = right.body if isinstance(right, Sum) else right
    every = ranges(line.claim.tree, trace, proof.l)[index] if index else (proof.j,)
    return tuple(_term(body, trace, proof, {"j": proof.j, "k": proof.j, index: k}) for k in every)


def _index(claim: Claim) -> str:
    """The index that runs in a line: that of its sum, or of the equations that it stands for."""
    return claim.tree.right.indices if isinstance(claim.tree.right, Sum) else claim.each


def _term(body: Node, trace: Trace, proof: Proof, at: Indices) -> Term:
    parts = tuple(
        Factor(one, value(one, trace, proof.l, at), *_named(one, trace, proof, at))
        for one in _factors(body)
    )
    return Term(at["k"], parts, value(body, trace, proof.l, at))


def _factors(body: Node) -> Iterator[Node]:
    if isinstance(body, Product):
        yield from _factors(body.left)
        yield from _factors(body.right)
    else:
        yield body


def _named(node: Node, trace: Trace, proof: Proof, at: Indices) -> tuple[str, Quantity | None]:
    """The symbol whose colour a factor has, and the quantity whose number it is."""
    if isinstance(node, Ref):
        found = address(node, trace, proof.l, at)
        return found.symbol, found
    if isinstance(node, Rate) and node.of == Ref("C"):
        by = address(node.by, trace, proof.l, at)
        symbol = "nabla_a" if by.symbol == "a" else "delta"
        return symbol, Quantity(symbol, by.l, by.j)
    first = leaves(node)[0]
    if isinstance(node, Rate) and first.symbol == "z":
        return "z", None
    own = address(first, trace, proof.l, at).j == proof.j
    return "sigma_prime", Quantity("sigma_prime", proof.l, proof.j) if own else None
