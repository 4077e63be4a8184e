"""A micro step in both forms: the sum of (23) as it grows, and its place in equation (25).

Each is as wide and as high at every micro step of a neuron: what is not known yet keeps its room.
"""

from collections.abc import Callable, Sequence, Set
from dataclasses import replace
from functools import partial

from backprop.chapter.links import book_links
from backprop.engine import Equation, Network, Quantity, Trace
from backprop.engine.activations import Array
from backprop.engine.forward import weighted_input_of
from backprop.ideas.terms.compute import MicroStep
from backprop.writing.formulas.marked import Mark, marked, too_large
from backprop.writing.formulas.matrices import in_cell
from backprop.writing.formulas.palette import Colours, coloured
from backprop.writing.formulas.terms import entries_in, equals_of
from backprop.writing.formulas.width import SIZES, em, width
from backprop.writing.formulas.written_out import Entry
from backprop.writing.text.numbers import APPROX, exact
from backprop.writing.text.plaintext import DIGITS


def in_components(network: Network) -> Equation:
    """Equation (23), without a bias where there are none."""
    z = weighted_input_of(network)
    right = (z.component or z).template.partition(" = ")[2]
    template = rf"<a j> = \sigma\left( {right} \right)"
    return replace(z.component or z, symbol="a", template=template)


def as_matrices(network: Network) -> Equation:
    """Equation (25), without a bias where there are none."""
    z = weighted_input_of(network)
    right = z.template.partition(" = ")[2]
    return replace(z, symbol="a", template=rf"<a> = \sigma({right})")


THRESHOLD = "Some books subtract a threshold θ instead of adding a bias b: b = −θ."
LAYER = "Layer"
WORDY = 5  # so many layers have room for a word each

Marking = Callable[[Quantity, int, int], Mark]

_HEADS = ("", "", "numbers", "product", "sum so far")


def layer_name(l: int, L: int) -> str:
    """A layer among L: "Layer 2", or "l = 2" where there are many."""
    return f"Layer {l}" if L <= WORDY else f"l = {l}"


def where_in_the_book() -> str:
    """Where the book has both forms, and what others have for the bias, as Markdown."""
    where = f"The sum is {book_links('23')}, the matrices are {book_links('25')} in the book"
    return f"{where}\n\n{THRESHOLD}"


def component_form(
    steps: Sequence[MicroStep],
    number: int,
    colours: Colours,
    endless: Set[Quantity] = frozenset(),
) -> str:
    """Equation (23) for the neuron of micro step ``number``, term by term, with room for the rest.

    ``steps`` are all micro steps of the layer; ``number`` counts them from 1. ``endless`` are the
    numbers that no digits give in full.
    """
    here, quiet = steps[number - 1], dict.fromkeys(colours, colours["quiet"])
    lines = [" & ".join(rf"\textsf{{\scriptsize {head}}}" for head in _HEADS)]
    for place, step in enumerate(steps, start=1):
        if step.j == here.j:
            known = place <= number
            line = _line(step, colours if known else quiet, known, endless)
            arrow = r"\blacktriangleright" if step is here else ""
            lines.append(f"{arrow} & {line}")
    body = r" \\ ".join(lines)
    return rf"\small \def\arraystretch{{1.2}}\begin{{array}}{{llrrr}} {body} \end{{array}}"


def _line(step: MicroStep, colours: Colours, known: bool, endless: Set[Quantity]) -> str:
    """Letters, numbers, product and sum so far of one micro step."""
    letters = [coloured(one.latex, one.symbol, colours) for one in step.operands]
    values = [
        coloured(f"({text})" if place and value < 0 else text, one.symbol, colours)
        for place, (one, value) in enumerate(zip(step.operands, step.numbers, strict=True))
        for text in [in_cell(value)]
    ]
    made, total = (
        coloured(latex, step.result.symbol, colours)
        for latex in (step.result.latex, in_cell(step.value))
    )
    product, sign = "", _equals(step, endless)
    match step.kind:
        case "term":
            formula = ("" if step.k == 1 else "{}+ ") + r"\, ".join(letters)
            numbers, product = r" \cdot ".join(values), f"{sign} {in_cell(step.added)}"
            if not step.completes:
                total = in_cell(step.value)
            else:
                formula += f" = {made}"
        case "bias":
            formula, numbers = f"{{}}+ {letters[0]} = {made}", values[0]
        case _:
            formula, numbers = rf"\sigma({letters[0]}) = {made}", rf"\sigma({values[0]})"
            total = f"{sign} {total}"
    cells = [numbers, product, total]
    return " & ".join([formula, *(cells if known else [rf"\phantom{{{c}}}" for c in cells])])


