"""The lesson as a JSON file that people can read, and back, bit for bit.

The weights are always in a file of ours, written as matrices. Where they are what the seed draws,
the lesson comes back with ``weights`` None. What a file does not say is as in a link.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import fields, replace
from itertools import chain, pairwise
from typing import Any

from backprop.engine.activations import Array
from backprop.engine.vector import from_vector
from backprop.inputs.limits import check_layers, check_numbers, check_sizes
from backprop.inputs.phrases import any_of, count_of, shown
from backprop.lesson.change import resized, with_weights
from backprop.lesson.record import Lesson

FORMAT, VERSION = "backprop lesson", 1
LONGEST_FILE = 1_000_000
_FIELDS = [field.name for field in fields(Lesson)]

A_TRACE = (
    "This file is the trace that “Trace as JSON” gives: numbers to take away. "
    "“Save lesson” gives the file of a lesson."
)

_KINDS = {int: "a whole number", float: "a number", str: "a text", list: "a list", dict: "a table"}


def to_json(lesson: Lesson) -> str:
    """The lesson as the text of a file: w and b by layer, each a matrix, a row of it in a line."""
    w, b = from_vector(lesson.numbers, lesson.sizes)
    parts = {"format": json.dumps(FORMAT), "version": json.dumps(VERSION)}
    for name in _FIELDS:
        value = getattr(lesson, name)
        if name == "weights":
            parts |= {"w": _matrices(w), "b": _matrices(b)}
        elif name == "data":
            parts[name] = _matrix(value, 2)
        else:
            parts[name] = json.dumps(dict(value) if name == "choices" else value)
    return "{\n" + ",\n".join(f'  "{name}": {text}' for name, text in parts.items()) + "\n}\n"


def from_json(text: bytes | str) -> Lesson:
    """The lesson in a file. Raises ValueError with one sentence where there is none in it."""
    found = _parsed(text)
    if not isinstance(found, dict) or found.get("format") != FORMAT:
        if isinstance(found, dict) and "format" not in found and "steps" in found:
            raise ValueError(A_TRACE)
        raise ValueError(f'A lesson file has "format": "{FORMAT}" in it; this file has not.')
    version = _of_kind(found.get("version", VERSION), "version", int)
    if version != VERSION:
        raise ValueError(
            f"A lesson file of version {VERSION} can be read; this is version {shown(version)}."
        )
    sizes = _sizes(found)
    check_sizes(sizes)
    usual = resized(Lesson(), sizes)
    for name in ("x", "y"):
        _entry(found, name, list)
    named = (name for name in _FIELDS if name in found and name not in ("sizes", "weights"))
    lesson = replace(usual, **{name: _value(found[name], name, usual) for name in named})
    if "w" in found or "b" in found:
        if "b" not in found and not lesson.has_biases:
            found["b"] = {str(l): [0] * n for l, n in enumerate(sizes[1:], start=2)}
        lesson = with_weights(lesson, _weights(found, sizes))
    if why := lesson.problem():
        raise ValueError(why)
    return lesson


def _value(value: object, name: str, usual: Lesson) -> Any:
    """What the record holds for this entry."""
    if name == "activation":
        if isinstance(value, str):
            return (value,) * len(usual.activation)
        if isinstance(value, dict):
            value = [value.get(str(l)) for l in usual.layers]
        names = _of_kind(value, name, list, "a text or a list")
        return tuple(_of_kind(one, name, str) for one in names)
    if name in ("x", "y"):
        return tuple(_column(value, name))
    if name == "data":
        return tuple(_rows(_of_kind(value, name, list), name))
    if name == "choices":
        chosen = _of_kind(value, name, dict)
        return tuple((one, _of_kind(text, one, str)) for one, text in chosen.items())
    return _of_kind(value, name, type(getattr(usual, name)))


def _matrices(arrays: Mapping[int, Array]) -> str:
    matrices = (f'\n    "{l}": {_matrix(arrays[l].tolist(), 4)}' for l in sorted(arrays))
    return "{" + ",".join(matrices) + "\n  }"


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


def _sizes(found: Mapping[str, Any]) -> list[int]:
    """The sizes that the file names, or those of its matrices."""
    if "sizes" not in found and "w" not in found:
        raise ValueError("A lesson file has an entry “sizes” or “w”; this file has neither.")
    if "sizes" in found:
        return [_of_kind(n, "sizes", int) for n in _entry(found, "sizes", list)]
    check_layers(len(_entry(found, "w", dict)) + 1)
    matrices = _by_layer(found, "w", len(found["w"]))
    return [len(_of_kind(next(iter(matrices[0]), []), "w", list)), *map(len, matrices)]


def _weights(found: Mapping[str, Any], sizes: Sequence[int]) -> list[float]:
    """w and b as ``Lesson.weights`` has them."""
    for here, other in ("wb", "bw"):
        if other not in found:
            raise ValueError(f"“w” and “b” go together; this file has only “{here}”.")
    numbers: list[float] = []
    w, b = (_by_layer(found, name, len(sizes) - 1) for name in ("w", "b"))
    for l, (before, n) in enumerate(pairwise(sizes), start=2):
        rows, biases = _rows(w[l - 2], "w"), _column(b[l - 2], "b")
        if len(rows) != n or any(len(row) != before for row in rows):
            raise ValueError(
                f"“w” of layer {l} must have {count_of(n, 'row')} and "
                f"{count_of(before, 'column')}; in the file it is of another shape."
            )
        check_numbers(f"“b” of layer {l}", biases, n)
        numbers += [*chain.from_iterable(rows), *biases]
    return numbers


def _by_layer(found: Mapping[str, Any], name: str, count: int) -> list[list[Any]]:
    """What an entry has for each of so many layers, from the second on."""
    matrices, layers = _entry(found, name, dict), [str(l) for l in range(2, count + 2)]
    if sorted(matrices) != layers:
        raise ValueError(
            f"“{name}” has {any_of(layers, 'and')} as layers here; in the file it has others."
        )
    return [_of_kind(matrices[l], name, list) for l in layers]


def _column(numbers: object, name: str) -> list[float]:
    """Numbers in one list, or each in a list of its own."""
    rows = [row if isinstance(row, list) else [row] for row in _of_kind(numbers, name, list)]
    if any(len(row) != 1 for row in rows):
        raise ValueError(
            f"“{name}” must hold numbers in one list, or each in a list of its own; "
            "in the file there are more or fewer in one."
        )
    return [number for (number,) in _rows(rows, name)]


def _rows(rows: list[Any], name: str) -> list[tuple[float, ...]]:
    return [tuple(_of_kind(n, name, float) for n in _of_kind(row, name, list)) for row in rows]


def _entry(found: Mapping[str, Any], name: str, kind: type) -> Any:
    if name not in found:
        raise ValueError(f"A lesson file has an entry “{name}”; this file has none.")
    return _of_kind(found[name], name, kind)


def _of_kind(value: object, name: str, kind: type, said: str = "") -> Any:
    """The value, if it is of this kind; a whole number is a number, too."""
    right = isinstance(value, (int, float) if kind is float else kind)
    if not right or isinstance(value, bool):
        came = shown(value) if isinstance(value, str | int | float) else "something else"
        raise ValueError(f"“{name}” must hold {said or _KINDS[kind]}; in the file it holds {came}.")
    if kind is float and isinstance(value, int):
        return float(max(-(10**9), min(value, 10**9)))
    return value
