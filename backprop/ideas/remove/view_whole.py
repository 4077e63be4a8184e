"""What the mistakes do to all gradients at once: signs, direction, and a small step down."""

import streamlit as st

from backprop.ideas.remove.compute_comparison import Comparison, compared
from backprop.ideas.remove.compute_faulty_backward import WrongPass
from backprop.ideas.remove.compute_mistakes import UPHILL
from backprop.ideas.remove.words_step import (
    ALL_ARE_0,
    ANGLE,
    COST_AFTER,
    LUCKY,
    SIGNS_CANCEL,
    THIS_IS_0,
    TRUE_IS_0,
    WRONG_WAY,
    about,
    angle_text,
    cost_before,
    costs,
    how_many,
    no_step,
    true_step,
)
from backprop.ui.panel import panel


def whole(wrong: WrongPass, eta: float) -> None:
    """The step of the whole network that comes out, against the true one."""
    # The panel keeps only what it prints: it lives as long as the session, and a pass is large.
    found = compared(wrong, eta)
    missing = [applied.quantity.text for applied in wrong.failures]
    uphill = UPHILL in wrong.mistakes
    said = about(wrong.trace.network)
    panel(lambda: _panel_content(found, missing, uphill, said))


def _panel_content(found: Comparison | None, missing: list[str], uphill: bool, said: str) -> None:
    if found is None:
        st.caption(no_step(missing))
        return
    if found.true_is_0 or found.is_0:
        both = found.true_is_0 and found.is_0
        st.caption(ALL_ARE_0 if both else TRUE_IS_0 if found.true_is_0 else THIS_IS_0)
        return
    st.caption(said)
    with st.container(horizontal=True, gap="small"):
        st.metric(WRONG_WAY, how_many(found))
        st.metric(ANGLE, angle_text(found))
        _cost(found)
    _, right, wrong = costs(found)
    if found.changed and _lower(found.wrong, found.right) and wrong != right:
        st.caption(LUCKY)
    if uphill and not found.changed:
        st.success(SIGNS_CANCEL)


def _cost(found: Comparison) -> None:
    before, right, wrong = costs(found)
    seen = found.wrong is not None and wrong != before
    fell = _lower(found.wrong, found.before)
    st.metric(
        COST_AFTER,
        wrong,
        cost_before(before),
        delta_arrow="off" if not seen else "down" if fell else "up",
        delta_color="off" if not seen else "green" if fell else "red",
        delta_description=true_step(right),
    )


def _lower(cost: float | None, other: float | None) -> bool:
    return cost is not None and other is not None and cost < other
