"""Numbers as buttons that select and light the same number on the stage, without the server."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from backprop.engine import Quantity, Trace
from backprop.ui.components.component import Component
from backprop.writing import short
from backprop.writing.formulas.terms import equals_of
from backprop.writing.formulas.written_out import Entry

_component = Component(Path(__file__).parent)


def chips(rows: Mapping[str, Sequence[Quantity]], trace: Trace, colours: Mapping[str, str]) -> None:
    """One row of buttons for each label, each with a number's name and value."""

    def chip(quantity: Quantity) -> dict[str, str]:
        value = float(trace.value(quantity).flat[0])
        sign = "=" if equals_of([Entry(quantity, value)], trace.endless) == "=" else "≈"
        return {
            "id": quantity.id,
            "text": f"{quantity.text} {sign} {short(value)}",
            "colour": colours[quantity.symbol],
        }

    data = [
        {"label": label, "numbers": [chip(quantity) for quantity in quantities]}
        for label, quantities in rows.items()
        if quantities
    ]
    _component(key="chips", data={"rows": data})
