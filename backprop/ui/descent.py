"""Presses of gradient descent: steps down, and the notes of how they moved the cost."""

from dataclasses import replace
from functools import partial

import streamlit as st

from backprop.chapter import section_of
from backprop.lesson import Lesson, examples_of
from backprop.lesson.descent import Descent, Round, descent_of, rounds_of
from backprop.ui import state
from backprop.ui.notes import attempt, forget, note
from backprop.writing import how_cost_moved

DESCEND, DESCENDED, WALKED = "descend", "descended", "walked"
"""The places of the notes: why there is no step, what came of it (kept: the two costs), and the
lessons that several steps went through."""
_OVER_ROWS = "descent_over_rows"


def begin(over_rows: bool = False) -> None:
    """Take steps over all rows of the table, whatever is chosen, for as long as this page is shown.

    Without ``over_rows`` they go over what is chosen.
    """
    st.session_state[_OVER_ROWS] = over_rows


def is_over_rows_here() -> bool:
    """Whether on this page a step goes over all rows, whatever is chosen."""
    return bool(st.session_state.get(_OVER_ROWS))


def next_step() -> Descent:
    """The step that the present lesson can take, computed when the lesson has changed."""
    key = _placed(state.current().without_place())
    if st.session_state.get("descent_of") != key:
        st.session_state.update(descent_of=key, descent=descent_of(key, state.trace()))
    computed: Descent = st.session_state.descent
    return computed


def rounds() -> list[Round]:
    """The present lesson among those before and after it that differ in their weights alone."""
    past, future = st.session_state.past, st.session_state.future
    return rounds_of(past, state.current().without_place(), future)


def take_step() -> None:
    """Take one step of gradient descent on the present lesson, and note how the cost moved."""
    take_steps(1)


def take_steps(count: int) -> int:
    """Take so many steps, each a change of its own, and note how the cost moved; as many as can be.

    Where one cannot be taken, it is noted why. Gives how many were taken.
    """
    first = next_step()
    walked, flat = [state.current().without_place()], first.flat
    for _ in range(count):
        step = next_step()
        if not attempt(DESCEND, partial(_after, step)):
            break
        walked.append(state.current().without_place())
        if step.flat:
            break
    taken = len(walked) - 1
    if taken:
        before, after = first.trace.cost, next_step().trace.cost
        network = first.trace.network
        said = how_cost_moved(network, before, after, flat, first.rows)
        note(DESCENDED, said, kept=(before, after))
        forget(WALKED)
        if taken > 1:
            note(WALKED, "", kept=walked)
    return taken


def _after(step: Descent) -> Lesson:
    if not step.lesson:
        raise ValueError(step.refused)
    old, new = state.current(), step.lesson
    return replace(old, weights=new.weights)


def _placed(lesson: Lesson) -> Lesson:
    """The lesson as a step here goes over it: on 2.2 over the examples that are shown."""
    if not is_over_rows_here():
        return lesson
    _, outputs = section_of("2.2").parts
    shows_one = state.current().choice("part") == outputs.name
    return replace(lesson, over="all", data=lesson.data if shows_one else examples_of(lesson))
