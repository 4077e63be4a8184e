"""Where the book has an equation."""

from backprop.engine.equation import address_in_book, numbered


def book_links(*numbers: str) -> str:
    """Links to these equations of the book, as Markdown."""
    return ", ".join(f"[{numbered(number)}]({address_in_book(number)})" for number in numbers)
