"""Saturation: where an activation function is flat, so that a neuron hardly responds to its z.

A saturated neuron has a slope sigma' near 0. By BP1 and BP2 its error is then near 0 too, and by
BP3 and BP4 so are the gradients of its bias and its weights: it learns slowly.
"""

import numpy as np
import numpy.typing as npt

from backprop.engine.activations import ACTIVATIONS, Array
from backprop.engine.trace import Trace
from backprop.engine.validation import check_one_of

SATURATED = 0.1
"""A neuron is saturated where its slope is at most this share of the largest it could have: for a
sigmoid an activation below 0.026 or above 0.974."""
LOW = 0.1
"""An input is low where it is at most this share of the largest of its layer, or of 1."""


def steepness(activation: str, z: Array) -> Array:
    """sigma'(z) as a share of the largest slope of this activation, from 0 to 1; shaped as z.

    Raises ValueError for another activation.
    """
    check_one_of("activation", activation, ACTIVATIONS)
    return ACTIVATIONS[activation].derivative(z) / ACTIVATIONS[activation].steepest


def ends(activation: str, z: Array) -> npt.NDArray[np.str_]:
    """At which flat end of its activation a neuron is, for each z.

    "top" or "bottom", "off" where a relu passes nothing on, "flat" on the flat side of a leaky
    relu, whose slope goes no further down, and "" elsewhere. The shape is that of z.
    """
    flat, facts = steepness(activation, z) <= SATURATED, ACTIVATIONS[activation]
    low = "off" if facts.can_be_off else "flat" if facts.straight else "bottom"
    return np.where(flat, np.where(z > 0, "top", low), "")


def strongest(a: Array) -> float:
    """The size of the largest input of a layer, or 1; a is its column, shape (n, 1) or (n,)."""
    return max(1.0, float(np.abs(a).max()))


def low(a: Array) -> npt.NDArray[np.bool_]:
    """Which inputs of a layer are so low that the weights from them hardly learn (BP4)."""
    return np.abs(a) / strongest(a) <= LOW


def most_saturated_neuron(trace: Trace) -> tuple[int, int]:
    """The layer l and the place j of the neuron with the smallest share of its largest slope.

    The trace is of one example, and a relu that is off does not count. Where none is saturated it
    is the first of the last hidden layer, or of the output layer where there is no hidden one.
    """
    found = []
    for l, z in trace.z.items():
        name = trace.network.activation[l]
        for j, (end, steep) in enumerate(zip(ends(name, z), steepness(name, z), strict=True), 1):
            if end[0] in ("top", "bottom", "flat"):
                found.append((float(steep[0]), l, j))
    return min(found)[1:] if found else (max(2, trace.network.L - 1), 1)
