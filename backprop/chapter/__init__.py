"""The chapter of the book: its sections, what each holds, and the page that shows it."""

from backprop.chapter.items import ITEMS, Item
from backprop.chapter.sections import CHAPTER, PARTS, SECTIONS, Part, Section, after, section_of

__all__ = [
    "CHAPTER", "ITEMS", "PARTS", "SECTIONS", "Item", "Part", "Section", "after", "section_of",
]  # fmt: skip
