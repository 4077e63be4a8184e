"""The mini-batch: an epoch of batches, the step over one of them, and what it does."""

import streamlit as st

from backprop.ideas.batch.compute import angle, cost_over, networks_after
from backprop.ideas.batch.stage import stage_data
from backprop.ideas.batch.view_position import position, size_of, sizes
from backprop.ideas.batch.view_step import REFUSED, TAKEN, take_epoch, take_step
from backprop.ideas.batch.words import (
    AS_NOW,
    LAYER,
    ORDER,
    ORDERS,
    SHUFFLED,
    SIZE,
)
from backprop.ideas.batch.words_costs import differs
from backprop.ideas.batch.words_formulas import rule, with_numbers
from backprop.lesson import Lesson, chosen_layer, weight_in_focus
from backprop.ui import state
from backprop.ui.chapter import several_or_one, shows, switch
from backprop.ui.fields import sentences
from backprop.ui.notes import noted
from backprop.ui.panel import panel
from backprop.ui.stage import show
from backprop.ui.theme import palette
from backprop.writing.text.examples import left_out

ROOM = 410


def batch() -> None:
    """The epoch and the step over its present batch on the stage; choices and rule beside it."""
    lesson, taken = state.current(), noted(TAKEN)
    here = position(lesson)
    left, right = st.columns([0.64, 0.36], gap="medium")
    with left, shows("algorithm", "a step over a mini-batch"):
        several_or_one()
        if here.examples.refused:
            st.info(left_out(here.examples.refused))
        costs = taken.kept if taken else [cost_over(lesson.network(), here.examples)]
        data = stage_data(state.trace(), *here, chosen_layer(lesson), lesson.eta, costs)
        show("batch", data, take=take_step, epoch=take_epoch)
        sentences(REFUSED)
    with right:
        _choices(lesson, len(here.examples.traces))
        if taken:
            st.success(taken.sentence)
        panel(_panel_content)


def _choices(lesson: Lesson, count: int) -> None:
    """How large a batch is, the order of the examples, and the layer that is looked at."""
    m = size_of(lesson, count)
    with st.container(horizontal=True, gap="small"):
        switch(SIZE, "batch-size", sizes(m, count), m, width="content")
        switch(
            ORDER,
            "batch-order",
            list(ORDERS),
            lesson.choice("batch-order"),
            called=ORDERS.__getitem__,
            help=SHUFFLED,
            width="content",
        )
        if len(lesson.sizes) > 2:
            switch(LAYER, "layer", list(lesson.layers), chosen_layer(lesson), width="content")


def _panel_content() -> None:
    """The update rule, in letters and for the selected weight, and what a smaller batch costs."""
    lesson, colours = state.current(), palette()
    here = position(lesson)
    network, batch = lesson.network(), here.batch
    weight = weight_in_focus(lesson.selected, chosen_layer(lesson))
    if weight.symbol not in network.learned:
        weight = weight_in_focus("", weight.l)
    symbol, index = weight.symbol, weight.index
    traces = [here.examples.traces[number] for number in batch]
    gradients = [one.arrays(f"nabla_{symbol}")[weight.l][index].item() for one in traces]
    before = getattr(network, symbol)[weight.l][index].item()
    st.latex(rule(network, colours))
    (after,) = networks_after(network, here.examples, [batch], lesson.eta)
    new = getattr(after, symbol)[weight.l][index].item()
    st.latex(
        with_numbers(weight, before, gradients, lesson.eta, new, colours, ROOM, lesson.takes_mean)
    )
    st.markdown(differs(batch, len(here.examples.traces), angle(here.examples, batch)))
    if len(here.epoch) > 1:
        st.caption(AS_NOW)
