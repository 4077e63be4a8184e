"""The pages that are compared in Chromium: where each has its text, figures and equation."""

import json
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from playwright.sync_api import Browser, Page, ViewportSize

from tests.benchmarks.served import APP, PLOTLY_CHART, served
from tests.browser.server import ROOT
from tests.chromium import returning

SCREEN: ViewportSize = {"width": 1400, "height": 900}
PATIENCE = 60_000  # milliseconds
PROBE = Path(__file__).with_name("probe.js")
FIGURES = 12  # the diagram, and the heatmaps of a layer of a 3-4-2 network
STEPS, LAYERS = 14, 2


@dataclass(frozen=True)
class Kind:
    """A page as probe.js sees it: selectors, and how its server is started."""

    served: tuple[str, ...]
    counter: str  # what says where the page is, or what number it has
    figure: str
    first: str
    picture: str
    moving: str
    equation: str
    under: str = "none"  # what is drawn below what is seen

    @property
    def script(self) -> str:
        """probe.js for this page."""
        what = {name: value for name, value in vars(self).items() if name != "served"}
        return f"({PROBE.read_text(encoding='utf-8').rstrip().rstrip(';')})({json.dumps(what)})"


STAGE = Kind(
    served=APP,
    counter=".bp-stage .counter",
    figure=".bp-stage .diagram, .bp-stage .layer .figure",
    first="circle, [role=gridcell]",
    picture="circle, .heatmaplayer image",
    moving=".bp-stage .diagram, .bp-stage .board",
    equation=".st-key-panel",
)
CHARTS = Kind(
    served=PLOTLY_CHART,
    counter=".st-key-counter",
    figure="[class*=st-key-figure_]",
    first=".scatterlayer .point, .heatmaplayer image",
    picture=".scatterlayer .point, .heatmaplayer image",
    moving=".js-plotly-plot",
    equation=".st-key-equation",
)


CHANGING = replace(
    STAGE,
    counter=".bp-stage .layer [data-id=w2_1_1]",
    moving=".bp-stage .diagram, .bp-stage .cells",
    under=".bp-stage .plot",
)
CHANGING_CHARTS = replace(CHARTS, counter=".st-key-weight")
"""The same while the network changes: a weight says which network it is."""


@contextmanager
def side_by_side(
    kinds: tuple[Kind, Kind], before: Path | None
) -> Iterator[list[tuple[Kind, str] | None]]:
    """The servers of this app, of what it stands against, and of the app before, if there was."""
    with ExitStack() as stack:

        def started(kind: Kind, root: Path) -> tuple[Kind, str]:
            return kind, stack.enter_context(served(*kind.served, root=root)).url

        ours, against = kinds
        yield [
            started(ours, ROOT),
            started(against, ROOT),
            started(ours, before) if before else None,
        ]


def visit(browser: Browser, url: str, kind: Kind) -> Page:
    """A page that has loaded, all its figures drawn, with the probe in it."""
    page = returning(browser.new_context(viewport=SCREEN)).new_page()
    page.set_default_timeout(PATIENCE)
    page.goto(url)
    page.evaluate(kind.script)
    page.wait_for_function(f"() => probe.drawn() === {FIGURES}")
    at_rest(page)
    return page


def at_rest(page: Page) -> None:
    """Wait until the server has no more to do for the page, and no layer is still to be drawn."""
    page.locator("[data-test-script-state=notRunning]").wait_for()
    if page.locator(".bp-stage").count():
        page.locator(".bp-stage .layer[data-drawn]").nth(LAYERS - 1).wait_for(state="attached")
