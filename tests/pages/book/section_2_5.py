"""What the book has in section 2.5, the proof, and how its page shows that it has it, too."""

from collections.abc import Callable

from streamlit.testing.v1 import AppTest

from tests.pages.chapter_app import container, part_of

EQUATIONS: dict[str, str] = {
    "36": r"\delta^L_j = \frac{\partial C}{\partial z^L_j}",
    "37": r"\delta^L_j = \sum_k \frac{\partial C}{\partial a^L_k}"
    r" \frac{\partial a^L_k}{\partial z^L_j}",
    "38": r"\delta^L_j = \frac{\partial C}{\partial a^L_j} \frac{\partial a^L_j}{\partial z^L_j}",
    "39": r"\delta^L_j = \frac{\partial C}{\partial a^L_j} \sigma'(z^L_j)",
    "40": r"\delta^l_j = \frac{\partial C}{\partial z^l_j}",
    "41": r"\delta^l_j = \sum_k \frac{\partial C}{\partial z^{l+1}_k}"
    r" \frac{\partial z^{l+1}_k}{\partial z^l_j}",
    "42": r"\delta^l_j = \sum_k \frac{\partial z^{l+1}_k}{\partial z^l_j} \delta^{l+1}_k",
    "43": r"z^{l+1}_k = \sum_j w^{l+1}_{kj} a^l_j + b^{l+1}_k \\"
    r" = \sum_j w^{l+1}_{kj} \sigma(z^l_j) + b^{l+1}_k",
    "44": r"\frac{\partial z^{l+1}_k}{\partial z^l_j} = w^{l+1}_{kj} \sigma'(z^l_j)",
    "45": r"\delta^l_j = \sum_k w^{l+1}_{kj} \delta^{l+1}_k \sigma'(z^l_j)",
}
CHOICES: dict[str, dict[str, str]] = {
    **{str(36 + n): {"proof-of": "BP1", "proof-line": str(n + 1)} for n in range(4)},
    **{str(40 + n): {"proof-of": "BP2", "proof-line": str(n + 1)} for n in range(6)},
}


def _cards(app: AppTest) -> bool:
    """Cards for all the lines of a proof, and slips among them; nothing is in the proof yet."""
    part = part_of(container(app, "exercise-prove-BP3-and-BP4"), "cards")
    slips = [card for card in part["cards"] if "instead" in card]
    return part["lines"] == [] and len(part["cards"]) - len(slips) == 6 and len(slips) >= 4


FIGURES: dict[str, Callable[[AppTest], bool]] = {"exercise-prove-BP3-and-BP4": _cards}
