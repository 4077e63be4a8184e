"""The pages of the chapter: each shows what the table says, and takes every lesson."""

import pytest

from backprop.chapter import CHAPTER, ITEMS, SECTIONS, Part, Section
from tests.pages.chapter_app import keys, opened, pressed, stage, words

PAGES = [section for section in SECTIONS if section.page]
EVERY = [(section, part) for section in PAGES for part in section.parts]
NAMES = [part.name for _, part in EVERY]

LESSONS: dict[str, dict[str, str]] = {
    "the book's": {},
    "one neuron": {"preset": "nielsen-neuron"},
    "a table": {"preset": "xor"},
    "deep": {"preset": "vanishing", "selected": "delta4_2"},
    "saturated": {"preset": "saturated", "cost": "cross-entropy"},
    "large": {"sizes": "12-12-12-12-12-12-12-12", "activation": "tanh"},
    "linear outputs": {"sizes": "2-3-3", "activation": "relu,linear", "y": "2,-3,0.5"},
    "one weight": {"sizes": "1-1", "activation": "leaky-relu"},
    "huge numbers": {"sizes": "2-2-2", "activation": "linear", "spread": "10", "x": "1e6,-1e6"},
    "all zero": {"sizes": "2-2-2", "activation": "relu", "spread": "0", "x": "0,0"},
    "far out": {"sizes": "2-2-2", "spread": "10", "x": "1e6,-1e6", "cost": "cross-entropy"},
}


@pytest.mark.parametrize(("section", "part"), EVERY, ids=NAMES)
def test_a_part_shows_all_that_the_table_says(section: Section, part: Part) -> None:
    app = opened(section.page, part=part.name)
    text, shown = words(app), keys(app)
    wanted = [item for item in ITEMS if item.part == part.name]
    for item in wanted:
        if item.kind == "equation":
            assert f"({CHAPTER}#eqtn{item.name})" in text, item
        else:
            assert item.id in shown, item


@pytest.mark.parametrize("lesson", LESSONS)
@pytest.mark.parametrize(("section", "part"), EVERY, ids=NAMES)
def test_a_part_takes_every_lesson(section: Section, part: Part, lesson: str) -> None:
    app = opened(section.page, part=part.name, **LESSONS[lesson])
    assert part.question in words(app)
    assert not app.warning, "the link was taken as it is"


@pytest.mark.parametrize(("section", "part"), EVERY, ids=NAMES)
def test_a_part_has_one_panel_and_names_itself_in_the_link(section: Section, part: Part) -> None:
    app = opened(section.page, part=part.name)
    assert [one.key for one in app.get("bidi_component")].count("place") == 1
    assert app.query_params["part"] == part.name


@pytest.mark.parametrize("section", PAGES, ids=lambda section: section.page)
def test_a_page_begins_with_its_first_part_and_leads_through_all(section: Section) -> None:
    app = opened(section.page)
    for part, following in zip(section.parts, section.parts[1:], strict=False):
        assert part.question in words(app)
        app = pressed(app, f"Next: {following.title}")
    assert section.parts[-1].question in words(app)


def test_the_lesson_made_on_one_page_is_the_lesson_on_all() -> None:
    sizes = []
    for section in PAGES:
        app = opened(section.page, part=section.parts[0].name, sizes="2-5-2")
        sizes.append(stage(app).get("sizes", [2, 5, 2]))
    assert sizes == [[2, 5, 2]] * len(PAGES)
