"""The chapter of the book: its sections, what each holds, and the page that shows it."""

from backprop.chapter import (
    section_2_1,
    section_2_2,
    section_2_3,
    section_2_4,
    section_2_5,
    section_2_6,
    section_2_7,
    section_2_8,
    section_2_9,
)  # fmt: skip
from backprop.chapter.readers import one_of
from backprop.chapter.record import CHAPTER, Choice, Item, Part, Section
from backprop.engine.four_equations import EQUATIONS
from backprop.inputs.parsing import parse_whole

__all__ = [
    "CHAPTER", "CHOICES", "ITEMS", "PARTS", "SECTIONS", "Choice", "Item", "Part", "Section",
    "after", "section_of",
]  # fmt: skip

SECTIONS = (
    section_2_1.SECTION, section_2_2.SECTION, section_2_3.SECTION, section_2_4.SECTION,
    section_2_5.SECTION, section_2_6.SECTION, section_2_7.SECTION, section_2_8.SECTION,
    section_2_9.SECTION,
)  # fmt: skip
"""All sections of chapter 2, in the book's order."""

ITEMS = tuple(item for section in SECTIONS for item in section.items)
"""Everything of chapter 2: equations, figures, exercises, problems, algorithms."""

_PARTS = tuple(part for section in SECTIONS for part in section.parts)

PARTS = tuple(part.name for part in _PARTS)
"""The names of all parts, each once."""

_SHARED = (
    Choice("part", "", one_of(PARTS), "terms"),
    Choice("layer", "", parse_whole, "2"),
    Choice("equation", "", one_of(EQUATIONS), "BP4"),
)
"""What is chosen on several pages: the part, the layer and the equation that are looked at."""

CHOICES = {
    choice.name: choice
    for choice in (*_SHARED, *(choice for part in _PARTS for choice in part.choices))
}
"""The choices by the names that a link has for them."""


def after(section: Section) -> Section | None:
    """The next section; None after the last."""
    return next(iter(SECTIONS[SECTIONS.index(section) + 1 :]), None)


def section_of(number: str) -> Section:
    """The section with this number. Raises KeyError where there is none."""
    return {section.number: section for section in SECTIONS}[number]
