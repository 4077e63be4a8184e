"""The cost over several examples, and the mean or the sum of their gradients (equation 26).

The chapter's first assumption is C = 1/n sum_x C_x: so each example x can be run by itself, and
the gradients averaged; or added up, where C is the sum.
"""

from collections.abc import Sequence

import numpy as np

from backprop.engine.activations import Array
from backprop.engine.trace import Trace


def reduced_gradient(traces: Sequence[Trace], symbol: str, l: int) -> Array:
    """(g_1 + ... + g_n) / n of the gradients nabla_w or nabla_b of layer l, of their shape.

    It is g_1 + ... + g_n where the cost of the traces' network is a sum.
    """
    every = [trace.arrays(symbol)[l] for trace in traces]
    return np.sum(every, axis=0) / traces[0].network.divisor(len(every))
