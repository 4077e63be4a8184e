"""How the step of a wrong gradient differs from the true one, and where each leads.

All gradients of a network, laid end to end, are one vector, and the step against it is the fastest
way down. A wrong one is judged by its signs, by the angle between the two, and by what a small step
does to the cost.
"""

import math
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from backprop.engine.activations import Array
from backprop.engine.algorithm import run
from backprop.engine.network import Network
from backprop.engine.trace import Trace
from backprop.engine.vector import from_vector, to_vector
from backprop.ideas.remove.compute_faulty_backward import WrongPass
from backprop.ideas.remove.compute_mistakes import UPHILL

HALVINGS = 200
STRAIGHT = 0.01
"""How far, relatively, the fall of the cost may be from slope times length in a small step."""


@dataclass(frozen=True)
class Comparison:
    """The step that a wrong pass leads to against the true one, weight by weight.

    Of ``count`` weights and biases that learn ``changed`` do not move as they should, ``wrong_way``
    the opposite way. ``angle`` is that between the two steps in degrees, None where one of them is
    0: the true one (``true_is_0``) or this one (``is_0``).
    ``before`` is the cost, ``right`` and ``wrong`` the cost after either step; None where there is
    no step, or no cost where it leads.
    """

    count: int
    changed: int
    wrong_way: int
    angle: float | None
    before: float
    right: float | None
    wrong: float | None
    true_is_0: bool = False
    is_0: bool = False


def compared(wrong: WrongPass, eta: float) -> Comparison | None:
    """The pass compared with its own trace; None where it does not come to a whole gradient.

    The steps are as long as the true one with this eta, shorter where that is too far for the slope
    to hold.
    """
    trace = wrong.trace
    parts = {symbol: wrong.arrays(f"nabla_{symbol}") for symbol in trace.network.learned}
    if any(len(part) < len(trace.nabla_w) for part in parts.values()):
        return None
    right, other = downhill(trace), -to_vector(parts["w"], parts.get("b", {}))
    if UPHILL in wrong.mistakes:
        other = -other
    length = small_step(trace, eta)
    return Comparison(
        count=right.size,
        changed=int(np.sum(differ(right, other))),
        wrong_way=int(np.sum(wrong_signs(right, other))),
        angle=angle(right, other),
        before=trace.cost,
        right=_after(trace, right, length),
        wrong=_after(trace, other, length),
        true_is_0=not right.any(),
        is_0=not other.any(),
    )


def downhill(trace: Trace) -> Array:
    """The way against the gradient of all that learns, as a vector."""
    return -to_vector(trace.nabla_w, trace.nabla_b if trace.network.learns_biases else {})


def differ(true: Array, other: Array) -> npt.NDArray[np.bool_]:
    """Where two arrays of one shape differ by more than the last digits."""
    return ~np.isclose(other, true, rtol=1e-12, atol=0)


def wrong_signs(true: Array, other: Array) -> npt.NDArray[np.bool_]:
    """Where two arrays of one shape have opposite signs; 0 has none."""
    return np.sign(true) * np.sign(other) < 0


def angle(u: Array, v: Array) -> float | None:
    """The angle between two vectors in degrees; None where one of them is 0.

    By the lengths of u - v and u + v, which is right for small angles, too.
    """
    u, v = _unit(u), _unit(v)
    if not u.any() or not v.any():
        return None
    return math.degrees(2 * math.atan2(_length(u - v), _length(u + v)))


def small_step(trace: Trace, eta: float) -> float:
    """The length of a step against the true gradient that lowers the cost as its slope predicts.

    It is eta times the gradient, halved until the cost falls by length times slope, to STRAIGHT. If
    that cannot be seen at any length it is not halved.
    """
    direction = downhill(trace)
    slope = _length(direction)
    for length in (eta * slope / 2**n for n in range(HALVINGS)):
        after = _after(trace, direction, length)
        if after is not None and math.isclose(trace.cost - after, length * slope, rel_tol=STRAIGHT):
            return length
    return eta * slope


def _after(trace: Trace, direction: Array, length: float) -> float | None:
    """The cost after a step of this length in a direction; None where there is none."""
    if not direction.any():
        return None
    try:
        network = moved(trace.network, length * _unit(direction))
        return run(network, trace.x, trace.y).cost
    except ValueError:
        return None


def moved(network: Network, step: Array) -> Network:
    """The network with this vector added to its weights and biases that learn."""
    w, b = from_vector(step, network.sizes, network.learns_biases)
    return network.with_parameters(
        {l: network.w[l] + part for l, part in w.items()},
        {l: network.b[l] + part for l, part in b.items()} or None,
    )


def _unit(vector: Array) -> Array:
    """The vector with the length 1, and 0 as it is; scaled first, so that nothing flows over."""
    largest = np.abs(vector).max()
    scaled = vector / largest if largest else vector
    return scaled / (_length(scaled) or 1.0)


def _length(vector: Array) -> float:
    return math.hypot(*vector.tolist())
