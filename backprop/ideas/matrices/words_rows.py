"""What the rows of pictures of the errors by matrices and with ⊙ are called."""

from backprop.ideas.matrices.compute import Factor

BY_33 = "(33): the slopes as a diagonal matrix"
BY_34 = "(34): the slopes as a diagonal matrix"
BY_35 = "(35): all the way from ∇ₐC"
BY_BP1A = "BP1a: the same with ⊙"
BY_BP2 = "BP2: the same with ⊙"
CANCELLED = "How the app computes it: the slope cancels"


def factor_text(factor: Factor) -> str:
    """One factor as plain text: Σ′(z³), (w³)ᵀ, ∇ₐC or δ³."""
    text = factor.quantity.text
    return f"({text})ᵀ" if factor.quantity.symbol == "w" else text.replace("σ", "Σ")
