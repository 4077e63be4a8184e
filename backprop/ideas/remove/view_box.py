"""The four equations in one box, and beside them what can be taken away or swapped in each."""

from collections.abc import Collection

import streamlit as st

from backprop.engine import Network
from backprop.engine.backward import BP1A
from backprop.engine.four_equations import four_equations, layers_of
from backprop.engine.output_pairs import pair_of
from backprop.ideas.remove.compute_mistakes import (
    MISTAKES,
    Mistake,
    mistakes_named,
    offered,
    spoilt,
)
from backprop.ideas.remove.words_mistakes import what_is_right
from backprop.ui import state
from backprop.ui.chapter import book, offer_hidden_layer, shows, switch
from backprop.ui.theme import palette
from backprop.writing import generic
from backprop.writing.formulas.lines import aligned
from backprop.writing.text.cost_words import words_of_cost

ROOM = 330
STEP = "The step w → w − η ∂C/∂w"


def box(network: Network, mistakes: Collection[Mistake], name: str, l: int) -> None:
    """The equations as they are written now, the one called ``name`` chosen, and its mistakes."""
    with shows("figure", "the four equations"), st.container(border=True, gap="xsmall"):
        _equations(network, mistakes, name)
        st.caption(f"In the book: {_links(network)}")
    if len(layers_of(name, network.L)) > 1:
        switch("Layer $l$", "layer", layers_of(name, network.L), l)
    _switches(f"Take away or swap in {name}", name, network, mistakes)
    _switches(STEP, "step", network, mistakes)
    for mistake in mistakes:
        if mistake.equation in (name, "step"):
            st.markdown(f":small[**{mistake.title}:** {what_is_right(mistake, network)}]")
    if mistakes:
        st.button(
            "Put everything back",
            icon=":material/undo:",
            type="tertiary",
            on_click=state.choose,
            args=("off", ""),
        )
    if network.L == 2:
        offer_hidden_layer("BP2 leads an error back to a hidden layer; this network has none.")


def _equations(network: Network, mistakes: Collection[Mistake], name: str) -> None:
    colours = palette()
    wrong = {mistake.equation for mistake in mistakes}

    def label(one: str) -> str:
        forms = [four_equations(network)[one]]
        if one == "BP1a" and forms[0].template != BP1A.template:
            forms.insert(0, BP1A)
        lines = [generic(spoilt(form, network, 2, mistakes), colours, ROOM) for form in forms]
        sign = " :red[:material/close:]" if one in wrong else ""
        return rf"**{one}{sign}** $\displaystyle {_equal(lines)}$"

    st.session_state["remove_at"] = name
    st.radio(
        "The equation that is looked at",
        list(four_equations(network)),
        format_func=label,
        key="remove_at",
        label_visibility="collapsed",
        on_change=lambda: state.choose("equation", st.session_state["remove_at"]),
    )


def _equal(lines: list[str]) -> str:
    """BP1a in general, and under it what it comes to with this cost; or one equation alone."""
    general, *own = lines
    return aligned([("", general), *(("", rf"\enspace = {one.split('=', 1)[1]}") for one in own)])


def _links(network: Network) -> str:
    """Where the book has the equations; (30) is BP1a for the quadratic cost."""
    links = book("BP1", "BP1a", "BP2", "BP3", "31", "BP4", "32")
    own = [number for number in pair_of(network).error.numbers if number != BP1A.name]
    return f"{links}; for {words_of_cost(network.cost).noun} {book(*own)}" if own else links


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
        format_func=lambda one: MISTAKES[one].title,
        key=key,
        on_change=take,
        wrap=True,
    )
