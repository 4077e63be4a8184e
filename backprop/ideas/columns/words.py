"""What is said of a mini-batch as one matrix: the pictures, the count, the agreement, the times."""

from collections.abc import Mapping, Sequence

from backprop.engine import Network, Quantity
from backprop.engine.listing import results
from backprop.engine.quantity import raised
from backprop.engine.timing import Timing
from backprop.ideas.columns.compute import Difference, MiniBatch
from backprop.writing.text.numbers import short

LAYER = "Layer"
EXAMPLE = "Example"
LOOP_HEADING = "**The loop:** one by one"
MATRIX_HEADING = "**As one matrix:** `backprop` with X for x"
_CHANGED = {
    ("mean", 2): "# two of its lines become means:",
    ("mean", 1): "# one of its lines becomes a mean:",
    ("sum", 1): "# one of its lines becomes a sum:",
    ("sum", 0): "# none of its lines changes: @ does the sum",
}
"""By what becomes of the gradients, and by the number of the lines that are others."""
MEASURE = "Measure here"
IN_COLUMN = "example {i}"
ADDED = {"mean": "added so far, / m", "sum": "added so far"}
"""By what becomes of the gradients."""
MEAN = "/ m"

_COLUMN = "Example {i} is column {i} of {A}, {Z} and {Delta}. "
_ADDED = {
    "one": "The loop has the first of {m} products.",
    "some": "The loop has added {i} of {m} products.",
    "all": "The loop has added all {m}: it has come to the gradient below.",
    "alone": "With one example, each has one column.",
}


def changed(network: Network, lines: Sequence[str]) -> str:
    """How the program is called with matrices, and these of its lines, which are others then."""
    call = f"{results(network)} = backprop(X, Y)"
    return "\n".join([call, _CHANGED[network.reduction, len(lines)], *lines])


def layer_name(l: int) -> str:
    """What a layer is called in the row of buttons."""
    return f"Layer {l}"


def titles(l: int) -> dict[str, str]:
    """What the matrices of layer l are called, by the letters of their pictures."""
    up, before = raised(l), raised(l - 1)
    return {
        "Z": f"Z{up}",
        "A": f"A{before}" if l > 2 else "X",
        "Delta": f"Δ{up}",
        "turned": f"(A{before})ᵀ" if l > 2 else "Xᵀ",
        "mean": Quantity("nabla_w", l).text,
        "error": Quantity("delta", l).text,
        "input": f"({Quantity('a', l - 1).text})ᵀ" if l > 2 else "xᵀ",
        "product": f"∂Cₓ/∂w{up}",
    }


def row_labels(n: int, before: int, m: int, biases: bool = True) -> dict[str, str]:
    """What the rows show, with shapes: n neurons after ``before``, m examples."""
    forward = f"Forward: {n}×{before} times {before}×{m} is {n}×{m}"
    return {
        "forward": f"{forward}, and b is added to every column" if biases else forward,
        "loop": f"Gradient in the loop: {n}×1 times 1×{before}, once for each example, added up",
        "matrix": f"Gradient as one product: {n}×{m} times {m}×{before} adds up the examples "
        "by itself",
    }


def sentence(i: int, m: int, l: int) -> str:
    """What the slider shows at example i of m, in layer l."""
    name = "alone" if m == 1 else "all" if i == m else "one" if i == 1 else "some"
    return (_COLUMN + _ADDED[name]).format(i=i, m=m, **titles(l))


def part_of_table(batch: MiniBatch, found: int) -> str:
    """Which rows of a larger table the mini-batch is, "" where it is all that can be run."""
    if batch.m == found:
        return ""
    if batch.m == 1:
        return (
            f"The mini-batch is the first example alone: the sums over all {found} grow beyond "
            "what a float64 holds."
        )
    return f"The mini-batch: the first {batch.m} of {found} examples."


def count(one: int, m: int) -> str:
    """The multiplications of both forms, as Markdown; they are the same."""
    return (
        f"**Multiplications in the equations:** {one:,} for one example, so {m} × {one:,} = "
        f"{m * one:,} in both forms."
    )


def agreement(found: Difference) -> str:
    """How far apart the gradients of both forms are, as Markdown."""
    if found.apart == 0:
        return "**Gradients:** the same in both forms, bit for bit."
    return (
        f"**Gradients:** they differ by at most {short(found.apart)}, where the largest of one "
        f"example is {short(found.largest)}. Sums in another order may round differently."
    )


HEADER = ("m", "loop", "one matrix", "ratio")
_UNITS = ((1.0, "s"), (1e-3, "ms"))


def with_noise(one: Timing) -> str:
    """The median, and in brackets the middle half of the rounds: 427 µs (376 to 502)."""
    size, unit = next((pair for pair in _UNITS if one.median >= pair[0]), (1e-6, "µs"))
    median, low, high = (short(t / size) for t in (one.median, one.low, one.high))
    return f"{median} {unit} ({low} to {high})"


def table_rows(measured: Mapping[int, Mapping[str, Timing]]) -> list[tuple[str, str, str, str]]:
    """A row for each number of examples."""
    return [
        (
            f"{m:,}",
            with_noise(both["loop"]),
            with_noise(both["matrix"]),
            f"**{short(both['loop'].median / both['matrix'].median)}**",
        )
        for m, both in measured.items()
    ]


def how_measured(sizes: Sequence[int], left_out: Sequence[int]) -> str:
    """Where and how the times were taken, and what was left out."""
    network = "-".join(map(str, sizes))
    said = (
        f"Measured on this server just now, for {network}: medians, and in brackets the middle "
        "half of the rounds. Beyond your m the examples are taken over and over."
    )
    if left_out:
        numbers = " and ".join(f"{m:,}" for m in left_out)
        were, it = ("was", "it") if len(left_out) == 1 else ("were", "they")
        said += f" m = {numbers} {were} left out: {it} would take too long."
    return said


WHY_FASTER = (
    "The multiplications are the same. The loop calls NumPy about m times as often, and each call "
    "takes time of its own, however small its arrays."
)
BEFORE_MEASURING = "Which one is faster, and by how much? Guess, then measure."
