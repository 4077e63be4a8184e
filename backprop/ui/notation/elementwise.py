"""A function of a vector: the reader's own numbers, or the network's z, and a function of each."""

import streamlit as st

from backprop.engine import Quantity, Trace
from backprop.engine.activations import Array
from backprop.figures.graph import graph_json
from backprop.figures.theme import Json
from backprop.ui import state
from backprop.ui.chapter import equation
from backprop.ui.notation.forward import forward
from backprop.ui.notation.own import Own, fields, own
from backprop.ui.panel import panel
from backprop.ui.stage import Exhibit, StageData, row, show, with_exhibits
from backprop.ui.stage.exhibit import exhibits
from backprop.ui.theme import palette
from backprop.writing.vectors import applied

HIGH = 28
"""Pixels of a cell."""


def elementwise() -> None:
    """What the reader chose, as a formula; the vectors and the graph of the function."""
    trace = state.trace()
    given = own(trace)
    try:
        result, wrong = given.f.of(given.v), ""
    except ValueError as error:
        result, wrong = None, str(error)
    left, right = st.columns([0.46, 0.54], gap="large")
    with left:
        fields(trace)
        if wrong:
            st.error(f"{wrong[0].upper()}{wrong[1:]}.")
        panel(lambda: _formula(trace, given, result))
    with right:
        show("elementwise", _shown(trace, given, result))


def _shown(trace: Trace, given: Own, result: Array | None) -> StageData:
    """The stage: v, f(v) and, where v is the network's z, its a beside it; the graph of f."""
    v = Exhibit("v1", given.name, given.v[:, None], like="z")
    if result is None:
        return with_exhibits(forward(trace, _rows("v1")), [v])
    same = given.is_a_of(trace, result)
    graph = {
        "kind": "graph",
        "figure": graph_json(given.f, given.v, result),
        "label": f"The graph of {given.f.title}, with a point for each entry of {v.title}",
    }
    beside = ["=" if same else "≠", f"a{given.l}"] if given.l else []
    data = forward(trace, _rows("v1", "f →", "out1", *beside), graph)
    scale = "unit" if (result >= 0).all() else "signed"
    if same:
        scale = data["scales"]["a"]
    out = Exhibit("out1", f"f({v.title})", result[:, None], like="a", scale=scale)
    data = with_exhibits(data, [v], data["limits"]["z"] if given.l else None)
    data = with_exhibits(data, [out], data["limits"]["a"] if same else None)
    return data | {"uses": _partners("v1", "out1", len(result))}


def _partners(one: str, other: str, n: int) -> dict[str, list[str]]:
    """Each entry of one vector lights that of the other."""
    both = ((one, other), (other, one))
    return {f"{a}_{j}": [f"{b}_{j}"] for a, b in both for j in range(1, n + 1)}


def _rows(*items: str) -> Json:
    return exhibits([row("", *items)], lines=1, tall=HIGH, widest=92)


def _formula(trace: Trace, given: Own, result: Array | None) -> None:
    colours = palette()
    st.latex(f"f(x) = {given.f.latex}")
    if result is None:
        return
    equation(applied("f", given.v, result, (colours["z"], colours["a"])), "24")
    if given.is_a_of(trace, result):
        st.markdown(
            f"Here f does with {given.name} what the σ of layer {given.l} does, "
            f"so f(v) is {Quantity('a', given.l).text}: the very same numbers."
        )
    else:
        st.markdown("f takes each entry by itself; no entry looks at another.")
