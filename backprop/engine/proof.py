"""The proofs of BP1 to BP4, line by line, with both sides of each line worked out as numbers.

What is printed is what is worked out. Errors are those of the backward pass, rates are found going
forward: the two sides of a line meet from two directions.
"""

from dataclasses import dataclass

from backprop.engine.proof_lines import PROOFS, Claim
from backprop.engine.proof_sides import ranges, value
from backprop.engine.push import with_biases
from backprop.engine.quantity import Quantity
from backprop.engine.trace import Trace
from backprop.engine.validation import check_kind, check_one_of


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
    check_kind("trace", trace, Trace)
    trace.check_is_of_one("a proof with numbers")
    check_one_of("the equation", name, PROOFS)
    network, needs_k = trace.network, name == "BP4"
    if (k is not None) != needs_k:
        needed = "the neuron k that the weight comes from" if needs_k else "no k"
        raise ValueError(f"the proof of {name} needs {needed}; got {k}")
    if j is None:
        raise ValueError(f"the proof of {name} needs a neuron j; got {j}")
    quantity = Quantity("w" if needs_k else "delta", l, j, k)
    check_layer(name, l, network.L)
    network.check_has(quantity)
    if name != "BP3":  # the others are true without biases, and their lines take them for 0
        trace = with_biases(trace)
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
    tree = claim.tree
    free = ranges(tree, trace, l)[claim.each] if claim.each else (k or 0,)
    each = [{"j": j, "k": one} for one in free]
    return ProofLine(
        claim,
        tuple((value(tree.left, trace, l, at), value(tree.right, trace, l, at)) for at in each),
    )
