"""The cards for a proof of BP3 or BP4: its lines, and slips that look like lines.

A slip is an equation that is not true in general; it is offered only where it is none.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from backprop.engine import ACTIVATIONS, Network, ProofLine, Trace
from backprop.engine.proof import worked_out
from backprop.engine.proof_lines import PROOFS, Claim

Offered = Callable[[Network, int], bool]

NAMES = ("definition", "chain", "only", "z", "rate", "end")
"""What the lines of a proof are called, in the order that they have in the engine."""


@dataclass(frozen=True, eq=False)
class Card:
    """What may be put into the proof ``of`` BP3 or BP4.

    ``uses`` are the cards that must stand above it. A slip has ``instead``, the line in whose place
    it stands, and is ``offered`` for a network and a layer.
    """

    name: str
    of: str
    claim: Claim
    uses: tuple[str, ...] = ()
    instead: str = ""
    offered: Offered = lambda network, l: True


def has_slope(network: Network, l: int) -> bool:
    """Whether sigma' of this layer is not 1 everywhere."""
    return not ACTIVATIONS[network.activation[l]].is_identity


def has_slope_twice(network: Network, l: int) -> bool:
    """Whether sigma' is not just 0 and 1, so that it makes a difference to have it twice."""
    return has_slope(network, l) and not ACTIVATIONS[network.activation[l]].can_be_off


def has_neighbours(network: Network, l: int) -> bool:
    """Whether this layer has more than one neuron."""
    return network.sizes[l - 1] > 1


def has_inputs(network: Network, l: int) -> bool:
    """Whether more than one number comes into this layer."""
    return network.sizes[l - 2] > 1


def has_layer_before(network: Network, l: int) -> bool:
    """Whether the layer before this one has errors."""
    return l > 2


def _lines(of: str) -> list[Card]:
    prefix = of.lower()
    names = [f"{prefix}-{name}" for name in NAMES]
    return [
        Card(name, of, claim, tuple(names[use] for use in claim.uses))
        for name, claim in zip(names, PROOFS[of], strict=True)
    ]


def _slip(name: str, template: str, instead: str, *offered: Offered) -> Card:
    of = name.partition("-")[0]
    return Card(name, of.upper(), Claim("", template, ""), (), f"{of}-{instead}", *offered)


_C_BY_B, _C_BY_W = r"\frac{\partial <C>}{\partial <b j>}", r"\frac{\partial <C>}{\partial <w jk>}"
_Z_BY_B = r"\frac{\partial <z j>}{\partial <b j>}"
_Z_BY_W = r"\frac{\partial <z j>}{\partial <w jk>}"
_EVERY_Z = r"[k| \frac{\partial <C>}{\partial <z k>} |]"

_SLIPS = (
    _slip("bp3-value", rf"{_Z_BY_B} = <b j>", "rate"),
    _slip("bp3-slope", rf"{_Z_BY_B} = \sigma'(<z j>)", "rate", has_slope),
    _slip("bp3-all", rf"{_C_BY_B} = {_EVERY_Z}", "only", has_neighbours),
    _slip(
        "bp3-a",
        rf"{_C_BY_B} = \frac{{\partial <C>}}{{\partial <a j>}} {_Z_BY_B}",
        "only",
        has_slope,
    ),
    _slip("bp3-twice", rf"{_C_BY_B} = <delta j> \, \sigma'(<z j>)", "end", has_slope_twice),
    _slip("bp4-value", rf"{_Z_BY_W} = <w jk>", "rate"),
    _slip("bp4-a", rf"{_Z_BY_W} = <a j>", "rate"),
    _slip("bp4-sum", rf"{_Z_BY_W} = [m| <a_prev m> |]", "rate", has_inputs),
    _slip(
        "bp4-twice",
        rf"{_C_BY_W} = <a_prev k> <delta j> \, \sigma'(<z j>)",
        "end",
        has_slope_twice,
    ),
    _slip("bp4-delta", rf"{_C_BY_W} = <a_prev k> <delta_prev k>", "end", has_layer_before),
)

CARDS = {card.name: card for card in (*_lines("BP3"), *_lines("BP4"), *_SLIPS)}
"""All cards by their names: first the lines of the proofs, each in their order, then the slips."""


def offered(of: str, network: Network, l: int) -> list[Card]:
    """The cards for the proof of BP3 or BP4 at layer l: its lines in their order, then slips."""
    return [card for card in CARDS.values() if card.of == of and card.offered(network, l)]


def numbers(card: Card, trace: Trace, l: int, j: int, k: int) -> ProofLine:
    """Both sides of a card for neuron j of layer l and its weight k."""
    return worked_out(card.claim, trace, l, j, k)


def with_lines(kept: Sequence[str], of: str, told: object) -> list[str]:
    """The cards in both proofs, those of one of them as a browser has told, which may be anything.

    What are no cards of this proof is left out, and what is no list of cards changes nothing.
    """
    if not isinstance(told, list) or not all(isinstance(one, str) for one in told):
        return [*kept]
    own = [one for one in dict.fromkeys(told) if one in CARDS and CARDS[one].of == of]
    return [*(one for one in kept if CARDS[one].of != of), *own]
