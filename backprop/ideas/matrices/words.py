"""Equations 33 to 35 in letters, the work of multiplying them out, and whether all orders agree."""

from collections import Counter
from collections.abc import Mapping, Sequence

import numpy as np

from backprop.engine import Quantity, Trace
from backprop.engine.activations import Array
from backprop.engine.four_equations import uses_slope
from backprop.engine.outputs import LARGEST
from backprop.engine.quantity import quantity_latex
from backprop.ideas.matrices.compute import Factor, factors
from backprop.ideas.matrices.compute_multiplication_order import WorkedProduct, in_every_order
from backprop.writing.formulas.lines import aligned
from backprop.writing.formulas.palette import Colours, coloured
from backprop.writing.text.cost_words import words_of_pair
from backprop.writing.text.numbers import short

NEEDS_HIDDEN_LAYER = "(34) and (35) are about hidden layers, and this network has none."
LAYER = "The errors of layer"
ORDER_NAMES = {
    "hadamard": "with ⊙",
    "right": "matrices, from the right",
    "left": "matrices, from the left",
}
"""What each order of multiplication is called."""

HEADER = ("way", "what adds up", "total")
"""The heads of the table of the work."""

_TOO_LARGE = "{way}: a number on the way grows {beyond}."

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

BY_33 = "(33): the slopes as a diagonal matrix"
BY_34 = "(34): the slopes as a diagonal matrix"
BY_35 = "(35): all the way from ∇ₐC"
BY_BP1A = "BP1a: the same with ⊙"
BY_BP2 = "BP2: the same with ⊙"
CANCELLED = "How the app computes it: the slope cancels"


def in_letters(colours: Colours) -> str:
    """Equations 33, 34 and 35 as the book has them, one below the other."""
    lines = []
    for chain in FACTORS.values():
        left = coloured(quantity_latex("delta", chain[0][1]), "delta", colours)
        right = " ".join(
            r"\cdots" if factor == DOTS else coloured(_latex(*factor), factor[0], colours)
            for factor in chain
        )
        lines.append((left, f"= {right}"))
    return aligned(lines)


def notes(trace: Trace, l: int) -> list[str]:
    """Whether the errors of layer l agree in all orders, and what makes one of them the better."""
    found, failed = in_every_order(factors(trace, l))
    results = [one.result for one in found.values()]
    L = trace.network.L
    delta, a = Quantity("delta", L).text, Quantity("a", L).text
    return [
        agreement(results, trace, l),
        *(
            _TOO_LARGE.format(way=ORDER_NAMES[name].capitalize(), beyond=short(LARGEST))
            for name in failed
        ),
        *(
            []
            if uses_slope(trace.network, L)
            else [words_of_pair(trace.network).by_matrices.format(delta=delta, a=a)]
        ),
    ]


def table_title(l: int) -> str:
    """What the table of the work is about, as Markdown."""
    return f"**Multiplications on the way from ∇ₐC to {Quantity('delta', l).text}**"


def table_rows(products: Mapping[str, WorkedProduct]) -> list[tuple[str, str, str]]:
    """A row of the table for each order: its name, what adds up, the total."""
    return [
        (ORDER_NAMES[name], arithmetic(one), f"**{one.count:,}**") for name, one in products.items()
    ]


def arithmetic(product: WorkedProduct) -> str:
    """What adds up to its multiplications, for instance "2·2·1 + 4·2·1" or "3 × 4·4·1"."""
    terms = Counter("·".join(map(str, size)) for size in product.sizes)
    return " + ".join(term if n == 1 else f"{n} × {term}" for term, n in terms.items())


def agreement(results: Sequence[Array], trace: Trace, l: int) -> str:
    """Whether all these are the errors of layer l, and the largest difference between them."""
    delta = trace.delta[l]
    difference = max(float(np.abs(result - delta).max()) for result in results)
    if difference == 0:
        return "All ways give the same numbers, to the last digit."
    if difference <= _SAME * float(np.abs(delta).max()):
        template = "All ways agree but for rounding: the largest difference is {apart}."
    elif np.abs(trace.nabla_a).max() >= LARGEST:
        template = (
            "∂C/∂a of an output is {beyond}, more than a number of 16 digits can hold, so the ways "
            "that begin with ∇ₐC lose δ: they are off by up to {apart}."
        )
    else:
        template = (
            "The largest difference between the ways is {apart}: each rounds in another order, and "
            "here that takes digits."
        )
    return template.format(apart=short(difference), beyond=short(LARGEST))


def zeros(matrices: WorkedProduct, entrywise: WorkedProduct) -> str:
    """What the diagonal matrices cost more than the Hadamard product, both from the right."""
    more = matrices.count - entrywise.count
    if not more:
        return "Every layer on the way has one neuron, so Σ′ is one number, and ⊙ saves nothing."
    return (
        f"{more:,} of the {matrices.count:,} multiplications from the right are by a zero off the "
        "diagonal of a Σ′. ⊙ leaves out just these, and needs no matrix to be built."
    )


def from_the_other_end(right: WorkedProduct, left: WorkedProduct) -> str:
    """What it costs to multiply from the other end."""
    row, times = left.sizes[0][0] == 1, left.count / right.count
    if row and times == 1:
        from_left = "From the left a row meets a matrix: the same work."
    elif row:
        from_left = f"From the left a row meets a matrix: {short(times)} times the work."
    elif times == 1:
        from_left = "From the left a matrix meets a matrix: the same work."
    else:
        from_left = f"From the left a matrix meets a matrix: {short(times)} times the work."
    return f"From the right a matrix meets a vector every time. {from_left}"


def _latex(symbol: str, l: str) -> str:
    latex = quantity_latex(symbol, l)
    return f"({latex})^T" if symbol == "w" else latex.replace(r"\sigma", r"\Sigma")


def factor_text(factor: Factor) -> str:
    """One factor as plain text: Σ′(z³), (w³)ᵀ, ∇ₐC or δ³."""
    text = factor.quantity.text
    return f"({text})ᵀ" if factor.quantity.symbol == "w" else text.replace("σ", "Σ")
