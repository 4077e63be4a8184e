"""A step of gradient descent over a mini-batch, as the chapter's loop does it (section 2.6).

``descend`` on ``run`` of all columns at once comes to the same network.
"""

import numpy as np
import numpy.typing as npt

from backprop.engine.algorithm import run
from backprop.engine.network import Network
from backprop.engine.validation import check_kind, columns, finite


def mini_batch(network: Network, x: npt.ArrayLike, y: npt.ArrayLike, eta: float) -> Network:
    """The network after one step over the m examples x with the desired outputs y.

    w^l - eta/m sum_x delta^(x,l) (a^(x,l-1))^T and b^l - eta/m sum_x delta^(x,l), without the 1/m
    where the network's cost is a sum; biases that do not learn stay. x has the shape
    (n_1,), (n_1, 1) or (n_1, m), y likewise with n_L. Raises ValueError as ``run`` does for any of
    the examples, and as ``descend`` does for eta and for weights that would not be finite.
    """
    check_kind("network", network, Network)
    eta = finite(eta, "eta", above=0)
    x, y = columns(x, network.sizes[0], "x"), columns(y, network.sizes[-1], "y")
    m = x.shape[1]
    if y.shape[1] != m:
        raise ValueError(f"x and y must have as many examples; got {m} and {y.shape[1]}")
    w, b = network.w, network.b
    sum_w = {l: np.zeros_like(w[l]) for l in w}
    sum_b = {l: np.zeros_like(b[l]) for l in b}
    with np.errstate(over="ignore", invalid="ignore"):
        for i in range(m):
            trace = run(network, x[:, i], y[:, i])
            for l in w:
                sum_w[l] += trace.delta[l] @ trace.a[l - 1].T
                sum_b[l] += trace.delta[l]
        share = eta / network.divisor(m)
        new_w = {l: w[l] - share * sum_w[l] for l in w}
        new_b = {l: b[l] - share * sum_b[l] for l in b}
    return network.with_parameters(new_w, new_b if network.learns_biases else None)
