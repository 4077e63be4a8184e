"""The proofs of BP1 to BP4, line by line, with both sides of each line worked out as numbers.

What is printed is what is worked out: each side is the value of the line's own tree. The letters in
it are numbers of the trace, errors those of the backward pass, while each rate is found by pushing
a unit change forward: the two sides of a line meet from two directions.
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial

import numpy as np

from backprop.engine.activations import ACTIVATIONS
from backprop.engine.component_value import Leaf, component_value
from backprop.engine.equation import array_of
from backprop.engine.output_pairs import pair_of
from backprop.engine.proof_lines import PROOFS, Claim
from backprop.engine.quantity import Quantity
from backprop.engine.rates import rate
from backprop.engine.template import Indices, Node, Rate, Ref
from backprop.engine.template_walking import leaves, nodes
from backprop.engine.trace import Trace
from backprop.engine.validation import check_one_of

_TINY = np.finfo(np.float64).tiny


@dataclass(frozen=True, eq=False)
class ProofLine:
    """One line of a proof, for one neuron of one trace.

    ``left`` and ``right`` are the values of its sides, ``uses`` the lines it uses, from 0. A line
    that holds for each k, (43) and (44), has both sides for all of them in ``sides``, and those of
    k = 1 in ``left`` and ``right``; any other has one pair in ``sides``.
    """

    claim: Claim
    sides: tuple[tuple[float, float], ...]

    @property
    def number(self) -> str:
        """The book's number, or "" for a line of our own."""
        return self.claim.number

    @property
    def rule(self) -> str:
        """By which rule it holds: one of RULES."""
        return self.claim.rule

    @property
    def uses(self) -> tuple[int, ...]:
        """The lines that it uses, counted from 0."""
        return self.claim.uses

    @property
    def left(self) -> float:
        """The value of its left side."""
        return self.sides[0][0]

    @property
    def right(self) -> float:
        """The value of its right side; nan where it cannot be worked out: see ``proof``."""
        return self.sides[0][1]


@dataclass(frozen=True, eq=False)
class Proof:
    """A proof of BP1, BP2, BP3 or BP4 for neuron j of layer l, of BP4 for the weight from k."""

    name: str
    l: int
    j: int
    k: int | None
    lines: tuple[ProofLine, ...]


def proof(trace: Trace, name: str, l: int, j: int, k: int | None = None) -> Proof:
    """The proof of one of the four equations, with both sides of each line as numbers.

    BP1 is about an output, l = L, BP2 about a hidden neuron, BP3 and BP4 about any; BP4 needs k.
    Where a sigmoid output with the cross-entropy is so saturated that sigma' is no normal float64,
    and dC/da may be beyond all of them, what (37) to (39) make of them is lost: it is nan there.
    Raises ValueError for another name, layer, neuron or weight, and a trace of several examples.
    """
    trace.check_is_of_one("a proof with numbers")
    check_one_of("the equation", name, PROOFS)
    network, needs_k = trace.network, name == "BP4"
    check_layer(name, l, network.L)
    if (k is not None) != needs_k:
        needed = "the neuron k that the weight comes from" if needs_k else "no k"
        raise ValueError(f"the proof of {name} needs {needed}; got {k}")
    if j is None:
        raise ValueError(f"the proof of {name} needs a neuron j; got {j}")
    Quantity("w" if needs_k else "delta", l, j, k).check_is_in(network.sizes)
    return Proof(name, l, j, k, tuple(worked_out(one, trace, l, j, k) for one in PROOFS[name]))


def check_layer(name: str, l: int, L: int) -> None:
    """Raise ValueError unless this is a layer that one of the four equations is about."""
    first, last = {"BP1": (L, L), "BP2": (2, L - 1)}.get(name, (2, L))
    if last < first:
        raise ValueError(f"{name} needs a hidden layer; got a network of {L} layers")
    if l not in range(first, last + 1):
        where = f"must be {first}" if first == last else f"must be from {first} to {last}"
        raise ValueError(f"the layer of {name} {where}; got {l}")


def worked_out(claim: Claim, trace: Trace, l: int, j: int, k: int | None = None) -> ProofLine:
    """A line with its numbers for neuron j of layer l and weight k: what it says need not be so."""
    every = ranges(claim.tree, trace, l)
    free = every[claim.each] if claim.each else (k or 0,)
    return ProofLine(claim, tuple(_sides(claim, trace, l, {"j": j, "k": one}) for one in free))


def _sides(claim: Claim, trace: Trace, l: int, at: Indices) -> tuple[float, float]:
    left, right = claim.tree.left, claim.tree.right
    return value(left, trace, l, at), value(right, trace, l, at)


def value(node: Node, trace: Trace, l: int, at: Indices) -> float:
    """The value of a part of a line where its free indices have these values."""
    if _is_lost(node, trace, l, at):
        return math.nan
    sigma = ACTIVATIONS[trace.network.activation[l]]
    functions = {
        r"\sigma": lambda z: float(sigma.value(np.array(z))),
        r"\sigma'": lambda z: float(sigma.derivative(np.array(z))),
    }
    return component_value(node, leaf(trace, l), ranges(node, trace, l), at, functions)


def leaf(trace: Trace, l: int) -> Leaf:
    """The numbers that stand for the operands and the rates of a line about layer l."""
    return partial(_leaf, trace, l)


def _leaf(trace: Trace, l: int, node: Ref | Rate, at: Indices) -> float:
    if isinstance(node, Ref):
        return float(trace.value(address(node, trace, l, at)).item())
    of, by = (address(one, trace, l, at) for one in (node.of, node.by))
    return rate(trace, of, by)


def address(node: Node, trace: Trace, l: int, at: Indices) -> Quantity:
    """Which number an operand of a line about layer l is. Raises TypeError for another node."""
    if not isinstance(node, Ref):
        raise TypeError(f"only an operand has an address; got {node}")
    whole = array_of(node, l, trace.network.L)
    return Quantity(whole.symbol, whole.l, *(at[index] for index in node.indices))


def ranges(node: Node, trace: Trace, l: int) -> Mapping[str, range]:
    """The values that each index in a part of a line can have."""
    sizes = trace.network.sizes
    return {
        index: range(1, sizes[array_of(ref, l, trace.network.L).l - 1 - axis] + 1)
        for ref in leaves(node)
        for axis, index in enumerate(ref.indices)
    }


def _is_lost(node: Node, trace: Trace, l: int, at: Indices) -> bool:
    """Whether it has a product of a dC/da and a sigma' that float64 cannot hold."""
    by = {one.by for one in nodes(node) if isinstance(one, Rate) and one.of == Ref("C")}
    outputs = by & {Ref("a", "j"), Ref("a", "k")}
    if l < trace.network.L or not outputs or pair_of(trace.network).slope_in_z is None:
        return False
    slopes = trace.sigma_prime[l][:, 0]
    needed = slopes if Ref("a", "k") in outputs else slopes[at["j"] - 1]
    return bool((needed < _TINY).any())
