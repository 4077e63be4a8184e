"""What a section of the chapter is made of: its parts, what they show, what is chosen on them."""

from collections.abc import Callable
from dataclasses import dataclass

from backprop.engine.equation import BOOK

CHAPTER = f"{BOOK}/chap2.html"


@dataclass(frozen=True)
class Item:
    """One equation, figure, exercise, problem or algorithm of the chapter."""

    kind: str
    name: str

    @property
    def id(self) -> str:
        """Its name in one word, by which a page says that it shows it: equation-23."""
        return "-".join([self.kind, *self.name.replace(",", "").split()])


@dataclass(frozen=True)
class Choice:
    """What is chosen on a page beside the network, kept as the text that a link has for it.

    ``default`` is the text that stands for no choice made, ``example`` another. ``read`` gives the
    value of any other, and raises ValueError, with one sentence, for a text that makes no sense.
    """

    name: str
    default: str
    read: Callable[[str], object]
    example: str


@dataclass(frozen=True)
class Part:
    """One idea of a section: the question that it answers, and the name that a link has for it.

    ``items`` are what it shows of the chapter, ``choices`` what is chosen on it and nowhere else.
    """

    name: str
    title: str
    question: str
    items: tuple[Item, ...] = ()
    choices: tuple[Choice, ...] = ()


@dataclass(frozen=True)
class Section:
    """A section of the chapter; ``anchor`` is where it begins on the book's page.

    It is written as in an address: %0A is a line break, which the book has in one of its anchors.
    ``page`` is the file of its page. ``promise`` says, in one sentence, what one knows at its end,
    and ``learned``, in one to three short lines that begin in the middle of a sentence, what one
    knows then.
    """

    number: str
    title: str
    anchor: str
    page: str
    parts: tuple[Part, ...]
    promise: str
    learned: tuple[str, ...]

    @property
    def book(self) -> str:
        """The address of the section in the book."""
        return f"{CHAPTER}#{self.anchor}"

    @property
    def items(self) -> tuple[Item, ...]:
        """All that it holds."""
        return tuple(item for part in self.parts for item in part.items)


def equations(*numbers: str) -> tuple[Item, ...]:
    """These equations, by the book's numbers."""
    return tuple(Item("equation", number) for number in numbers)


def figures(*names: str) -> tuple[Item, ...]:
    """These figures."""
    return tuple(Item("figure", name) for name in names)
