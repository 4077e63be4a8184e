"""The products of two vectors s and t, both written as columns.

Entry by entry there is one, s o t, and it needs two vectors of the same length. As matrices there
are two, according to which of them is turned on its side: s^T t is one number, and s t^T has every
entry of s times every entry of t. Without a turn the shapes do not fit.
"""

from backprop.engine.activations import Array


def hadamard(s: Array, t: Array) -> Array:
    """s o t, the products entry by entry (equation 28), of the shape (n, 1) that both have.

    Raises ValueError where s and t have different lengths.
    """
    _check_equally_long(s, t, "s ⊙ t")
    return s * t


def inner(s: Array, t: Array) -> Array:
    """s^T t, the sum of the products entry by entry, of shape (1, 1).

    Raises ValueError where s and t have different lengths.
    """
    _check_equally_long(s, t, "sᵀt")
    return s.T @ t


def outer(s: Array, t: Array) -> Array:
    """s t^T, every entry of s (n, 1) times every entry of t (m, 1), of shape (n, m)."""
    return s @ t.T


def misfit(first: tuple[int, int], second: tuple[int, int]) -> str:
    """Why matrices of these shapes cannot be multiplied in this order; "" where they can."""
    columns, rows = first[1], second[0]
    if columns == rows:
        return ""
    return (
        f"a matrix product needs as many columns on the left as rows on the right; "
        f"got {columns} and {rows}"
    )


def _check_equally_long(s: Array, t: Array, name: str) -> None:
    if s.shape != t.shape:
        raise ValueError(
            f"{name} needs two vectors of the same length; got {len(s)} and {len(t)} numbers"
        )
