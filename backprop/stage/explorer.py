"""The explorer's stage: the network, its heatmaps, and every step of its trace."""

from collections.abc import Sequence
from typing import Any

from backprop.engine import Network, Step, Trace
from backprop.figures.json import Json
from backprop.lesson import Lesson
from backprop.lesson.descent import Descent, Round, descent_of
from backprop.stage.arrays import MATRICES
from backprop.stage.board import born, rows_of_steps
from backprop.stage.data import StageData, StageStep
from backprop.stage.learning import PART, learning
from backprop.stage.learning import described as descent_described
from backprop.stage.opening import opening, wishes
from backprop.stage.picture import VECTORS, Picture
from backprop.writing import layer_name, sentence, title
from backprop.writing.text import motion

SYMBOLS = (*VECTORS, "nabla_x", *MATRICES)


def stage_data(
    lesson: Lesson,
    trace: Trace,
    step: Descent | None = None,
    rounds: Sequence[Round] = (),
    first_look: bool = False,
    **told: Any,
) -> StageData:
    """All that the stage can show, step by step, at the lesson's level of detail.

    At the end is the ``step`` of gradient descent that the lesson can take, with its ``rounds`` and
    what else ``learning`` is told. For a ``first_look`` it has the first minute.
    """
    steps, step = trace.at(lesson.level), step or descent_of(lesson)
    data = (
        Picture.of(trace, _parts(trace, steps, first_look), SYMBOLS)
        .with_steps(
            [*(described(one, trace) for one in steps), descent_described(step, lesson.eta)],
            born(tuple(one.quantity for one in steps), trace.network),
            level=lesson.level,
        )
        .with_kin(_kin(lesson))
        .data
    )
    rounds = rounds or [Round(0, step.trace.cost)]
    return data | learning(data, lesson.eta, step, rounds, **told)


def modules() -> list[str]:
    """All modules that draw the explorer's parts, and what is over its diagram."""
    lesson = Lesson()
    parts = stage_data(lesson, lesson.trace())["parts"]
    return [one["module"] for part in parts for one in (part, *part.get("overlays", ()))]


def _parts(trace: Trace, steps: Sequence[Step], first_look: bool) -> list[str | Json]:
    flow = {"module": "browser/flow.js", "label": motion.LABEL, "again": motion.AGAIN}
    former, glow = {"module": "browser/former_numbers.js"}, {"module": "browser/glow.js"}
    over = [flow, former, glow, wishes(trace, first_look)]
    return [
        opening(trace, steps, first_look),
        "browser/header.js",
        {"module": "browser/diagram.js", "overlays": over},
        "browser/value_editor.js",
        _board(trace.network),
        PART,
    ]


def _kin(lesson: Lesson) -> str:
    """The same text for a network of which some numbers have changed, another for another one."""
    return " ".join(map(str, (*lesson.sizes, lesson.seed, lesson.spread)))


def _board(network: Network) -> Json:
    """The board, with what it shows of a step where there is no room for all of a layer."""
    layers = range(2, network.L + 1)
    return {
        "module": "browser/board.js",
        "steps": {str(l): rows_of_steps(network, l) for l in layers},
        "layers": {str(l): layer_name(l, network.L) for l in layers},
    }


def described(step: Step, trace: Trace) -> StageStep:
    """One step in the words and addresses that the stage shows."""
    return StageStep(
        title=title(step),
        tag=step.equation.tag,
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
