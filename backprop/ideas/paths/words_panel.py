"""What the panel of part "paths" says: (51) to (53), what carries most, and how many there are."""

from collections.abc import Sequence

from backprop.engine import Quantity, Trace, path_count
from backprop.ideas.paths.compute import (
    MOST,
    MOST_OF_IT,
    Count,
    Term,
    carriers,
    is_walked,
)
from backprop.ideas.paths.words import sign, ways
from backprop.writing.formulas.palette import Colours, coloured
from backprop.writing.text.fullness import Fullness
from backprop.writing.text.numbers import percent, short

HEADER = ("network", "paths from a w²", "multiplications")
THIS = "{sizes} (yours)"
AT_ONCE = (
    "The paths from one weight multiply with every layer. The multiplications of a backward pass, "
    "for *all* gradients, only add up: **it sums over all paths at once**."
)
TOO_MANY = (
    f"They are too many to draw: above {MOST} they are summed by the neuron that they pass. "
    "In each layer these sums add up to the same gradient."
)
NEEDS_HIDDEN_LAYER = "Without a hidden layer every weight has just one path."
LAST_LAYER = "{weight} leads straight to an output: one path."
EARLIER = "Click a line of an earlier layer for more."
LISTED = 4
"""So many layers are listed one by one."""
NEXT_LINE = r" \\[0.5em] "
CANCELS = 0.5
"""Paths cancel where their sum is at most this share of the sum of their sizes."""


def equations_51_to_53(colours: Colours) -> str:
    """The three in letters: one path, the sum over all, and as a rate."""

    def rate(of: str, by: str, symbol: str = "a") -> str:
        return coloured(rf"\frac{{\partial {of}}}{{\partial {by}}}", symbol, colours)

    dw, cost = coloured(r"\Delta w^l_{jk}", "w", colours), coloured(r"\Delta C", "C", colours)
    begins = (
        rate("C", "a^L_m", "nabla_a") + rate("a^L_m", "a^{L-1}_n") + rate("a^{L-1}_n", "a^{L-2}_p")
    )
    ends = rate("a^{l+1}_q", "a^l_j") + rate("a^l_j", "w^l_{jk}")
    every, gradient = r"\sum_{mnp \ldots q}", rate("C", "w^l_{jk}", "nabla_w")
    lines = [
        rf"{left} {begins} \\ & \quad \ldots {ends} {more} \quad ({number})"
        for number, left, more in (
            ("51", rf"{cost} &\approx", dw),
            ("52", rf"{cost} &\approx {every}", dw),
            ("53", rf"{gradient} &= {every}", ""),
        )
    ]
    return rf"\begin{{aligned}} {' '.join(NEXT_LINE.join(lines).split())} \end{{aligned}}"


def what_carries(trace: Trace, weight: Quantity, terms: Sequence[Term]) -> str:
    """How few of the terms have most of the sum, and whether they cancel."""
    gradient = trace.value(Quantity("nabla_w", weight.l, weight.j, weight.k)).item()
    name = Quantity("nabla_w", weight.l, weight.j, weight.k).text
    if not is_walked(trace, weight):
        return TOO_MANY
    sizes = [abs(one.value) for one in terms]
    few, n = carriers(sizes), len(terms)
    if n == 1:
        exact = Fullness.of(trace).holds(gradient)
        return f"Its product is {name} {sign(exact)} {short(gradient)}."
    if few == 0:
        return f"{'Both' if n == 2 else f'All {n}'} products are 0, so {name} = 0."
    carry = "carries" if few == 1 else "carry"
    most = f"**{few} of {n} paths {carry} at least {percent(MOST_OF_IT)}** of the sum, signs aside."
    if few == n:
        every = "both" if n == 2 else f"all {n}"
        most = f"It takes {every} paths to carry {percent(MOST_OF_IT)} of the sum, signs aside."
    if abs(gradient) <= CANCELS * sum(sizes):
        return (
            f"{most} With their signs half of it or more cancels: their sizes add up to "
            f"{short(sum(sizes))}, the products themselves to {short(gradient)}."
        )
    return most


def last_layer(weight: Quantity, sizes: Sequence[int]) -> str:
    """What is said of a weight of the last of several layers."""
    said = LAST_LAYER.format(weight=weight.text)
    return f"{said} {EARLIER}" if path_count(sizes, 2) > 1 else said


def count_rows(every: Sequence[Count], spared: int = 0) -> list[tuple[str, str, str]]:
    """The table of counts; the first is this network's, which needs ``spared`` fewer."""
    return [
        (
            THIS.format(sizes=_sizes(one)) if n == 0 else _sizes(one),
            f"{one.paths:,}",
            f"{one.needed.backward - (0 if n else spared):,}",
        )
        for n, one in enumerate(every)
    ]


def _sizes(count: Count) -> str:
    n = len(count.sizes)
    if n > LISTED and len(set(count.sizes)) == 1:
        return f"{n} layers of {count.sizes[0]}"
    return "-".join(map(str, count.sizes))


def counts_title(weight: Quantity, counted: Count) -> str:
    """What the table counts, for this weight."""
    verb = "leads" if counted.paths == 1 else "lead"
    return f"From {weight.text} {verb} {ways(counted.paths)} to C."
