"""The backpropagation algorithm of the chapter (section 2.6), keeping the record of every step."""

from collections.abc import Mapping
from types import MappingProxyType

import numpy as np
import numpy.typing as npt

from backprop.engine.activations import Array
from backprop.engine.backward import BP2, BP3, BP4
from backprop.engine.costs import COSTS
from backprop.engine.equation import Equation
from backprop.engine.forward import activation, slope, weighted_input_of
from backprop.engine.network import Network
from backprop.engine.output_pairs import pair_of
from backprop.engine.step import Step
from backprop.engine.trace import Trace
from backprop.engine.validation import check_kind, columns, finite


def run(network: Network, x: npt.ArrayLike, y: npt.ArrayLike) -> Trace:
    """One forward and one backward pass for the examples x with the desired outputs y.

    x has the shape (n_1,), (n_1, 1) or (n_1, m), one column per example; y likewise with n_L.
    Raises ValueError for other shapes, values that are not finite, cross-entropy where y or an
    output is outside its range, and numbers that grow beyond what a float64 holds.
    """
    check_kind("network", network, Network)
    x = columns(x, network.sizes[0], "x")
    y = columns(y, network.sizes[-1], "y")
    if x.shape[1] != y.shape[1]:
        raise ValueError(f"x and y must have as many examples; got {x.shape[1]} and {y.shape[1]}")
    COSTS[network.cost].check_desired(y)
    with np.errstate(all="ignore"):
        trace = _run(network, x, y)
    if not np.isfinite(np.concatenate([step.result for step in trace.steps], axis=None)).all():
        raise ValueError("the numbers must stay finite; they grew beyond 1.8e308 on the way")
    return trace


def _run(network: Network, x: Array, y: Array) -> Trace:
    L, w, b, sigma = network.L, network.w, network.b, network.activation
    m, reduction = x.shape[1], network.reduction
    steps: list[Step] = []

    def compute(equation: Equation, l: int, **operands: Array) -> Array:
        result = np.asarray(equation.formula(**operands))
        result.setflags(write=False)
        steps.append(Step(equation, l, MappingProxyType(operands), result))
        return result

    weighted = weighted_input_of(network)
    z: dict[int, Array] = {}
    a = {1: x}
    for l in range(2, L + 1):
        entering = {"w": w[l], "a_prev": a[l - 1], "b": b[l]}
        z[l] = compute(weighted, l, **pick(entering, weighted))
        a[l] = compute(activation(sigma[l]), l, z=z[l])

    pair = pair_of(network)
    if pair.takes_outputs:
        COSTS[network.cost].check_outputs(a[L])
    operands = {"a": a[L], "z": z[L], "y": y}
    cost = compute(pair.cost.over(m, reduction), L, **pick(operands, pair.cost))
    nabla_a = compute(pair.gradient, L, **pick(operands, pair.gradient))

    sigma_prime = {L: compute(slope(sigma[L]), L, z=z[L])}
    operands |= {"nabla_a": nabla_a, "sigma_prime": sigma_prime[L]}
    delta = {L: compute(pair.error, L, **pick(operands, pair.error))}
    for l in range(L - 1, 1, -1):
        sigma_prime[l] = compute(slope(sigma[l]), l, z=z[l])
        delta[l] = compute(
            BP2, l, w_next=w[l + 1], delta_next=delta[l + 1], sigma_prime=sigma_prime[l]
        )

    nabla_b: dict[int, Array] = {}
    nabla_w: dict[int, Array] = {}
    for l in range(L, 1, -1):
        if network.has_biases:
            nabla_b[l] = compute(BP3.over(m, reduction), l, delta=delta[l])
        nabla_w[l] = compute(BP4.over(m, reduction), l, delta=delta[l], a_prev=a[l - 1])
    proxy = MappingProxyType
    return Trace(
        network, x, y, proxy(z), proxy(a), proxy(sigma_prime), nabla_a, proxy(delta),
        proxy(nabla_b), proxy(nabla_w), float(cost), tuple(steps),
    )  # fmt: skip


def descend(network: Network, trace: Trace, eta: float) -> Network:
    """The network after one step of gradient descent: w - eta dC/dw and b - eta dC/db.

    Biases that do not learn stay.

    Raises ValueError if eta is not a finite number above 0, if the trace is of a network of other
    sizes or of one without the biases that learn here, or if a weight would no longer be finite.
    """
    check_kind("network", network, Network)
    check_kind("trace", trace, Trace)
    eta = finite(eta, "eta", above=0)
    if trace.network.sizes != network.sizes:
        raise ValueError(
            f"the trace must be of a network of sizes {network.sizes}; got {trace.network.sizes}"
        )
    if network.learns_biases and not trace.nabla_b:
        raise ValueError("the trace must be of a network with biases, since they learn here")
    with np.errstate(over="ignore"):
        w = {l: network.w[l] - eta * trace.nabla_w[l] for l in network.w}
        b = {l: network.b[l] - eta * trace.nabla_b[l] for l in trace.nabla_b}
    return network.with_parameters(w, b if network.learns_biases else None)


def pick(operands: Mapping[str, Array], equation: Equation) -> dict[str, Array]:
    """Of all operands those that the equation takes, in its order."""
    return {name: operands[name] for name in equation.operands}
