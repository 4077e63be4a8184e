"""Pieces of the sentences that refuse a value: what came, and what could have come."""

import re
import unicodedata
from collections.abc import Iterable

LONGEST_SHOWN = 40
_MARKUP = re.compile(
    r"""[!"#$&()*:<>?@\[\\\]^`{|}~]     # brackets, stars, dollars, colons, ...
    |(?<![^\W_])_|_(?![^\W_])       # an underscore that is not inside a word
    |(?<=[^\W\d])\.|\.(?=[^\W\d])   # a dot beside a letter, as in the name of a site
    """,
    re.VERBOSE,
)


def shown(value: object) -> str:
    """What came, fit for a sentence on a page: at most 40 characters, none of them markup.

    Letters of any script, symbols and emoji are shown as they are; a number has a real minus sign.

    It may come from a link that somebody else made, so that nothing in it may turn into a link, an
    image or a formula where the sentence is shown as Markdown.
    """
    text = " ".join(str(value)[:200].split())
    text = text if len(text) <= LONGEST_SHOWN else text[: LONGEST_SHOWN - 1] + "…"
    text = _MARKUP.sub("?", "".join("?" if is_unseen(char) else char for char in text))
    return f"“{text}”" if isinstance(value, str) else text.replace("-", "−")


def is_unseen(char: str) -> bool:
    """Whether a character has no shape of its own, or turns those around it."""
    return unicodedata.category(char)[0] == "C"


def unseen_in(text: str) -> str:
    """The first such character of a text by its number, as in U+0007; "" where there is none."""
    return next((f"U+{ord(char):04X}" for char in text if is_unseen(char)), "")


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
