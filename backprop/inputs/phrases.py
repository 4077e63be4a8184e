"""Pieces of the sentences that refuse a value: what came, and what could have come."""

import re
from collections.abc import Iterable

LONGEST_SHOWN = 40
_MARKUP = re.compile(
    r"""[^\w\s.,;+\-=/%'…]          # brackets, stars, dollars, colons, ...
    |(?<![^\W_])_|_(?![^\W_])       # an underscore that is not inside a word
    |(?<=[^\W\d])\.|\.(?=[^\W\d])   # a dot beside a letter, as in the name of a site
    """,
    re.VERBOSE,
)


def shown(value: object) -> str:
    """What came, fit for a sentence on a page: at most 40 characters, none of them markup.

    A number has a real minus sign.

    It may come from a link that somebody else made, so that nothing in it may turn into a link, an
    image or a formula where the sentence is shown as Markdown.
    """
    text = " ".join(str(value)[:200].split())
    text = text if len(text) <= LONGEST_SHOWN else text[: LONGEST_SHOWN - 1] + "…"
    text = _MARKUP.sub("?", text)
    return f"“{text}”" if isinstance(value, str) else text.replace("-", "−")


def as_sentence(why: object) -> str:
    """What the engine refuses with, as a sentence."""
    text = with_minus(str(why))
    return f"{text[:1].upper()}{text[1:].removesuffix('.')}."


def with_minus(text: str) -> str:
    """The text with a real minus sign before each number that had a hyphen."""
    return re.sub(r"(?<![\w)])-(?=[\d.])", "−", text)


def any_of(names: Iterable[str], joined: str = "or") -> str:
    """The names as a choice: a, b or c."""
    *most, last = names
    return f"{', '.join(most)} {joined} {last}" if most else last


def count_of(number: int, noun: str) -> str:
    """For instance 1 number, 3 numbers."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def left_out(name: str, why: str) -> str:
    """The notice that a parameter of a link was left out."""
    return f"The link's “{name}” was left out: {why[:1].lower()}{why[1:]}"
