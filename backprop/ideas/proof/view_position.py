"""Which proof the learner is at, of which neuron, and at which of its lines, in part "proof"."""

import streamlit as st

from backprop.engine import Proof, Trace, proof
from backprop.engine.proof_lines import PROOFS
from backprop.lesson import selected_neuron
from backprop.ui import state
from backprop.ui.chosen_neuron import chosen_neuron

NAMES = ("BP1", "BP2")
_SEEN = "selected_at_proof"


def present_proof(trace: Trace) -> tuple[Proof, int]:
    """The proof of the lesson's choices for the chosen neuron, and the line, from 1.

    Without a hidden layer it is BP1. A neuron of which it is not true stands for the first one of
    the last layer of which it is.
    """
    lesson, L = state.current(), trace.network.L
    name = lesson.value_of("proof-of") or "BP1"
    name = name if L > 2 else "BP1"
    l, j = chosen_neuron()
    if (l == L) != (name == "BP1"):
        l, j = (L, 1) if name == "BP1" else (L - 1, 1)
    return proof(trace, name, l, j), min(max(lesson.value_of("proof-line"), 1), len(PROOFS[name]))


def go_to_proof(name: str, line: str = "1") -> None:
    """To a line of this proof, its first one; the stage follows."""
    state.choose("proof-of", name)
    state.choose("proof-line", line)
    state.place_moved()


def follow_pick() -> bool:
    """Where another neuron has been selected, go to the proof that is true of it; whether so.

    A lesson that names no proof begins with that of what is selected, at the line that it names.
    """
    lesson = state.current()
    begins = _SEEN not in st.session_state and not lesson.choice("proof-of")
    seen = "" if begins else st.session_state.get(_SEEN, lesson.selected)
    st.session_state[_SEEN] = lesson.selected
    picked = selected_neuron(lesson)
    if lesson.selected == seen or not picked:
        return False
    name = "BP1" if picked[0] == len(lesson.sizes) else "BP2"
    if name == (lesson.choice("proof-of") or "BP1"):
        return False
    go_to_proof(name, lesson.choice("proof-line") if begins else "1")
    return True
