"""What the book has in section 2.9, the big picture, and how its page shows that it has it, too."""

from collections.abc import Callable

from streamlit.testing.v1 import AppTest

from tests.pages.chapter_app import container, part_of, stage

_TO_LAYER = (
    r"\frac{\partial a^L_m}{\partial a^{L-1}_n} \frac{\partial a^{L-1}_n}{\partial a^{L-2}_p}"
)
_FROM_WEIGHT = (
    r"\ldots \frac{\partial a^{l+1}_q}{\partial a^l_j} \frac{\partial a^l_j}{\partial w^l_{jk}}"
)
_PATH = rf"\frac{{\partial C}}{{\partial a^L_m}} {_TO_LAYER} \\ \quad {_FROM_WEIGHT}"
_SUM = r"\sum_{mnp \ldots q}"
_DW = r"\Delta w^l_{jk}"

EQUATIONS = {
    "47": rf"\Delta C \approx \frac{{\partial C}}{{\partial w^l_{{jk}}}} {_DW}",
    "48": rf"\Delta a^l_j \approx \frac{{\partial a^l_j}}{{\partial w^l_{{jk}}}} {_DW}",
    "49": r"\Delta a^{l+1}_q \approx \frac{\partial a^{l+1}_q}{\partial a^l_j} \Delta a^l_j",
    "50": r"\Delta a^{l+1}_q \approx \frac{\partial a^{l+1}_q}{\partial a^l_j}"
    rf" \frac{{\partial a^l_j}}{{\partial w^l_{{jk}}}} {_DW}",
    "51": rf"\Delta C \approx {_PATH} {_DW}",
    "52": rf"\Delta C \approx {_SUM} {_PATH} {_DW}",
    "53": rf"\frac{{\partial C}}{{\partial w^l_{{jk}}}} = {_SUM} {_PATH}",
}
CHOICES: dict[str, dict[str, str]] = {}


def _spreads(step: int, result: str) -> Callable[[AppTest], bool]:
    """A step of the stage in which the change has come so far, with a push on the weight."""

    def shows(app: AppTest) -> bool:
        shown = container(app, f"figure-a-change-spreads-to-the-cost-{step}")
        (change,) = part_of(shown, "diagram")["overlays"]
        return bool(
            change["module"].endswith("/changes.js")
            and stage(shown)["steps"][step - 1]["result"] == result
            and part_of(shown, "slider") is not None
        )

    return shows


def _neuron(app: AppTest) -> bool:
    """One neuron of the next layer, with the rate of the line to it."""
    shown = container(app, "figure-one-neuron-on-the-way")
    (change,) = part_of(shown, "diagram")["overlays"]
    return change["next"] in (1, 2) and len(change["edges"]) == 2


def _path(app: AppTest) -> bool:
    """The network with a rate for the weight, for each line on the way, and for each output."""
    shown = container(app, "figure-one-path-with-its-rates")
    (walk,) = part_of(shown, "diagram")["overlays"]
    rates, path = walk["rates"], part_of(shown, "sums")["terms"][0]
    found = rates["between"]["3"], rates["last"], path["at"]
    return all(len(one) == 2 for one in found)


FIGURES: dict[str, Callable[[AppTest], bool]] = {
    "figure-a-change-spreads-to-the-cost-1": _spreads(1, "w2_2_3"),
    "figure-a-change-spreads-to-the-cost-2": _spreads(2, "a2_2"),
    "figure-a-change-spreads-to-the-cost-3": _spreads(3, "a3"),
    "figure-a-change-spreads-to-the-cost-4": _spreads(4, "C"),
    "figure-one-neuron-on-the-way": _neuron,
    "figure-one-path-with-its-rates": _path,
}
