"""All that a page says: every text, formula and table, as a visitor has them before the eyes."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from streamlit.testing.v1 import AppTest

NAMES = {
    "address", "at", "arrays", "choice", "colour", "early", "fixed", "href", "id", "ids", "kin", "latex", "level", "like",
    "link", "made_of", "module", "modules", "moved", "operands", "plotly", "result", "rows", "scales",
    "selected", "symbol", "theme", "trace", "url", "values", "xanchor",
}  # fmt: skip
"""What stands under these keys is for the browser, and is not shown; but a list of rows is."""
ID = re.compile(r"[a-z_A-Z]+\d+(?:_\d+)*")
"""An address as the browser has it, a2_1: no text."""
KINDS = (
    "markdown", "caption", "latex", "info", "warning", "error", "success", "header", "subheader",
    "title", "code",
)  # fmt: skip
LABELLED = (
    "button",
    "checkbox",
    "expander",
    "radio",
    "selectbox",
    "slider",
    "toggle",
    "text_input",
)


@dataclass(frozen=True)
class Text:
    """A text of a page and where it stands: "stage/words" or "markdown"."""

    text: str
    where: str
    places: tuple[int, ...] = ()
    """In the lists of the data, the outermost first."""
    beside: tuple[str, ...] = ()
    """All texts of the list that it is in."""

    @property
    def position(self) -> int:
        """Of the slider, where the text is one of many for it."""
        return self.places[0]


def texts(app: AppTest) -> Iterator[Text]:
    """Every text of the main part of a page."""
    for kind in KINDS:
        for one in app.main.get(kind):
            yield Text(str(getattr(one, "value", "")), kind)
    for kind in LABELLED:
        for one in app.main.get(kind):
            yield from (Text(label, kind) for label in labels(one))
    for one in app.main.metric:
        shown = {"value": one.value, "delta": one.delta, "beside": one.proto.delta_description}
        yield from (Text(str(text), f"metric/{one.label}/{name}") for name, text in shown.items())
    for one in app.main.table:
        for i, row in enumerate(one.value.reset_index().astype(str).to_numpy().tolist()):
            for j, cell in enumerate(row):
                yield Text(cell, "table", (i, j), tuple(row))
    for one in app.main.get("bidi_component"):
        name = one.proto.component_name.removeprefix("backprop_")
        yield from _in_data(json.loads(one.proto.bytes), name)


def labels(element: Any) -> Iterator[str]:
    """What is written on a field or a button, its choices too, and what stands below each."""
    yield element.label
    yield from map(str, getattr(element, "options", ()))
    yield from getattr(element.proto, "captions", ())


def _in_data(
    data: Any, where: str, places: tuple[int, ...] = (), beside: tuple[str, ...] = ()
) -> Iterator[Text]:
    match data:
        case str() if ID.fullmatch(data):
            return
        case str():
            yield Text(data, where, places, beside)
        case [[str(), str()], *_] if all(_is_piece(one) for one in data):
            yield Text("".join(text for text, _ in data), where, places)
        case list():
            beside = tuple(one for one in data if isinstance(one, str))
            for i, one in enumerate(data):
                yield from _in_data(one, where, (*places, i), beside)
        case dict():
            for key, one in data.items():
                if key not in NAMES or (key == "rows" and isinstance(one, list)):
                    yield from _in_data(one, f"{where}/{key}", places)


def _is_piece(one: Any) -> bool:
    return isinstance(one, list) and len(one) == 2 and all(isinstance(text, str) for text in one)
