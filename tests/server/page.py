"""The page of the server's tests: it shows the server from the inside, and can fail."""

import asyncio
import gc
import logging
import sys

import streamlit as st
from streamlit import runtime
from streamlit.runtime.app_session import AppSession, AppSessionState

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
st.text(f"switchinterval {sys.getswitchinterval()}")
st.text(f"postScriptGC {st.get_option('runner.postScriptGC')}")
st.latex(r"\delta^L = \nabla_a C \odot \sigma'(z^L)")
stage(key="stage", data=plotly_js_url())
st.button("Press")
if "loop" in st.query_params:
    st.text(f"loop {asyncio.get_event_loop().run_until_complete(asyncio.sleep(0, 'ran'))}")
if "kept" in st.query_params:
    sessions = [one for one in gc.get_objects() if type(one) is AppSession]
    ended = [one for one in sessions if one._state is AppSessionState.SHUTDOWN_REQUESTED]
    st.text(f"sessions {len(sessions) - len(ended)}")
    uploads = runtime.get_instance().uploaded_file_mgr.file_storage  # type: ignore[attr-defined]
    st.text(f"uploads {sum(len(files) for files in uploads.values())}")
if "log" in st.query_params:
    for _ in range(2000):
        logging.getLogger("page").error("x" * 1000)
if "fail" in st.query_params:
    raise RuntimeError("a detail for the log only")
