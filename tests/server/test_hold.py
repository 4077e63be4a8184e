"""What one server holds: a class within few descriptors, and of each visitor not much."""

from contextlib import ExitStack
from select import select

import pytest

from tests.server.conftest import Server, Start
from tests.server.visitor import staying, texts, upload, uploading, visit

STUDENTS = 40


@pytest.fixture(scope="module")
def small(start: Start) -> Server:
    """A server that may have 60 descriptors, and 30 until it asks; a session ends as one leaves.

    As Streamlit comes, 12 students fill it.
    """
    limits = "ulimit -Sn 30; ulimit -Hn 60"
    return start("--server.disconnectedSessionTTL=0", before=limits)


def inside(server: Server, query: str) -> dict[str, str]:
    """What a new visitor is shown of the server."""
    return dict(text.split() for text in texts(visit(server.url, query)))


def test_a_student_costs_one_descriptor_and_the_limit_is_raised(small: Server) -> None:
    with ExitStack() as here:
        for _ in range(STUDENTS):
            assert texts(here.enter_context(staying(small.url)))


def test_a_page_may_still_run_its_event_loop(small: Server) -> None:
    assert inside(small, "loop=1")["loop"] == "ran"


def test_a_session_that_has_left_ends_before_another_leaves(small: Server) -> None:
    visit(small.url)
    assert inside(small, "kept=1")["sessions"] == "1", "only the visitor's own"


def test_a_session_keeps_the_last_of_its_uploads_until_it_leaves(small: Server) -> None:
    with staying(small.url) as page:
        for number in range(20):
            assert upload(small.url, page, f"file{number}", bytes(1_000_000)) == 204
        assert inside(small, "kept=1")["uploads"] == "1"
    assert upload(small.url, page, "late") == 400
    assert inside(small, "kept=1")["uploads"] == "0"


def test_a_session_that_uploads_waits_for_itself_and_nobody_else_does(small: Server) -> None:
    with ExitStack() as stack:
        page, other = (stack.enter_context(staying(small.url)) for _ in range(2))
        (first, first_end), (second, second_end) = (
            stack.enter_context(uploading(small.url, page, name)) for name in ("first", "second")
        )
        second.send(second_end)
        assert upload(small.url, other, "file") == 204
        assert select([second.sock], [], [], 0) == ([], [], []), "answered before its turn"
        first.send(first_end)
        assert [one.getresponse().status for one in (first, second)] == [204, 204]


def test_the_log_takes_little_from_one_page(small: Server) -> None:
    visit(small.url, "log=1")
    assert 100_000 < len(small.log) < 500_000
