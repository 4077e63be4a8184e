"""Equations 33 to 35 with the addresses of a network, and the work of multiplying them out."""

from collections.abc import Sequence

from backprop.engine import Quantity
from backprop.engine.matrix_form import Factor
from backprop.engine.ways import Product
from backprop.writing.latex import coloured
from backprop.writing.palette import Colours


def chain_latex(chain: Sequence[Factor], colours: Colours) -> str:
    """The product, for instance \\delta^{2} = \\Sigma'(z^{2}) (w^{3})^T \\delta^{3}.

    The layer is that of the first factor.
    """
    left = Quantity("delta", chain[0].quantity.l)
    factors = r" \, ".join(
        coloured(_latex(factor), factor.quantity.symbol, colours) for factor in chain
    )
    return f"{coloured(left.latex, left.symbol, colours)} = {factors}"


def factor_text(factor: Factor) -> str:
    """One factor as plain text: Σ′(z³), (w³)ᵀ, ∇ₐC or δ³."""
    text = factor.quantity.text
    if factor.quantity.symbol == "w":
        return f"({text})ᵀ"
    return text.replace("σ", "Σ")


def arithmetic(product: Product) -> str:
    """How its multiplications add up, for instance "2·2·1 + 4·2·1 = 12"; just "2" for one size."""
    terms = ["·".join(map(str, size)) for size in product.sizes]
    total = f"{product.count:,}"
    return total if terms == [total] else f"{' + '.join(terms)} = {total}"


def _latex(factor: Factor) -> str:
    latex = factor.quantity.latex
    return f"({latex})^T" if factor.quantity.symbol == "w" else latex.replace(r"\sigma", r"\Sigma")
