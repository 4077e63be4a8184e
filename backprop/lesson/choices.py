"""What was chosen on the pages of the chapter, as a lesson keeps it: names and texts."""

from collections.abc import Iterable

from backprop.chapter import CHOICES
from backprop.inputs.marks import check_length
from backprop.inputs.parsing import LONGEST_LINE
from backprop.inputs.phrases import any_of, shown

Pairs = tuple[tuple[str, str], ...]


def checked(pairs: Iterable[tuple[str, str]]) -> Pairs:
    """The choices in order, without those that are the default.

    Raises ValueError for a name that is none, and for what is no text, or none that its reader
    takes.
    """
    texts = dict(pairs)
    for name, text in texts.items():
        if name not in CHOICES:
            raise ValueError(f"A choice is {any_of(CHOICES)}; this is {shown(name)}.")
        if not isinstance(text, str):
            raise ValueError(f"A choice is kept as a text; this is {shown(text)}.")
        check_length(text, LONGEST_LINE)
        if text != CHOICES[name].default:
            CHOICES[name].read(text)
    return tuple(
        (name, texts[name]) for name in CHOICES if name in texts and not _usual(name, texts)
    )


def _usual(name: str, texts: dict[str, str]) -> bool:
    return texts[name] == CHOICES[name].default
