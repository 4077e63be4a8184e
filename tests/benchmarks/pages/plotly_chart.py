"""What the stage is measured against: the same figures, steps and equation, by st.plotly_chart.

Each figure has its key, a press is a button with a shortcut. To be kind to it, no figure is made
twice: what is measured is how Streamlit draws them.
"""

import plotly.graph_objects as go
import streamlit as st

from backprop.engine import Quantity, Step, Trace
from backprop.figures import SCALES, heatmap_json, limits, scale_of
from backprop.stage.board import rows
from backprop.writing import PALETTE, exact, generic, short, title
from tests.benchmarks.expected import after, formula

ACCENT = "#2457a6"
BORN = {step.quantity.id: number for number, step in enumerate(after(0).trace().steps, start=1)}


@st.cache_resource
def trace_after(descents: int) -> Trace:
    """The lesson's trace after so many steps of descent."""
    return after(descents).trace()


@st.cache_resource
def array(descents: int, id: str, state: str) -> go.Figure:
    """An array as its heatmap: empty while unborn, framed while the step makes or uses it."""
    trace = trace_after(descents)
    quantity = Quantity.parse(id)
    values = trace.value(quantity)
    scale, limit = scale_of(quantity.symbol, trace), limits(trace)[quantity.symbol]
    matrix = quantity.symbol in ("w", "nabla_w")
    figure = go.Figure(
        heatmap_json(values, id, quantity.text, matrix=matrix, limit=limit, scale=scale)
    )
    if state == "unborn":
        figure.update_traces(opacity=0, texttemplate="")
    if state in ("now", "operand"):
        line = {"color": ACCENT, "width": 5 if state == "now" else 2}
        figure.add_shape(type="rect", xref="paper", yref="paper", x0=0, x1=1, y0=0, y1=1, line=line)
    return figure


@st.cache_resource
def diagram(descents: int, number: int) -> go.Figure:
    """Neurons and lines as a scatter: neurons that are known carry a, those that have it delta."""
    trace = trace_after(descents)
    sizes = trace.network.sizes
    place = {(l, j): (l, (n + 1) / 2 - j) for l, n in enumerate(sizes, 1) for j in range(1, n + 1)}
    figure = go.Figure()
    for l in range(2, trace.network.L + 1):
        symbol = "nabla_w" if BORN[f"nabla_w{l}"] <= number else "w"
        largest = limits(trace)[symbol]
        for (j, k), value in _entries(trace, Quantity(symbol, l)):
            (x0, y0), (x1, y1) = place[l - 1, k], place[l, j]
            line = {"width": 0.8 + 5 * abs(value) / largest, "color": _shade(value / largest)}
            figure.add_scatter(x=[x0, x1], y=[y0, y1], mode="lines", line=line)
    texts, colours = [], []
    for l, j in place:
        symbols = ("delta", "a", "z") if l > 1 else ("a",)
        known = [symbol for symbol in symbols if BORN.get(f"{symbol}{l}", 0) <= number]
        value = float(trace.value(Quantity(known[0], l))[j - 1, 0]) if known else 0.0
        texts.append(short(value) if known else "")
        colours.append(_shade(value / limits(trace)[known[0]]) if known else "white")
    x, y = zip(*place.values(), strict=True)
    marker = {"size": 40, "color": colours, "line": {"color": ACCENT, "width": 1}}
    figure.add_scatter(x=x, y=y, text=texts, mode="markers+text", marker=marker)
    hidden = {"visible": False}
    margin = {"l": 0, "r": 0, "t": 0, "b": 0}
    return figure.update_layout(
        xaxis=hidden, yaxis=hidden, showlegend=False, height=260, margin=margin
    )


def _entries(trace: Trace, quantity: Quantity) -> list[tuple[tuple[int, int], float]]:
    values = trace.value(quantity)
    return [((j, k), float(v)) for j, row in enumerate(values, 1) for k, v in enumerate(row, 1)]


def _shade(share: float) -> str:
    scale = SCALES["light"]["signed"]
    return scale[min(range(len(scale)), key=lambda i: abs(scale[i][0] - (share + 1) / 2))][1]


def state_of(id: str, step: Step, number: int) -> str:
    """What an array is in this step."""
    if BORN.get(id, 0) > number:
        return "unborn"
    if step.quantity.id == id:
        return "now"
    used = [quantity.id for quantity in step.operand_quantities.values()]
    return "operand" if id in used else "known"


def go_by(way: int) -> None:
    """What the buttons do."""
    st.session_state.step = min(max(1, st.session_state.step + way), len(BORN))


def descend_once() -> None:
    """What the button of gradient descent does."""
    st.session_state.descents += 1


st.set_page_config(layout="wide")
number = st.session_state.setdefault("step", int(st.query_params.get("step", 1)))
descents = st.session_state.setdefault("descents", 0)
trace = trace_after(descents)
step = trace.steps[number - 1]
with st.sidebar:
    st.button("Take one step of gradient descent", on_click=descend_once)
    with st.container(key="weight"):
        st.markdown(f"w = {exact(trace.network.w[2][0, 0])}")
left, right = st.columns([0.64, 0.36])
with left:
    with st.container(key="counter", horizontal=True):
        st.button("Previous", shortcut="Left", on_click=go_by, args=(-1,))
        st.button("Next", shortcut="Right", on_click=go_by, args=(1,))
        st.markdown(f"{title(step)} Step {number} of {len(BORN)}")
    with st.container(key="figures", gap="xsmall"):
        with st.container(key="figure_diagram"):
            st.plotly_chart(diagram(descents, number), key="diagram", theme=None)
        for row in rows(trace.network, step.l).values():
            with st.container(horizontal=True, gap="xsmall"):
                for id in row:
                    if id[-1].isdigit():
                        with st.container(key=f"figure_{step.l}_{id}", width="content"):
                            st.plotly_chart(
                                array(descents, id, state_of(id, step, number)),
                                key=f"{step.l}_{id}",
                                width="content",
                                theme=None,
                            )
                    else:
                        st.markdown(id, width="content")
with right, st.container(key="equation"):
    st.latex(generic(step.equation, PALETTE["light"]))
    st.latex(formula(step))
    st.code(step.equation.source, language="python")
