"""Backpropagation in matrices alone (equations 33 to 35), without the Hadamard product.

Sigma'(z^l) is the square matrix with sigma'(z^l) on its diagonal and zeros elsewhere. Multiplying
by it is what o sigma'(z^l) does, so that the errors of a layer are one long product:

    delta^l = Sigma'(z^l) (w^(l+1))^T ... Sigma'(z^(L-1)) (w^L)^T Sigma'(z^L) nabla_a C    (35)
"""

from dataclasses import dataclass

import numpy as np

from backprop.engine.activations import Array
from backprop.engine.quantity import Quantity
from backprop.engine.trace import Trace


@dataclass(frozen=True, eq=False)
class Factor:
    """One factor of (35): ``matrix`` as it stands there, made of the quantity at this address.

    For sigma_prime that is the diagonal matrix (n_l, n_l), for w the transpose.
    """

    quantity: Quantity
    matrix: Array

    @property
    def is_diagonal(self) -> bool:
        return self.quantity.symbol == "sigma_prime"


def factors(trace: Trace, l: int) -> tuple[Factor, ...]:
    """The factors of delta^l in the order of (35); for l = L those of (33).

    Raises ValueError unless 2 <= l <= L and the trace is of one example.
    """
    L = trace.network.L
    _check(trace, l)
    if l == L:
        return _slope(trace, L), Factor(Quantity("nabla_a", L), trace.nabla_a)
    return _slope(trace, l), _transpose(trace, l + 1), *factors(trace, l + 1)


def factors_from_next(trace: Trace, l: int) -> tuple[Factor, ...]:
    """The factors of delta^l in the order of (34), delta^(l+1) the last.

    Raises ValueError unless 2 <= l < L and the trace is of one example.
    """
    _check(trace, l)
    if l == trace.network.L:
        raise ValueError(f"(34) is about the layers before the last one; got the last, {l}")
    after = Factor(Quantity("delta", l + 1), trace.delta[l + 1])
    return _slope(trace, l), _transpose(trace, l + 1), after


def _check(trace: Trace, l: int) -> None:
    L = trace.network.L
    if not 2 <= l <= L:
        raise ValueError(f"an error belongs to a layer from 2 to {L}; got {l}")
    trace.check_is_of_one("what goes into (33) to (35)")


def _slope(trace: Trace, l: int) -> Factor:
    return Factor(Quantity("sigma_prime", l), np.diagflat(trace.sigma_prime[l]))


def _transpose(trace: Trace, l: int) -> Factor:
    return Factor(Quantity("w", l), trace.network.w[l].T)
