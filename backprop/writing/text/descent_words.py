"""What is said of the step of gradient descent and of the rounds that it makes."""

from backprop.engine.quantity import Quantity
from backprop.inputs.phrases import as_sentence, count_of
from backprop.writing.text.numbers import minus, short, told_apart, written
from backprop.writing.text.sentence import Segments, filled

TITLE, GROUP = "One step of gradient descent", "Learning"
TEXTS = {
    "learn": "Learn from it",
    "round": "Next round",
    "rounds": "Ten rounds",
    "layers": "Layer",
    "layer": "layer {l}",
    "curve": "C as the weights change",
    "start": "Start: C = {cost}",
    "point": "Change {n}: C = {cost}",
    "present": "{point}, here",
    "next": "The next round: C = {cost}",
    "told": "Change {n}. {said}",
    "glow": "Glow: how far each weight and bias moves, drawn larger; orange up, blue down.",
}
"""What the stage says, with places for names and numbers in braces."""

_WHAT = "Each [w] and [b] moves by −η = {rate} times its [nabla_w], {over}. "
_DOWN = _WHAT + "{The}[C] goes down from {before} to {after}."
_UP = _WHAT + "{The}[C] goes up from {before} to {after}; a smaller η may help."
_FLAT = "Every [nabla_w] is 0, {over}: nothing moves, and {the}[C] stays at {before}."
_SAME = _WHAT + "{The}[C] stays at {before} all the same."
_NONE = "There is no step {over}. {why}"

OTHER_SIGN = (
    "Many textbooks define δ with the other sign, −∂C/∂z, and then add: w + η δ a. Both steps "
    "are the same."
)
"""That the sign of the error is a convention."""


def over(rows: int) -> str:
    """What a step goes over: so many rows of the table, or 0 for this example."""
    return f"over {count_of(rows, 'row')} of the table" if rows else "over this example"


def about_step(eta: float, rows: int, before: float, after: float | None, flat: bool) -> Segments:
    """What a step does, and where it takes C; ``flat``: all gradients are 0."""
    template = (
        _FLAT if flat
        else _WHAT.rstrip() if after is None
        else _SAME if after == before
        else _DOWN if after < before
        else _UP
    )  # fmt: skip
    here, ahead = costs(before, after)
    sentence = template.format(
        rate=minus(written([-eta])),
        over=over(rows),
        before=here,
        after=ahead,
        The="The " if rows else "",
        the="the " if rows else "",
    )
    texts = {"w": "weight", "b": "bias", "nabla_w": "gradient", "C": cost_name(rows)}
    return filled(sentence, texts)


def cost_name(rows: int) -> str:
    """What the cost is called over so many rows of the table, or over this example: 0."""
    return "mean C" if rows else "C"


def costs(before: float, after: float | None) -> tuple[str, str]:
    """Two costs in as many digits as it takes to tell them apart; "" for one that is not there."""
    if after is None:
        return short(before), ""
    return told_apart(before, after)[:2]


def refused(rows: int, why: str) -> str:
    """Why there is no step."""
    return _NONE.format(over=over(rows), why=as_sentence(why))


def names(l: int) -> dict[str, str]:
    """What the arrays of the step are called in layer l."""
    return {
        "step_w": f"−η {Quantity('nabla_w', l).text}",
        "step_b": f"−η {Quantity('nabla_b', l).text}",
        "new_w": f"new {Quantity('w', l).text}",
        "new_b": f"new {Quantity('b', l).text}",
        "new_a": f"new {Quantity('a', l).text}",
    }


def row_labels(l: int) -> tuple[str, str]:
    """The two rows of the board in layer l: what happens to its weights, and to its biases."""
    return f"The step of the weights, layer {l}", f"The step of the biases, layer {l}"
