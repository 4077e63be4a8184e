"""What the book has in sections 2.1 to 2.4, and how a page shows that it has it, too."""

from collections.abc import Callable

from streamlit.testing.v1 import AppTest

from tests.pages.book.reading import writes
from tests.pages.chapter_app import container, part_of, stage
from tests.stage.sent import numbers

FOUR = {
    "30": r"\nabla_a C \odot \sigma'(z^L) \\ = (a^L - y) \odot \sigma'(z^L)",
    "BP2": r"\delta^l = ((w^{l+1})^T \delta^{l+1}) \odot \sigma'(z^l)",
    "31": r"\frac{\partial C}{\partial b^l} = \delta^l",
    "BP4": r"\frac{\partial C}{\partial w^l} = \delta^l (a^{l-1})^T",
}
"""The four equations as the box has them: for the quadratic cost, and BP4 as a matrix."""

EQUATIONS = {
    "23": r"a^l_j = \sigma( \sum_k w^l_{jk} a^{l-1}_k + b^l_j )",
    "24": r"f\left(\begin{bmatrix} 2 \\ 3 \end{bmatrix}\right)"
    r" = \begin{bmatrix} f(2) \\ f(3) \end{bmatrix} = \begin{bmatrix} 4 \\ 9 \end{bmatrix}",
    "25": r"a^l = \sigma(w^l a^{l-1} + b^l)",
    "26": r"C = \frac{1}{n} \sum_x C_x \\ = \frac{1}{2n} \sum_x \lVert y(x) - a^L(x) \rVert^2",
    "27": r"C = \frac{1}{2} \lVert y - a^L \rVert^2 = \frac{1}{2} \sum_j (y_j - a^L_j)^2",
    "28": r"\begin{bmatrix} 1 \\ 2 \end{bmatrix} \odot \begin{bmatrix} 3 \\ 4 \end{bmatrix}"
    r" = \begin{bmatrix} 1 * 3 \\ 2 * 4 \end{bmatrix} = \begin{bmatrix} 3 \\ 8 \end{bmatrix}",
    "29": r"\delta^l_j = \frac{\partial C}{\partial z^l_j}",
    "BP1": r"\delta^L_j = \frac{\partial C}{\partial a^L_j} \sigma'(z^L_j)",
    "BP1a": r"\delta^L = \nabla_a C \odot \sigma'(z^L)",
    "30": FOUR["30"],
    "BP2": FOUR["BP2"],
    "BP3": r"\frac{\partial C}{\partial b^l_j} = \delta^l_j",
    "31": FOUR["31"],
    "BP4": r"\frac{\partial C}{\partial w^l_{jk}} = a^{l-1}_k \delta^l_j",
    "33": r"\delta^L = \Sigma'(z^L) \nabla_a C",
    "34": r"\delta^l = \Sigma'(z^l) (w^{l+1})^T \delta^{l+1}",
    "35": r"\delta^l = \Sigma'(z^l) (w^{l+1})^T \cdots \Sigma'(z^{L-1}) (w^L)^T"
    r" \Sigma'(z^L) \nabla_a C",
}
"""All but (32), which a picture writes: see FIGURES."""

CHOICES = {name: {"equation": name.replace("BP1", "BP1a")} for name in ("BP1", "BP3", "BP4")}
CHOICES["BP1a"] = CHOICES["BP1"]
"""The choice that an equation needs, to be on the page."""


def _address(app: AppTest) -> bool:
    """The network with the book's weight chosen, and its three indices large."""
    data, shown = stage(app), container(app, "figure-the-address-of-a-weight")
    return (
        (data["sizes"], data["selected"]) == ([3, 4, 2], "w3_2_4")
        and part_of(app, "diagram")["edges"] == "w"
        and "w3" in data["arrays"]
        and writes(shown, "w^{3}_{24}")
        and "to* neuron 2 of layer 3" in shown.markdown[0].value
    )


def _bias(app: AppTest) -> bool:
    """Both of the book's numbers as buttons that select them in the network."""
    (chips,) = container(app, "figure-a-bias-and-an-activation").get("bidi_component")
    return all(f'"{id}"'.encode() in chips.proto.bytes for id in ("b2_3", "a3_1"))


def _landscape(app: AppTest) -> bool:
    shown = container(app, "figure-the-cost-over-the-outputs")
    return len(part_of(shown, "surface")["landscape"]["axes"]) == 2


def _demon(app: AppTest) -> bool:
    """The demon sits at a neuron of the network, and the cost is drawn as it pushes."""
    shown = container(app, "figure-the-demon")
    true, promised = part_of(shown, "curve")["points"]
    positions = len(stage(shown)["frames"]["values"])
    return (
        part_of(shown, "diagram")["overlays"][0]["at"] == "n2_1"
        and part_of(shown, "slider") is not None
        and len(true["y"]) == len(promised["y"]) == positions > 100
    )


def _wire(app: AppTest) -> bool:
    """The picture that writes (32) below itself, with the numbers that it needs."""
    shown = container(app, "figure-activation-in-error-out")
    l = part_of(shown, "single_weight")["l"]
    return {f"a{l - 1}", f"w{l}", f"delta{l}", f"nabla_w{l}"} <= set(stage(shown)["arrays"])


def _box(app: AppTest) -> bool:
    shown = container(app, "figure-the-four-equations")
    return all(writes(shown, equation) for equation in FOUR.values())


def _matrices(app: AppTest) -> bool:
    """The slopes as a diagonal matrix, in (34) and in (35)."""
    shown = container(app, "problem-the-equations-as-matrix-products")
    labels = [row["label"][:5] for part in stage(shown)["parts"] for row in part.get("rows", [])]
    slopes = numbers(stage(shown), "slope_matrix2")
    diagonal = all(bool(x) == (j == k) for j, row in enumerate(slopes) for k, x in enumerate(row))
    return diagonal and {"(34):", "(35):"} <= set(labels)


FIGURES: dict[str, Callable[[AppTest], bool]] = {
    "figure-the-address-of-a-weight": _address,
    "figure-a-bias-and-an-activation": _bias,
    "figure-the-cost-over-the-outputs": _landscape,
    "figure-the-demon": _demon,
    "figure-activation-in-error-out": _wire,
    "figure-the-four-equations": _box,
    "problem-the-equations-as-matrix-products": _matrices,
    "equation-32": _wire,
}
"""Whether a page shows what is no formula, by the item's id."""
