"""A lesson from a notebook to the app, as a link, and from the app's link or file to a notebook."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from urllib.parse import parse_qsl, urlencode

import numpy as np
import numpy.typing as npt

from backprop.chapter import SECTIONS
from backprop.engine import Network, Quantity, run
from backprop.engine.validation import finite
from backprop.inputs.phrases import any_of, shown
from backprop.inputs.view import HIDDEN, view_of
from backprop.lesson.change import with_network
from backprop.lesson.file import from_json
from backprop.lesson.link import READERS, read_query, to_query
from backprop.lesson.link_weights import MATRICES
from backprop.lesson.presets import PRESETS
from backprop.lesson.record import Lesson
from backprop.writing.text.numbers import written

PAGES = {section.page.removesuffix(".py"): section for section in SECTIONS}
_GIVEN = {
    *("preset", "sizes", "activation", "cost", "seed", "spread", "weights", "edits", "x", "y"),
    *("reduction", "biases"),
    *MATRICES,
}
"""The parameters of a link that follow from the network and its example."""
_VIEW = ("present", "hide")


def lesson_link(
    network: Network, x: npt.ArrayLike, y: npt.ArrayLike, page: str = "", **choices: object
) -> str:
    """The link that opens this network on a page, "" being the explorer: "?preset=mazur".

    It is put behind the app's address. x (n,) or (n, m) and y are as ``run`` takes them; several
    columns become the table. ``choices`` are whatever else a link has, by its name there with _ for
    -: eta=0.1, step=7, part="demon". Raises ValueError for what no lesson has.
    """
    _check_page(page, str(choices.get("part", "")))
    known = [name for name in READERS if name not in _GIVEN]
    names = {name.replace("-", "_"): name for name in (*known, *_VIEW)}
    if given := [name for name in choices if name in _GIVEN]:
        raise ValueError(f"{shown(given[0])} follows from the network and its example.")
    if unknown := [name for name in choices if name not in names]:
        raise ValueError(
            f"{shown(unknown[0])} is nothing that a link has; it can have {any_of(names)}."
        )
    texts = {names[name]: _text(name, value) for name, value in choices.items()}
    trace = run(network, x, y)
    rows = np.vstack([trace.x, trace.y]).T.tolist()
    if len(rows) > 1:
        if "data" in texts:
            raise ValueError("The table is given twice: as the columns of x and y, and as data.")
        texts["data"] = _text("data", rows)
    lesson = replace(_lesson(network), x=tuple(trace.x[:, 0]), y=tuple(trace.y[:, 0]))
    for name in known:
        if name in texts:
            try:
                lesson = READERS[name](lesson, texts[name])
            except ValueError as error:
                raise ValueError(f"{name}: {error}") from None
    view, notices = view_of(texts)
    if notices:
        hidden = any_of(HIDDEN, "and")
        raise ValueError(f"present is 1, and hide is some of {hidden}, with commas between.")
    query = to_query(lesson) or {"preset": "book"}  # an empty link might open the first minute
    first = {"part": query["part"]} if "part" in query else {}
    return f"{page}?{urlencode(first | query | view, safe=',:;')}"


def open_lesson(source: str | bytes | Path | Mapping[str, object]) -> Lesson:
    """The lesson in a link, or in a file: its path, its bytes, its text, or its entries.

    A link is a whole address or its end, "?preset=mazur". Raises ValueError for what is neither,
    and where anything in it makes no sense; OSError for a file that cannot be read.
    """
    if isinstance(source, Path):
        return from_json(source.read_bytes())
    if isinstance(source, Mapping):
        return from_json(_as_json(source))
    if not isinstance(source, str) or source.lstrip("\ufeff \t\r\n").startswith(("{", "[")):
        return from_json(source)
    if source.lower().endswith(".json") and "?" not in source:
        return from_json(Path(source).read_bytes())
    lesson, wrong = read_query(_query_of(source.strip()))
    if wrong:
        raise ValueError(" ".join(f"“{name}” in the link: {why}" for name, why in wrong.items()))
    return lesson


def _lesson(network: Network) -> Lesson:
    """The network as a lesson, drawn from the seed of an example where that draws the very same."""
    alike = (
        preset
        for preset in PRESETS.values()
        if preset.sizes == network.sizes and with_network(preset, network).weights == preset.weights
    )
    start = next(alike, Lesson())
    return with_network(Lesson(seed=start.seed, spread=start.spread), network)


def _check_page(page: str, part: str) -> None:
    if page != "" and page not in PAGES:
        raise ValueError(
            f"A page is {any_of(PAGES)}, or “” for the explorer; this is {shown(page)}."
        )
    parts = [one.name for one in PAGES[page].parts] if page else []
    if parts and part not in ("", *parts):
        raise ValueError(f"A part of the page “{page}” is {any_of(parts)}; this is {shown(part)}.")


def _text(name: str, value: object) -> str:
    """A choice as a link writes it: a table with semicolons between rows, a list with commas."""
    if isinstance(value, str):
        return value
    if isinstance(value, Quantity):
        return value.id
    if isinstance(value, Iterable) and np.ndim(value):  # type: ignore[arg-type]
        values = list(value)
        return (";" if any(map(np.ndim, values)) else ",").join(_text(name, one) for one in values)
    return written([finite(value, name)])


def _query_of(link: str) -> dict[str, str]:
    """The parameters of an address or its end. Raises ValueError for what is neither."""
    path, _, query = link.partition("#")[0].partition("?")
    if not query and "=" in path:
        path, query = "", path
    if not query and "://" not in path and path.strip("/") not in ("", *PAGES):
        raise ValueError(
            "A lesson is in a link such as ?preset=mazur, or in a file whose name ends with .json; "
            f"this is {shown(link)}."
        )
    return dict(parse_qsl(query, keep_blank_values=True))


def _as_json(entries: Mapping[str, object]) -> str:
    try:
        return json.dumps(dict(entries), default=_plain)
    except TypeError as error:
        raise ValueError(f"The entries of a lesson are those of its file: {error}.") from None


def _plain(value: object) -> object:
    """An array as lists, and a network's w or b as a dictionary; json has no more of them."""
    if isinstance(value, np.ndarray | np.generic):
        return value.tolist()
    if isinstance(value, Mapping):
        return dict(value)
    raise TypeError(f"there is a {type(value).__name__} among them")
