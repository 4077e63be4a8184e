"""The explorer's stage: the network, its heatmaps, and every step of its trace."""

from backprop.engine import Step, Trace
from backprop.lesson import Lesson
from backprop.stage.board import born
from backprop.stage.data import StageData, StageStep
from backprop.stage.opening import OPENING, WISHES, opening, wishes
from backprop.stage.picture import Picture
from backprop.writing import sentence, title

DIAGRAM = "browser/diagram.js"
PARTS = (
    OPENING,
    "browser/header.js",
    DIAGRAM,
    "browser/value_editor.js",
    "browser/board.js",
)
"""The explorer's parts, each by its module."""
OVERLAYS = (WISHES,)
"""What is drawn over its diagram."""


def stage_data(lesson: Lesson, trace: Trace, first_look: bool = False) -> StageData:
    """All that the stage can show, step by step, at the lesson's level of detail.

    For a ``first_look`` it has the first minute.
    """
    steps = trace.at(lesson.level)
    told = {
        OPENING: opening(trace, steps, first_look),
        DIAGRAM: {"module": DIAGRAM, "overlays": [wishes(trace, first_look)]},
    }
    return (
        Picture.of(trace, [told.get(part, part) for part in PARTS])
        .with_steps(
            [described(step, trace) for step in steps],
            born(tuple(step.quantity for step in steps), trace.network),
            level=lesson.level,
        )
        .data
    )


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
