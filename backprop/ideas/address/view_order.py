"""Why j stands before k: the weighted inputs of a layer, the indices of w in either order."""

import streamlit as st

from backprop.ideas.address.compute import ORDERS
from backprop.ideas.address.words_order import NAMES, QUESTION, ROWS, tries
from backprop.ui import state
from backprop.ui.chapter import switch
from backprop.ui.theme import palette


def order(l: int) -> None:
    """The switch between the two orders, and what each makes of z^l."""
    chosen = state.current().choice("order")
    switch(
        QUESTION,
        "order",
        ORDERS,
        chosen,
        called=NAMES.__getitem__,
        take=_take,
    )
    for one in tries(state.trace(), l, chosen, palette()):
        st.latex(one.formula)
        sign = ":green[:material/check:]" if one.right else ":red[:material/close:]"
        st.markdown(f"{sign} {one.sentence}")
    if chosen == "kj":
        st.caption(ROWS)


def _take(order: str) -> None:
    state.choose("order", order)
