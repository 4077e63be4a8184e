"""The four equations in one box, and beside them what can be taken away or swapped in each."""

from collections.abc import Collection

import streamlit as st

from backprop.engine import Network
from backprop.engine.backward import BP1A
from backprop.engine.four_equations import four_equations, layers_of
from backprop.ideas.remove.compute_mistakes import (
    MISTAKES,
    Mistake,
    flips_error,
    is_convention,
    mistakes_named,
    offered,
    with_mistakes,
)
from backprop.ideas.remove.words_box import (
    CHOSEN,
    LAYER,
    MEANINGS,
    NEEDS_HIDDEN_LAYER,
    OTHER_SIGN_HERE,
    PUT_BACK,
    STEP,
    correction,
    equation_label,
    switches_label,
    where_in_the_book,
)
from backprop.ideas.remove.words_mistakes import title_of
from backprop.ui import state
from backprop.ui.chapter import offer_hidden_layer, shows, switch
from backprop.ui.theme import palette
from backprop.writing import generic

ROOM = 330


def box(network: Network, mistakes: Collection[Mistake], name: str, l: int) -> None:
    """The equations as they are written now, the one called ``name`` chosen, and its mistakes."""
    with shows("figure", "the four equations"), st.container(border=True, gap="xsmall"):
        _equations(network, mistakes, name)
        st.caption(where_in_the_book(network))
    if len(layers_of(name, network.L)) > 1:
        switch(LAYER, "layer", layers_of(name, network.L), l)
    _switches(switches_label(name), name, network, mistakes)
    _switches(STEP, "step", network, mistakes)
    for mistake in () if is_convention(mistakes) else mistakes:
        if mistake.equation in (name, "step"):
            st.markdown(correction(mistake, network))
        if mistake.equation == name and flips_error(mistake):
            st.markdown(OTHER_SIGN_HERE)
    if mistakes:
        st.button(
            PUT_BACK,
            icon=":material/undo:",
            type="tertiary",
            on_click=state.choose,
            args=("off", ""),
        )
    if network.L == 2:
        offer_hidden_layer(NEEDS_HIDDEN_LAYER)


def _equations(network: Network, mistakes: Collection[Mistake], name: str) -> None:
    colours = palette()
    wrong = set() if is_convention(mistakes) else {one.equation for one in mistakes}

    def label(one: str) -> str:
        forms = [four_equations(network)[one]]
        if one == "BP1a" and forms[0].template != BP1A.template:
            forms.insert(0, BP1A)
        lines = [
            generic(with_mistakes(form, network, 2, mistakes), colours, ROOM) for form in forms
        ]
        return equation_label(one, lines, one in wrong)

    st.session_state["remove_at"] = name
    st.radio(
        CHOSEN,
        list(four_equations(network)),
        format_func=label,
        captions=[] if mistakes else [MEANINGS.get(one, "") for one in four_equations(network)],
        key="remove_at",
        label_visibility="collapsed",
        on_change=lambda: state.choose("equation", st.session_state["remove_at"]),
    )


def _switches(label: str, equation: str, network: Network, mistakes: Collection[Mistake]) -> None:
    key = f"off_{equation}"
    before = [mistake.name for mistake in mistakes]
    st.session_state[key] = [one.name for one in mistakes if one.equation == equation]

    def take() -> None:
        """Of two at one place the newly chosen one is kept, as it is named last."""
        now: list[str] = st.session_state[key]
        kept = [one for one in before if MISTAKES[one].equation != equation or one in now]
        names = kept + [one for one in now if one not in kept]
        state.choose("off", ",".join(one.name for one in mistakes_named(names, network)))

    st.pills(
        label,
        [mistake.name for mistake in offered(network)[equation]],
        selection_mode="multi",
        format_func=title_of,
        key=key,
        on_change=take,
        wrap=True,
    )
