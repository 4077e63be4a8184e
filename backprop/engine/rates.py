"""How fast one number of a trace changes with another: a unit change, pushed forward.

It is the chain rule from the inputs to the cost, dz -> da = sigma'(z) dz -> dz = w da, so that it
shares no step with the backward pass, which goes from the cost to the inputs.
"""

import numpy as np

from backprop.engine.activations import Array
from backprop.engine.output_pairs import pair_of
from backprop.engine.quantity import Quantity
from backprop.engine.trace import Trace
from backprop.engine.validation import check_one_of

OF, BY = ("z", "a", "C"), ("w", "b", "z", "a")
"""The symbols of what changes, and of what may be changed."""


def rate(trace: Trace, of: Quantity, by: Quantity) -> float:
    """The partial derivative of one number by another, for a trace of one example.

    ``of`` is a z, an a or C, ``by`` a w, b, z or a; 0 where ``of`` does not come after ``by``.
    C of a cost that is computed from z^L is differentiated there, so that it stays right where an
    output saturates. Raises ValueError for other symbols, an address outside this network, a whole
    array, and a trace of several examples.
    """
    trace.check_is_of_one("a rate")
    for one in (of, by):
        trace.network.check_has(one)
    check_one_of("of", of.symbol, OF)
    check_one_of("by", by.symbol, BY)
    if by.j is None or (by.symbol == "w" and by.k is None) or (of.symbol != "C" and of.j is None):
        raise ValueError(f"a rate must be of one number by one number; got {of.text}, {by.text}")
    L, w = trace.network.L, trace.network.w
    place, change = Quantity("a" if by.symbol == "a" else "z", by.l), _first(trace, by)
    while place != of.whole:
        if place == Quantity("z", L) and of.symbol == "C" and pair_of(trace.network).slope_in_z:
            return _product(_slope_in_z(trace), change)
        if place == Quantity("a", L):
            return _product(trace.nabla_a, change) if of.symbol == "C" else 0.0
        if place.symbol == "z":
            place, change = Quantity("a", place.l), trace.sigma_prime[place.l] * change
        else:
            place, change = Quantity("z", place.l + 1), w[place.l + 1] @ change
    return float(change[of.index][0])


def _first(trace: Trace, by: Quantity) -> Array:
    """What a unit change of ``by`` changes first, the z or the a of its layer: shape (n_l, 1)."""
    assert by.j is not None
    change = np.zeros((trace.network.sizes[by.l - 1], 1))
    change[by.j - 1] = trace.a[by.l - 1][by.k - 1] if by.k else 1.0
    return change


def _slope_in_z(trace: Trace) -> Array:
    formula = pair_of(trace.network).slope_in_z
    assert formula is not None
    return formula(trace.z[trace.network.L], trace.y)


def _product(one: Array, other: Array) -> float:
    return float((one * other).sum())
