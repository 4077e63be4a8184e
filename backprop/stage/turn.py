"""What the stage shows while one number of the network is turned, computed before it moves."""

from collections.abc import Callable, Sequence

import numpy as np

from backprop.engine import Quantity, Trace, run
from backprop.figures.json import Json
from backprop.inputs.limits import check_number, check_selected
from backprop.inputs.phrases import as_sentence
from backprop.lesson import Lesson, with_value
from backprop.stage.arrays import MATRICES, of_symbol, packed
from backprop.stage.frames import arrays_of
from backprop.writing import exact, short

MOST_VALUES = 41
MOST_NUMBERS = 13_000
"""In the frames of one answer, which is then at most 140 kB."""
CHANGED = ("a", "z", "sigma_prime", "nabla_a", "delta", "nabla_b", "nabla_w", "nabla_x")


def turned(lesson: Lesson, number: str, values: Sequence[float], at: int) -> Json:
    """The frames for these values, in order, of the weight, bias, input or y with this id.

    They begin at ``values[at]`` and go on to both sides as far as there is room, and as far as the
    network can be run. The sentences in ``ends`` say why it cannot be beyond the first and the
    last; "" where it can. The array of the number itself is left out. Raises ValueError for another
    quantity, for too many values, and where the network cannot be run at ``values[at]``.
    """
    check_selected(number, lesson.sizes, lesson.has_biases)
    quantity = Quantity.parse(number)
    if not (0 <= at < len(values) <= MOST_VALUES):
        raise ValueError(f"A number is turned through 1 to {MOST_VALUES} values.")
    run_at = _runner(lesson, quantity)
    here, present = run_at(values[at]), lesson.trace()
    each = sum(array.size for symbol in CHANGED for array in of_symbol(symbol, here).values())
    room = MOST_NUMBERS // each // 2
    up, beyond = _run_on(run_at, values[at + 1 :][: 2 * room - min(at, room)])
    down, below = _run_on(run_at, values[:at][::-1][: 2 * room - len(up)])
    traces = [*reversed(down), here, *up]
    changed = arrays_of([present, *traces], CHANGED)
    changed.pop(quantity.whole.id, None)
    return {
        "id": number,
        "values": list(values[at - len(down) : at + len(up) + 1]),
        "arrays": {name: packed(every[1:]) for name, every in changed.items()},
        "costs": [{"short": short(trace.cost), "exact": exact(trace.cost)} for trace in traces],
        "ends": [_why_not(lesson, number, below), _why_not(lesson, number, beyond)],
    }


def _run_on(
    run_at: Callable[[float], Trace], values: Sequence[float]
) -> tuple[list[Trace], float | None]:
    """The traces at these values up to the first that cannot be, and that value."""
    traces: list[Trace] = []
    for value in values:
        try:
            traces.append(run_at(value))
        except ValueError:
            return traces, value
    return traces, None


def _why_not(lesson: Lesson, number: str, value: float | None) -> str:
    """The sentence that typing this value gets; "" for none."""
    if value is not None:
        try:
            with_value(lesson, number, value).trace()
        except ValueError as error:
            return as_sentence(error)
    return ""


def _runner(lesson: Lesson, quantity: Quantity) -> Callable[[float], Trace]:
    """The lesson's trace with another value of this number, as with_value makes it."""
    network = lesson.network()
    symbol, l = quantity.symbol, quantity.l
    arrays = {
        "w": dict(network.w),
        "b": dict(network.b) if network.has_biases else {},
        "a": {1: np.array(lesson.x)[:, None]},
        "y": {network.L: np.array(lesson.y)[:, None]},
    }
    indices = 2 if symbol in MATRICES else 1
    if l not in arrays.get(symbol, {}) or len(quantity.index) != indices:
        raise ValueError(f"A weight, a bias, an input or a y can be turned; {quantity.id} cannot.")
    index = quantity.index if indices == 2 else (*quantity.index, 0)

    def run_at(value: float) -> Trace:
        check_number(value, value)
        edited = arrays[symbol][l].copy()
        edited[index] = value
        every = arrays | {symbol: arrays[symbol] | {l: edited}}
        other = network.with_parameters(every["w"], every["b"]) if symbol in "wb" else network
        return run(other, every["a"][1], every["y"][network.L])

    return run_at
