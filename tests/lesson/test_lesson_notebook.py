"""A network goes from a notebook to the app by a link, and a lesson from the app to a notebook."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl

import numpy as np
import pytest
from hypothesis import given

import backprop
from backprop import Network, Quantity, lesson_link, open_lesson
from backprop.lesson import PRESETS, Lesson, from_query, to_json
from tests.laws import laws
from tests.lesson.strategies import bits, lessons

MAZUR = Network(
    w={2: [[0.15, 0.20], [0.25, 0.30]], 3: [[0.40, 0.45], [0.50, 0.55]]},
    b={2: [0.35, 0.35], 3: [0.60, 0.60]},
)
X, Y = [0.05, 0.10], [0.01, 0.99]


@laws
@given(lessons())
def test_any_lesson_goes_to_a_notebook_and_back(lesson: Lesson) -> None:
    names = ("data", "eta", "over", "level", "step", "selected")
    choices = {name.replace("-", "_"): text for name, text in lesson.choices}
    values = {name: getattr(lesson, name) for name in names}
    link = lesson_link(lesson.network(), lesson.x, lesson.y, **choices, **values)
    back = open_lesson(link)
    for name in ("sizes", "activation", "cost", "x", "y", *names, "choices"):
        assert bits(getattr(back, name)) == bits(getattr(lesson, name))
    for l in lesson.layers:
        assert (back.network().w[l] == lesson.network().w[l]).all()
        assert (back.network().b[l] == lesson.network().b[l]).all()


@pytest.mark.parametrize("name", PRESETS)
def test_an_example_has_its_name_wherever_its_numbers_come_from(name: str) -> None:
    lesson = PRESETS[name]
    link = lesson_link(lesson.network(), lesson.x, lesson.y, data=lesson.data, eta=lesson.eta)
    assert link == f"?preset={name}"


def test_a_link_to_a_page_has_what_is_chosen_there() -> None:
    chosen = {"selected": Quantity("z", 2, 1), "off": ["bp1-slope", "step-sign"], "dz": 0.5}
    link = lesson_link(MAZUR, X, Y, "equations", part="remove", proof_of="BP1", **chosen)
    page, query = link.split("?")
    assert page == "equations"
    assert query.startswith("part=remove&preset=mazur&")
    assert dict(parse_qsl(query)) == {
        "part": "remove", "preset": "mazur", "selected": "z2_1", "dz": "0.5", "proof-of": "BP1",
        "off": "bp1-slope,step-sign",
    }  # fmt: skip
    assert lesson_link(MAZUR, X, Y, hide="code", present=1) == "?preset=mazur&present=1&hide=code"


def test_columns_are_the_rows_of_the_table_and_the_first_is_the_example() -> None:
    x, y = np.array([[0, 0, 1], [0, 1, 0]]), np.array([[0, 1, 1], [1, 0, 0]])
    lesson = open_lesson(lesson_link(MAZUR, x, y, over="all"))
    assert lesson.data == ((0, 0, 0, 1), (0, 1, 1, 0), (1, 0, 1, 0))
    assert (lesson.x, lesson.y, lesson.over) == ((0, 0), (0, 1), "all")
    for column in (np.array(X), np.reshape(X, (2, 1)), X):
        assert lesson_link(MAZUR, column, Y) == "?preset=mazur"


LARGE = Network.random([13, 2])
WRONG: Any = {"network": "mazur", "source": None}
REFUSED: list[tuple[Callable[[], Any], str]] = [
    (lambda: lesson_link(MAZUR, X, Y, dx=1), "“dx” is nothing that a link has; it can have data"),
    (lambda: lesson_link(MAZUR, X, Y, seed=5), "“seed” follows from the network"),
    (lambda: lesson_link(MAZUR, X, Y, "costs"), "A page is notation, cost, .*; this is “costs”"),
    (lambda: lesson_link(MAZUR, X, Y, "cost", part="demon"), "mean or outputs; this is “demon”"),
    (lambda: lesson_link(MAZUR, X, Y, eta=0), "eta: The learning rate η must be above 0"),
    (lambda: lesson_link(MAZUR, X, Y, eta=None), "eta must be a finite number; got None"),
    (lambda: lesson_link(MAZUR, X, Y, hide="all"), "hide is some of sidebar"),
    (lambda: lesson_link(MAZUR, X, [1]), r"y must have the shape \(2,\)"),
    (lambda: lesson_link(MAZUR, np.eye(2), np.eye(2), data=[]), "The table is given twice"),
    (lambda: lesson_link(LARGE, [0] * 13, Y), "A layer has 1 to 12 neurons; layer 1 has 13"),
    (lambda: lesson_link(WRONG["network"], X, Y), "network must be a Network"),
    (lambda: open_lesson("mazur"), "A lesson is in a link such as .*; this is “mazur”"),
    (lambda: open_lesson("?x=1&step=99"), "“x” in the link: x needs 3 .* “step” in the link: "),
    (lambda: open_lesson(WRONG["source"]), "A lesson file is a text or bytes"),
    (lambda: open_lesson({"w": {1}}), "The entries of a lesson are those of its file"),
    (lambda: open_lesson(b"{}"), '"format": "backprop lesson"'),
    (lambda: open_lesson("{}"), '"format": "backprop lesson"'),
]  # fmt: skip


@pytest.mark.parametrize(("call", "part"), REFUSED, ids=[part for _, part in REFUSED])
def test_what_makes_no_sense_is_refused(call: Callable[[], Any], part: str) -> None:
    with pytest.raises(ValueError, match=part):
        call()


@pytest.mark.parametrize(
    "link",
    [
        "?preset=mazur&eta=2",
        "preset=mazur&eta=2",
        "/equations?preset=mazur&eta=2#part",
        "http://localhost:8501/cost?preset=mazur&eta=2&utm_source=x",
        "https://school.example/~ada/backprop/?eta=2&preset=mazur",
    ],
)
def test_a_link_is_an_address_or_its_end(link: str) -> None:
    assert open_lesson(link) == from_query({"preset": "mazur", "eta": "2"})[0]


def test_an_address_without_a_lesson_is_the_book_s() -> None:
    assert all(open_lesson(link) == Lesson() for link in ("", "/cost", "http://localhost:8501/"))


def test_a_file_is_a_path_bytes_a_text_or_its_entries(tmp_path: Path) -> None:
    path, lesson = tmp_path / "lesson.json", PRESETS["mazur"]
    text = to_json(lesson)
    path.write_text(text, encoding="utf-8")
    entries = {"format": "backprop lesson", "w": MAZUR.w, "b": MAZUR.b, "x": np.array(X), "y": Y}
    for source in (path, str(path), text.encode(), text, entries):
        assert open_lesson(source) == lesson


def test_the_package_has_no_other_names() -> None:
    assert {"lesson_link", "open_lesson", "run"} <= {*dir(backprop)}
    with pytest.raises(AttributeError, match=re.escape("no attribute 'open_lessons'")):
        backprop.open_lessons  # noqa: B018
