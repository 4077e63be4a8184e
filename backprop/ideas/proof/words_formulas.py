"""A line of the proof as formulas: in letters as the book has it, and with its numbers put in."""

import math
from collections.abc import Set
from dataclasses import replace

from backprop.engine import Proof, ProofLine, Quantity, Trace
from backprop.engine.equation import letters_of
from backprop.engine.proof_lines import Claim
from backprop.engine.proof_sides import address, leaf, ranges
from backprop.engine.template import Apply, Equals, Indices, Node, Rate, Ref
from backprop.engine.template_latex import latex
from backprop.engine.template_walking import nodes
from backprop.writing.formulas.lines import Lines, aligned, lines_of
from backprop.writing.formulas.palette import Colours, coloured
from backprop.writing.formulas.terms import entries_of, equals_of
from backprop.writing.formulas.width import em, width
from backprop.writing.formulas.written_out import Entry, written_out
from backprop.writing.text.numbers import APPROX, equals, latex_number


def letters(claim: Claim, layer: str, colours: Colours, room: int) -> str:
    """The line as the book writes it; ``layer`` is l, or L for the outputs."""

    def own(node: Node) -> str | None:
        if not isinstance(node, Ref):
            return None
        return coloured(letters_of(node, layer), node.symbol, colours)

    sides = chain(claim.tree)
    first, *rest = (latex(side, own) for side in sides)
    if len(rest) == 1:
        return aligned(lines_of(first, rest[0], em(room)))
    return aligned([(first, f"= {rest[0]}"), *(("", f"= {one}") for one in rest[1:])])


def chain(tree: Equals) -> list[Node]:
    """What stands between the signs of an equation, from left to right."""
    right = chain(tree.right) if isinstance(tree.right, Equals) else [tree.right]
    return [tree.left, *right]


def numbers(proof: Proof, line: ProofLine, trace: Trace, colours: Colours, room: int) -> str:
    """The line with its numbers put in, for k = 1 where it holds for each; "" where they are lost.

    The left side keeps its letters, with the neuron's own indices.
    """
    if math.isnan(line.right):
        return ""
    at = {"j": proof.j, "k": 1}

    def named(node: Node) -> str | None:
        if not isinstance(node, Ref):
            return None
        found = address(node, trace, proof.l, at)
        return coloured(found.latex, found.symbol, colours)

    def put(node: Node) -> str | None:
        if not isinstance(node, Entry):
            return None
        text = latex_number(node.value, parentheses=node.parentheses)
        return coloured(text, node.quantity.symbol, colours)

    right = chain(line.claim.tree)[-1]
    left, result = latex(line.claim.tree.left, named), latex_number(line.right)
    entered = _entered(right, trace, proof.l, at)
    body = latex(entered, put)
    if isinstance(right, Rate):  # a definition: one number
        return aligned([("", f"{left} = {latex(right, named)} {equals(line.right)} {body}")])
    before, after = _signs(entered, line.right, trace.endless)
    lines: Lines = lines_of(left, body, em(room), before)
    if len(lines) == 1 and width(f"{left} {before} {body} {after} {result}") <= em(room):
        return aligned([(left, f"{before} {body} {after} {result}")])
    return aligned([*lines, ("", f"{after} {result}")])


def _signs(entered: Node, result: float, endless: Set[Quantity]) -> tuple[str, str]:
    """The signs before the numbers and before what they come to."""
    entries = entries_of(entered)
    before = equals_of(entries, endless)
    functions = [one for one in nodes(entered) if isinstance(one, Apply)]
    applied = {replace(one.quantity, symbol=symbol)
               for node in functions for one in entries_of(node)
               for symbol in ("a", "sigma_prime")}  # fmt: skip
    exact = before == equals(result) == "=" and not applied & endless
    return before, equals(result) if exact or equals(result) in "<>" else APPROX


def _entered(right: Node, trace: Trace, l: int, at: Indices) -> Node:
    """The right side with numbers for its letters, its sums written out."""
    read = leaf(trace, l)

    def fill(node: Ref | Rate, at: Indices, parentheses: bool) -> Node:
        return Entry(_named(node, trace, l, at), read(node, at), parentheses)

    return written_out(
        right, at, fill, lambda index, body: len(ranges(body, trace, l)[index]), times=True
    )


def _named(node: Node, trace: Trace, l: int, at: Indices) -> Quantity:
    """A quantity with the colour that a number has, and with its value where it has a name."""
    if not isinstance(node, Rate):
        return address(node, trace, l, at)
    of, by = (address(one, trace, l, at) for one in (node.of, node.by))
    match of.symbol:
        case "C":
            return replace(by, symbol="nabla_a" if by.symbol == "a" else "delta")
        case "a" if of == replace(by, symbol="a"):
            return replace(by, symbol="sigma_prime")
        case "a":
            return Quantity("sigma_prime", l)
    return Quantity("z", l)
