"""Numbers as buttons that select and light the same number on the stage, without the server."""

from collections.abc import Mapping, Sequence
from pathlib import Path

import streamlit as st

from backprop.engine import Quantity, Trace
from backprop.writing import short

_FOLDER = Path(__file__).parent

_component = st.components.v2.component(
    "backprop_chips",
    html='<div class="bp-chips"></div>',
    css=(_FOLDER / "chips.css").read_text(encoding="utf-8"),
    js=(_FOLDER / "chips.js").read_text(encoding="utf-8"),
    isolate_styles=False,
)


def chips(rows: Mapping[str, Sequence[Quantity]], trace: Trace, colours: Mapping[str, str]) -> None:
    """One row of buttons for each label, each with a number's name and value."""

    def chip(quantity: Quantity) -> dict[str, str]:
        value = short(float(trace.value(quantity).flat[0]))
        return {
            "id": quantity.id,
            "text": f"{quantity.text} = {value}",
            "colour": colours[quantity.symbol],
        }

    data = [
        {"label": label, "numbers": [chip(quantity) for quantity in quantities]}
        for label, quantities in rows.items()
        if quantities
    ]
    _component(key="chips", data={"rows": data})
