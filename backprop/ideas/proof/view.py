"""Part "proof": the book's proof of BP1 and BP2, line by line, on the learner's own network."""

import streamlit as st

from backprop.engine.push import with_biases
from backprop.ideas.proof.stage import stage_data
from backprop.ideas.proof.view_position import NAMES, follow_pick, go_to_proof, present_proof
from backprop.ideas.proof.words import (
    HINT,
    NEEDS_HIDDEN_LAYER,
    PROOF_OF,
    TWO_WAYS,
    agreement,
    cancelled,
    rule,
)
from backprop.ideas.proof.words_formulas import letters, numbers
from backprop.ui import state
from backprop.ui.chapter import equation, offer_hidden_layer, switch
from backprop.ui.panel import panel
from backprop.ui.stage import show
from backprop.ui.theme import palette
from backprop.writing.text.convention_words import BIASES_ARE_0

ROOM = 360


def proof() -> None:
    """The proof with the network below it, and the present line in letters and in numbers."""
    if follow_pick():
        st.rerun()
    trace = with_biases(state.trace())
    found, place = present_proof(trace)
    left, right = st.columns([0.62, 0.38], gap="medium")
    with left:
        show("proof", stage_data(trace, found, place))
    with right:
        if trace.network.L > 2:
            switch(PROOF_OF, "proof-of", NAMES, found.name, take=go_to_proof)
        else:
            offer_hidden_layer(NEEDS_HIDDEN_LAYER)
        panel(_panel_content, everything=("selected", "proof-of"))


def _panel_content() -> None:
    """The present line in letters, with its numbers, whether it agrees, and its rule."""
    trace = with_biases(state.trace())
    found, place = present_proof(trace)
    line, colours = found.lines[place - 1], palette()
    layer = "L" if found.name == "BP1" else "l"
    equation(letters(line.claim, layer, colours, ROOM), line.number)
    worked = numbers(found, line, trace, colours, ROOM)
    if worked:
        st.latex(worked)
        st.markdown(agreement(line))
    st.markdown(rule(found, line))
    if place == len(found.lines) and (note := cancelled(found, trace)):
        st.markdown(note)
    hint = f"{TWO_WAYS} {HINT}" if trace.network.L > 2 else TWO_WAYS
    st.caption(hint if state.current().has_biases else f"{hint} {BIASES_ARE_0}")
