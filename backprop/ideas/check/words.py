"""The labels of the gradient check, and what it says of every network."""

from backprop.engine import Network, Quantity
from backprop.engine.nudge import CENTRAL, FORWARD
from backprop.writing.text.numbers import exact

EQUATION = {
    FORWARD: r"\frac{\partial C}{\partial w_j} \approx "
    r"\frac{C(w + \epsilon e_j) - C(w)}{\epsilon}",
    CENTRAL: r"\frac{\partial C}{\partial w_j} \approx "
    r"\frac{C(w + \epsilon e_j) - C(w - \epsilon e_j)}{2\epsilon}",
}
"""Equation 46, and the same with a step on both sides."""
METHOD = "Difference"
CALLED = {FORWARD: "forward, as in (46)", CENTRAL: "central"}
"""The two methods, as the buttons call them."""
FROM_ONE_SIDE = "The book takes the step on one side only."
CLOSE_ENOUGH = (
    "**How close is close enough?** With central differences and ε = 10⁻⁵, a relative error below "
    "10⁻⁶ is as good as none, and one above 10⁻² at every ε is a mistake, unless a kink, or a "
    "slope that is tiny beside C, explains it."
)
TEXTS = {"layers": "Layer", "layer": "layer {l}"}
"""What the stage says at the buttons for the layers."""
NUMERIC = {
    "title": "by moving each by ε",
    "value": "{name} by moving: {value}",
    "at_kink": "{name} by moving: {value}, across a kink",
    "no_value": "{name} by moving has no value",
}
BACKPROP = {
    "title": "by backpropagation",
    "value": "{name}: {value}",
    "at_kink": "{name}: {value}, at a kink",
    "no_value": "{name} has no value",
}
RELATIVE = {
    "title": "relative error",
    "value": "{name}, relative error: {value}",
    "at_kink": "{name}, relative error: {value}, across a kink",
    "no_value": "{name} has no relative error",
}
"""What it says in the three heatmaps of a layer, with places for names and numbers in braces."""
ENDS = ("10⁻¹²", "1")
"""The ends of the scale of the relative error."""

SLIDER = "ε"
X_AXIS, Y_AXIS = "ε", "relative error"
MEDIAN = "median"
ROUNDING, TRUNCATION, KINK = "rounding", "truncation", "across a kink"
"""The arms of the valley."""
AT_FLOOR = "none, or below 10⁻¹⁶"
"""An error that is not drawn where it is."""


_OVER_EXAMPLES = {
    "mean": "C is the mean cost of the {m} examples in the table.",
    "sum": "C is the sum of the costs of the {m} examples in the table.",
}


def best_label(eps: float) -> str:
    """Where the valley is lowest."""
    return f"lowest at {exact(eps)}"


def worst_label(layers: list[int]) -> str:
    """The line of the largest errors."""
    return "the worst of all" if len(layers) != 1 else f"the worst of layer {layers[0]}"


def chart_label(of: Quantity) -> str:
    """The name of the chart."""
    return f"The relative error over ε: of {of.text}, the largest, and the median"


def layer_title(l: int) -> str:
    """The heading of a layer's heatmaps."""
    return f"layer {l}"


def over_examples(network: Network, m: int) -> str:
    """Which cost it is where there are several examples."""
    return _OVER_EXAMPLES[network.reduction].format(m=m)
