"""What holds for every idea: it shows what the chapter has, takes every lesson, and costs little.

Whether it is clean under axe is asked in a browser: see test_browser_accessible.py.
"""

from typing import Any

import pytest

from backprop.chapter import CHAPTER, SECTIONS, Item, Part, Section
from backprop.engine import ACTIVATIONS, COSTS
from backprop.engine.conventions import BIASES, REDUCTIONS
from backprop.lesson import from_query
from backprop.server.stage_modules import module_url
from backprop.stage.data import StageData
from backprop.ui.components.component import packed
from tests.pages.book import CHOICES, EQUATIONS, FIGURES, writes
from tests.pages.chapter_app import at, opened, pressed, stage, words
from tests.pages.sidebar_app import edited

EVERY = [(section, part) for section in SECTIONS for part in section.parts]
NAMES = [part.name for _, part in EVERY]

LESSONS: dict[str, dict[str, str]] = {
    "the book's": {},
    "one neuron": {"preset": "nielsen-neuron"},
    "a table": {"preset": "xor"},
    "deep": {"preset": "vanishing", "selected": "delta4_2"},
    "saturated": {"preset": "saturated", "cost": "cross-entropy"},
    "large": {"sizes": "12-12-12-12-12-12-12-12", "activation": "tanh"},
    "linear outputs": {
        "sizes": "2-3-3", "activation": "relu,linear", "y": "2,-3,0.5", "cost": "squared-error",
        "reduction": "sum", "biases": "fixed",
    },
    "one wide": {"sizes": "12-1-12"},
    "square": {"preset": "mazur"},
    "mixed": {"sizes": "3-4-3-2", "activation": "relu,tanh,sigmoid", "cost": "cross-entropy"},
    "one weight": {"sizes": "1-1", "activation": "leaky-relu", "biases": "none"},
    "huge numbers": {"sizes": "2-2-2", "activation": "linear", "spread": "10", "x": "1e6,-1e6"},
    "all zero": {"sizes": "2-2-2", "activation": "relu", "spread": "0", "x": "0,0"},
    "far out": {"sizes": "2-2-2", "spread": "10", "x": "1e6,-1e6", "cost": "cross-entropy"},
}  # fmt: skip

USUAL, MOST, SECOND_HALF = 60_000, 800_000, 130_000
"""Bytes that a stage may be sent for the book's network, for any other, and from 2.5 on for any."""
MOST_ELEMENTS = 40
"""Elements on a page: each costs the server as much as a formula, whatever it holds."""


SHOWN = [(section, part, item) for section, part in EVERY for item in part.items]


@pytest.mark.parametrize(("section", "part", "item"), SHOWN, ids=[item.id for _, _, item in SHOWN])
def test_a_part_shows_what_the_table_says(section: Section, part: Part, item: Item) -> None:
    """An equation is written out, beside the link to it; of all else there is the picture."""
    app = opened(section.page, part=part.name, **CHOICES.get(item.name, {}))
    if item.kind == "equation":
        assert f"({CHAPTER}#eqtn{item.name})" in words(app)
    if item.id in FIGURES:
        assert FIGURES[item.id](app)
    else:
        assert writes(app.main, EQUATIONS[item.name])


@pytest.mark.parametrize("lesson", LESSONS)
@pytest.mark.parametrize(("section", "part"), EVERY, ids=NAMES)
def test_a_part_takes_every_lesson(section: Section, part: Part, lesson: str) -> None:
    app = opened(section.page, part=part.name, **LESSONS[lesson])
    assert part.question in words(app)
    assert [one.key for one in app.get("bidi_component")].count("place") == 1, "it has one panel"
    assert app.query_params["part"] == part.name
    data = stage(app)
    assert data["parts"]
    assert all(module_url(one["module"]) for one in data["parts"]), "a module that is not served"
    assert set(data) <= set(StageData.__annotations__), "what a stage may be sent is written there"
    largest = MOST if section.number < "2.5" else SECOND_HALF
    assert len(packed("stage", data)) <= (USUAL if lesson == "the book's" else largest)
    assert elements(app.main) <= MOST_ELEMENTS


def elements(block: Any) -> int:
    """How many elements and containers this part of a page has."""
    return 1 + sum(map(elements, getattr(block, "children", {}).values()))


def test_the_lessons_have_every_activation_cost_and_convention() -> None:
    every = [from_query(query)[0] for query in LESSONS.values()]
    assert {name for lesson in every for name in lesson.activation} == set(ACTIVATIONS)
    assert {lesson.cost for lesson in every} == set(COSTS)
    assert {lesson.reduction for lesson in every} == set(REDUCTIONS)
    assert {lesson.biases for lesson in every} == set(BIASES)


@pytest.mark.parametrize(("section", "part"), EVERY, ids=NAMES)
def test_a_part_keeps_its_choices_in_the_link(section: Section, part: Part) -> None:
    chosen = {choice.name: choice.example for choice in part.choices}
    app = opened(section.page, part=part.name, **chosen)
    assert {name: app.query_params[name] for name in chosen} == chosen
    assert all(choice.example != choice.default for choice in part.choices)


@pytest.mark.parametrize(("section", "part"), EVERY, ids=NAMES)
def test_of_a_link_that_makes_no_sense_the_rest_is_taken(section: Section, part: Part) -> None:
    app = opened(section.page, "dz", part=part.name, dz="nan", sizes="2-5-2")
    assert part.question in words(app)
    assert stage(app)["sizes"] == [2, 5, 2]


@pytest.mark.parametrize("section", SECTIONS, ids=lambda section: section.page)
def test_a_page_begins_with_its_first_part_and_leads_through_all(section: Section) -> None:
    app = opened(section.page)
    for part, following in zip(section.parts, section.parts[1:], strict=False):
        assert part.question in words(app)
        app = pressed(app, f"Next: {following.title}")
    assert section.parts[-1].question in words(app)


@pytest.mark.parametrize("section", SECTIONS, ids=lambda section: section.page)
def test_a_lesson_changed_on_one_page_is_the_lesson_on_all(section: Section) -> None:
    app = edited(opened(section.page, preset="mazur"), "neurons", {"2": "5"})
    for other in [*SECTIONS, *reversed(SECTIONS)]:
        app = at(app, other.page)
        assert stage(app)["sizes"] == [2, 5, 2]


def test_a_network_that_a_page_has_offered_is_the_network_on_all() -> None:
    app = opened("equations.py", part="remove", sizes="2-5")
    app = pressed(app, "Add a hidden layer")
    sizes = list(app.session_state.lesson.sizes)
    assert len(sizes) == 3
    for section in SECTIONS:
        assert stage(at(app, section.page))["sizes"] == sizes
