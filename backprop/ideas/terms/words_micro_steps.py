"""The title of a micro step and the sentence that says what it does."""

from backprop.ideas.terms.compute import MicroStep
from backprop.writing.text.numbers import short
from backprop.writing.text.sentence import Segments


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
    kind = "input" if a_prev.l == 1 else "activation"
    so_far = "" if w.k == 1 else f"; the sum so far is {short(step.value)}"
    return [
        (f"Place {w.k} of row {w.j} meets place {w.k} of the column: ", ""),
        (f"weight {w.text}", "w"),
        (" times ", ""),
        (f"{kind} {a_prev.text}", "a"),
        (f" is {short(step.added)}{so_far}.", ""),
    ]


def _bias(step: MicroStep) -> Segments:
    (b,) = step.operands
    return [
        ("All terms are in. The ", ""),
        (f"bias {b.text}", "b"),
        (" is added, once: the ", ""),
        (f"weighted input {step.result.text}", "z"),
        (f" is {short(step.value)}.", ""),
    ]


def _sigma(step: MicroStep) -> Segments:
    (z,) = step.operands
    return [
        ("σ of the ", ""),
        (f"weighted input {z.text}", "z"),
        (" is the ", ""),
        (f"activation {step.result.text}", "a"),
        (f": {short(step.value)}.", ""),
    ]
