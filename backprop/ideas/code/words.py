"""What is said of a line of the program: its title, what it does, and what its signs mean."""

from backprop.chapter.links import book_links
from backprop.engine import Network, Quantity, Trace, listing
from backprop.ideas.code.compute import CodeStep, put_in, slope_is_used
from backprop.writing import sentence, title
from backprop.writing.text.sentence import Segments, filled

LISTING_TEXTS = {
    "listing": "The program",
    "line": "Line {n}: {text}",
    "layer": "l = {l}",
    "copy": "Copy with your numbers",
    "copied": "Copied",
    "not_copied": "Not copied",
}
"""What the stage says at the program, with places for numbers and texts in braces."""

ARRAYS = "What this line computes, with shapes"

_OF_INPUT = "The [input a] is kept as the activations of layer 1, where the loop will look for it."

IN_CODE = {
    "a1": "`x` is kept as `a[1]`, so that the loop finds what enters each layer in `a[l-1]`.",
    "z": "`@` is the matrix product: {w} times {a_prev} gives {z}. `+ b[l]` adds each neuron's "
    "bias.",
    "z of weights": "`@` is the matrix product: {w} times {a_prev} gives {z}.",
    "a": "The function takes the whole {z} column and is applied to each entry.",
    "nabla_a": "NumPy computes entry by entry: {nabla_a}, one number for each output.",
    "output": "`*` multiplies entry by entry, it is ⊙: {nabla_a} and {sigma_prime} give {delta}.",
    "cancelled": "The slope has cancelled, so this line calls no σ′: {a} minus {y} gives {delta}.",
    "delta": "`.T` swaps the rows and columns of w: {turned} times {delta_next} gives {delta}. "
    "Then `*` is ⊙.",
    "nabla_b": "Nothing is left to compute: this gradient is the error itself, {nabla_b}.",
    "nabla_w": "A column times a row holds every product of an entry of one and an entry of the "
    "other: {delta} times {turned} gives {nabla_w}, the shape of w.",
}
"""What the signs of a line do, by its kind; in braces the shapes of its arrays."""

NO_LOOP = "This network has no hidden layer, so the loop back has nothing to do."


def step_title(step: CodeStep) -> str:
    """What a line computes, as a heading."""
    return title(step.step) if step.step else f"The input {step.quantity.text}"


def step_sentence(step: CodeStep, trace: Trace) -> Segments:
    """What a line does in the words of the equations, in pieces."""
    if step.step:
        return sentence(step.step, trace.network)
    return filled(_OF_INPUT, {"a": step.quantity.text})


def kind(step: CodeStep, network: Network) -> str:
    """Which sentence is said of a line of this network's program."""
    symbol, l = step.quantity.symbol, step.quantity.l
    if symbol == "a" and l == 1:
        return "a1"
    if symbol == "delta" and l == network.L:
        return "output" if slope_is_used(step) else "cancelled"
    if symbol == "z" and not network.has_biases:
        return "z of weights"
    return symbol


def here(step: CodeStep, trace: Trace) -> str:
    """The line with its layers put in."""
    text = listing(trace.network)[step.line - 1].text
    return put_in(step, trace.network.L, text)


def in_code(step: CodeStep, trace: Trace) -> str:
    """What the signs of a line do, with the shapes of its arrays, as Markdown."""
    said = IN_CODE[kind(step, trace.network)].format(**_shapes(step, trace))
    loops = trace.network.L > 2 or step.quantity.symbol != "delta"
    return said if loops else f"{said}\n\n{NO_LOOP}"


def _shapes(step: CodeStep, trace: Trace) -> dict[str, str]:
    """The shapes by the names of operands and result; ``turned`` is that of the transpose."""
    if not step.step:
        return {}
    arrays = {**step.step.operands, step.quantity.symbol: step.step.result}
    found = {name: shape_text(*array.shape) for name, array in arrays.items()}
    for name in ("w_next", "a_prev"):
        if name in arrays:
            found["turned"] = shape_text(*arrays[name].T.shape)
    return found


def shape_text(rows: int, columns: int) -> str:
    """A shape, for instance 4×3."""
    return f"{rows}×{columns}"


def turned_title(quantity: Quantity) -> str:
    """What the transpose of an array is called."""
    return f"({quantity.text})ᵀ"


def where_in_the_book(*numbers: str) -> str:
    """Where the book has the equation of a line, as Markdown."""
    return f"{book_links(*numbers)} in the book"
