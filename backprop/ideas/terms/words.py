"""A beat in both forms: the sum of equation (23) as it grows, and its place in equation (25).

Each is as wide and as high at every beat of a neuron: what is not known yet keeps its room.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

from backprop.engine import Quantity, Trace
from backprop.engine.forward import Z
from backprop.ideas.terms.words_micro_steps import Beat
from backprop.writing.formulas.marked import Mark, marked, too_large
from backprop.writing.formulas.matrices import in_cell
from backprop.writing.formulas.palette import Colours, coloured
from backprop.writing.formulas.width import SIZES, em, width
from backprop.writing.text.numbers import exact

IN_COMPONENTS = replace(
    Z.component or Z,
    symbol="a",
    template=r"<a j> = \sigma\left( [k| <w jk> <a_prev k> |] + <b j> \right)",
)
"""Equation (23)."""

AS_MATRICES = replace(Z, symbol="a", template=r"<a> = \sigma(<w> <a_prev> + <b>)")
"""Equation (25)."""

Marking = Callable[[Quantity, int, int], Mark]

LONG = 9
"""From so many lines on a sum is written a little smaller."""
_HEADS = ("", "", "numbers", "product", "sum so far")


def component_form(beats: Sequence[Beat], number: int, colours: Colours) -> str:
    """Equation (23) for the neuron of beat ``number``, term by term; what comes later is empty.

    ``beats`` are all beats of the layer; ``number`` counts them from 1.
    """
    here, quiet = beats[number - 1], dict.fromkeys(colours, colours["quiet"])
    lines = [" & ".join(rf"\textsf{{\scriptsize {head}}}" for head in _HEADS)]
    for place, beat in enumerate(beats, start=1):
        if beat.j == here.j:
            known = place <= number
            line = _line(beat, colours if known else quiet, known)
            arrow = r"\blacktriangleright" if beat is here else ""
            lines.append(f"{arrow} & {line}")
    body, size = r" \\ ".join(lines), r"\small " if len(lines) > LONG else ""
    return rf"{size}\def\arraystretch{{1.2}}\begin{{array}}{{llrrr}} {body} \end{{array}}"


def _line(beat: Beat, colours: Colours, known: bool) -> str:
    """Letters, numbers, product and sum so far of one beat."""
    letters = [coloured(one.latex, one.symbol, colours) for one in beat.operands]
    values = [
        coloured(f"({text})" if place and value < 0 else text, one.symbol, colours)
        for place, (one, value) in enumerate(zip(beat.operands, beat.numbers, strict=True))
        for text in [in_cell(value)]
    ]
    made, total = (
        coloured(latex, beat.result.symbol, colours)
        for latex in (beat.result.latex, in_cell(beat.value))
    )
    product = ""
    match beat.kind:
        case "term":
            formula = ("" if beat.k == 1 else "{}+ ") + r"\, ".join(letters)
            numbers, product = r" \cdot ".join(values), in_cell(beat.added)
            total = in_cell(beat.value)
        case "bias":
            formula, numbers = f"{{}}+ {letters[0]} = {made}", values[0]
        case _:
            formula, numbers = rf"\sigma({letters[0]}) = {made}", rf"\sigma({values[0]})"
    cells = [numbers, product, total]
    return " & ".join([formula, *(cells if known else [rf"\phantom{{{c}}}" for c in cells])])


def matrix_form(trace: Trace, beat: Beat, colours: Colours, room: int = 480) -> str:
    """Equation (25) for the layer of a beat: its row and its column stand out, z and a so far.

    Written in dots where the numbers would not fit ``room`` pixels.
    """
    l, network = beat.l, trace.network
    arrays = [
        (Quantity("w", l), network.w[l]),
        (Quantity("a", l - 1), trace.a[l - 1]),
        (Quantity("b", l), network.b[l]),
        (Quantity("z", l), trace.z[l]),
        (Quantity("a", l), trace.a[l]),
    ]

    def written(mark: Marking, dots: bool = False) -> list[str]:
        return [marked(array, partial(mark, whole), dots) for whole, array in arrays]

    wide = width(_product(written(lambda *_: Mark(""))))
    fits = [size for size, scale in SIZES.items() if wide <= em(room) / scale]
    dots = too_large(*(array for _, array in arrays)) or not fits
    every = written(lambda whole, j, k: _mark(beat, colours, whole, j, k), dots)
    *_, z, a = every
    if dots:
        return rf"{_product(every)} \xrightarrow{{\sigma}} {a}"
    body = rf"{_product(every)} \\[4pt] \sigma\left({z}\right) = {a}"
    return fits[0] + rf"\begin{{gathered}} {body} \end{{gathered}}"


def _product(arrays: Sequence[str]) -> str:
    w, a_prev, b, z, _ = arrays
    return f"{w} {a_prev} + {b} = {z}"


def _mark(beat: Beat, colours: Colours, whole: Quantity, j: int, k: int) -> Mark:
    """How the entry (j, k) of an array is written at a beat."""
    column = whole == Quantity("a", beat.l - 1)
    entry = Quantity(whole.symbol, whole.l, j, k if whole.symbol == "w" else None)
    made = whole in (Quantity("z", beat.l), Quantity("a", beat.l))
    done = j < beat.j or entry in beat.operands or (entry == beat.result and beat.kind != "term")
    return Mark(
        colours[whole.symbol if column or j == beat.j else "quiet"],
        boxed=entry in (*beat.operands, beat.result),
        known=done or not made,
    )


def verdict(trace: Trace, beat: Beat) -> str:
    """What the two forms say to each other at a beat: the same products, then the same number."""
    row, column = f"row {beat.j} of {Quantity('w', beat.l).text}", Quantity("a", beat.l - 1).text
    if beat.kind == "term":
        return f"R{row[1:]} times the column {column}: the very terms of the sum."
    z = Quantity("z", beat.l, beat.j)
    total = beat.value if beat.kind == "bias" else beat.numbers[0]
    both = exact(total), exact(float(trace.value(z)[0]))
    if both[0] == both[1]:
        return f"Both ways {z.text} = {both[0]}."
    return f"{z.text} is {both[0]} as a sum and {both[1]} by the matrices: they differ by rounding."
