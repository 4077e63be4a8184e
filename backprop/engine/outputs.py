"""The equations at the outputs: the cost C and its gradient by the outputs, nabla_a C.

The cost is a mean over the m examples (equation 26), or a sum. The cross-entropy of sigmoid outputs
is computed from z^L: it stays right where a^L has already been rounded to 0 or 1.
"""

import numpy as np

from backprop.engine.activations import Array, sigmoid
from backprop.engine.costs import COSTS, ratio
from backprop.engine.equation import Equation, Formula
from backprop.engine.template import MEAN_OVER

LARGEST = float(np.finfo(np.float64).max)
"""What stands for all that is beyond it."""


def cross_entropy_of_sigmoid(z: Array, y: Array) -> Array:
    return -np.sum(y * ln_sigma(z) + (1 - y) * ln_sigma(-z)) / y.shape[1]


def cross_entropy_of_sigmoid_in_all(z: Array, y: Array) -> Array:
    return -(y * ln_sigma(z) + (1 - y) * ln_sigma(-z)).sum()


def cross_entropy_terms_of_sigmoid(z: Array, y: Array) -> Array:
    """What each output adds to the cost of its example, in the shape of z."""
    return -y * ln_sigma(z) - (1 - y) * ln_sigma(-z)


@np.errstate(divide="ignore", over="ignore")
def cross_entropy_gradient_of_sigmoid(z: Array, y: Array) -> Array:
    return np.clip(ratio(1 - y, sigmoid(-z)) - ratio(y, sigmoid(z)), -LARGEST, LARGEST)


def cross_entropy_by_z_of_sigmoid(z: Array, y: Array) -> Array:
    """The slope of each term of the cost in z: that of ln sigma(z) is sigma(-z)."""
    return (1 - y) * sigmoid(z) - y * sigmoid(-z)


def ln_sigma(z: Array) -> Array:
    """ln sigma(z) of the sigmoid; ln(1 - sigma(z)) is ln_sigma(-z)."""
    return -np.logaddexp(0, -z)


def _cost(
    number: tuple[str, ...], formula: Formula, total: Formula, whole: str, terms: str
) -> Equation:
    """The cost in vectors (``whole``) and as a sum over the outputs j (``terms``)."""

    def equation(one: str, component: Equation | None = None) -> Equation:
        several = rf"<C> = {MEAN_OVER} \left( {one} \right)"
        template = f"<C> = {one}"
        return Equation(
            "cost", "The cost", "C", number, template, formula, component, several, "L", total
        )

    return equation(whole, component=equation(terms))


def _gradient(formula: Formula, template: str) -> Equation:
    title, one = (
        "The cost's gradient at the outputs",
        "The cost's gradient at one output",
    )
    in_j = template.replace(">", " j>")
    component = Equation("nabla_a", one, "nabla_a", (), in_j, formula, layer="L")
    return Equation("nabla_a", title, "nabla_a", (), template, formula, component, layer="L")


QUADRATIC = _cost(
    ("27",),
    COSTS["quadratic"].value,
    COSTS["quadratic"].total,
    whole=r"\tfrac{1}{2} \lVert <y> - <a> \rVert^2",
    terms=r"\tfrac{1}{2} [j| (<y j> - <a j>)^2 |]",
)
SQUARED_ERROR = _cost(
    (),
    COSTS["squared-error"].value,
    COSTS["squared-error"].total,
    whole=r"\lVert <y> - <a> \rVert^2",
    terms=r"[j| (<y j> - <a j>)^2 |]",
)
CROSS_ENTROPY = _cost(
    ("63",),
    COSTS["cross-entropy"].value,
    COSTS["cross-entropy"].total,
    whole=r"-<y> \cdot \ln <a> - (1 - <y>) \cdot \ln (1 - <a>)",
    terms=r"-[j| \left( <y j> \ln <a j> + (1 - <y j>) \ln (1 - <a j>) \right) |]",
)
CROSS_ENTROPY_OF_SIGMOID = _cost(
    ("63",),
    cross_entropy_of_sigmoid,
    cross_entropy_of_sigmoid_in_all,
    whole=r"-<y> \cdot \ln \sigma(<z>) - (1 - <y>) \cdot \ln (1 - \sigma(<z>))",
    terms=(r"-[j| \left( <y j> \ln \sigma(<z j>) + (1 - <y j>) \ln (1 - \sigma(<z j>)) \right) |]"),
)

QUADRATIC_GRADIENT = _gradient(COSTS["quadratic"].derivative, "<nabla_a> = <a> - <y>")
SQUARED_ERROR_GRADIENT = _gradient(
    COSTS["squared-error"].derivative, r"<nabla_a> = 2 \, (<a> - <y>)"
)
CROSS_ENTROPY_GRADIENT = _gradient(
    COSTS["cross-entropy"].derivative, r"<nabla_a> = \frac{1 - <y>}{1 - <a>} - \frac{<y>}{<a>}"
)
CROSS_ENTROPY_GRADIENT_OF_SIGMOID = _gradient(
    cross_entropy_gradient_of_sigmoid,
    r"<nabla_a> = \frac{1 - <y>}{1 - \sigma(<z>)} - \frac{<y>}{\sigma(<z>)}",
)
