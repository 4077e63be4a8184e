"""The title of a micro step and the sentence that says what it does."""

from backprop.ideas.terms.compute import MicroStep
from backprop.writing.text.numbers import short
from backprop.writing.text.sentence import Segments, filled

_OF_INPUT = {
    "first": "Entry {k} of row {j} times entry {k} of the column: "
    "[weight w] times [input a] is {added}.",
    "later": "Entry {k} of row {j} times entry {k} of the column: "
    "[weight w] times [input a] is {added}; the sum so far is {sum}.",
}
_OF_ACTIVATION = {
    "first": "Entry {k} of row {j} times entry {k} of the column: "
    "[weight w] times [activation a] is {added}.",
    "later": "Entry {k} of row {j} times entry {k} of the column: "
    "[weight w] times [activation a] is {added}; the sum so far is {sum}.",
}
_COMPLETES = " Without a bias that is all: the [weighted input z] is {sum}."


def title(step: MicroStep) -> str:
    """What a micro step is called."""
    result = step.result.text
    match step.kind:
        case "term":
            return f"Term {step.k} of {step.n} in {result}"
        case "bias":
            return f"The bias completes {result}"
        case _:
            return f"σ turns {step.operands[0].text} into {result}"


def sentence(step: MicroStep) -> Segments:
    """What a micro step does, with its numbers."""
    match step.kind:
        case "term":
            return _term(step)
        case "bias":
            return _bias(step)
        case _:
            return _sigma(step)


def _term(step: MicroStep) -> Segments:
    w, a_prev = step.operands
    place = "first" if w.k == 1 else "later"
    template = (_OF_INPUT if a_prev.l == 1 else _OF_ACTIVATION)[place]
    if step.completes:
        template += _COMPLETES
    numbers = {"added": short(step.added), "sum": short(step.value)}
    texts = {"w": w.text, "a": a_prev.text, "z": step.result.text}
    return filled(template.format(j=w.j, k=w.k, **numbers), texts)


def _bias(step: MicroStep) -> Segments:
    (b,) = step.operands
    template = (
        f"At last the [bias b] is added, once: the [weighted input z] is {short(step.value)}."
    )
    return filled(template, {"b": b.text, "z": step.result.text})


def _sigma(step: MicroStep) -> Segments:
    (z,) = step.operands
    template = f"σ of the [weighted input z] is the [activation a]: {short(step.value)}."
    return filled(template, {"z": z.text, "a": step.result.text})
