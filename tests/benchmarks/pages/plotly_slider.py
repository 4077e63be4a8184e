"""What a slider of the stage is measured against: the demon by st.slider and st.plotly_chart."""

import numpy as np
import plotly.graph_objects as go
import streamlit as st

from backprop.engine import Quantity, Trace
from backprop.engine.backward import BP3
from backprop.engine.push import with_dz
from backprop.figures import heatmap_json, limits, scale_of
from backprop.lesson import Lesson
from backprop.writing import PALETTE, generic

HERE = Lesson().trace()
DZ = np.round(np.arange(-80, 81) * 0.05, 2)


@st.cache_resource
def pushed(dz: float) -> Trace:
    """The network with dz added to the first hidden neuron."""
    return with_dz(HERE, 2, 1, dz)


@st.cache_resource
def curve(dz: float) -> go.Figure:
    """The true cost and the promise, with a point on each."""
    delta = float(HERE.delta[2][0, 0])
    figure = go.Figure()
    for y, here in (
        ([pushed(one).cost for one in DZ.tolist()], pushed(dz).cost),
        (HERE.cost + delta * DZ, HERE.cost + delta * dz),
    ):
        figure.add_scatter(x=DZ, y=y, mode="lines")
        figure.add_scatter(x=[dz], y=[here], mode="markers", marker={"size": 12})
    return figure.update_layout(height=260, showlegend=False)


@st.cache_resource
def activations(l: int, dz: float) -> go.Figure:
    """The activations of a layer."""
    trace = pushed(dz)
    name, limit, scale = Quantity("a", l), limits(trace)["a"], scale_of("a", trace)
    return go.Figure(
        heatmap_json(trace.a[l], name.id, name.text, matrix=False, limit=limit, scale=scale)
    )


st.set_page_config(layout="wide")
left, right = st.columns([0.64, 0.36])
with left:
    dz = st.slider("Δz", -4.0, 4.0, 0.0, 0.05)
    with st.container(key="counter"):
        st.markdown(f"Δz is {dz:g}")
    with st.container(key="figures", gap="xsmall"):
        with st.container(horizontal=True, gap="xsmall"):
            for l in (2, 3):
                with st.container(key=f"figure_{l}", width="content"):
                    st.plotly_chart(activations(l, dz), key=f"a{l}", width="content", theme=None)
        with st.container(key="figure_curve"):
            st.plotly_chart(curve(dz), key="curve", theme=None)
with right, st.container(key="equation"):
    st.latex(generic(BP3, PALETTE["light"]))
    st.markdown(f"The cost is {pushed(dz).cost:.6g}.")
