"""The table of the chapter holds what the chapter holds, and every page is in it."""

from collections import Counter
from pathlib import Path

from backprop.chapter import CHOICES, ITEMS, PARTS, SECTIONS, after, section_of

PAGES = Path(__file__).parents[2] / "pages"


def test_every_equation_is_there_once() -> None:
    numbers = [item.name for item in ITEMS if item.kind == "equation"]
    named = ["BP1", "BP1a", "BP2", "BP3", "BP4"]
    assert sorted(numbers) == sorted([*map(str, range(23, 54)), *named])


def test_all_else_is_counted() -> None:
    kinds = Counter(item.kind for item in ITEMS)
    assert kinds == {"equation": 36, "figure": 12, "exercise": 3, "problem": 2, "algorithm": 2}
    assert len({item.id for item in ITEMS}) == len(ITEMS)


def test_sections_are_in_the_books_order() -> None:
    assert [section.number for section in SECTIONS] == [f"2.{n}" for n in range(1, 10)]


def test_no_row_of_the_chapter_is_without_a_part() -> None:
    """Each page draws all parts of its section; that they show their items is a contract."""
    for section in SECTIONS:
        drawn = ", ".join(part.name for part in section.parts)
        source = (PAGES / section.page).read_text(encoding="utf-8")
        assert f'chapter_page("{section.number}", {drawn})' in source


def test_every_page_is_the_page_of_a_section() -> None:
    files = {path.name for path in PAGES.glob("*.py")} - {"shell.py", "explorer.py"}
    assert files == {section.page for section in SECTIONS}


def test_parts_and_choices_have_names_of_their_own() -> None:
    assert len(set(PARTS)) == len(PARTS)
    declared = [c.name for section in SECTIONS for part in section.parts for c in part.choices]
    assert {*declared, "part", "layer", "equation"} == set(CHOICES)
    assert len(declared) + 3 == len(CHOICES)


def test_a_new_choice_has_the_name_of_its_part() -> None:
    """So two ideas never meet; the first ones have the short names that saved links have."""
    first = {"order", "term", "f", "v", "pair", "s", "t", "dz", "off", "drive"}
    parts = [part for section in SECTIONS for part in section.parts]
    new = {(part.name, c.name) for part in parts for c in part.choices if c.name not in first}
    assert [name for part, name in new if not name.startswith(f"{part}-")] == []


def test_one_page_leads_to_the_next() -> None:
    assert after(section_of("2.1")) == section_of("2.2")
    assert after(section_of("2.9")) is None
