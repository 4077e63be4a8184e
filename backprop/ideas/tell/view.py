"""What the four equations tell: where learning is slow in this network, and why."""

from dataclasses import replace

import numpy as np
import streamlit as st

from backprop.engine.push import pushes, with_dz
from backprop.ideas.tell.stage import stage_data
from backprop.ideas.tell.stage_signs import marks
from backprop.ideas.tell.words import ANY_ACTIVATION, MORE, key_of_signs, slow_list
from backprop.ideas.tell.words_driven import ending, when_driven
from backprop.lesson import PRESETS, TITLES, with_choice
from backprop.ui import state
from backprop.ui.chosen_neuron import chosen_neuron
from backprop.ui.panel import panel
from backprop.ui.stage import show

DRIVE = np.round(np.arange(-20, 21) * 0.4, 1)
"""The positions of the slider: what is added to the bias of the chosen neuron."""
EXAMPLES = {"saturated": "z3_1", "vanishing": "z2_1"}
"""The built-in examples in which learning is slow, each with the neuron to look at."""


def tell() -> None:
    """The network with its slopes and gradients, one neuron to be driven, and what is slow."""
    trace, (l, j) = state.trace(), chosen_neuron()
    traces, cut = pushes(trace, l, j, DRIVE)
    taken = [float(drive) for drive, one in zip(DRIVE, traces, strict=True) if one]
    left, right = st.columns([0.64, 0.36], gap="medium")
    with left:
        present = state.current().value_of("drive")
        ran = [one for one in traces if one]
        show("tell", stage_data(ran, taken, present, l, j))
    end = ending(DRIVE.tolist(), taken, cut)
    with right:
        panel(lambda: _panel_content(l, j, taken, end), everything=("selected",))
        _examples()


def _panel_content(l: int, j: int, taken: list[float], end: str) -> None:
    """The panel: what is slow in the network as it is driven now, and what helps."""
    wanted = state.current().value_of("drive")
    drive = min(taken, key=lambda one: abs(one - wanted))
    trace = state.trace() if drive == 0 else with_dz(state.trace(), l, j, drive)
    first, rest = slow_list(trace)
    st.markdown(first)
    st.markdown(f"{when_driven(trace, l, j)} {end}")
    st.caption(key_of_signs({mark["sign"] for mark in marks(trace).values()}))
    with st.expander(MORE):
        st.markdown(f"{rest}\n\n{ANY_ACTIVATION}")


def _examples() -> None:
    """A press away: the examples in which learning is slow."""
    with st.container(horizontal=True, gap="small"):
        for name in EXAMPLES:
            st.button(TITLES[name], key=f"tell_{name}", on_click=_open, args=(name,))


def _open(name: str) -> None:
    """The example, with the neuron that it is about, and nothing added to its bias yet."""
    lesson = with_choice(state.current(), "drive", "0")
    example = replace(PRESETS[name], level=lesson.level, selected=EXAMPLES[name])
    state.take(replace(example, choices=lesson.choices))
