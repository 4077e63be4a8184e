"""A first visit: from the address to the picture, and what it takes to get there.

Each visit has a browser of its own that was just started and holds nothing. The picture is there
when the diagram and every number of the layer, each in its colour, are painted; it is whole when
Plotly has drawn every heatmap.
"""

import base64
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from typing import Any

from tests.benchmarks.browser import CHARTS, FIGURES, SCREEN, STAGE, Kind, at_rest
from tests.benchmarks.served import served
from tests.benchmarks.table import Row, median
from tests.chromium import chromium, returning

# Notes when the first frame with all figures has been painted.
WATCH = """
addEventListener("DOMContentLoaded", () => {
  PROBE;
  const watch = (name, count) => {
    const painted = () => { window[name] = performance.now(); };
    const look = () => requestAnimationFrame(count() === FIGURES ? painted : look);
    look();
  };
  watch("picture", probe.shown);
  watch("whole", probe.drawn);
});
"""


@dataclass(frozen=True)
class Visit:
    """Seconds to the picture and the whole, and megabytes over HTTP and over the websocket."""

    seconds: float
    whole: float
    http: float
    websocket: float


def rows(visits: int) -> Iterator[Row]:
    """The table, of this many visits to each page."""
    kinds = (STAGE, CHARTS)
    seen: tuple[list[Visit], list[Visit]] = ([], [])
    with ExitStack() as stack:
        servers = [stack.enter_context(served(*kind.served)) for kind in kinds]
        for _ in range(visits):
            for kind, server, found in zip(kinds, servers, seen, strict=True):
                found.append(first_visit(kind, server.url))

    def row(what: str, unit: str, number: Any, target: float | None = None) -> Row:
        ours, theirs = (median([number(visit) for visit in found]) for found in seen)
        return Row(what, ours, unit, theirs, target)

    yield row("address to the picture, median", "s", lambda visit: visit.seconds, 2)
    yield Row("address to the picture, worst", *_worst(seen))
    yield row("address to the last figure of Plotly, median", "s", lambda visit: visit.whole)
    yield row("sent in all", "MB", lambda visit: visit.http + visit.websocket, 4)
    yield row("of it over the websocket", "MB", lambda visit: visit.websocket)
    ours, theirs = (server.seconds for server in servers)
    yield Row("server, from its start to its first answer", ours, "s", theirs)


def _worst(seen: tuple[list[Visit], list[Visit]]) -> tuple[float, str, float]:
    ours, theirs = (max(visit.seconds for visit in found) for found in seen)
    return ours, "s", theirs


def first_visit(kind: Kind, url: str) -> Visit:
    """Open the page in a new browser, and let it come to rest."""
    http, websocket = [0], [0]

    def received(event: dict[str, Any]) -> None:
        frame = event["response"]
        text = frame["payloadData"]
        websocket[0] += len(base64.b64decode(text) if frame["opcode"] == 2 else text.encode())

    def loaded(event: dict[str, Any]) -> None:
        http[0] += event["encodedDataLength"]

    with chromium() as browser:
        context = returning(browser.new_context(viewport=SCREEN))
        page = context.new_page()
        page.add_init_script(WATCH.replace("PROBE", kind.script).replace("FIGURES", str(FIGURES)))
        network = context.new_cdp_session(page)
        network.send("Network.enable")
        network.on("Network.loadingFinished", loaded)
        network.on("Network.webSocketFrameReceived", received)
        page.goto(url)
        page.wait_for_function("() => window.picture && window.whole")
        at_rest(page)
        seconds, whole = page.evaluate("() => [window.picture / 1000, window.whole / 1000]")
    return Visit(seconds, whole, http[0] / 1e6, websocket[0] / 1e6)
