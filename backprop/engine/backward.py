"""The four equations of backpropagation, BP1 to BP4, and the gradient by the inputs.

As matrix equations (BP1a for BP1) they work on all m examples at once, one column each, and the
gradients are means over them, or sums. Their components give one neuron j: w_next is then the
column of weights that leaves it, the weights' gradient its row.
"""

from dataclasses import replace

import numpy as np

from backprop.engine.activations import Array
from backprop.engine.equation import Equation


def error_of_output(nabla_a: Array, sigma_prime: Array) -> Array:
    return nabla_a * sigma_prime


def error_where_slopes_cancel(a: Array, y: Array) -> Array:
    return a - y


def error_from_next(w_next: Array, delta_next: Array, sigma_prime: Array) -> Array:
    return (w_next.T @ delta_next) * sigma_prime


def error_from_next_j(w_next: Array, delta_next: Array, sigma_prime: Array) -> Array:
    return sum(w_next[k] * delta_next[k] for k in range(len(w_next))) * sigma_prime


def input_gradient(w_next: Array, delta_next: Array) -> Array:
    return w_next.T @ delta_next


def input_gradient_j(w_next: Array, delta_next: Array) -> Array:
    return np.asarray(sum(w_next[k] * delta_next[k] for k in range(len(w_next))))


def bias_gradient(delta: Array) -> Array:
    return delta.mean(axis=1, keepdims=True)


def bias_gradient_in_all(delta: Array) -> Array:
    return delta.sum(axis=1, keepdims=True)


def bias_gradient_j(delta: Array) -> Array:
    return delta.mean()


def bias_gradient_in_all_j(delta: Array) -> Array:
    return delta.sum()


def weight_gradient(delta: Array, a_prev: Array) -> Array:
    return delta @ a_prev.T / delta.shape[1]


def weight_gradient_in_all(delta: Array, a_prev: Array) -> Array:
    return delta @ a_prev.T


def weight_gradient_j(a_prev: Array, delta: Array) -> Array:
    return np.array([np.mean(a_prev[k] * delta) for k in range(len(a_prev))])


def weight_gradient_in_all_j(a_prev: Array, delta: Array) -> Array:
    return np.array([np.sum(a_prev[k] * delta) for k in range(len(a_prev))])


BP1 = Equation(
    name="BP1",
    title="One output neuron's error",
    symbol="delta",
    numbers=("BP1",),
    template=r"<delta j> = <nabla_a j> \, <sigma_prime j>",
    formula=error_of_output,
    layer="L",
)
BP1A = Equation(
    name="BP1a",
    title="The error of the output layer",
    symbol="delta",
    numbers=("BP1a",),
    template=r"<delta> = <nabla_a> \odot <sigma_prime>",
    formula=error_of_output,
    component=BP1,
    layer="L",
)
BP1A_QUADRATIC = replace(BP1A, numbers=("BP1a", "30"))
BP1A_CANCELLED = replace(
    BP1A,
    numbers=("66",),
    template="<delta> = <a> - <y>",
    formula=error_where_slopes_cancel,
    component=replace(
        BP1,
        numbers=("66",),
        template="<delta j> = <a j> - <y j>",
        formula=error_where_slopes_cancel,
    ),
)
"""BP1a where the cost is the cross-entropy of sigmoids: the slope cancels, exactly."""

BP2 = Equation(
    name="BP2",
    title="The error of a hidden layer",
    symbol="delta",
    numbers=("BP2",),
    template=r"<delta> = \left( (<w_next>)^T <delta_next> \right) \odot <sigma_prime>",
    formula=error_from_next,
    component=Equation(
        name="BP2",
        title="One hidden neuron's error",
        symbol="delta",
        numbers=("BP2", "45"),
        template=r"<delta j> = [k| <w_next kj> <delta_next k> |] \, <sigma_prime j>",
        formula=error_from_next_j,
    ),
)
BP3 = Equation(
    name="BP3",
    title="The gradient of the biases",
    symbol="nabla_b",
    numbers=("BP3", "31"),
    template="<nabla_b> = <delta>",
    formula=bias_gradient,
    component=Equation(
        name="BP3",
        title="The gradient of one neuron's bias",
        symbol="nabla_b",
        numbers=("BP3",),
        template="<nabla_b j> = <delta j>",
        formula=bias_gradient_j,
        total=bias_gradient_in_all_j,
        several=r"<nabla_b j> = \tfrac{1}{n} \sum_x <delta j>",
    ),
    total=bias_gradient_in_all,
    several=r"<nabla_b> = \tfrac{1}{n} \sum_x <delta>",
)
BP4 = Equation(
    name="BP4",
    title="The gradient of the weights",
    symbol="nabla_w",
    numbers=("BP4", "32"),
    template="<nabla_w> = <delta> (<a_prev>)^T",
    formula=weight_gradient,
    component=Equation(
        name="BP4",
        title="One neuron's weight gradients",
        symbol="nabla_w",
        numbers=("BP4",),
        template="<nabla_w jk> = <a_prev k> <delta j>",
        formula=weight_gradient_j,
        total=weight_gradient_in_all_j,
        several=r"<nabla_w jk> = \tfrac{1}{n} \sum_x <a_prev k> <delta j>",
    ),
    total=weight_gradient_in_all,
    several=r"<nabla_w> = \tfrac{1}{n} \sum_x <delta> (<a_prev>)^T",
)

NABLA_X = Equation(
    name="nabla_x",
    title="The gradient of the inputs",
    symbol="nabla_x",
    numbers=(),
    template="<nabla_x> = (<w_next>)^T <delta_next>",
    formula=input_gradient,
    component=Equation(
        name="nabla_x",
        title="The gradient of one input",
        symbol="nabla_x",
        numbers=(),
        template="<nabla_x j> = [k| <w_next kj> <delta_next k> |]",
        formula=input_gradient_j,
        layer="1",
    ),
    layer="1",
)
"""BP2 without its slope, which an input has not; the algorithm does not need it."""
