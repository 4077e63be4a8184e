"""All weights and biases of a network as one vector, and the matrices back from it.

For l = 2..L it has the rows of w^l one after the other, and then b^l, if there are biases. A
gradient is laid out in the same way, nabla_w for w and nabla_b for b.
"""

from collections.abc import Mapping, Sequence
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from backprop.engine.activations import Array


def to_vector(w: Mapping[int, Array], b: Mapping[int, Array]) -> Array:
    """All numbers of w[l] (n_l, n_(l-1)) and b[l] (n_l, 1), keyed l = 2..L, as one vector.

    b may be empty.
    """
    return np.concatenate([one[l].ravel() for l in sorted(w) for one in ((w, b) if b else (w,))])


def from_vector(
    vector: npt.ArrayLike, sizes: Sequence[int], has_biases: bool = True
) -> tuple[dict[int, Array], dict[int, Array]]:
    """The w[l] (n_l, n_(l-1)) and b[l] (n_l, 1) of a vector for a network of these sizes.

    Without biases b is empty.     Raises ValueError for a vector that has not just so many numbers.
    """
    each = 2 if has_biases else 1
    shapes = [shape for before, n in pairwise(sizes) for shape in ((n, before), (n, 1))[:each]]
    ends = np.cumsum([n * m for n, m in shapes])
    parts = np.split(np.asarray(vector, dtype=np.float64), ends[:-1])
    arrays = [part.reshape(shape) for part, shape in zip(parts, shapes, strict=True)]
    w = dict(enumerate(arrays[::each], start=2))
    return w, dict(enumerate(arrays[1::2], start=2)) if has_biases else {}
