"""What the mistakes do to all gradients at once: signs, direction, and a small step down."""

import streamlit as st

from backprop.ideas.remove.compute_comparison import Comparison, compared
from backprop.ideas.remove.compute_faulty_backward import WrongPass
from backprop.ideas.remove.compute_mistakes import UPHILL
from backprop.ideas.remove.words import costs
from backprop.ui.panel import panel
from backprop.writing import short


def whole(wrong: WrongPass, eta: float) -> None:
    """The step of the whole network that comes out, against the true one."""
    # The panel keeps only what it prints: it lives as long as the session, and a pass is large.
    found = compared(wrong, eta)
    missing = [tried.quantity.text for tried in wrong.failures]
    uphill = UPHILL in wrong.mistakes
    panel(lambda: _panel_content(found, missing, uphill))


def _panel_content(found: Comparison | None, missing: list[str], uphill: bool) -> None:
    if found is None:
        st.caption(f"Without {', '.join(missing)} there is no step for the whole network.")
        return
    st.caption("One small step of all weights and biases, as long as the true one:")
    with st.container(horizontal=True, gap="small"):
        st.metric("Move the wrong way", f"{found.wrong_way} of {found.count}")
        turned = "–" if found.angle is None else f"{short(found.angle)}°"
        st.metric("Angle to the true step", turned)
        _cost(found)
    if found.changed and _lower(found.wrong, found.right):
        st.caption(
            "By chance even lower than the true step: "
            "where steps are small enough nothing falls faster than that."
        )
    if uphill and found.angle is not None and not found.changed:
        st.success(
            "**Two wrong signs cancel:** the gradient has the wrong sign, so the step goes right."
        )


def _cost(found: Comparison) -> None:
    before, right, wrong = costs(found)
    fell = _lower(found.wrong, found.before)
    st.metric(
        "C after the step",
        wrong,
        f"from {before}",
        delta_arrow="off" if found.wrong is None else "down" if fell else "up",
        delta_color="off" if found.wrong is None else "green" if fell else "red",
        delta_description=f"true step: {right}",
    )


def _lower(cost: float | None, other: float | None) -> bool:
    return cost is not None and other is not None and cost < other
