"""The limits of a lesson's values, all in one place, each with the sentence that says so.

Values come from links, files and typed text, so every one is looked at here before it is used. What
does not hold raises ValueError with one sentence: what must hold and what came.
"""

from collections.abc import Collection, Iterable, Sequence
from numbers import Integral, Real

from backprop.engine.quantity import OF_BIASES, Quantity
from backprop.inputs.phrases import any_of, count_of, shown

MIN_LAYERS, MAX_LAYERS = 2, 8
MAX_NEURONS = 12
MAX_SEED = 2**32 - 1
MAX_SPREAD = 10.0
MAX_ETA = 1000.0
MAX_VALUE = 1e6
MAX_ROWS = 64
LEVELS = ("layer", "neuron")
OVER = ("example", "all")
"""What a step of gradient descent goes over: this example, or all rows of the table."""


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
    check_between("A number", -MAX_VALUE, number, MAX_VALUE, came)


def check_rows(count: int, least: int = 0) -> None:
    """Raise ValueError unless a table can have so many rows; one that is typed has at least 1."""
    if least <= count <= MAX_ROWS:
        return
    if least:
        raise ValueError(
            f"A table has {least} to {MAX_ROWS} rows of numbers; this one has {count}."
        )
    raise ValueError(f"A table has at most {MAX_ROWS} rows; this one has {count}.")


def check_eta(eta: float) -> None:
    """Raise ValueError unless this can be a learning rate."""
    if not (_are(Real, [eta]) and 0 < eta <= MAX_ETA):
        this = shown(eta).removesuffix(".0")
        raise ValueError(
            f"The learning rate η must be above 0 and at most {MAX_ETA:,.0f}; it is {this}."
        )


def check_selected(text: str, sizes: Sequence[int], has_biases: bool = True) -> None:
    """Raise ValueError unless ``text`` is the address of a quantity in a network of these sizes."""
    try:
        quantity = Quantity.parse(text)
        quantity.check_is_in(sizes)
        if quantity.symbol in OF_BIASES and not has_biases:
            raise ValueError
    except ValueError:
        raise ValueError(
            "What is selected is a quantity of this network, such as w2_1_1; "
            f"this is {shown(text)}."
        ) from None


def check_one_of(what: str, names: Collection[str], name: str) -> None:
    """Raise ValueError unless ``name`` is one of these names."""
    if not isinstance(name, str) or name not in names:
        raise ValueError(f"{what} is {any_of(names)}; this is {shown(name)}.")


def check_whole(what: str, least: int, value: int, most: int) -> None:
    """Raise ValueError unless this is a whole number from ``least`` to ``most``."""
    if not _are(Integral, [value]):
        raise ValueError(f"{what} is a whole number; this is {shown(value)}.")
    check_between(what, least, value, most)


def check_between(what: str, least: float, value: float, most: float, came: object = None) -> None:
    """Raise ValueError, saying what ``came``, unless it is a number from ``least`` to ``most``."""
    if not (_are(Real, [value]) and least <= value <= most):
        this = shown(value if came is None else came).removesuffix(".0")
        lowest = f"{least:,.0f}".replace("-", "−")
        raise ValueError(f"{what} must be between {lowest} and {most:,.0f}; this is {this}.")


def _are(kind: type, values: Iterable[object]) -> bool:
    """Whether all are of this kind; True and False, which Python takes for numbers, are none."""
    kinds = set(map(type, values))
    if kinds <= {int, float}:  # by far the most are, and asking the abstract classes is slow
        return kind is Real or float not in kinds
    return bool not in kinds and all(issubclass(one, kind) for one in kinds)
