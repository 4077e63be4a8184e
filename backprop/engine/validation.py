"""What callers give: numbers, arrays and names, taken as they must be or refused with a ValueError.

Each refusal says what must hold and what came.
"""

import math
from collections.abc import Collection, Hashable, Mapping, Sequence
from numbers import Real

import numpy as np
import numpy.typing as npt

from backprop.engine.activations import Array


def keyed_by(layers: Sequence[int], values: object) -> bool:
    """Whether this is a dictionary with just these layers."""
    return isinstance(values, Mapping) and set(values) == set(layers)


def keys(values: object) -> object:
    """What a dictionary is keyed by; for anything else, what it is."""
    return list(values) if isinstance(values, Mapping) else f"a {type(values).__name__}"


def check_one_of(what: str, came: object, known: Collection[object]) -> None:
    """Raise ValueError unless what came is one of these names or whole numbers."""
    if not isinstance(came, Hashable) or came not in [*known]:  # an array is not equal to a name
        *most, last = map(str, known)
        names = f"{', '.join(most)} or {last}" if most else last
        raise ValueError(f"{what} must be {names}; got {brief(came)}")


def brief(value: object) -> str:
    """What came, for a message: cut where it is long."""
    try:
        text = repr(value)
    except ValueError:  # Python writes no whole number of 4,300 digits or more
        text = f"a {type(value).__name__} too long to print"
    return text if len(text) <= 60 else f"{text[:60]}..."


def finite(value: object, name: str, least: float = -math.inf) -> float:
    """The value as a float. Raises ValueError unless it is a real, finite number from ``least``."""
    try:
        number = float(value) if isinstance(value, Real) else math.nan
    except OverflowError:
        number = math.inf
    if not math.isfinite(number) or number < least:
        bound = f", {least:g} or above" if math.isfinite(least) else ""
        raise ValueError(f"{name} must be a finite number{bound}; got {brief(value)}")
    return number


def frozen(values: npt.ArrayLike, name: str) -> Array:
    """A read-only float64 copy. Raises ValueError for what is not an array of finite numbers."""
    try:
        given = np.asarray(values)
        if given.dtype.kind not in "biufO":  # booleans to objects, which may be long numbers
            raise TypeError
        array = np.array(given, dtype=np.float64)
    except (TypeError, ValueError, OverflowError) as error:
        raise ValueError(f"{name} must be an array of numbers; got {brief(values)}") from error
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
