"""The cost over several examples, and the mean of their gradients (equation 26).

The chapter's first assumption is C = 1/n sum_x C_x: so each example x can be run by itself, and
the gradients averaged.
"""

from collections.abc import Iterable

import numpy as np

from backprop.engine.activations import Array
from backprop.engine.trace import Trace


def mean_of_gradients(traces: Iterable[Trace], symbol: str, l: int) -> Array:
    """(g_1 + ... + g_n) / n of the gradients nabla_w or nabla_b of layer l, of their shape."""
    return np.mean([trace.arrays(symbol)[l] for trace in traces], axis=0)
