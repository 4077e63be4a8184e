"""The explorer's stage: the network, its heatmaps, and every step of its trace."""

from backprop.engine import Network, Step, Trace
from backprop.figures.json import Json
from backprop.lesson import Lesson
from backprop.stage.board import born, rows_of_steps
from backprop.stage.data import StageData, StageStep
from backprop.stage.picture import Picture
from backprop.writing import layer_name, sentence, title

PARTS = (
    "browser/header.js",
    "browser/diagram.js",
    "browser/value_editor.js",
    "browser/board.js",
)
"""The explorer's parts, each by its module."""


def stage_data(lesson: Lesson, trace: Trace) -> StageData:
    """All that the stage can show, step by step, at the lesson's level of detail."""
    steps = trace.at(lesson.level)
    return (
        Picture.of(trace, [*PARTS[:-1], _board(trace.network)])
        .with_steps(
            [described(step, trace) for step in steps],
            born(tuple(step.quantity for step in steps), trace.network),
            level=lesson.level,
        )
        .data
    )


def _board(network: Network) -> Json:
    """The board, with what it shows of a step where there is no room for all of a layer."""
    layers = range(2, network.L + 1)
    return {
        "module": PARTS[-1],
        "steps": {str(l): rows_of_steps(network, l) for l in layers},
        "layers": {str(l): layer_name(l, network.L) for l in layers},
    }


def described(step: Step, trace: Trace) -> StageStep:
    """One step in the words and addresses that the stage shows."""
    numbers = step.equation.numbers
    return StageStep(
        title=title(step),
        tag=numbers[0] if numbers else "",
        group=step.group,
        l=step.l,
        result=step.quantity.id,
        operands=[operand(step, name) for name in step.operands],
        sentence=sentence(step, trace.network),
    )


def operand(step: Step, name: str) -> str:
    """The id of what a step uses; "w3__2" is column 2 of w3."""
    quantity = step.operand_quantities[name]
    if name == "w_next" and step.j is not None:
        return f"{quantity.id}__{step.j}"
    return quantity.id
