"""The limits of a lesson, all in one place, each with the sentence that says so.

A lesson comes from links, files and typed text, so every value is looked at here before it is used.
What does not hold raises ValueError with one sentence: what must hold and what came.
"""

from collections.abc import Collection, Iterable, Sequence
from numbers import Integral, Real
from typing import TYPE_CHECKING

from backprop.engine import ACTIVATIONS, COSTS, Quantity
from backprop.inputs.phrases import any_of, shown
from backprop.lesson.counts import number_of_steps, number_of_weights
from backprop.writing.text.numbers import count_of

if TYPE_CHECKING:
    from backprop.lesson.record import Lesson

MIN_LAYERS, MAX_LAYERS = 2, 8
MAX_NEURONS = 12
MAX_SEED = 2**32 - 1
MAX_SPREAD = 10.0
MAX_ETA = 1000.0
MAX_VALUE = 1e6
MAX_ROWS = 64
LEVELS = ("layer", "neuron")


def check(lesson: "Lesson") -> None:
    """Raise ValueError where the lesson breaks a limit, or has a value of the wrong kind.

    This does not run the network: see ``Lesson.problem`` for what only shows when it runs.
    """
    sizes = lesson.sizes
    check_sizes(sizes)
    if len(lesson.activation) != len(sizes) - 1:
        raise ValueError(
            f"This network has {count_of(len(sizes) - 1, 'layer')} after the input and needs one "
            f"activation for each; here are {len(lesson.activation)}."
        )
    for name in lesson.activation:
        _one_of("An activation", ACTIVATIONS, name)
    _one_of("The cost", COSTS, lesson.cost)
    _whole("The seed", 0, lesson.seed, MAX_SEED)
    _between("The spread", 0, lesson.spread, MAX_SPREAD)
    if lesson.weights is not None:
        check_numbers("The list of w and b", lesson.weights, number_of_weights(sizes))
    check_numbers("x", lesson.x, sizes[0])
    check_numbers("y", lesson.y, sizes[-1])
    for y in lesson.y if lesson.cost == "cross-entropy" else ():
        _between("With the cross-entropy cost every y", 0, y, 1)
    if len(lesson.data) > MAX_ROWS:
        raise ValueError(f"A table has at most {MAX_ROWS} rows; this one has {len(lesson.data)}.")
    for row in lesson.data:
        check_numbers("A row of the table, x and then y,", row, sizes[0] + sizes[-1])
    _between("eta", 0, lesson.eta, MAX_ETA)
    if lesson.eta == 0:
        raise ValueError("eta is above 0; this is 0.")
    _one_of("The level", LEVELS, lesson.level)
    _whole("The step", 1, lesson.step, number_of_steps(sizes, lesson.level))
    if lesson.selected != "":
        check_selected(lesson.selected, sizes)


def check_sizes(sizes: Sequence[int]) -> None:
    """Raise ValueError unless there are 2 to 8 layers of 1 to 12 neurons."""
    check_layers(len(sizes))
    for l, size in enumerate(sizes, start=1):
        if not (_are(Integral, [size]) and 1 <= size <= MAX_NEURONS):
            raise ValueError(
                f"A layer has 1 to {MAX_NEURONS} neurons; layer {l} has {shown(size)}."
            )


def check_layers(count: int) -> None:
    """Raise ValueError unless a network can have so many layers."""
    if not (_are(Integral, [count]) and MIN_LAYERS <= count <= MAX_LAYERS):
        raise ValueError(
            f"A network has {MIN_LAYERS} to {MAX_LAYERS} layers; this one has {shown(count)}."
        )


def check_numbers(what: str, numbers: Sequence[float], count: int) -> None:
    """Raise ValueError unless there are ``count`` numbers, none beyond a million in size."""
    if len(numbers) != count:
        be = "is" if len(numbers) == 1 else "are"
        raise ValueError(f"{what} must be {count_of(count, 'number')}; here {be} {len(numbers)}.")
    known = _are(Real, numbers)  # of all at once: a large network has a thousand
    for number in numbers:
        if not (known and -MAX_VALUE <= number <= MAX_VALUE):
            check_number(number, number)


def check_number(number: float, came: object) -> None:
    """Raise ValueError, saying what came, for no number, NaN and what is beyond a million."""
    _between("A number", -MAX_VALUE, number, MAX_VALUE, came)


def check_selected(text: str, sizes: Sequence[int]) -> None:
    """Raise ValueError unless ``text`` is the address of a quantity in a network of these sizes."""
    try:
        quantity = Quantity.parse(text)
    except (TypeError, ValueError):
        quantity = Quantity("")
    if quantity.id != text or not quantity.is_in(sizes):
        raise ValueError(
            "What is selected is a quantity of this network, such as w2_1_1; "
            f"this is {shown(text)}."
        )


def _one_of(what: str, names: Collection[str], name: str) -> None:
    if not isinstance(name, str) or name not in names:
        raise ValueError(f"{what} is {any_of(names)}; this is {shown(name)}.")


def _whole(what: str, least: int, value: int, most: int) -> None:
    if not _are(Integral, [value]):
        raise ValueError(f"{what} is a whole number; this is {shown(value)}.")
    _between(what, least, value, most)


def _between(what: str, least: float, value: float, most: float, came: object = None) -> None:
    if not (_are(Real, [value]) and least <= value <= most):
        this = shown(value if came is None else came)
        raise ValueError(f"{what} is between {least:,.0f} and {most:,.0f}; this is {this}.")


def _are(kind: type, values: Iterable[object]) -> bool:
    """Whether all are of this kind; True and False, which Python takes for numbers, are none."""
    kinds = set(map(type, values))
    if kinds <= {int, float}:  # by far the most are, and asking the abstract classes is slow
        return kind is Real or float not in kinds
    return bool not in kinds and all(issubclass(one, kind) for one in kinds)
