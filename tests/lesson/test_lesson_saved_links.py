"""Links and files that people have saved: each opens the same lesson at the same place, for ever.

What must come out is written here by hand. A case is never changed and never removed: what a new
version adds gets a case of its own.
"""

import json
import re
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import pytest

from backprop.chapter import SECTIONS
from backprop.lesson import PRESETS, Lesson, from_json, from_query, to_json
from tests.lesson.saved_links import BOOK, CHOSEN, FILES, LINKS, PAGES, VALUES
from tests.lesson.strategies import NAMES

ROOT = Path(__file__).parents[2]
LISTED = [name for name in NAMES if not re.fullmatch("[wb][3-8]", name)]
"""The parameters, w2 and b2 for those of all layers."""

DRAWN = [
    ("/", -0.8019314252534474, 0.8298553070613239),
    ("/?preset=deep", -1.4308730228590871, 0.500135002991362),
    ("/?preset=vanishing", -1.0940501655381283, -0.7959021352029454),
    ("/?seed=42&spread=0.5", 0.15235853987721568, -0.1760667752441148),
]


def opened(link: str) -> Lesson:
    lesson, notices = from_query(dict(parse_qsl(urlsplit(link).query)))
    assert notices == []
    return lesson


def record(lesson: Lesson) -> dict[str, Any]:
    """Everything in the lesson, each choice of a page by its name and with its value."""
    chosen = {name: lesson.value_of(name) for name, _ in lesson.choices}
    return {name: getattr(lesson, name) for name in BOOK} | chosen


@pytest.mark.parametrize("link", LINKS)
def test_a_saved_link_opens_its_lesson(link: str) -> None:
    assert record(opened(link)) == LINKS[link]


@pytest.mark.parametrize("name", FILES)
def test_a_saved_file_opens_its_lesson(name: str) -> None:
    assert record(from_json((Path(__file__).parent / "saved" / name).read_bytes())) == FILES[name]


@pytest.mark.parametrize(("link", "first", "last"), DRAWN)
def test_a_seed_draws_the_same_weights(link: str, first: float, last: float) -> None:
    network = opened(link).network()
    assert (network.w[2][0, 0], network.b[network.L][-1, 0]) == (first, last)


@pytest.mark.parametrize("name", VALUES)
def test_every_value_is_kept_and_named_in_the_changelog(name: str) -> None:
    changelog = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    for value in VALUES[name].split():
        lesson = opened(f"/?{name}={value}")
        held = lesson.choice(name) if name in CHOSEN else getattr(lesson, name)
        assert held in (value, (value, value))
        assert f"`{value}`" in changelog or name == "v"


def test_what_a_link_does_not_say_stays_what_it_is() -> None:
    assert {name: Lesson().choice(name) for name in CHOSEN} == CHOSEN


def test_every_page_keeps_its_address_and_its_parts() -> None:
    kept = {section.page: [part.name for part in section.parts] for section in SECTIONS}
    for name, parts in PAGES.items():
        assert [part for part in kept[f"{name}.py"] if part in parts] == list(parts)
    assert all((ROOT / "pages" / page).exists() for page in kept)


def test_the_list_has_every_parameter_every_preset_and_every_part() -> None:
    queries = [dict(parse_qsl(urlsplit(link).query)) for link in LINKS]
    first = {name for name in LISTED if "-" not in name}  # a later choice begins with its part
    assert {name for query in queries for name in query} >= first
    assert {query.get("preset") for query in queries} >= set(PRESETS)
    named = [(urlsplit(link).path[1:], dict(parse_qsl(urlsplit(link).query))) for link in LINKS]
    parts = {(page, query["part"]) for page, query in named if "part" in query}
    assert parts == {(page, part) for page, parts in PAGES.items() for part in parts}


def test_the_changelog_names_every_parameter_and_every_entry() -> None:
    changelog = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    links, files = changelog.split("## Files")
    assert [name for name in LISTED if f"| `{name}` |" not in links] == []
    entries = json.loads(to_json(Lesson()))
    assert [name for name in entries if f"| `{name}` |" not in files] == []
