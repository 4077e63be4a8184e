"""The session's lesson: where it comes from, how it changes, and how a change is taken back."""

import secrets
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace

import streamlit as st

from backprop.engine import Trace
from backprop.inputs.phrases import as_sentence
from backprop.inputs.view import view_of
from backprop.lesson import Lesson, at_step, from_query, to_query, with_choice
from backprop.server.turns import Account

MOST_PAST = 100


def open_lesson() -> None:
    """Start the session with the lesson in the link, once; keep the link the present lesson's."""
    if "lesson" not in st.session_state:
        query = st.query_params.to_dict()
        lesson, notices = from_query(query)
        notices += view_of(query)[1]
        st.session_state.update(notices=notices, past=[], future=[], kept={})
        _keep(lesson)
        place_moved("opened")
    st.session_state.linked = None
    keep_link()


def keep_link() -> None:
    """Make the link the present lesson's, unless nothing but the stage has moved it since."""
    lesson = current()
    linked = lesson.without_place(), lesson.level, lesson.choices, moved()
    if linked != st.session_state.linked:
        st.session_state.linked = linked
        present = st.query_params.to_dict()
        query = to_query(lesson) | view_of(present)[0]
        if present != query:
            st.query_params.from_dict(query)


def account() -> Account:
    """What this session has taken of the server's time."""
    found: Account = st.session_state.setdefault("account", Account())
    return found


def pop_notices() -> list[str]:
    """What the link said that made no sense, told once."""
    notices: list[str] = st.session_state.pop("notices", [])
    return notices


def current() -> Lesson:
    """The lesson as it is now."""
    lesson: Lesson = st.session_state.lesson
    return lesson


def later() -> Callable[[], Lesson]:
    """A function that gives the lesson as it is when called, outside a run of the script, too.

    A download needs it: its file is made when the button is pressed.
    """
    kept: dict[str, Lesson] = st.session_state.kept
    return lambda: kept["lesson"]


def trace() -> Trace:
    """The trace of the present lesson, computed when the network or its example has changed."""
    key = current().without_place()
    if st.session_state.get("trace_of") != key:
        st.session_state.update(trace_of=key, trace=key.trace())
    computed: Trace = st.session_state.trace
    return computed


def trace_name() -> str:
    """Another text for each trace: what shows numbers of the same one can tell."""
    return f"{hash(current().without_place()):x}"


def take(lesson: Lesson) -> None:
    """Make this the lesson. A change of the network can be undone, a change of place cannot.

    Raises ValueError, and changes nothing, where the network cannot be run.
    """
    key, old = lesson.without_place(), current()
    if key != old.without_place():
        try:
            st.session_state.update(trace_of=key, trace=key.trace())
        except ValueError as error:
            raise ValueError(as_sentence(error)) from None
        st.session_state.past = [*st.session_state.past, old][-MOST_PAST:]
        st.session_state.future = []
    go_to(lesson)


def can_undo() -> bool:
    """Whether there is a change to take back."""
    return bool(st.session_state.past)


def can_redo() -> bool:
    """Whether a change has been taken back."""
    return bool(st.session_state.future)


def undo() -> None:
    """Back to the lesson before the last change, at the present step."""
    _swap(st.session_state.past, st.session_state.future)


def redo() -> None:
    """Forth again to the change that was undone."""
    _swap(st.session_state.future, st.session_state.past)


def go_along(changes: int) -> None:
    """Take so many changes back, where it is below 0, or forth again."""
    source, target = st.session_state.past, st.session_state.future
    if changes > 0:
        source, target = target, source
    for _ in range(min(abs(changes), len(source))):
        _swap(source, target)


def _swap(source: list[Lesson], target: list[Lesson]) -> None:
    if source:
        old = current()
        target.append(old)
        lesson = source.pop()
        placed = replace(lesson, level=old.level, step=1, choices=old.choices)
        go_to(at_step(placed, old.step))


def go_to(lesson: Lesson) -> None:
    """Make this the lesson; the stage follows where the place is another."""
    old = current()
    _keep(lesson)
    if lesson.place != old.place:
        place_moved()


def place_moved(how: str = "moved") -> None:
    """Tell the stage to go where the lesson is, wherever it has stepped to by itself.

    One that is there when its session is lost, and a lesson opened anew from its address, stays.
    """
    st.session_state.moved = f"{how} {secrets.token_hex(4)}"


def moved() -> str:
    """Another text after each move by Python: a stage that has an older one goes to the lesson."""
    text: str = st.session_state.moved
    return text


def follow(step: int | None, selected: str, choices: dict[str, str]) -> None:
    """Keep the place that the stage has reported; one that the lesson does not have is left.

    A stage that steps through something else than the lesson's trace has no step of it.
    """
    with suppress(ValueError):
        lesson = replace(current(), selected=selected)
        if step is not None:
            lesson = replace(lesson, step=step)
        for name, text in choices.items():
            lesson = with_choice(lesson, name, text)
        _keep(lesson)


def choose(name: str, text: str) -> None:
    """Keep a choice of a page. Raises ValueError for one that makes no sense."""
    _keep(with_choice(current(), name, text))


def _keep(lesson: Lesson) -> None:
    st.session_state.lesson = lesson
    st.session_state.kept["lesson"] = lesson