def _equals(step: MicroStep, endless: Set[Quantity]) -> str:
    """The sign between the numbers of a micro step and what it adds, or the activation."""
    made = step.added if step.kind == "term" else step.value
    lost = not made and step.kind == "term" and all(step.numbers)
    numbers = zip((*step.operands, step.result), (*step.numbers, made), strict=True)
    return APPROX if lost else equals_of([Entry(*one) for one in numbers], endless)


def matrix_form(trace: Trace, step: MicroStep, colours: Colours, room: int = 480) -> str:
    """Equation (25) for the layer of a micro step: row and column stand out, z and a so far.

    Written in dots where the numbers would not fit ``room`` pixels.
    """
    l, network = step.l, trace.network
    given = [(Quantity("w", l), network.w[l]), (Quantity("a", l - 1), trace.a[l - 1])]
    if network.has_biases:
        given.append((Quantity("b", l), network.b[l]))
    z_and_a = [(Quantity("z", l), trace.z[l]), (Quantity("a", l), trace.a[l])]
    arrays = [*given, *z_and_a]

    def sign(among: Sequence[tuple[Quantity, Array]]) -> str:
        entries = (entry for array in among for entry in entries_in(*array))
        return equals_of(entries, trace.endless)

    def written(mark: Marking, dots: bool = False) -> list[str]:
        return [marked(array, partial(mark, whole), dots) for whole, array in arrays]

    signs = sign(arrays[:-1]), sign(z_and_a)
    wide = width(_product(written(lambda *_: Mark("")), signs[0]))
    fits = [size for size, scale in SIZES.items() if wide <= em(room) / scale]
    dots = too_large(*(array for _, array in arrays)) or not fits
    every = written(lambda whole, j, k: _mark(step, colours, whole, j, k), dots)
    *_, z, a = every
    if dots:
        return rf"{_product(every)} \xrightarrow{{\sigma}} {a}"
    body = rf"{_product(every, signs[0])} \\[4pt] \sigma\left({z}\right) {signs[1]} {a}"
    return fits[0] + rf"\begin{{gathered}} {body} \end{{gathered}}"


def _product(arrays: Sequence[str], sign: str = "=") -> str:
    w, a_prev, *b, z, _ = arrays
    return f"{' + '.join([f'{w} {a_prev}', *b])} {sign} {z}"


def _mark(step: MicroStep, colours: Colours, whole: Quantity, j: int, k: int) -> Mark:
    """How the entry (j, k) of an array is written at a micro step."""
    column = whole == Quantity("a", step.l - 1)
    entry = Quantity(whole.symbol, whole.l, j, k if whole.symbol == "w" else None)
    made = whole in (Quantity("z", step.l), Quantity("a", step.l))
    done = (
        j < step.j
        or entry in step.operands
        or (entry == step.result and (step.completes or step.kind == "sigma"))
    )
    return Mark(
        colours[whole.symbol if column or j == step.j else "quiet"],
        boxed=entry in (*step.operands, step.result),
        known=done or not made,
    )


def verdict(trace: Trace, step: MicroStep) -> str:
    """How the two forms compare at a micro step: the same products, then the same number."""
    l, j = step.l, step.j
    w, a_prev = Quantity("w", l), Quantity("a", l - 1)
    if step.kind == "term" and not step.completes:
        terms = "term" if step.n == 1 else "terms"
        return f"Row {j} of {w.text} times column {a_prev.text}: exactly the {terms} of the sum."
    z = Quantity("z", l, j)
    total = step.value if step.completes else step.numbers[0]
    both = exact(total), exact(float(trace.value(z)[0]))
    if both[0] != both[1]:
        return (
            f"{z.text} is {both[0]} as a sum and {both[1]} by the matrices: they differ by "
            "rounding alone."
        )
    taken = entries_in(a_prev, trace.a[l - 1])
    endless = (one for one in taken if one.quantity in trace.endless)
    if equals_of([Entry(z, total), *endless], trace.endless, DIGITS) == "=":
        return f"Both forms give {z.text} = {both[0]}."
    return f"Both forms give {z.text} ≈ {both[0]}."
