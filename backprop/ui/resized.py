"""The note at the sizes of a network: what a change of them has kept and what it has dropped."""

from dataclasses import replace

from backprop.lesson import Lesson
from backprop.ui import state
from backprop.ui.notes import note
from backprop.ui.words_sizes import what_became

RESIZED = "resized"


def saying_what_became(new: Lesson, own_rows: bool = True) -> Lesson:
    """The lesson with other sizes, as it is; once it is taken, a note says what is kept in it.

    Without ``own_rows`` another table has taken the place of its own, and only weights are kept.
    """
    old = state.current() if own_rows else replace(state.current(), data=())
    if sentence := what_became(old, new):
        note(RESIZED, sentence, lesson=new)
    return new
