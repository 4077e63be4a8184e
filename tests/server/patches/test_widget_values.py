"""What a widget cannot have is not there for it, where Streamlit itself would fail."""

from collections.abc import Callable
from typing import Any

import pytest
from streamlit.proto.WidgetStates_pb2 import WidgetState
from streamlit.runtime.state.common import ValueFieldName, WidgetMetadata
from streamlit.runtime.state.session_state import WStates

from backprop.server.patches.widget_values import drop_unfit_values


def known(kind: ValueFieldName, options: list[str] | None = None) -> WStates:
    """The states of a session that knows one widget, of this kind and with these options."""
    widget: WidgetMetadata[Any] = WidgetMetadata(
        "it", lambda value: value, lambda value: value, kind, formatted_options=options
    )
    return WStates(widget_metadata={"it": widget})


@pytest.fixture
def patched(monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    """The patch, which is taken back after the test."""
    for name in ("__getitem__", "set_widget_from_proto"):
        monkeypatch.setattr(WStates, name, getattr(WStates, name))
    return drop_unfit_values


UNFIT = [
    ("string_value", None, WidgetState(id="it", int_value=50_000_000)),
    ("string_value", ["a", "b"], WidgetState(id="it", string_value="c")),
    ("string_value", ["a", "b"], WidgetState(id="it")),
    ("json_value", None, WidgetState(id="it", json_value='"{"')),
    ("json_value", None, WidgetState(id="it", json_value='{"a": ' + "[" * 30 + "]" * 30 + "}")),
    ("json_value", None, WidgetState(id="it", json_value='{"a": ' + "1" * 5000 + "}")),
]


@pytest.mark.parametrize(("kind", "options", "sent"), UNFIT)
def test_what_is_unfit_is_as_if_not_sent(
    patched: Callable[[], None],
    kind: ValueFieldName,
    options: list[str] | None,
    sent: WidgetState,
) -> None:
    patched()
    states = known(kind, options)
    states.set_widget_from_proto(sent)
    assert not states.states


def test_a_widget_that_comes_later_does_not_take_it_either(patched: Callable[[], None]) -> None:
    patched()
    states = WStates()
    states.set_widget_from_proto(WidgetState(id="it", string_value="c"))
    assert "it" in states.states
    states.widget_metadata |= known("string_value", ["a", "b"]).widget_metadata
    assert "it" not in states


def test_what_is_fit_is_taken(patched: Callable[[], None]) -> None:
    patched()
    sent = WidgetState(id="it")
    sent.string_array_value.data.extend(["b", "a"])
    states = known("string_array_value", ["a", "b", "c"])
    states.set_widget_from_proto(sent)
    assert list(states["it"]) == ["b", "a"]
    states = known("json_value")
    states.set_widget_from_proto(WidgetState(id="it", json_value='{"a": [[1], {"b": 2.5}]}'))
    assert states["it"] == {"a": [[1], {"b": 2.5}]}


def test_streamlit_itself_still_takes_and_fails() -> None:
    states = known("json_value")
    states.set_widget_from_proto(UNFIT[-1][2])
    with pytest.raises(ValueError, match="digits"):
        states["it"]
    states.set_widget_from_proto(UNFIT[0][2])
    assert states["it"] == 50_000_000, (
        "it looks for itself: backprop/server/widget_values.py can go"
    )
