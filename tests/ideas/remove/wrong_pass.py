"""The backward pass with mistakes in it, written out by hand: what the claims compare with."""

from collections.abc import Callable, Collection
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from tests.claims.truth import Truth, slope

Array = npt.NDArray[np.float64]
Address = tuple[str, int]


class MisfitError(Exception):
    """Two shapes that do not fit."""


@dataclass
class Pass:
    """What came out, and what did not; ``cause`` is what ended it."""

    came: dict[Address, Array] = field(default_factory=dict)
    failed: list[Address] = field(default_factory=list)
    cause: Address | None = None


def column(numbers: Collection[float]) -> Array:
    return np.array([*numbers], float).reshape(-1, 1)


@np.errstate(all="ignore")
def wrong_pass(true: Truth, off: Collection[str], eta: float) -> Pass:
    """The pass of this network with the mistakes of these names."""
    found, L = Pass(), true.L
    w = {l: np.array(true.w[l], float).reshape(len(true.b[l]), -1) for l in true.w}

    def take(symbol: str, l: int, make: Callable[[int], Array]) -> Array | None:
        rows, columns = w[l].shape
        try:
            made = make(l)
        except MisfitError:
            made = np.empty(0)
        fits = made.shape == (rows, columns if symbol == "nabla_w" else 1)
        if not fits or not np.isfinite(made).all():
            found.failed.append((symbol, l))
            return None
        found.came[symbol, l] = made
        return made

    def of_a(l: int, name: str) -> Array:
        numbers = true.a[l] if f"{name}-of-a" in off else true.z[l]
        return column([slope(true.activation[l], one) for one in numbers])

    def output_error(l: int) -> Array:
        apart = column(true.a[L]) - column(true.y)
        cancels = true.cancels
        rate = apart if cancels else column(true.nabla_a)
        if "bp1-sign" in off or "bp1-minus" in off:
            rate = -rate
        if cancels:
            return rate * of_a(L, "") if "bp1-kept" in off else rate
        return rate if "bp1-slope" in off else rate * of_a(L, "bp1")

    def error(l: int) -> Array:
        turned = w_next if "bp2-transpose" in off else w_next.T
        total = product(turned, found.came["delta", l + 1])
        if "bp2-slope" in off:
            return total
        if "bp2-layer" in off:
            return entrywise(
                total, column([slope(true.activation[l + 1], z) for z in true.z[l + 1]])
            )
        slopes = of_a(l, "bp2")
        return product(total, slopes) if "bp2-product" in off else entrywise(total, slopes)

    def bias(l: int) -> Array:
        delta = found.came["delta", l]
        if "bp3-bias" in off:
            return column(true.b[l]) * delta
        return entrywise(column(true.a[l - 1]), delta) if "bp3-input" in off else delta

    def weight(l: int) -> Array:
        a = column(true.a[l if "bp4-a" in off else l - 1])
        delta = found.came["delta", l + 1 if "bp4-delta" in off and l < L else l]
        first, second = (a, delta) if "bp4-order" in off else (delta, a)
        return product(first, second if "bp4-transpose" in off else second.T)

    for l in range(L, 1, -1):
        if take("delta", l, output_error if l == L else error) is None:
            found.cause = ("delta", l)
            break
        if true.biases != "none":
            take("nabla_b", l, bias)
        nabla_w = take("nabla_w", l, weight)
        w_next = w[l]
        if "bp2-new" in off:
            if nabla_w is None:
                found.cause = ("nabla_w", l)
                break
            w_next = w_next + (eta if "step-sign" in off else -eta) * nabla_w
    return found


def product(left: Array, right: Array) -> Array:
    if left.shape[1] != right.shape[0]:
        raise MisfitError
    return left @ right


def entrywise(left: Array, right: Array) -> Array:
    if left.shape != right.shape:
        raise MisfitError
    return left * right


def differ(true: Array, other: Array) -> npt.NDArray[np.bool_]:
    """Where they differ by more than rounding."""
    return ~np.isclose(other, true, rtol=1e-12, atol=0)


def wrong_signs(true: Array, other: Array) -> npt.NDArray[np.bool_]:
    return np.sign(true) * np.sign(other) < 0
