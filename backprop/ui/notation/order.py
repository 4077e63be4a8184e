"""Why j stands before k: the weighted inputs of a layer, the indices of w in either order."""

import streamlit as st

from backprop.ui import state
from backprop.ui.theme import theme
from backprop.writing.orders import ORDERS, tries

KEY = "order"
NAMES = {"jk": "$w_{jk}$, as in the book", "kj": "$w_{kj}$, k first"}


def order(l: int) -> None:
    """The switch between the two orders, and what each makes of z^l."""
    chosen = state.current().choice("order")
    st.session_state[KEY] = chosen
    st.segmented_control(
        "Why does j stand before k? Try it the other way:",
        ORDERS,
        format_func=NAMES.__getitem__,
        key=KEY,
        required=True,
        on_change=_take,
    )
    for one in tries(state.trace(), l, chosen, theme()):
        st.latex(one.formula)
        sign = ":green[:material/check:]" if one.right else ":red[:material/close:]"
        st.markdown(f"{sign} {one.sentence}")


def _take() -> None:
    state.choose("order", st.session_state[KEY])
    st.rerun()
