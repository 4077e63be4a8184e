"""The lesson as a JSON file that people can read, and back, bit for bit.

The weights are always in the file, written as matrices. Where they are what the seed draws, the
lesson comes back with ``weights`` None.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from typing import Any

import numpy as np

from backprop.engine.activations import Array
from backprop.engine.vector import from_vector, to_vector
from backprop.inputs.limits import check_sizes
from backprop.inputs.phrases import any_of, count_of, shown
from backprop.lesson.change import with_weights
from backprop.lesson.record import Lesson

FORMAT, VERSION = "backprop lesson", 1
LONGEST_FILE = 1_000_000

_KINDS = {int: "a whole number", float: "a number", str: "a text", list: "a list", dict: "a table"}


def to_json(lesson: Lesson) -> str:
    """The lesson as the text of a file: w and b by layer, each a matrix, a row of it in a line."""
    w, b = from_vector(lesson.numbers, lesson.sizes)
    parts = {"format": json.dumps(FORMAT), "version": json.dumps(VERSION)}
    for name in ("sizes", "activation", "cost", "seed", "spread"):
        parts[name] = json.dumps(getattr(lesson, name))
    for name, arrays in (("w", w), ("b", b)):
        matrices = (f'\n    "{l}": {_matrix(arrays[l].tolist(), 4)}' for l in sorted(arrays))
        parts[name] = "{" + ",".join(matrices) + "\n  }"
    for name in (
        "x",
        "y",
        "data",
        "eta",
        "over",
        "reduction",
        "biases",
        "level",
        "step",
        "selected",
    ):
        value = getattr(lesson, name)
        parts[name] = _matrix(value, 2) if name == "data" else json.dumps(value)
    parts["choices"] = json.dumps(dict(lesson.choices))
    return "{\n" + ",\n".join(f'  "{name}": {text}' for name, text in parts.items()) + "\n}\n"


def from_json(text: bytes | str) -> Lesson:
    """The lesson in a file. Raises ValueError with one sentence where there is none in it."""
    found = _parsed(text)
    if not isinstance(found, dict) or found.get("format") != FORMAT:
        raise ValueError(f'A lesson file has "format": "{FORMAT}" in it; this file has not.')
    version = _entry(found, "version", int)
    if version != VERSION:
        raise ValueError(
            f"A lesson file of version {VERSION} can be read; this is version {shown(version)}."
        )
    sizes = _entries(found, "sizes", int)
    check_sizes(sizes)
    lesson = Lesson(
        sizes=tuple(sizes),
        activation=tuple(_entries(found, "activation", str)),
        cost=_entry(found, "cost", str),
        seed=_entry(found, "seed", int),
        spread=_entry(found, "spread", float),
        x=tuple(_entries(found, "x", float)),
        y=tuple(_entries(found, "y", float)),
        data=tuple(_rows(_entry(found, "data", list), "data")),
        eta=_entry(found, "eta", float),
        over=_of_kind(found.get("over", Lesson.over), "over", str),
        reduction=_of_kind(found.get("reduction", Lesson.reduction), "reduction", str),
        biases=_of_kind(found.get("biases", Lesson.biases), "biases", str),
        level=_entry(found, "level", str),
        step=_entry(found, "step", int),
        selected=_entry(found, "selected", str),
        choices=tuple(_choices(found)),
    )
    lesson = with_weights(lesson, _weights(found, sizes))
    if why := lesson.problem():
        raise ValueError(why)
    return lesson


def _matrix(rows: Sequence[Sequence[float]], indent: int) -> str:
    """The rows one below the other, their columns in line."""
    if not rows:
        return "[]"
    texts = [[json.dumps(number) for number in row] for row in rows]
    widths = [max(map(len, column)) for column in zip(*texts, strict=True)]
    lines = (
        ", ".join(text.rjust(width) for text, width in zip(row, widths, strict=True))
        for row in texts
    )
    margin = " " * indent
    return "[\n" + ",\n".join(f"{margin}  [{line}]" for line in lines) + f"\n{margin}]"


def _parsed(text: bytes | str) -> object:
    if not isinstance(text, bytes | str):
        raise ValueError(f"A lesson file is a text or bytes; this is {shown(text)}.")
    if len(text) > LONGEST_FILE:
        raise ValueError(
            f"A lesson file has at most {LONGEST_FILE:,} bytes; this has {len(text):,}."
        )
    try:
        if isinstance(text, bytes):
            text = text.decode("utf-8-sig")
        return json.loads(text)
    except UnicodeDecodeError:
        raise ValueError("A lesson file is text in UTF-8; this file is not.") from None
    except (ValueError, RecursionError):
        raise ValueError("A lesson file is JSON; this file is not, or not all of it.") from None


def _weights(found: Mapping[str, Any], sizes: Sequence[int]) -> list[float]:
    """w and b as ``Lesson.weights`` has them."""
    w, b = _entry(found, "w", dict), _entry(found, "b", dict)
    arrays: dict[str, dict[int, Array]] = {"w": {}, "b": {}}
    layers = [str(l) for l in range(2, len(sizes) + 1)]
    for name, matrices in (("w", w), ("b", b)):
        if sorted(matrices) != layers:
            raise ValueError(
                f"“{name}” has {any_of(layers, 'and')} as layers here; in the file it has others."
            )
    for l, (before, n) in enumerate(pairwise(sizes), start=2):
        for name, matrices, columns in (("w", w, before), ("b", b, 1)):
            rows = _rows(_of_kind(matrices[str(l)], name, list), name)
            if len(rows) != n or any(len(row) != columns for row in rows):
                raise ValueError(
                    f"“{name}” of layer {l} must have {count_of(n, 'row')} and "
                    f"{count_of(columns, 'column')}; in the file it is of another shape."
                )
            arrays[name][l] = np.array(rows)
    return list(to_vector(**arrays).tolist())


def _choices(found: Mapping[str, Any]) -> Iterable[tuple[str, str]]:
    """What was chosen on the pages; a file from before there were pages has none."""
    chosen = _of_kind(found.get("choices", {}), "choices", dict)
    return ((name, _of_kind(text, name, str)) for name, text in chosen.items())


def _rows(rows: list[Any], name: str) -> list[tuple[float, ...]]:
    return [tuple(_of_kind(n, name, float) for n in _of_kind(row, name, list)) for row in rows]


def _entries(found: Mapping[str, Any], name: str, kind: type) -> list[Any]:
    return [_of_kind(value, name, kind) for value in _entry(found, name, list)]


def _entry(found: Mapping[str, Any], name: str, kind: type) -> Any:
    if name not in found:
        raise ValueError(f"A lesson file has an entry “{name}”; this file has none.")
    return _of_kind(found[name], name, kind)


def _of_kind(value: object, name: str, kind: type) -> Any:
    """The value, if it is of this kind; a whole number is a number, too."""
    right = isinstance(value, (int, float) if kind is float else kind)
    if not right or isinstance(value, bool):
        came = shown(value) if isinstance(value, str | int | float) else "something else"
        raise ValueError(f"“{name}” must hold {_KINDS[kind]}; in the file it holds {came}.")
    if kind is float and isinstance(value, int):
        return float(max(-(10**9), min(value, 10**9)))
    return value
