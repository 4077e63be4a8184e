"""What the book has, and how a page shows that it has it, too: an independent record.

The equations are copied from the book (its \\equiv is = here), not from the app.
"""

from tests.pages.book import (
    first_half,
    section_2_5,
    section_2_6,
    section_2_7,
    section_2_8,
    section_2_9,
)
from tests.pages.book.reading import writes

__all__ = ["CHOICES", "EQUATIONS", "FIGURES", "writes"]

_EVERY = (first_half, section_2_5, section_2_6, section_2_7, section_2_8, section_2_9)

EQUATIONS = {number: latex for one in _EVERY for number, latex in one.EQUATIONS.items()}
"""The equations that are formulas on a page, by the book's numbers."""

CHOICES = {number: choices for one in _EVERY for number, choices in one.CHOICES.items()}
"""The choices that an equation needs, to be on the page."""

FIGURES = {id: shows for one in _EVERY for id, shows in one.FIGURES.items()}
"""Whether a page shows what is no formula, by the item's id."""
