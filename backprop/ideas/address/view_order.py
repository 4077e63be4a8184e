"""Why j stands before k: the weighted inputs of a layer, the indices of w in either order."""

import streamlit as st

from backprop.ideas.address.words_order import ORDERS, tries
from backprop.ui import state
from backprop.ui.chapter import switch
from backprop.ui.theme import palette

NAMES = {"jk": "$w_{jk}$, as in the book", "kj": "$w_{kj}$, k first"}


def order(l: int) -> None:
    """The switch between the two orders, and what each makes of z^l."""
    chosen = state.current().choice("order")
    switch(
        "Why does j stand before k? Try it the other way:",
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


def _take(order: str) -> None:
    state.choose("order", order)
    st.rerun()
