"""The algorithm in letters, its present step in colour, and an array with its numbers."""

from backprop.engine import Network, Trace
from backprop.engine.backward import BP1A, BP2, BP3, BP4
from backprop.engine.equation import Equation
from backprop.engine.forward import activation, weighted_input_of
from backprop.engine.output_pairs import pair_of
from backprop.ideas.lanes.compute import (
    BACKPROPAGATE,
    FEEDFORWARD,
    INPUT,
    OUTPUT,
    OUTPUT_ERROR,
    Computed,
)
from backprop.ideas.lanes.words import NAMES
from backprop.writing import generic, matrices, shapes
from backprop.writing.formulas.brackets import bmatrix, underbrace
from backprop.writing.formulas.matrices import LARGEST, in_cell
from backprop.writing.formulas.palette import Colours, coloured, painted
from backprop.writing.text.numbers import equals

_ONE_LINE = 2000  # pixels: no equation of the algorithm is broken
_LAYERS = {FEEDFORWARD: r"l = 2, \ldots, L", BACKPROPAGATE: r"l = L-1, \ldots, 2"}


def algorithm(network: Network, lane: int, colours: Colours) -> str:
    """The five steps with their equations, the present one marked and in colour."""
    quiet = dict.fromkeys(colours, colours["quiet"])
    lines = []
    for number, name in NAMES.items():
        here = number == lane
        own = colours if here else quiet
        head = rf"\textsf{{{number}\enspace {name}}}"
        if number in _LAYERS:
            head += rf"\textsf{{, for }} {_LAYERS[number]}"
        arrow = r"\blacktriangleright" if here else ""
        lines.append(f"{arrow} & {head if here else painted(head, colours['quiet'])}")
        formulas = _equations(network, number, own)
        lines.append(rf"& \quad {formulas if here else painted(formulas, colours['quiet'])}")
    body = r" \\ ".join(lines)
    return rf"\small \def\arraystretch{{1.15}}\begin{{array}}{{ll}} {body} \end{{array}}"


def _equations(network: Network, number: int, colours: Colours) -> str:
    """What one of the five steps computes, in letters."""
    pair = pair_of(network)
    gradients = (BP3, BP4) if network.has_biases else (BP4,)
    every: dict[int, list[Equation]] = {
        FEEDFORWARD: [weighted_input_of(network), activation(network.activation[network.L])],
        OUTPUT_ERROR: [pair.error] if pair.cancels else [BP1A],
        BACKPROPAGATE: [BP2],
        OUTPUT: [one.component or one for one in gradients],
    }
    if number == INPUT:
        return f"{coloured('a^1', 'a', colours)} = {painted('x', colours['a'])}"
    formulas = [generic(one, colours, _ONE_LINE) for one in every[number]]
    return r",\enspace ".join(formulas).replace(r"\frac", r"\tfrac")


def with_numbers(one: Computed, trace: Trace, colours: Colours, room: int) -> str:
    """The equation of an array with its numbers; where they do not fit, with the shapes."""
    if one.step:
        fits = matrices(one.step, colours, room=room, endless=trace.endless)
        return fits or rf"\small {shapes(one.step, colours, room=room)}"
    name = coloured(one.result.latex, "a", colours)
    values = trace.x[:, 0].tolist()
    if len(values) > LARGEST:
        shape = rf"{len(values)} \times 1"
        return f"{underbrace(name, shape)} = x"
    return f"{name} = x {equals(*values)} {coloured(bmatrix(map(in_cell, values)), 'a', colours)}"
