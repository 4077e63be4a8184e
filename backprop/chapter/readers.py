"""Readers of choices: each makes a value of a text, or raises ValueError with one sentence.

A page may still find that a value does not fit the present network, and then takes the nearest.
"""

import re
from collections.abc import Callable, Iterable
from contextlib import suppress

from backprop.engine import Quantity
from backprop.inputs.limits import MAX_LAYERS
from backprop.inputs.parsing import parse_link_number, parse_link_vector
from backprop.inputs.phrases import any_of, shown


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
    return int(found[1]) if found else parse_link_vector(text)


def step_size(text: str) -> float:
    """A reader for a number above 0."""
    number = parse_link_number(text)
    if number <= 0:
        raise ValueError(f"It is a number above 0; this is {shown(text)}.")
    return number


def one_weight(text: str) -> str:
    """A reader for the address of one weight, such as w2_1_3."""
    with suppress(ValueError):
        found = Quantity.parse(text)
        if found.symbol == "w" and found.k:
            return text
    raise ValueError(f"It is one weight such as w2_1_3; this is {shown(text)}.")
