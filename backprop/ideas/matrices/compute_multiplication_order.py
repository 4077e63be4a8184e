"""The orders in which to multiply matrices and a vector, and the work that each of them takes.

From the right every sign is a matrix times a vector, from the left it is a matrix times a matrix
till the vector comes last; and a diagonal matrix can be spared by the Hadamard product. The result
is the same. In each order it is counted, sign by sign, how many times two numbers are multiplied.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import prod

import numpy as np

from backprop.engine.activations import Array
from backprop.engine.products import hadamard
from backprop.ideas.matrices.compute import Factor


@dataclass(frozen=True, eq=False)
class WorkedProduct:
    """A product worked out, and the work.

    ``sizes`` has an entry for each sign, in the order in which they were worked out: (p, q, r) for
    a matrix (p, q) times a matrix (q, r), (n,) for two vectors entry by entry.
    """

    result: Array
    sizes: tuple[tuple[int, ...], ...]

    @property
    def count(self) -> int:
        """How many times two numbers were multiplied."""
        return sum(map(prod, self.sizes))


def from_the_right(chain: Sequence[Factor]) -> WorkedProduct:
    """The product from right to left: a matrix times a vector each time.

    This is (34) for one layer after the other. Raises ValueError where a number would not be
    finite.
    """
    *matrices, result = [factor.matrix for factor in chain]
    sizes = []
    for matrix in reversed(matrices):
        result, size = multiplied(matrix, result)
        sizes.append(size)
    return WorkedProduct(result, tuple(sizes))


def from_the_left(chain: Sequence[Factor]) -> WorkedProduct:
    """The product from left to right: a matrix times a matrix until the vector comes last.

    Raises ValueError where a number would not be finite.
    """
    result, *matrices = [factor.matrix for factor in chain]
    sizes = []
    for matrix in matrices:
        result, size = multiplied(result, matrix)
        sizes.append(size)
    return WorkedProduct(result, tuple(sizes))


@np.errstate(over="ignore", invalid="ignore")
def with_hadamard(chain: Sequence[Factor]) -> WorkedProduct:
    """From right to left with o sigma'(z) for each diagonal matrix: BP1a, then BP2 layer by layer.

    Raises ValueError where a number would not be finite.
    """
    result = chain[-1].matrix
    sizes: list[tuple[int, ...]] = []
    for factor in reversed(chain[:-1]):
        if factor.is_diagonal:
            result = _finite(hadamard(np.diag(factor.matrix)[:, None], result))
            sizes.append((len(result),))
        else:
            result, size = multiplied(factor.matrix, result)
            sizes.append(size)
    return WorkedProduct(result, tuple(sizes))


ORDERS = {"hadamard": with_hadamard, "right": from_the_right, "left": from_the_left}
"""The orders of multiplication by their names."""


def in_every_order(chain: Sequence[Factor]) -> tuple[dict[str, WorkedProduct], dict[str, str]]:
    """The product in every order in which it stays finite, and why it does not in another."""
    found, failed = {}, {}
    for name, order in ORDERS.items():
        try:
            found[name] = order(chain)
        except ValueError as error:
            failed[name] = str(error)
    return found, failed


@np.errstate(over="ignore", invalid="ignore")
def multiplied(first: Array, second: Array) -> tuple[Array, tuple[int, int, int]]:
    """The product of matrices (p, q) and (q, r), and p, q, r: it takes p q r multiplications.

    Raises ValueError where a number of it would not be finite.
    """
    (p, q), r = first.shape, second.shape[1]
    return _finite(first @ second), (p, q, r)


def _finite(result: Array) -> Array:
    if not np.isfinite(result).all():
        raise ValueError("the product must stay finite; it grew beyond 1.8e308 on the way")
    return result
