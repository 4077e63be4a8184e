"""The stage alone on a page, without Streamlit: a tenth of what a visit to the app costs."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from importlib.resources import files
from pathlib import Path, PurePosixPath
from threading import Thread
from typing import Any

from playwright.sync_api import Page

from backprop.lesson import Lesson
from backprop.server.plotlyjs import plotly_js_path, plotly_js_url
from backprop.server.stage_modules import stage_modules, stage_url
from backprop.stage import StageData
from tests.browser.stage_page import StagePage

PAGE = Path(__file__).with_name("alone.html")
MEDIA = Path(str(files("streamlit"))) / "static" / "static" / "media"
KINDS = {".js": "text/javascript", ".woff2": "font/woff2"}


@contextmanager
def stage_site() -> Iterator[str]:
    """The address of a page that has a stage and nothing else, and below it the stage's files."""
    page = PAGE.read_bytes()
    (letters,) = MEDIA.glob("SourceSansVF-Upright.*")
    files = {plotly_js_url(): plotly_js_path(), "/letters.woff2": letters}
    sent = stage_modules() | {address: path.read_bytes() for address, path in files.items()}

    class Answer(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            kind = KINDS.get(PurePosixPath(self.path).suffix, "text/html")
            content = sent.get(self.path, page)
            self.send_response(200)
            self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(len(content)))
            self.send_header("Cache-Control", f"max-age={3600 if content is not page else 0}")
            self.end_headers()
            self.wfile.write(content)

        def log_message(self, *_: object) -> None:
            """Stay quiet."""

    with ThreadingHTTPServer(("localhost", 0), Answer) as site:
        Thread(target=site.serve_forever, daemon=True).start()
        yield f"http://localhost:{site.server_port}"
        site.shutdown()


class StageAlone(StagePage):
    """A stage that gets its data from a test, which hears what the stage tells."""

    def __init__(self, page: Page, url: str) -> None:
        super().__init__(page)
        page.goto(url)

    def clear(self) -> None:
        """Take the stage away, and let go of all keys and of the mouse."""
        self.page.evaluate("clear", stage_url())
        self.page.mouse.up()
        self.page.mouse.move(0, 0)

    def show(self, data: StageData, lesson: Lesson | None = None, moved: str = "opened") -> None:
        """Give the stage these data, and wait until they are drawn."""
        self.give(data, lesson, moved)
        self.wait_until_drawn()

    def give(
        self,
        data: StageData,
        lesson: Lesson | None = None,
        moved: str = "opened",
        look: str = "() => null",
    ) -> Any:
        """Give the stage these data at the place of the lesson, as a page of the app does.

        The stage goes to that place when ``moved`` is another text than the last time. The answer
        is what ``look`` sees when the stage has taken the data, before the browser does more.
        """
        lesson = lesson or Lesson()
        place = StageData(step=lesson.step, selected=lesson.selected, moved=moved)
        whole = place | {"problem": None} | data | {"plotly": plotly_js_url()}
        return self.page.evaluate(
            f"([main, data]) => show(main, JSON.parse(data)).then({look})",
            [stage_url(), json.dumps(whole)],
        )

    def tells(self, name: str, value: Any) -> None:
        """Wait until this is the last that the stage has told."""
        self.page.wait_for_function(
            "(last) => JSON.stringify(told.at(-1)) === last",
            arg=json.dumps([name, value], separators=(",", ":")),
        )

    @property
    def told(self) -> list[list[Any]]:
        """The triggers that the stage has pulled: the name of each and its value."""
        found: list[list[Any]] = self.page.evaluate("told")
        return found
