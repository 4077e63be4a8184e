"""What the count says of the multiplications that a gradient takes, and its labels."""

from collections.abc import Sequence

from backprop.engine import COSTS, Network, Operations
from backprop.engine.output_pairs import pair_of
from backprop.writing.text.numbers import minus, short

MEASURE, AGAIN, STOP = "Measure here", "Measure again", "Stop"
X_AXIS = {True: "weights and biases P", False: "weights P"}
"""By whether there are biases, as below."""
MULTIPLICATIONS, SECONDS = "multiplications", "seconds"
OWN = "this network"
CHART = "What a gradient costs, by differences and by backpropagation, over the number P"
BY_COUNT = ("differences", "backpropagation")
"""The lines of the chart where multiplications are counted."""
BY_TIME = ("differences, measured", "differences, worked out from some passes", "backpropagation")
"""The lines of the chart of times."""
ABOUT = (
    "Counted is each multiplication of the equations for one example, without the values of σ and "
    "σ′. With m examples both ways take m times as many."
)
_TWICE = "The factor 2 of ∇ₐC is not counted."
_SPARED = "BP1 counts with σ′, though in this network σ′ cancels: a backward pass takes {n} fewer."
GROWTH = (
    "In large networks ten times as many weights mean about a hundred times as many "
    "multiplications by differences, and about ten times as many by backpropagation."
)
_PASSES = {
    True: "{passes} forward passes: C(w), and C(w + ε eⱼ) for each of the {P} weights and biases",
    False: "{passes} forward passes: C(w), and C(w + ε eⱼ) for each of the {P} weights",
}
_PASSES_OF_ONE = "2 forward passes: C(w), and C(w + ε) for the one weight"
_BOTH = "1 forward pass and 1 backward pass for all {P} together"
_BOTH_OF_ONE = "1 forward pass and 1 backward pass"
_TIMES = "By differences that is about **{ratio} times** as many: P/{share}, with P = {P}."
_SAME = {
    True: "With {P} weights and biases both ways take the same; from three on differences take "
    "more.",
    False: "With {P} weights both ways take the same; from three on differences take more.",
}
_FEWER = (
    "Here differences take fewer multiplications, {differences} against {both}; from three weights "
    "on they take more."
)
_SHARE = "One backward pass takes about {share} times the multiplications of one forward pass here."


def passes_texts(found: Operations, biases: bool = True) -> list[str]:
    """What is drawn: the forward passes by differences, and the two of backpropagation."""
    if found.parameters == 1:
        return [_PASSES_OF_ONE, _BOTH_OF_ONE]
    facts = {"passes": f"{found.parameters + 1:,}", "P": f"{found.parameters:,}"}
    return [_PASSES[biases].format(**facts), _BOTH.format(**facts)]


def counts_formula(found: Operations) -> str:
    """The two counts with their numbers."""
    forward, many = f"{found.forward:,}", f"{found.parameters:,}"
    total, both = f"{found.differences:,}", f"{found.both:,}"
    lines = [
        rf"\text{{differences}} &= ({many} + 1) \cdot {forward} = {total}",
        rf"\text{{backpropagation}} &= \underbrace{{{forward}}}_{{\text{{forward}}}} + "
        rf"\underbrace{{{found.backward:,}}}_{{\text{{backward}}}} = {both}",
    ]
    joined = r" \\ ".join(lines).replace(",", "{,}")
    return rf"\begin{{aligned}} {joined} \end{{aligned}}"


def sentences(found: Operations, biases: bool = True) -> list[str]:
    """How the two counts compare in this network, with biases or not, and how they grow."""
    many = f"{found.parameters:,}"
    share = _SHARE.format(share=short(found.backward / found.forward))
    if found.differences == found.both:
        return [_SAME[biases].format(P=many), share, GROWTH]
    if found.differences < found.both:
        fewer = _FEWER.format(differences=found.differences, both=found.both)
        return [fewer, share, GROWTH]
    ratio = found.differences / found.both
    compared = _TIMES.format(ratio=short(ratio), share=short(found.parameters / ratio), P=many)
    return [compared, share, GROWTH]


def about(network: Network) -> str:
    """What is counted, and what this network takes more or fewer."""
    if pair_of(network).cancels:
        return f"{ABOUT} {_SPARED.format(n=network.sizes[-1])}"
    return f"{ABOUT} {_TWICE}" if COSTS[network.cost].with_half else ABOUT


def slope_label(slope: float) -> str:
    """How steep a line of the chart is."""
    return f"slope {slope_text(slope)}"


def slope_text(slope: float) -> str:
    """With one digit behind the point: 1.1, −0.2, and 0.0 for what is nearly level."""
    return minus(f"{round(slope, 1) + 0.0:.1f}")


def progress(done: int, of: int, sizes: Sequence[int]) -> str:
    """Which network is measured."""
    return f"{done + 1} of {of}: {'-'.join(map(str, sizes))}"
