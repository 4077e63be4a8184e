"""The sides of a line of a proof as numbers: each is the value of the line's own tree.

The letters in it are numbers of the trace, while each rate is found by pushing a unit change
forward.
"""

import math
from collections.abc import Mapping
from functools import partial

import numpy as np

from backprop.engine.activations import ACTIVATIONS
from backprop.engine.component_value import Leaf, component_value
from backprop.engine.equation import array_of
from backprop.engine.output_pairs import pair_of
from backprop.engine.quantity import Quantity
from backprop.engine.rates import rate
from backprop.engine.template import Indices, Node, Rate, Ref
from backprop.engine.template_walking import leaves, nodes
from backprop.engine.trace import Trace

_TINY = np.finfo(np.float64).tiny


def value(node: Node, trace: Trace, l: int, at: Indices) -> float:
    """The value of a part of a line where its free indices have these values."""
    if _is_lost(node, trace, l, at):
        return math.nan
    sigma = ACTIVATIONS[trace.network.activation[l]]
    functions = {
        r"\sigma": lambda z: float(sigma.value(np.array(z))),
        r"\sigma'": lambda z: float(sigma.derivative(np.array(z))),
    }
    return component_value(node, leaf(trace, l), ranges(node, trace, l), at, functions)


def leaf(trace: Trace, l: int) -> Leaf:
    """The numbers that stand for the operands and the rates of a line about layer l."""
    return partial(_leaf, trace, l)


def _leaf(trace: Trace, l: int, node: Ref | Rate, at: Indices) -> float:
    if isinstance(node, Ref):
        return float(trace.value(address(node, trace, l, at)).item())
    of, by = (address(one, trace, l, at) for one in (node.of, node.by))
    return rate(trace, of, by)


def address(node: Node, trace: Trace, l: int, at: Indices) -> Quantity:
    """Which number an operand of a line about layer l is. Raises TypeError for another node."""
    if not isinstance(node, Ref):
        raise TypeError(f"only an operand has an address; got {node}")
    whole = array_of(node, l, trace.network.L)
    return Quantity(whole.symbol, whole.l, *(at[index] for index in node.indices))


def ranges(node: Node, trace: Trace, l: int) -> Mapping[str, range]:
    """The values that each index in a part of a line can have."""
    sizes = trace.network.sizes
    return {
        index: range(1, sizes[array_of(ref, l, trace.network.L).l - 1 - axis] + 1)
        for ref in leaves(node)
        for axis, index in enumerate(ref.indices)
    }


def _is_lost(node: Node, trace: Trace, l: int, at: Indices) -> bool:
    """Whether it has a product of a dC/da and a sigma' that float64 cannot hold."""
    by = {one.by for one in nodes(node) if isinstance(one, Rate) and one.of == Ref("C")}
    outputs = by & {Ref("a", "j"), Ref("a", "k")}
    if l < trace.network.L or not outputs or pair_of(trace.network).slope_in_z is None:
        return False
    slopes = trace.sigma_prime[l][:, 0]
    needed = slopes if Ref("a", "k") in outputs else slopes[at["j"] - 1]
    return bool((needed < _TINY).any())
