"""app.py as it is started, asked over the network."""

import gzip
import re
import subprocess
import sys
from email.utils import formatdate
from importlib.metadata import version

import pytest
from websockets.exceptions import InvalidStatus

from backprop.server.headers import security_headers
from tests.server.conftest import ROOT, Server, Start
from tests.server.visitor import exceptions, get, texts, visit

PLOTLY = f"/backprop/plotly-{version('plotly')}.min.js"


@pytest.fixture(scope="module")
def elsewhere(start: Start) -> tuple[Server, str]:
    """A server open to the network, below a base path, and its log before its first visitor."""
    server = start("--server.address=0.0.0.0", "--server.baseUrlPath=school")
    return server, server.log


def entry_script(server: Server) -> str:
    found = re.search(r'src="\.(/static/js/index[^"]+)"', get(server.url).body.decode())
    assert found
    return found[1]


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/", 200),
        ("/forward", 200),
        (PLOTLY, 200),
        ("/favicon.png", 200),
        ("/_stcore/health", 200),
        ("/media/missing.csv", 404),
        ("/backprop/missing.js", 404),
        ("/_stcore/agent/missing", 404),
        ("/%5c%5cserver/share", 400),
    ],
)
def test_every_answer_has_the_security_headers(server: Server, path: str, status: int) -> None:
    answer = get(server.url + path)
    assert answer.status == status
    for name, text in security_headers().items():
        assert answer.headers.getlist(name) == [text], name


def test_scripts_are_compressed_and_kept_and_the_page_is_not(server: Server) -> None:
    assert get(server.url).headers["cache-control"] == "no-cache"
    for path in (entry_script(server), PLOTLY):
        plain, packed = (
            get(server.url + path),
            get(server.url + path, **{"Accept-Encoding": "gzip"}),
        )
        assert gzip.decompress(packed.body) == plain.body
        assert len(packed.body) < len(plain.body) / 2
        assert packed.headers["content-encoding"] == "gzip"
        assert packed.headers["cache-control"] == "public, max-age=31536000, immutable"
        known = {"If-None-Match": packed.headers["etag"], "Accept-Encoding": "gzip"}
        assert get(server.url + path, **known).status == 304


def test_a_browser_that_has_the_page_gets_it_again_only_when_it_has_changed(
    server: Server,
) -> None:
    page = get(server.url)
    again = get(server.url, **{"If-None-Match": page.headers["etag"]})
    assert (again.status, again.body) == (304, b"")
    assert again.headers["cache-control"] == "no-cache"
    index = {"If-Modified-Since": formatdate(usegmt=True)}  # Streamlit's file is older
    assert get(server.url, **index).body == page.body


def test_a_link_as_long_as_the_largest_lesson_is_answered(server: Server) -> None:
    assert get(f"{server.url}/?data={'9' * 60_000}").status == 200


def test_a_range_of_a_script_is_not_a_range_of_its_compressed_bytes(server: Server) -> None:
    answer = get(server.url + PLOTLY, **{"Accept-Encoding": "gzip", "Range": "bytes=0-99"})
    assert answer.status == 200
    assert b"Plotly" in gzip.decompress(answer.body)


def test_the_page_has_run_and_the_heap_is_frozen_before_the_first_visitor(
    elsewhere: tuple[Server, str],
) -> None:
    server, log = elsewhere
    assert log.count("the page ran") == 1
    shown = dict(text.split() for text in texts(visit(server.url)))
    assert int(shown["frozen"]) > 100_000
    assert shown["postScriptGC"] == "False"
    assert float(shown["switchinterval"]) <= 0.001


def test_a_visitor_sees_no_traceback_and_the_log_has_it(server: Server) -> None:
    (shown,) = exceptions(visit(server.url, query="fail=1"))
    assert "a detail for the log only" not in shown.message
    assert (shown.type, list(shown.stack_trace)) == ("", [])
    assert "RuntimeError: a detail for the log only" in server.log
    assert re.search(r'File ".*shell\.py", line \d+', server.log)


def test_a_socket_from_another_site_is_refused(server: Server) -> None:
    with pytest.raises(InvalidStatus, match="403"):
        visit(server.url, origin="http://elsewhere.example")


def test_open_to_the_network_no_request_leaves_the_machine(
    elsewhere: tuple[Server, str],
) -> None:
    server, _ = elsewhere
    visit(server.url)
    with pytest.raises(InvalidStatus):
        visit(server.url, origin="http://elsewhere.example")
    assert server.outgoing <= {"0.0.0.0", "127.0.0.1", "localhost", "::1"}


def test_it_works_below_a_base_path(elsewhere: tuple[Server, str]) -> None:
    server, _ = elsewhere
    assert server.url.endswith("/school")
    answer = get(server.url + PLOTLY, **{"Accept-Encoding": "gzip"})
    assert answer.headers["content-type"].startswith("text/javascript")
    assert get(server.url + entry_script(server)).headers["vary"] == "Accept-Encoding"
    assert get(f"{server.url}/backprop/missing.js").status == 404


def test_a_wrong_setting_stops_the_start_and_says_why() -> None:
    command = [sys.executable, "-c", "import app"]
    wrong = {"BACKPROP_FRAME_ANCESTORS": "https://school.example; script-src *"}
    done = subprocess.run(command, cwd=ROOT, env=wrong, capture_output=True, text=True)
    assert done.returncode != 0
    assert "BACKPROP_FRAME_ANCESTORS must be origins such as https://school.example" in done.stderr
