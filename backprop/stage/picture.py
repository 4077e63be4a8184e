"""What the stage is sent: the whole trace as figures and steps."""

from collections.abc import Iterable

from backprop.chapter import CHOICES
from backprop.engine import Quantity, Step, Trace
from backprop.figures import SCALES, heatmap_json, limits, scale_of
from backprop.figures.theme import Json
from backprop.lesson import Lesson
from backprop.stage.board import born, rows
from backprop.stage.data import StageData, StageStep
from backprop.writing import PALETTE, exact, sentence, short, title

PARTS = ("header", "diagram", "strip", "board")
VECTORS = ("a", "b", "z", "y", "sigma_prime", "nabla_a", "delta", "nabla_b")
MATRICES = ("w", "nabla_w")

CELL = (48, 30)  # pixels; the stage fits the cells to its width


def payload(lesson: Lesson, trace: Trace) -> StageData:
    """The explorer's data: all that the stage can show, step by step."""
    steps = trace.at(lesson.level)
    return picture(trace, PARTS) | {
        "level": lesson.level,
        "born": born(tuple(step.quantity for step in steps), trace.network),
        "steps": [described(step, trace) for step in steps],
    }


def picture(
    trace: Trace, parts: Iterable[str | Json], symbols: Iterable[str] = VECTORS + MATRICES
) -> StageData:
    """The data of a stage with these parts that shows a whole trace, nothing hidden.

    A part is its kind, or a dictionary with its ``kind`` and what else it is told. Of the arrays
    only those of these ``symbols`` are sent as figures.
    """
    network = trace.network
    reach, scales = limits(trace), scales_of(trace)
    return {
        "parts": [{"kind": part} if isinstance(part, str) else part for part in parts],
        "sizes": list(network.sizes),
        "level": "layer",
        "figures": figures(trace, symbols, reach, scales),
        "born": {},
        "rows": {str(l): rows(network, l) for l in range(2, network.L + 1)},
        "limits": reach,
        "scales": scales,
        "cost": {"short": short(trace.cost), "exact": exact(trace.cost)},
        "steps": [],
        "colours": PALETTE,
        "ramps": SCALES,
        "usual": {name: choice.default for name, choice in CHOICES.items()},
    }


def scales_of(trace: Trace) -> dict[str, str]:
    """The scale of each symbol."""
    return {symbol: scale_of(symbol, trace) for symbol in VECTORS + MATRICES}


def figures(
    trace: Trace, symbols: Iterable[str], reach: dict[str, float], scales: dict[str, str]
) -> Json:
    """The arrays of these symbols as figures, by the id of the array."""
    return {
        Quantity(symbol, l).id: heatmap_json(
            array if symbol in MATRICES else array[:, :1],
            Quantity(symbol, l).id,
            Quantity(symbol, l).text,
            matrix=symbol in MATRICES,
            limit=reach[symbol],
            scale=scales[symbol],
            cell=CELL,
        )
        for symbol in symbols
        for l, array in trace.arrays(symbol).items()
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
