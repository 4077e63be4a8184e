"""A function of a vector: its formula with numbers, equation (24), and what the page says of it."""

import numpy as np

from backprop.engine import Quantity, Trace
from backprop.engine.activations import Array
from backprop.ideas.elementwise.compute import Elementwise, Own
from backprop.writing.formulas.brackets import bmatrix
from backprop.writing.formulas.matrices import in_cell
from backprop.writing.formulas.palette import painted
from backprop.writing.text.numbers import APPROX, equals

FUNCTION, VECTOR = "f", "v"
"""The labels of the two fields."""
VECTOR_HELP = (
    "1 to 12 numbers, for instance 2, 3. Or z2: the weighted inputs of layer 2 of this network."
)
OF_THE_NETWORK = "Or this network's"
EACH_BY_ITSELF = "f is applied to each entry separately."

INTO = "f →"
"""The sign in the picture between v and f(v)."""
ENTRY, RESULT_ENTRY = "entry of v", "entry of f(v)"
"""The axes of the graph."""

_TITLES = {
    "square": "square, x²",
    "cube": "cube, x³",
    "half": "half, x/2",
    "absolute": "absolute value, |x|",
    "exp": "exponential, eˣ",
}


def title(f: Elementwise) -> str:
    """What a list calls a function."""
    return _TITLES.get(f.name, f.name.replace("-", " "))


def layer_help(l: int) -> str:
    """What a press on the z of layer l takes."""
    return f"{Quantity('a', l).text} = σ({Quantity('z', l).text})"


def definition(f: Elementwise) -> str:
    """The function of one number."""
    return f"f(x) = {f.latex}"


def same_as_network(own: Own) -> str:
    """That f(v) is an activation of the network, where v is its z."""
    return (
        f"Here f does with {own.name} what the σ of layer {own.l} does, "
        f"so {result_name(own)} is {Quantity('a', own.l).text}: the very same numbers."
    )


def sign(trace: Trace, own: Own, result: Array) -> str:
    """The sign between f(v), the result, and the activations of the layer whose z is v."""
    if own.is_a_of(trace, result):
        return "="
    return "≈" if np.array_equal(result, trace.a[own.l][:, 0]) else "≠"


def result_name(own: Own) -> str:
    """What f(v) is called."""
    return f"f({own.name})"


def graph_label(own: Own) -> str:
    """The name of the graph."""
    return f"The graph of f, {title(own.f)}, with a point for each entry of {own.name}"


def applied(f: Elementwise, v: Array, result: Array, colours: tuple[str, str]) -> str:
    """The function of v, entry by entry: f([2; 3]) = [f(2); f(3)] = [4; 9].

    v and the result have the shape (n,); ``colours`` are those of the numbers that go in and of
    those that come out.
    """
    into = [_painted(value, colours[0]) for value in v.tolist()]
    out = [_painted(value, colours[1]) for value in result.tolist()]
    taken = [f"f({number})" for number in into]
    sign = equals(*v.tolist(), *result.tolist()) if f.has_all_digits(v, result) else APPROX
    return rf"f\left({bmatrix(into)}\right) = {bmatrix(taken)} {sign} {bmatrix(out)}"


def _painted(value: float, colour: str) -> str:
    return painted(in_cell(value), colour)
