"""What is chosen on the pages of the chapter, beside the network: each choice by its name.

A choice is kept as the text that a link has for it. ``read`` gives its value and raises ValueError,
with one sentence, for a text that makes no sense; pages may still find that a value does not fit
the present network, and then take what is nearest.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from backprop.chapter import PARTS
from backprop.engine.four_equations import EQUATIONS
from backprop.ideas.address.words_order import ORDERS
from backprop.ideas.elementwise.compute import FUNCTIONS
from backprop.ideas.remove.compute_mistakes import MISTAKES
from backprop.inputs.parsing import (
    LONGEST_LINE,
    check_length,
    parse_number,
    parse_vector,
    parse_whole,
)
from backprop.inputs.phrases import any_of, shown
from backprop.lesson.checks import MAX_LAYERS

Pairs = tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Choice:
    """The text that stands for no choice made, and the reader of any other."""

    default: str
    read: Callable[[str], object]


def one_of(names: Iterable[str]) -> Callable[[str], str]:
    """A reader for one of these names."""
    known = tuple(names)

    def read(text: str) -> str:
        if text not in known:
            raise ValueError(f"It is {any_of(known)}; this is {shown(text)}.")
        return text

    return read


def some_of(names: Iterable[str]) -> Callable[[str], tuple[str, ...]]:
    """A reader for some of these names, separated by commas."""
    known = tuple(names)

    def read(text: str) -> tuple[str, ...]:
        found = tuple(text.split(",")) if text else ()
        for name in found:
            if name not in known:
                raise ValueError(
                    f"It is names such as {known[0]}, with commas between; one is {shown(name)}."
                )
        return found

    return read


def pair(text: str) -> tuple[int, int]:
    """A reader for two different whole numbers from 1, such as 1,2."""
    found = re.fullmatch(r"([1-9]\d?),([1-9]\d?)", text, re.ASCII)
    if not found or found[1] == found[2]:
        raise ValueError(f"It is two different neurons such as 1,2; this is {shown(text)}.")
    return int(found[1]), int(found[2])


def vector_or_z(text: str) -> tuple[float, ...] | int:
    """A reader for 1 to 12 numbers, or for z2 and so on: the layer whose z it is."""
    found = re.fullmatch(rf"z([2-{MAX_LAYERS}])", text.strip(), re.ASCII)
    return int(found[1]) if found else parse_vector(text)


CHOICES: dict[str, Choice] = {
    "part": Choice("", one_of(PARTS)),
    "layer": Choice("", parse_whole),
    "order": Choice("jk", one_of(ORDERS)),
    "term": Choice("1", parse_whole),
    "f": Choice("square", one_of(FUNCTIONS)),
    "v": Choice("2, 3", vector_or_z),
    "pair": Choice("1,2", pair),
    "s": Choice("1, 2", parse_vector),
    "t": Choice("3, 4", parse_vector),
    "dz": Choice("0", parse_number),
    "equation": Choice("", one_of(EQUATIONS)),
    "off": Choice("", some_of(MISTAKES)),
    "drive": Choice("0", parse_number),
}
"""The choices by name: which part of a page, which layer is looked at, and so on."""


def checked(pairs: Iterable[tuple[str, str]]) -> Pairs:
    """The choices in order, without those that are the default.

    Raises ValueError for a name that is none, and for what is no text, or none that its reader
    takes.
    """
    texts = dict(pairs)
    for name, text in texts.items():
        if name not in CHOICES:
            raise ValueError(f"A choice is {any_of(CHOICES)}; this is {shown(name)}.")
        if not isinstance(text, str):
            raise ValueError(f"A choice is kept as a text; this is {shown(text)}.")
        check_length(text, LONGEST_LINE)
        if text != CHOICES[name].default:
            CHOICES[name].read(text)
    return tuple(
        (name, texts[name]) for name in CHOICES if name in texts and not _usual(name, texts)
    )


def _usual(name: str, texts: dict[str, str]) -> bool:
    return texts[name] == CHOICES[name].default
