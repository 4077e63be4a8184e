"""Where the book has an equation."""

from backprop.chapter.record import CHAPTER
from backprop.engine.equation import numbered


def book_links(*numbers: str) -> str:
    """Links to these equations of the book, as Markdown."""
    return ", ".join(f"[{numbered(number)}]({CHAPTER}#eqtn{number})" for number in numbers)
