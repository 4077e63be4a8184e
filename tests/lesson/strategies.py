"""Lessons of every kind that a user can make, for hypothesis."""

import struct
from collections.abc import Sequence
from dataclasses import astuple, replace
from itertools import pairwise

from hypothesis import assume
from hypothesis import strategies as st

from backprop.chapter import CHOICES, PARTS
from backprop.engine import ACTIVATIONS, COSTS
from backprop.lesson import Lesson
from backprop.lesson.drawn import drawn
from backprop.lesson.link_weights import MATRICES
from backprop.writing.text.numbers import written

NAMES = [
    "preset", "sizes", "activation", "cost", "seed", "spread", "weights", "x", "y", "data", "eta",
    "over", "reduction", "biases", "level", "step", "selected", *MATRICES[2:], "edits", *CHOICES,
]  # fmt: skip
"""The parameters that a link may have."""

numbers = st.floats(-1e6, 1e6) | st.sampled_from([-0.0, 5e-324, -2.2e-308, 0.1 + 0.2, 1e6])


choices = st.fixed_dictionaries(
    {},
    optional={
        "part": st.sampled_from(PARTS),
        "layer": st.integers(2, 8).map(str),
        "order": st.just("kj"),
        "equation": st.just("BP4"),
        "pair": st.sampled_from(["2,1", "3,12"]),
        "v": st.lists(numbers, min_size=1, max_size=12).map(written),
        "dz": numbers.map(lambda number: written([number])),
        "off": st.just("bp1-slope,bp2-transpose"),
    },
).map(lambda chosen: tuple(chosen.items()))


def bits(value: object) -> object:
    """The value with each float as its bytes: -0.0 is not 0.0 here."""
    if isinstance(value, float):
        return struct.pack("<d", value)
    if isinstance(value, Lesson):
        return bits(astuple(value))
    return tuple(map(bits, value)) if isinstance(value, tuple) else value


def vector(n: int, number: st.SearchStrategy[float] = numbers) -> st.SearchStrategy[list[float]]:
    return st.lists(number, min_size=n, max_size=n)


def put(weights: Sequence[float], new: dict[int, float]) -> tuple[float, ...]:
    """The weights with other numbers at some places."""
    return tuple(new.get(i, old) for i, old in enumerate(weights))


@st.composite
def lessons(draw: st.DrawFn) -> Lesson:
    sizes = tuple(draw(st.lists(st.integers(1, 4), min_size=2, max_size=5)))
    layers = len(sizes) - 1
    names = st.sampled_from(sorted(ACTIVATIONS))
    cost = draw(st.sampled_from(sorted(COSTS)))
    activation = draw(st.lists(names, min_size=layers, max_size=layers))
    if cost == "cross-entropy" and draw(st.integers(0, 9)):
        activation[-1] = "sigmoid"
    count = sum((before + 1) * n for before, n in pairwise(sizes))
    edits = st.dictionaries(st.integers(0, count - 1), numbers, max_size=3)
    seed, spread = draw(st.integers(0, 2**32 - 1)), draw(st.floats(0, 10))
    edited = edits.map(lambda new: put(drawn(sizes, seed, spread), new))
    y = st.floats(0, 1) if cost == "cross-entropy" else numbers
    biases = draw(st.sampled_from(["learn", "fixed", "none"]))
    lesson = Lesson(
        sizes=sizes,
        activation=tuple(activation),
        cost=cost,
        seed=seed,
        spread=spread,
        weights=draw(st.none() | vector(count).map(tuple) | edited),
        x=tuple(draw(vector(sizes[0]))),
        y=tuple(draw(vector(sizes[-1], y))),
        data=tuple(map(tuple, draw(st.lists(vector(sizes[0] + sizes[-1]), max_size=3)))),
        eta=draw(st.floats(0, 1000, exclude_min=True)),
        over=draw(st.sampled_from(["example", "all"])),
        reduction=draw(st.sampled_from(["mean", "sum"])),
        biases=biases,
        level=draw(st.sampled_from(["layer", "neuron"])),
        selected=draw(st.just("") | ids(sizes, biases != "none")),
        choices=draw(choices),
    )
    assume(not lesson.problem())
    return replace(lesson, step=draw(st.integers(1, lesson.number_of_steps)))


@st.composite
def ids(draw: st.DrawFn, sizes: Sequence[int], has_biases: bool = True) -> str:
    """The address of some quantity of a network of these sizes."""
    of_biases = ["b", "nabla_b"] if has_biases else []
    symbol = draw(st.sampled_from(["w", *of_biases, "z", "a", "delta", "nabla_w", "C"]))
    if symbol == "C":
        return "C"
    layer = draw(st.integers(2, len(sizes)))
    j = draw(st.integers(1, sizes[layer - 1]))
    k = f"_{draw(st.integers(1, sizes[layer - 2]))}" if symbol in ("w", "nabla_w") else ""
    return draw(st.sampled_from([f"{symbol}{layer}", f"{symbol}{layer}_{j}{k}"]))
