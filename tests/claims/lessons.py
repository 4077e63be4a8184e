"""Random lessons of every kind, each opened on one page: what could make a sentence false."""

import random
from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from backprop.chapter import CHOICES, SECTIONS
from backprop.engine import ACTIVATIONS, COSTS
from backprop.engine.quantity import Quantity
from backprop.lesson import Lesson, to_query, with_biases

VIEWS = [("explorer.py", ""), *((s.page, part.name) for s in SECTIONS for part in s.parts)]
"""Every page, and every part of one."""


class Visit(NamedTuple):
    """A lesson, opened on a page by a link."""

    page: str
    part: str
    lesson: Lesson

    @property
    def query(self) -> dict[str, str]:
        first_minute = {"opening": "1"} if not self.part and self.lesson.seed % 2 else {}
        return to_query(self.lesson) | first_minute


def visits(count: int) -> Iterator[Visit]:
    """So many lessons, shared out to the pages in turn."""
    for seed in range(count):
        page, part = VIEWS[seed % len(VIEWS)]
        yield visit(page, part, seed)


def visit(page: str, part: str, seed: int) -> Visit:
    """The lesson of this seed that can be run; one in four is of a kind in which things go to 0."""
    rng = random.Random(seed)
    while True:
        lesson = _lesson(rng, part)
        if not lesson.problem():
            return Visit(page, part, lesson)


def _lesson(rng: random.Random, part: str) -> Lesson:
    layers = rng.choice((2, 3, 3, 3, 4, 4, 5, 8))
    sizes = tuple(rng.choice((1, 1, 2, 2, 3, 4, 5, rng.randint(6, 12))) for _ in range(layers))
    activation = tuple(rng.choice([*ACTIVATIONS]) for _ in sizes[1:])
    if rng.random() < 0.5:
        activation = activation[:1] * len(activation)
    cost = rng.choice([*COSTS])
    if cost == "cross-entropy" and rng.random() < 0.6:
        activation = (*activation[:-1], "sigmoid")
    x = tuple(_number(rng) for _ in range(sizes[0]))
    y = tuple(_wanted(rng, cost) for _ in range(sizes[-1]))
    rows = rng.choice((0, 0, 1, 2, 3, 5, 12))
    data = tuple(
        (*(_number(rng) for _ in x), *(_wanted(rng, cost) for _ in y)) for _ in range(rows)
    )
    lesson = Lesson(
        sizes=sizes,
        activation=activation,
        cost=cost,
        seed=rng.randint(0, 9999),
        spread=rng.choice((0, 0.01, 0.5, 1, 1, 1, 3, 10)),
        x=x,
        y=y,
        data=data,
        eta=rng.choice((0.001, 0.1, 0.5, 1, 3, 100)),
        over=rng.choice(("example", "all")),
        level=rng.choice(("layer", "neuron")),
        selected=_selected(rng, sizes),
        choices=tuple(_choices(rng, part)),
    )
    lesson = replace(lesson, reduction=rng.choice(("mean", "mean", "sum")))
    return with_biases(lesson, rng.choice(("learn", "learn", "fixed", "none")))


def _number(rng: random.Random) -> float:
    return rng.choice((
        0.0, 1.0, round(rng.uniform(-1, 1), 1), round(rng.uniform(-2, 2), 2), rng.gauss(0, 1),
        rng.choice((-1, 1)) * 10.0 ** rng.randint(-6, 4), 12.25,
    ))  # fmt: skip


def _wanted(rng: random.Random, cost: str) -> float:
    if cost != "cross-entropy" and rng.random() < 0.3:
        return round(rng.uniform(-3, 3), 2)
    return rng.choice((0.0, 1.0, 0.5, round(rng.random(), 2), rng.random()))


def _selected(rng: random.Random, sizes: tuple[int, ...]) -> str:
    l = rng.randint(2, len(sizes))
    j, k = rng.randint(1, sizes[l - 1]), rng.randint(1, sizes[l - 2])
    symbol = rng.choice((
        "", "", "w", "b", "z", "a", "delta", "nabla_w", "nabla_b", "sigma_prime", "input", "nabla_x",
    ))  # fmt: skip
    both = symbol in ("w", "nabla_w")
    if symbol in ("input", "nabla_x"):
        symbol = "a" if symbol == "input" else symbol
        return f"{symbol}1_{rng.randint(1, sizes[0])}"
    return Quantity(symbol, l, j, k if both else None).id if symbol else ""


_VALUES = {
    "dz": ("0", "0.5", "-0.05", "-4", "3.9"), "drive": ("0", "8", "-8", "2.4"),
    "s": ("1, 2", "1, 1", "0.5, -3, 1e-5", "1e6", "-0.7"), "t": ("3, 4", "2, 2", "-0.1, 7, 0", "1.2345"),
    "f": ("half", "exp", "cube", "absolute", "relu", "sigmoid"),
    "v": ("2, 3", "-1, 0, 12.25", "z2"), "term": ("1", "3", "7"), "pair": ("1,2", "2,1"),
    "code-step": ("2", "4", "7", "9", "99"), "columns-example": ("3", "99"),
    "check-eps": ("1e-13", "1e-10", "1e-7", "0.001", "0.1"), "paths-n": ("3", "99"),
    "spread-step": ("3", "99"), "spread-dw": ("1", "-1", "0.05", "0"),
}  # fmt: skip
"""More of what is chosen on a page than its default and its example."""


def _choices(rng: random.Random, part: str) -> Iterator[tuple[str, str]]:
    if part:
        yield "part", part
    own = [
        one
        for section in SECTIONS
        for each in section.parts
        if each.name == part
        for one in each.choices
    ]
    for choice in own:
        text = rng.choice((choice.default, choice.example, *_VALUES.get(choice.name, ())))
        if text != choice.default:
            yield choice.name, text
    if rng.random() < 0.5:
        yield "layer", str(rng.randint(2, 4))
    if part == "remove":
        yield "equation", rng.choice(("BP1a", "BP2", "BP3", "BP4"))
        yield "off", ",".join(rng.sample([*MISTAKES], rng.choice((0, 1, 2, 3, 7))))


def _mistakes() -> tuple[str, ...]:
    from backprop.ideas.remove.compute_mistakes import MISTAKES as every

    return tuple(one if isinstance(one, str) else one.name for one in every)


MISTAKES = _mistakes()
CHOICES_KNOWN = set(CHOICES)
