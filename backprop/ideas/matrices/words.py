"""Equations 33 to 35 in letters, the work of multiplying them out, and whether all ways agree."""

from collections import Counter
from collections.abc import Sequence

import numpy as np

from backprop.engine.activations import Array
from backprop.engine.quantity import quantity_latex
from backprop.ideas.matrices.compute import Factor
from backprop.ideas.matrices.compute_multiplication_order import Product
from backprop.writing.formulas.lines import aligned
from backprop.writing.formulas.palette import Colours, coloured
from backprop.writing.text.numbers import short

DOTS = ("", "")
FACTORS: dict[str, tuple[tuple[str, str], ...]] = {
    "33": (("sigma_prime", "L"), ("nabla_a", "L")),
    "34": (("sigma_prime", "l"), ("w", "l+1"), ("delta", "l+1")),
    "35": (
        ("sigma_prime", "l"),
        ("w", "l+1"),
        DOTS,
        ("sigma_prime", "L-1"),
        ("w", "L"),
        ("sigma_prime", "L"),
        ("nabla_a", "L"),
    ),
}
"""The factors of each equation in its order: the symbol and the letter of the layer."""
_SAME = 1e-9


def in_letters(colours: Colours) -> str:
    """Equations 33, 34 and 35 as the book has them, one below the other."""
    lines = []
    for factors in FACTORS.values():
        left = coloured(quantity_latex("delta", factors[0][1]), "delta", colours)
        right = " ".join(
            r"\cdots" if factor == DOTS else coloured(_latex(*factor), factor[0], colours)
            for factor in factors
        )
        lines.append((left, f"= {right}"))
    return aligned(lines)


def factor_text(factor: Factor) -> str:
    """One factor as plain text: Σ′(z³), (w³)ᵀ, ∇ₐC or δ³."""
    text = factor.quantity.text
    return f"({text})ᵀ" if factor.quantity.symbol == "w" else text.replace("σ", "Σ")


def arithmetic(product: Product) -> str:
    """What adds up to its multiplications, for instance "2·2·1 + 4·2·1" or "3 × 4·4·1"."""
    terms = Counter("·".join(map(str, size)) for size in product.sizes)
    return " + ".join(term if n == 1 else f"{n} × {term}" for term, n in terms.items())


def agreement(results: Sequence[Array], delta: Array) -> str:
    """Whether all these are the errors delta, and the largest difference between them."""
    difference = max(float(np.abs(result - delta).max()) for result in results)
    if difference == 0:
        return "All ways give the same numbers: the largest difference is 0."
    if difference <= _SAME * float(np.abs(delta).max()):
        return f"All ways give the same numbers: the largest difference is {short(difference)}."
    return (
        f"The largest difference between the ways is {short(difference)}: with numbers as extreme "
        "as these, digits are lost."
    )


def zeros(matrices: Product, entrywise: Product) -> str:
    """What the diagonal matrices cost more than the Hadamard product, both from the right."""
    more = matrices.count - entrywise.count
    if not more:
        return "Every layer on the way has one neuron, so Σ′ is one number, and ⊙ saves nothing."
    return (
        f"{more:,} of the {matrices.count:,} multiplications from the right are by a zero off the "
        "diagonal of a Σ′. ⊙ leaves out just these, and needs no matrix to be built."
    )


def order(right: Product, left: Product) -> str:
    """What it costs to multiply from the other end."""
    row = left.sizes[0][0] == 1
    ratio = left.count / right.count
    return (
        "From the right a matrix meets a vector every time. From the left "
        f"{'a row' if row else 'a matrix'} meets a matrix: "
        f"{'the same work' if ratio == 1 else f'{short(ratio)} times the work'}."
    )


def _latex(symbol: str, l: str) -> str:
    latex = quantity_latex(symbol, l)
    return f"({latex})^T" if symbol == "w" else latex.replace(r"\sigma", r"\Sigma")
