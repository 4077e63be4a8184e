"""What every page of the chapter says around its parts: where the book has it, and the way on."""

from backprop.chapter import Part, Section
from backprop.chapter.links import book_links

PARTS = "Part of this page"
EXPLORER = "Back to the explorer"
YOU_KNOW = "**You now know**"
CHAPTER_DONE = (
    "That was the chapter. In the explorer, change a weight and say what comes next before each "
    "step shows it."
)
ADD_HIDDEN_LAYER = "Add a hidden layer"


def title(section: Section) -> str:
    """The number and the title of a section."""
    return f"{section.number} {section.title}"


def section_link(section: Section) -> str:
    """The link to a section in the book, as Markdown."""
    return f"[This section in the book]({section.book})"


def question(part: Part) -> str:
    """The question of a part, as Markdown."""
    return f"**{part.question}**"


def learned(section: Section) -> str:
    """What one knows at the end of the page, as Markdown."""
    return "\n".join([YOU_KNOW, "", *(f"- {line}" for line in section.learned)])


def next_part(part: Part) -> str:
    """The button to the next part of the page."""
    return f"Next: {part.title}"


def next_page(section: Section) -> str:
    """The link to the next page."""
    return f"Next page: {title(section)}"


def equation_links(*numbers: str) -> str:
    """Where the book has these equations, as Markdown."""
    return f"{book_links(*numbers)} in the book"
