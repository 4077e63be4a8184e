"""What callers give: numbers, arrays and names, taken as they must be or refused with a ValueError.

Each refusal says what must hold and what came.
"""

import math
from collections.abc import Collection, Mapping, Sequence
from contextlib import suppress
from decimal import Decimal
from numbers import Real
from typing import SupportsFloat, TypeGuard

import numpy as np
import numpy.typing as npt

from backprop.engine.activations import Array

WHOLE = (int, np.integer)
"""What a whole number is; True and False are none, although Python takes them for ints."""
_NAMES = (str, *WHOLE)


def keyed_by(layers: Sequence[int], values: object) -> bool:
    """Whether this is a dictionary with just these layers, as whole numbers."""
    return (
        isinstance(values, Mapping)
        and all(isinstance(l, WHOLE) for l in values)
        and set(values) == set(layers)
    )


def keys(values: object) -> object:
    """What a dictionary is keyed by; for anything else, what it is."""
    return list(values) if isinstance(values, Mapping) else f"a {type(values).__name__}"


def check_kind(what: str, came: object, kind: type) -> None:
    """Raise ValueError unless what came is of this kind, for instance a Network."""
    if not isinstance(came, kind):
        raise ValueError(f"{what} must be a {kind.__name__}; got {brief(came)}")


def check_one_of(what: str, came: object, known: Collection[str | int]) -> None:
    """Raise ValueError unless what came is one of these names or whole numbers."""
    if isinstance(came, bool) or not isinstance(came, _NAMES) or came not in known:
        *most, last = map(str, known)
        names = f"{', '.join(most)} or {last}" if most else last
        raise ValueError(f"{what} must be {names}; got {brief(came)}")


def brief(value: object) -> str:
    """What came, in one line for a message: cut where it is long."""
    try:
        text = " ".join(repr(value).split())
    except ValueError:  # Python writes no whole number of 4,300 digits or more
        text = f"a {type(value).__name__} too long to print"
    return text if len(text) <= 60 else f"{text[:60]}..."


def finite(value: object, name: str, least: float = -math.inf, above: float = -math.inf) -> float:
    """The value as a float: a real number, a Decimal, or an array of shape () that holds one.

    Raises ValueError for anything else, True and False too, and for a number that is not finite,
    below ``least`` or not ``above``.
    """
    try:
        given = _held(value)
        number = float(given) if _is_real(given) and not isinstance(given, bool) else math.nan
    except (OverflowError, ValueError):  # beyond a float64, or a NaN that signals
        number = math.nan
    if not math.isfinite(number) or number < least or number <= above:
        bound = f", {least:g} or above" if math.isfinite(least) else ""
        bound = f" above {above:g}" if math.isfinite(above) else bound
        raise ValueError(f"{name} must be a finite number{bound}; got {brief(value)}")
    return number


def whole(value: object, name: str, least: int) -> int:
    """The value as an int. Raises ValueError for a bool, and for no whole number from ``least``."""
    if type(value) is int and value >= least:
        return value  # at once: addresses are made by the thousand
    if not isinstance(value, WHOLE) or isinstance(value, bool) or value < least:
        raise ValueError(f"{name} must be a whole number, {least} or above; got {brief(value)}")
    return int(value)


def layer_sizes(sizes: object) -> tuple[int, ...]:
    """The neurons of each layer, in order. Raises ValueError for fewer than two, or none in one."""
    if type(sizes) is tuple and {*map(type, sizes)} == {int} and min(sizes) > 0 < len(sizes) - 1:
        return sizes  # at once: networks have them so
    counts: tuple[int, ...] = ()
    if isinstance(sizes, Sequence | np.ndarray) and not isinstance(sizes, bytes | bytearray):
        with suppress(TypeError, ValueError):
            counts = tuple(whole(n, "a size", 1) for n in sizes)
    if len(counts) < 2:
        raise ValueError(
            f"sizes must name at least two layers of at least one neuron; got {brief(sizes)}"
        )
    return counts


def frozen(values: npt.ArrayLike, name: str) -> Array:
    """A read-only float64 copy, with 1 for True and 0 for False.

    Raises ValueError for what is not an array of finite numbers, or has some of them masked.
    """
    wanted = "an array of numbers"
    try:
        if _is_masked(values):
            wanted += ", none of them masked"
            raise TypeError
        given = np.asarray(values)
        kind = given.dtype.kind  # one of booleans to floats, or objects: they may be long numbers
        if kind not in "biuf" and not (kind == "O" and all(map(_is_real, given.flat))):
            raise TypeError
        array = np.array(given, dtype=np.float64)
    except (TypeError, ValueError, OverflowError, RecursionError) as error:
        raise ValueError(f"{name} must be {wanted}; got {brief(values)}") from error
    if not np.isfinite(array).all():
        raise ValueError(f"{name} must hold finite numbers; got {array[~np.isfinite(array)][0]}")
    array.flags.writeable = False
    return array


def column(values: npt.ArrayLike, n: int, name: str) -> Array:
    """A read-only column of shape (n, 1), from an array of shape (n,) or (n, 1).

    Raises ValueError for another shape, and as ``frozen`` does.
    """
    array = frozen(values, name)
    if array.shape not in ((n,), (n, 1)):
        raise ValueError(f"{name} must have the shape ({n}, 1); got {array.shape}")
    return array.reshape(n, 1)


def columns(values: npt.ArrayLike, n: int, name: str) -> Array:
    """Read-only examples of shape (n, m), from an array of shape (n,), (n, 1) or (n, m).

    Raises ValueError for another shape, and as ``frozen`` does.
    """
    array = frozen(values, name)
    if array.ndim not in (1, 2) or len(array) != n or array.size == 0:
        raise ValueError(
            f"{name} must have the shape ({n},), ({n}, 1) or ({n}, m); got {array.shape}"
        )
    return array.reshape(n, -1)


def _held(value: object) -> object:
    """What an array of shape () holds; anything else as it is."""
    return value[()] if isinstance(value, np.ndarray) and value.ndim == 0 else value


def _is_real(value: object) -> TypeGuard[SupportsFloat]:
    return isinstance(value, Real | Decimal)


def _is_masked(values: object) -> bool:
    """Whether an array has masked entries, or a list has such an array in it."""
    if isinstance(values, list | tuple):
        return not {*map(type, values)} <= {int, float} and any(map(_is_masked, values))
    return isinstance(values, np.ma.MaskedArray) and bool(np.ma.is_masked(values))
