"""Signs on what is saturated or low, so that it is seen without its colour: ▲ ▼ ∅ and ○."""

import numpy as np

from backprop.engine import Quantity, Trace
from backprop.engine.quantity import neuron_id
from backprop.engine.saturation import ends, low
from backprop.ideas.tell.words import SIGNS
from backprop.stage import Marks


def marks(trace: Trace) -> Marks:
    """The signs of a trace of one example: by the id of a number, or of a neuron such as n2_1.

    A saturated neuron is marked at its slope; a low activation where it enters, and at the top of
    the column of weights that it holds back.
    """
    found: Marks = {}

    def put(kind: str, *ids: str) -> None:
        sign, words = SIGNS[kind]
        found.update({id: {"sign": sign, "words": words} for id in ids})

    for l in trace.z:
        for k in (np.flatnonzero(low(trace.a[l - 1])) + 1).tolist():
            put("low", Quantity("a", l - 1, k).id, Quantity("nabla_w", l, 1, k).id)
        for j, end in enumerate(ends(trace.network.activation[l], trace.z[l])[:, 0], start=1):
            if end:
                put(str(end), Quantity("sigma_prime", l, j).id, neuron_id(l, j))
    return found
