"""What the proof's page says: each line's title and sentence, its rule, and whether it agrees."""

from backprop.engine import Proof, ProofLine, Quantity, Trace
from backprop.engine.four_equations import uses_slope
from backprop.engine.proof_lines import (
    CHAIN_RULE,
    DEFINITION,
    DERIVATIVE,
    ONE_TERM,
    SUBSTITUTION,
)
from backprop.engine.quantity import lowered
from backprop.ideas.proof.compute import layer_of_terms
from backprop.writing.text.cost_words import words_of_pair
from backprop.writing.text.numbers import exact, is_all, short, told_apart
from backprop.writing.text.sentence import Segments, filled

PROOF_OF = "The proof of"
NEEDS_HIDDEN_LAYER = "BP2 is about hidden neurons, and this network has none."
HINT = "Click an output for BP1, a hidden neuron for BP2."
FOR_EACH = "for each k"
CHOSEN = "the neuron of this proof"
LINES = {
    "lines": "The lines of the proof so far",
    "line": "Line {number}",
    "uses": "uses {numbers}",
}
"""The names of what is on the stage's list, for a screen reader and beside the lines."""

TITLES = {
    "36": "Begin with the definition",
    "37": "The chain rule, over every output",
    "38": "Only one term is left",
    "39": "Work out the last rate",
    "40": "Begin with the definition",
    "41": "The chain rule, over the next layer",
    "42": "Call ∂C/∂z by its name",
    "43": "What the next z is made of",
    "44": "Work out its rate",
    "45": "Put (44) into (42)",
}
"""What each line does, as a heading, by the book's number."""

RULES = {
    DEFINITION: "A definition needs no proof: it only gives a name.",
    CHAIN_RULE: "The chain rule: where C depends on a number through several others, each of these "
    "adds a product, the rate of C with it times its rate with that number.",
    ONE_TERM: "A term with a factor 0 adds nothing to a sum, whatever its other factor is.",
    DERIVATIVE: "A rate worked out: the derivative of what the number is made of.",
    SUBSTITUTION: "Of two equal numbers one may be put in place of the other.",
}
"""What each rule says, in general."""

_DEFINED = (
    "The [error delta] is defined as the rate of the [cost C] with [z], (29): here it is {delta}."
)
_SENTENCES = {
    "36": _DEFINED,
    "37": "The [cost C] depends on [z] through the [outputs a]: a sum with one term for each of "
    "the {n} outputs.",
    "38": "[z] reaches its own output [a] and no other: every other term has a rate of exactly 0.",
    "39": "The output is [a] = σ([z]), so its rate with [z] is σ′([z]), here {slope}. This is BP1.",
    "40": _DEFINED,
    "41": "The [cost C] depends on [z] through the weighted inputs of the next layer: a sum with "
    "one term for each of its {n} neurons.",
    "42": "∂C/∂[z_k] is the [error delta_k] of the next layer, by definition. The two factors "
    "change places.",
    "43": "Each [z_k] is a weighted sum over layer {l} with a bias, and [a] = σ([z]) is one of "
    "its activations.",
    "44": "Only one term of that sum has [z] in it: the rate is its [weight w], times σ′([z]), "
    "here {slope}.",
    "45": "Each rate is now known. This is BP2: the [error delta] is {delta}.",
}
_ALONE = {
    "37": "The [cost C] depends on [z] through the one [output a] that there is: the sum has just "
    "one term.",
    "38": "The sum has just one term, so it is that term.",
    "41": "The [cost C] depends on [z] through the one weighted input of the next layer: the sum "
    "has just one term.",
}
"""The sentences where the sum has one term."""

_LOST = (
    "An output is so saturated that its σ′ is too small for a number of 16 digits to hold, so "
    "this line cannot be worked out. {delta} {sign} {value} was computed without σ′."
)


def sentence(proof: Proof, line: ProofLine, trace: Trace) -> Segments:
    """What a line does, with the neuron's numbers."""
    l, j, m = proof.l, proof.j, layer_of_terms(proof)
    n = trace.network.sizes[m - 1]
    template = (_ALONE if n == 1 else _SENTENCES).get(line.number, _SENTENCES[line.number])
    numbers = {
        "n": n,
        "l": l,
        "delta": short(trace.delta[l][j - 1, 0]),
        "slope": short(trace.sigma_prime[l][j - 1, 0]),
    }
    texts = {
        "C": "C",
        "delta": Quantity("delta", l, j).text,
        "z": Quantity("z", l, j).text,
        "a": Quantity("a", l, j).text,
        "w": Quantity("w", m).text + f"ₖ{',' if j > 9 else ''}{lowered(j)}",
        "z_k": f"{Quantity('z', m).text}ₖ",
        "delta_k": f"{Quantity('delta', m).text}ₖ",
    }
    if line.number == "37" and n > 1:
        texts["a"] = f"{Quantity('a', l).text}ₖ"
    pieces = filled(template.format(**numbers), texts)
    return [(text, symbol.removesuffix("_k")) for text, symbol in pieces]


def uses(proof: Proof, line: ProofLine) -> list[str]:
    """The book's numbers of the lines that a line uses."""
    return [proof.lines[one].number for one in line.uses]


def rule(proof: Proof, line: ProofLine) -> str:
    """By which rule a line holds, and which lines it uses, as Markdown."""
    used = " and ".join(f"({number})" for number in uses(proof, line))
    return f"{RULES[line.rule]} It uses {used}." if used else RULES[line.rule]


def agreement(line: ProofLine) -> str:
    """Whether both sides of a line that can be worked out come to the same number, as Markdown."""
    most = max(abs(left - right) for left, right in line.sides)
    left, right, apart = told_apart(line.left, line.right, most=17)
    numbers = {"left": left, "right": right, "apart": apart}
    if line.left == line.right:
        numbers |= dict.fromkeys(("left", "right"), exact(line.left))
    if len(line.sides) == 1:
        return (_ROUNDED if most else _SAME).format(**numbers)
    numbers |= {"apart": short(most), "n": str(len(line.sides))}
    return (_EACH_ROUNDED if most else _EACH_SAME).format(**numbers)


_SAME = "**Left {left}, right {right}:** the same to the last of 16 digits."
_ROUNDED = "**Left {left}, right {right}:** they differ by {apart}, which is rounding."
_EACH_SAME = (
    "**For k = 1: left {left}, right {right}.** For each of the {n} neurons k both sides are the "
    "same to the last of 16 digits."
)
_EACH_ROUNDED = (
    "**For k = 1: left {left}, right {right}.** The largest difference among the {n} neurons k is "
    "{apart}, which is rounding."
)


def lost(proof: Proof, line: ProofLine) -> str:
    """Why a line of BP1 has no number on its right side."""
    delta = Quantity("delta", proof.l, proof.j).text
    sign = "=" if is_all(line.left, 9) else "≈"
    return _LOST.format(delta=delta, sign=sign, value=exact(line.left))


TWO_WAYS = (
    "Each δ is computed backward through the network, each ∂ forward: two different computations."
)


def cancelled(proof: Proof, trace: Trace) -> str:
    """At the last line of BP1, that the slope cancels there, where it does; else ""."""
    if proof.name != "BP1" or uses_slope(trace.network, proof.l):
        return ""
    delta, a = (Quantity(symbol, proof.l, proof.j).text for symbol in ("delta", "a"))
    return words_of_pair(trace.network).by_matrices.format(delta=delta, a=a)
