"""The beats of a layer as the steps of a stage, and which layer and which beat are looked at."""

from collections.abc import Sequence

import streamlit as st

from backprop.engine import Quantity, Trace
from backprop.lesson.looked_at import chosen_layer
from backprop.ui import state
from backprop.ui.stage import StageData, StageStep
from backprop.writing.beats import Beat, beat_of, beats

SEEN = "selected_at_terms"


def stepping(trace: Trace, l: int, number: int) -> StageData:
    """What a stage needs besides its figures to step through the beats of layer l, from one."""
    every = beats(trace, l)
    return {
        "step_choice": "term",
        "step": number,
        "level": "neuron",
        "steps": [_described(beat) for beat in every],
        "born": _born(trace, every),
        "leads": _leads(trace, l),
    }


def layer_and_beat() -> tuple[int, int]:
    """The layer and the beat of the lesson, the nearest ones where the network has not these."""
    lesson = state.current()
    l = chosen_layer(lesson, range(2, len(lesson.sizes) + 1), 2)
    count = lesson.sizes[l - 1] * (lesson.sizes[l - 2] + 2)
    return l, min(max(int(lesson.choice("term")), 1), count)


def go_to_layer(l: int, number: int = 1) -> None:
    """To a beat of this layer; the stage follows."""
    state.choose("layer", str(l))
    state.choose("term", str(number))
    state.place_moved()


def follow_pick() -> bool:
    """Where another number has been selected, go to the beat that uses it; whether that was so.

    A click on a number of the present layer leads there by itself and selects nothing. A lesson
    without a layer begins at what is selected.
    """
    lesson = state.current()
    begins = SEEN not in st.session_state and not lesson.choice("layer")
    seen = "" if begins else st.session_state.get(SEEN, lesson.selected)
    st.session_state[SEEN] = lesson.selected
    if lesson.selected in ("", seen):
        return False
    picked = Quantity.parse(lesson.selected)
    number = beat_of(lesson.sizes, picked)
    if number:
        go_to_layer(picked.l, number)
    return bool(number)


def _described(beat: Beat) -> StageStep:
    return StageStep(
        title=beat.title,
        tag="23",
        group=Quantity("z", beat.l, beat.j).text,
        l=beat.l,
        result=beat.result.id,
        operands=[one.id for one in beat.operands],
        sentence=beat.sentence,
    )


def _born(trace: Trace, every: Sequence[Beat]) -> dict[str, list[int]]:
    """The beat in which each z and each a is known; those of later layers never are."""
    found: dict[str, list[int]] = {}
    for number, beat in enumerate(every, start=1):
        if beat.kind != "term":
            found.setdefault(beat.result.whole.id, []).append(number)
    for m in range(every[0].l + 1, trace.network.L + 1):
        for symbol in ("z", "a"):
            found[Quantity(symbol, m).id] = [len(every) + 1] * trace.network.sizes[m - 1]
    return found


def _leads(trace: Trace, l: int) -> dict[str, int]:
    """The beat to which a click on a number of this layer leads, by the number's id."""
    sizes = trace.network.sizes
    neurons, weights = range(1, sizes[l - 1] + 1), range(1, sizes[l - 2] + 1)
    numbers = [Quantity(symbol, l, j) for symbol in ("z", "a", "b") for j in neurons]
    numbers += [Quantity("w", l, j, k) for j in neurons for k in weights]
    return {one.id: beat_of(sizes, one) or 1 for one in numbers}
