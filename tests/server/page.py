"""The page of the server's tests: it shows the server from the inside, and can fail."""

import gc
import sys

import streamlit as st

from backprop.server.plotlyjs import plotly_js_url

print("the page ran", file=sys.stderr)

DRAW = """
export default function ({ parentElement, data }) {
  const script = document.createElement("script");
  script.src = data;
  script.onload = async () => {
    const figure = parentElement.querySelector(".figure");
    await window.Plotly.newPlot(figure, [{ type: "heatmap", z: [[1, 2], [3, 4]] }]);
    figure.setAttribute("data-drawn", window.Plotly.version);
  };
  document.head.append(script);
}
"""
stage = st.components.v2.component("stage", html='<div class="figure"></div>', js=DRAW)

st.title("A page :material/home:")
st.text(f"frozen {gc.get_freeze_count()}")
st.text(f"postScriptGC {st.get_option('runner.postScriptGC')}")
st.latex(r"\delta^L = \nabla_a C \odot \sigma'(z^L)")
stage(key="stage", data=plotly_js_url())
st.button("Press")
if "fail" in st.query_params:
    raise RuntimeError("a detail for the log only")
