"""Part "paths": from one weight to the cost, path by path, and all at once."""

import pandas as pd
import streamlit as st

from backprop.engine import Quantity, Trace
from backprop.engine.output_pairs import pair_of
from backprop.ideas.paths.compute import GROWING, Term, count, terms
from backprop.ideas.paths.stage import stage_data
from backprop.ideas.paths.stage_once import stage_once, step_count
from backprop.ideas.paths.words import SORT, SORTS, VIEW, VIEWS
from backprop.ideas.paths.words_panel import (
    AT_ONCE,
    HEADER,
    NEEDS_HIDDEN_LAYER,
    count_rows,
    counts_title,
    equations_51_to_53,
    last_layer,
    what_carries,
)
from backprop.stage import StageData
from backprop.ui import state
from backprop.ui.chapter import equation, offer_hidden_layer, shows, switch
from backprop.ui.chosen_weight import chosen_weight, keep_weight
from backprop.ui.panel import panel
from backprop.ui.stage import show
from backprop.ui.theme import palette


def paths() -> None:
    """The paths on the network with their sum so far, or the errors, which sum all at once."""
    lesson, trace, weight = state.current(), state.trace(), chosen_weight()
    every = terms(trace, weight, lesson.choice("paths-sort") == "size")
    left, right = st.columns([0.64, 0.36], gap="medium")
    with left:
        with st.container(horizontal=True, gap="medium", vertical_alignment="bottom"):
            _choice(VIEW, "paths-view", VIEWS)
            if lesson.choice("paths-view") == "each":
                _choice(SORT, "paths-sort", SORTS)
        with shows("figure", "one path with its rates"):
            show("paths", _stage(trace, weight, every))
    # The panel keeps only texts: it lives as long as the session, and the paths are many.
    carried = what_carries(trace, weight, every)
    with right:
        panel(lambda: _panel_content(carried))
        if len(lesson.layers) == 1:
            offer_hidden_layer(NEEDS_HIDDEN_LAYER)


def _choice(label: str, name: str, titles: dict[str, str]) -> None:
    """A choice that begins again at the first step."""

    def take(option: str) -> None:
        state.choose(name, option)
        state.choose("paths-n", "1")
        state.place_moved()

    present = state.current().choice(name)
    switch(
        label,
        name,
        list(titles),
        present,
        called=titles.__getitem__,
        take=take,
        label_visibility="collapsed",
    )


def _stage(trace: Trace, weight: Quantity, every: list[Term]) -> StageData:
    """The stage of the view that is chosen, at the step of the lesson or its last."""
    step = max(state.current().value_of("paths-n"), 1)
    if state.current().choice("paths-view") == "once":
        return stage_once(trace, weight, min(step, step_count(trace, weight)))
    return stage_data(trace, weight, every, min(step, len(every)))


def _panel_content(carried: str) -> None:
    """(51) to (53), which paths carry most, and how their number grows."""
    if keep_weight():
        st.rerun()
    sizes, weight = state.current().sizes, chosen_weight()
    equation(equations_51_to_53(palette()), "51", "52", "53")
    st.markdown(f"{counts_title(weight, count(sizes, weight.l))} {carried}")
    if weight.l == len(sizes) > 2:
        st.caption(last_layer(weight, sizes))
    others = [count(one) for one in GROWING if one != sizes]
    spared = sizes[-1] if pair_of(state.trace().network).cancels else 0
    rows = count_rows([count(sizes), *others], spared)
    st.table(pd.DataFrame(rows, columns=HEADER).set_index(HEADER[0]))
    st.markdown(AT_ONCE)
