"""The step of gradient descent on a stage: after the steps of a trace, where they lead."""

from collections.abc import Sequence

import numpy as np

from backprop.engine import Quantity
from backprop.engine.activations import Array
from backprop.figures.json import Json
from backprop.figures.limits import largest
from backprop.lesson import Lesson
from backprop.lesson.counts import number_of_weights
from backprop.lesson.descent import Descent, Round
from backprop.stage.arrays import packed, sent
from backprop.stage.data import StageArray, StageData, StageStep
from backprop.writing.text import descent_words as words

PART = "browser/learning.js"
MADE_OF = {
    "new_w": ["w", "step_w"],
    "new_b": ["b", "step_b"],
    "step_w": ["nabla_w"],
    "step_b": ["nabla_b"],
}
MOST_PLAYED = 400
"""Weights and biases of a network whose rounds are played one by one."""


def largest_step(step: Descent) -> Quantity:
    """The weight or bias with the largest gradient, the first of several."""
    found, size = Quantity("w", 2, 1, 1), 0.0
    for symbol in step.trace.network.learned:
        for l, array in step.trace.arrays(f"nabla_{symbol}").items():
            n = int(np.abs(array).argmax())
            if abs(array.flat[n]) > size:
                size = float(abs(array.flat[n]))
                j, k = (int(i) + 1 for i in np.unravel_index(n, array.shape))
                found = Quantity(symbol, l, j, k if symbol == "w" else None)
    return found


def described(step: Descent, eta: float) -> StageStep:
    """The step in words."""
    return StageStep(
        title=words.TITLE,
        tag="",
        group=words.GROUP,
        l=largest_step(step).l,
        result="",
        operands=[],
        sentence=words.about_step(
            step.trace.network, eta, step.rows, step.trace.cost, step.cost, step.flat
        ),
    )


def learning(
    data: StageData,
    eta: float,
    step: Descent,
    rounds: Sequence[Round],
    said: str = "",
    stopped: str = "",
    walked: Sequence[Lesson] = (),
) -> StageData:
    """What the step of gradient descent adds to the data of a stage.

    ``rounds`` are the points of its curve; ``said`` is what came of the last steps, ``stopped`` why
    there were no more, and ``walked`` are the lessons that they went through.
    """
    arrays, limits = _arrays(step, eta)
    limits |= dict.fromkeys(("new_w", "new_b"), data["limits"]["w"])
    limits |= {"new_a": data["limits"]["a"]}
    why, network = stopped or step.refused, step.trace.network
    return {
        "arrays": data["arrays"] | arrays,
        "limits": data["limits"] | limits,
        "scales": data["scales"]
        | dict.fromkeys(MADE_OF, "signed")
        | {"new_a": data["scales"]["a"]},
        "like": {symbol: made[0] for symbol, made in MADE_OF.items()} | {"new_a": "a"},
        "made_of": MADE_OF,
        "learning": {
            "texts": words.texts(network),
            "labels": {str(l): words.row_labels(network, l) for l in network.w},
            "costs": [one.cost for one in rounds],
            "ways": [one.way for one in rounds],
            "next": step.cost,
            "name": words.cost_name(network, step.rows),
            "told": words.costs(step.trace.cost, step.cost),
            "refused": words.refused(step.rows, why) if why else "",
            "said": said,
            "walked": _walked(walked),
        },
    }


def _arrays(step: Descent, eta: float) -> tuple[dict[str, StageArray], dict[str, float]]:
    """How far each weight and bias moves, where it is then, and what the neurons then say.

    With the ends of the scales of the moves.
    """
    if not step.lesson or not step.then:
        return {}, dict.fromkeys(("step_w", "step_b"), 1.0)
    after, found = step.lesson.network(), {}
    reach: list[Array] = []
    for l, nabla_w in step.trace.nabla_w.items():
        names = words.names(l)
        steps: dict[str, Array] = {"step_w": -eta * nabla_w}
        news = {"new_w": after.w[l], "new_a": step.then.a[l]}
        if after.learns_biases:
            steps |= {"step_b": -eta * step.trace.nabla_b[l]}
            news |= {"new_b": after.b[l]}
        reach += steps.values()
        for name, values in (steps | news).items():
            found[f"{name}{l}"] = sent(values, names[name], matrix=name.endswith("w"))
    return found, dict.fromkeys(("step_w", "step_b"), largest(*reach))


def _walked(lessons: Sequence[Lesson]) -> Json:
    """The weights and activations of these lessons by the id of their array, where they are few."""
    if not lessons or number_of_weights(lessons[0].sizes) > MOST_PLAYED:
        return {}
    traces = [one.trace() for one in lessons]
    symbols = (*traces[0].network.parameters, "a")
    every = {symbol: [one.arrays(symbol) for one in traces] for symbol in symbols}
    return {
        f"{symbol}{l}": packed([one[l] for one in arrays])
        for symbol, arrays in every.items()
        for l in traces[0].network.w
    }
