"""A field shows the lesson; what is typed changes it, or stays there with a sentence."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import Any, Literal, ParamSpec, TypeVar

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from backprop.inputs.parsing import parse_link_vector, parse_vector
from backprop.lesson import Lesson
from backprop.ui.notes import attempt, noted
from backprop.writing.text.numbers import written

P = ParamSpec("P")
T = TypeVar("T")


def side_by_side(align: Literal["top", "bottom"] = "top") -> DeltaGenerator:
    """A row of fields that share the width; half as dear as columns."""
    return st.container(horizontal=True, wrap=False, gap="xsmall", vertical_alignment=align)


def typed(label: str, name: str, text: str, change: Callable[[str], Lesson], **look: Any) -> None:
    """A field with this text; ``change`` makes a lesson of another or raises ValueError."""
    key = f"lesson_{name}"
    if noted(name) is None:
        _show(key, text)
    st.text_input(label, key=key, on_change=_take, args=(name, key, change), **look)


def typed_rows(label: str, name: str, text: str, take: Callable[[str], None]) -> None:
    """A field with this text of several lines; ``take`` is given another."""
    key = f"lesson_{name}"
    if noted(name) is None:
        _show(key, text)
    st.text_area(label, key=key, on_change=_give, args=(key, take), height=100)


def typed_vector(text: str) -> str:
    """These 1 to 12 numbers as a link may carry them; raises ValueError where they are none."""
    numbers = parse_vector(text)
    with suppress(ValueError):
        if parse_link_vector(text) == numbers:
            return text
    return written(numbers)


def chosen(
    label: str,
    name: str,
    options: Sequence[Any],
    choice: Any,
    change: Callable[[Any], Lesson],
    called: Callable[[Any], str] = str,
) -> None:
    """A list with this choice; it stays, with a sentence, where another cannot be taken."""
    key = f"lesson_{name}"
    _show(key, choice)
    st.selectbox(
        label,
        options,
        key=key,
        format_func=called,
        filter_mode=None,
        on_change=_take,
        args=(name, key, change),
    )


def sentences(*names: str) -> None:
    """What is wrong in the fields of these names, below them.

    The place is there without it, too: what stands below would lose the focus if it moved.
    """
    wrong = [found.sentence for name in names if (found := noted(name))]
    if wrong:
        st.error("\n\n".join(wrong))
    else:
        st.empty()


def named(label: str, parse: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
    """What ``parse`` gives; what it raises is said of the field with this label."""
    try:
        return parse(*args, **kwargs)
    except ValueError as error:
        raise ValueError(f"{label}: {error}") from None


def _show(key: str, value: Any) -> None:
    if key not in st.session_state or st.session_state[key] != value:
        st.session_state[key] = value


def _give(key: str, take: Callable[[str], None]) -> None:
    take(st.session_state[key])


def _take(name: str, key: str, change: Callable[[Any], Lesson]) -> None:
    attempt(name, lambda: change(st.session_state[key]))
