"""What is said of the step of gradient descent and of the rounds that it makes."""

from backprop.engine import Network, Quantity
from backprop.inputs.phrases import as_sentence, count_of
from backprop.writing.text.convention_words import cost_over_examples
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
}
"""What the stage says, with places for names and numbers in braces."""

_GLOW = "Glow: how far each {moved} moves, drawn larger; orange up, blue down."
_WHAT = {
    "learn": "Each [w] and [b] moves by −η = {rate} times its [nabla_w], {over}. ",
    "fixed": "Each [w] moves by −η = {rate} times its [nabla_w], {over}; each [b] stays as it is. ",
    "none": "Each [w] moves by −η = {rate} times its [nabla_w], {over}. ",
}
"""By what is done with biases."""
_DOWN = "{The}[C] goes down from {before} to {after}."
_UP = "{The}[C] goes up from {before} to {after}; a smaller η may help."
_FLAT = "Every {of}[nabla_w] is 0, {over}: nothing moves, and {the}[C] stays at {before}."
_SAME = "{The}[C] stays at {before} all the same."
_NONE = "There is no step {over}. {why}"

OTHER_SIGN = (
    "Many textbooks define δ with the other sign, −∂C/∂z, and then add: w + η δ a. Both steps "
    "are the same."
)
"""That the sign of the error is a convention."""


def over(rows: int) -> str:
    """What a step goes over: so many rows of the table, or 0 for this example."""
    return f"over {count_of(rows, 'row')} of the table" if rows else "over this example"


def about_step(
    network: Network, eta: float, rows: int, before: float, after: float | None, flat: bool
) -> Segments:
    """What a step does, and where it takes C; ``flat``: all gradients that count are 0."""
    what = _WHAT[network.biases]
    template = (
        _FLAT if flat
        else what.rstrip() if after is None
        else what + _SAME if after == before
        else what + _DOWN if after < before
        else what + _UP
    )  # fmt: skip
    here, ahead = costs(before, after)
    sentence = template.format(
        rate=minus(written([-eta])),
        over=over(rows),
        before=here,
        after=ahead,
        The="The " if rows else "",
        the="the " if rows else "",
        of="" if network.learns_biases else "weight's ",
    )
    texts = {"w": "weight", "b": "bias", "nabla_w": "gradient", "C": cost_name(network, rows)}
    return filled(sentence, texts)


def cost_name(network: Network, rows: int) -> str:
    """What the cost is called over so many rows of the table, or over this example: 0."""
    return cost_over_examples(network) if rows else "C"


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


def row_labels(network: Network, l: int) -> list[str]:
    """The rows of the board in layer l: what happens to its weights, and to biases that learn."""
    called = {"w": "weights", "b": "biases"}
    return [f"The step of the {called[symbol]}, layer {l}" for symbol in network.learned]


def texts(network: Network) -> dict[str, str]:
    """What the stage says, with places for names and numbers in braces."""
    moved = "weight and bias" if network.learns_biases else "weight"
    return TEXTS | {"glow": _GLOW.format(moved=moved)}
