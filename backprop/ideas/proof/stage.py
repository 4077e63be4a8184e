"""The stage of the proof: the proof as it grows, and the network with its rates on the lines."""

import math

from backprop.engine import Proof, ProofLine, Quantity, Trace
from backprop.engine.quantity import neuron_id
from backprop.engine.template import Sum
from backprop.figures.json import Json
from backprop.ideas.proof.compute import Term, layer_of_terms, terms
from backprop.ideas.proof.words import (
    CHOSEN,
    FOR_EACH,
    LINES,
    TITLES,
    lost,
    sentence,
    uses,
)
from backprop.stage import Picture, StageData, StageStep, diagram, edge_label, labels_by_step
from backprop.stage.formula import Pieces, formula, number, spoken
from backprop.writing.text.numbers import equals, short

SYMBOLS = ("w", "b", "a", "z", "sigma_prime", "nabla_a", "delta")
_USED = {
    "36": ("z",),
    "37": ("nabla_a_all", "z"),
    "38": ("nabla_a", "sigma_prime"),
    "39": ("nabla_a", "sigma_prime"),
    "40": ("z",),
    "41": ("w_column", "delta_next"),
    "42": ("w_column", "delta_next"),
    "43": ("w_next", "a"),
    "44": ("w_column", "sigma_prime"),
    "45": ("w_column", "delta_next", "sigma_prime"),
}
"""What is marked as used at each line."""


def stage_data(trace: Trace, proof: Proof, place: int) -> StageData:
    """What the stage is sent to step through the lines of a proof, from line ``place`` on."""
    labels = labels_by_step([_labels(proof, line, trace) for line in proof.lines])
    lines = {
        "module": "ideas/proof/lines.js",
        "lines": [_line(proof, line, trace) for line in proof.lines],
        "texts": LINES,
    }
    shown = Picture.of(
        trace, ["browser/header.js", lines, diagram("delta", "w", labels)], SYMBOLS
    ).with_marks({neuron_id(proof.l, proof.j): {"sign": "◆", "words": CHOSEN}})
    steps = [_step(proof, line, trace) for line in proof.lines]
    return shown.with_steps(steps, {}).at_step(place, "proof-line", {}).data


def _step(proof: Proof, line: ProofLine, trace: Trace) -> StageStep:
    l, j = proof.l, proof.j
    ids = {
        "z": f"z{l}_{j}",
        "a": f"a{l}",
        "sigma_prime": f"sigma_prime{l}_{j}",
        "nabla_a": f"nabla_a{l}_{j}",
        "nabla_a_all": f"nabla_a{l}",
        "w_column": f"w{l + 1}__{j}",
        "w_next": f"w{l + 1}",
        "delta_next": f"delta{l + 1}",
    }
    return StageStep(
        title=TITLES[line.number],
        tag=line.number,
        group=proof.name,
        l=l,
        result=f"z{l + 1}" if line.claim.each else f"delta{l}_{j}",
        operands=[ids[name] for name in _USED[line.number]],
        sentence=sentence(proof, line, trace),
    )


def _labels(proof: Proof, line: ProofLine, trace: Trace) -> list[Json]:
    """On the lines out of the neuron: the rates that are used, or what each line brings back."""
    if proof.name == "BP1" or line.number in ("40", "43"):
        return []
    m, found = layer_of_terms(proof), terms(proof, line, trace)

    def label(term: Term) -> Json:
        if line.number == "45":
            return edge_label(m, term.k, proof.j, short(term.value), "delta")
        rates = [one.value for one in term.factors if one.symbol == "z"]
        return edge_label(m, term.k, proof.j, short(rates[0] if rates else term.value), "z")

    return [label(term) for term in found]


def _line(proof: Proof, line: ProofLine, trace: Trace) -> Json:
    """A line as the list has it: its formula, both its sides as numbers, and its terms."""
    letter = "L" if proof.name == "BP1" else "l"
    tree, at = line.claim.tree, {"j": proof.j}
    is_lost = math.isnan(line.right)
    return {
        "number": line.number,
        "uses": uses(proof, line),
        "formula": formula(tree, letter, proof.l, trace.network.L, at),
        "text": spoken(tree, letter),
        "sides": [] if is_lost else _sides(proof, line),
        "terms": _terms(proof, line, trace),
        "lost": lost(proof, line) if is_lost else "",
    }


def _sides(proof: Proof, line: ProofLine) -> Pieces:
    if line.claim.each:
        return [number(FOR_EACH, "quiet")]
    delta = Quantity("delta", proof.l, proof.j)
    left, right = (short(one) for one in (line.left, line.right))
    return [number(left, "delta", delta.id), _sign(left, right), number(right, "delta", delta.id)]


def _terms(proof: Proof, line: ProofLine, trace: Trace) -> list[Json]:
    """The terms of a line by k; where a sum has lost all but one, the others are still there."""
    if line.number == "43":
        m = layer_of_terms(proof)
        return [
            _written(k, [number(left, "z", f"z{m}_{k}"), _sign(left, right), number(right, "z")])
            for k, (left, right) in enumerate(
                ((short(left), short(right)) for left, right in line.sides), start=1
            )
        ]
    adds = isinstance(line.claim.tree.right, Sum)
    symbol = "z" if line.claim.each else "delta"
    found = [
        _written(one.k, _product(one, symbol), is_zero=adds and one.value == 0)
        for one in terms(proof, line, trace)
    ]
    if proof.name == "BP2" or not found or adds:
        return found
    others = range(1, trace.network.sizes[proof.l - 1] + 1)
    gone = {k: _written(k, [number("0", "quiet")], is_zero=True) | {"gone": True} for k in others}
    return [*({**gone, proof.j: found[0]}.values())]


def _written(k: int, pieces: Pieces, is_zero: bool = False) -> Json:
    return {"k": f"k = {k}", "pieces": pieces, "zero": is_zero}


def _product(term: Term, symbol: str) -> Pieces:
    """The factors of a term as numbers, and what they come to, in the colour of ``symbol``."""
    pieces: Pieces = []
    for place, one in enumerate(term.factors):
        digits = short(one.value)
        signed = f"({digits})" if place and one.value < 0 else digits
        id = one.quantity.id if one.quantity else ""
        pieces += [*([" · "] if place else []), number(signed, one.symbol, id)]
    factors = [one.value for one in term.factors]
    is_exact = 0 in factors or equals(*factors, term.value) == "="
    return [*pieces, " = " if is_exact else " ≈ ", number(short(term.value), symbol)]


def _sign(left: str, right: str) -> str:
    """The sign between both sides as they are printed."""
    return " = " if left == right else " ≈ "
