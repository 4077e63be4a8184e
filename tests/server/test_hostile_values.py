"""Whatever a session sends, its lesson stays as it is and its next press works."""

import json
from collections.abc import Container, Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any
from urllib.parse import parse_qs, urlencode

import pytest
from streamlit.proto.WidgetStates_pb2 import WidgetState
from websockets.sync.client import connect

from backprop.chapter import SECTIONS
from tests.browser.server import Server
from tests.server import hostile
from tests.server.session import Session

LESSON = {
    "sizes": "3-4-3-3",
    "activation": "tanh,relu,sigmoid",
    "data": "0.2,0.5,0.9,0,1,0;1,0,1,1,1,1",
    "step": "3",
    "selected": "z2_1",
}
"""One that brings the most widgets, each page its own."""
OWN_EVENTS = ("level", "row", "layer", "y")
"""What the stage of a page may trigger, but for an edit, which is the same on the explorer."""
MOST_TOLD = 5
PARTS = [
    (section.page.removesuffix(".py"), part.name) for section in SECTIONS for part in section.parts
]


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    server = Server(tmp_path_factory.mktemp("app") / "log")
    yield server
    server.stop()


@contextmanager
def opened(app: Server, page: str = "", part: str = "") -> Iterator[Session]:
    """A session that has seen this part of a page."""
    choice = {"part": part} if part else {}
    with connect(f"{app.url.replace('http', 'ws', 1)}/_stcore/stream", max_size=None) as socket:
        session = Session(socket, urlencode(LESSON | choice), page)
        session.run()
        session.link = session.query
        yield session


def place(session: Session, **other: Any) -> dict[str, Any]:
    """What the stage reports where the lesson is, or elsewhere."""
    here = {"step": 3, "selected": "z2_1", "moved": session.moved, "choices": {}}
    return here | other


def sent_in(
    turn: int, session: Session, triggers: Sequence[str], known: Container[str] = ()
) -> list[WidgetState]:
    """One hostile value for each widget but those that are ``known``."""
    places = hostile.places(place(session))
    states = []
    for id, kind in session.widgets.items():
        state = WidgetState(id=id)
        if kind == "events":
            state.json_trigger_value = triggers[turn % len(triggers)]
        elif kind.startswith("backprop_"):
            state.json_value = places[turn % len(places)]
        else:
            hostile.PLAIN[turn % len(hostile.PLAIN)](state)
        is_press = kind.endswith("button") and state.trigger_value
        if id not in known and not is_press:
            states.append(state)
    return states


def all_is_well(session: Session) -> bool:
    """Whether every run has ended well, with the lesson as it was."""
    return not session.failures and session.query == session.link


def culprits(app: Server, turns: Iterable[int], triggers: Sequence[str], *at: str) -> str:
    """What goes wrong alone, in a session of its own: the widget, its value and what came of it."""
    found: list[str] = []
    for turn in turns:
        with opened(app, *at) as session:
            states = sent_in(turn, session, triggers)
            session.run(*states)
        for state in () if all_is_well(session) or len(found) > MOST_TOLD else states:
            with opened(app, *at) as session:
                session.run(state)
            if not all_is_well(session):
                found.append(f"{str(state)[:300]}{session.failures} {session.query}")
    return "\n".join(found) or "none of the values alone: one of them after another"


def check_next_press(session: Session) -> None:
    (teller,) = (id for id, kind in session.widgets.items() if kind == "backprop_place")
    step = json.dumps({"place": place(session, step=4)})
    session.run(WidgetState(id=teller, json_value=step))
    assert not session.failures
    assert parse_qs(session.query)["step"] == ["4"]


def check_all_buttons_at_once(session: Session) -> None:
    buttons = [id for id, kind in session.widgets.items() if kind.endswith("button")]
    session.run(*(WidgetState(id=id, trigger_value=True) for id in buttons))
    assert not session.failures


def test_the_explorer_keeps_its_lesson(app: Server) -> None:
    """Every value in a run of the whole page, which draws each widget with what it has kept."""
    triggers = [*hostile.TEXTS, *hostile.triggers(hostile.TOLD)]
    with opened(app) as session:
        places = hostile.places(place(session))
        for turn in range(max(map(len, (triggers, places, hostile.PLAIN)))):
            session.run(*sent_in(turn, session, triggers))
            assert all_is_well(session), culprits(app, [turn], triggers)
        check_next_press(session)
        check_all_buttons_at_once(session)
    assert not app.new_tracebacks()


@pytest.fixture(scope="module")
def of_the_explorer(app: Server) -> set[str]:
    """The ids of its widgets; those of the sidebar are on each page."""
    with opened(app) as session:
        return {*session.widgets}


@pytest.mark.parametrize(("page", "part"), PARTS)
def test_a_part_keeps_its_lesson(
    app: Server, of_the_explorer: set[str], page: str, part: str
) -> None:
    """Its own widgets, each in a run of the fragment that it stands in."""
    triggers = hostile.triggers(OWN_EVENTS)
    turns = range(len(triggers))
    with opened(app, page, part) as session:
        for turn in turns:
            states = sent_in(turn, session, triggers, known=of_the_explorer)
            for fragment in {session.fragments[state.id] for state in states}:
                here = [state for state in states if session.fragments[state.id] == fragment]
                session.run(*here, fragment=fragment)
        session.run()
        assert all_is_well(session), culprits(app, turns, triggers, page, part)
        check_next_press(session)
        check_all_buttons_at_once(session)
    assert not app.new_tracebacks()


@pytest.mark.parametrize(
    "entry",
    [
        {"query_string": "sizes=%ff%00&step=1e9&x=1&x=2&selected=%F0%9F&level=" + "9" * 50_000},
        {"page_name": "none", "page_script_hash": "none"},
        {"color_scheme": "purple"},
    ],
    ids=lambda entry: next(iter(entry)),
)
def test_a_message_with_a_wrong_entry_shows_a_page(app: Server, entry: dict[str, str]) -> None:
    with opened(app) as session:
        session.run(**entry)
        check_next_press(session)
    assert not app.new_tracebacks()


def test_a_fragment_that_there_is_not_changes_nothing(app: Server) -> None:
    with opened(app) as session:
        session.send(fragment="none")
        check_next_press(session)
    assert not app.new_tracebacks()
