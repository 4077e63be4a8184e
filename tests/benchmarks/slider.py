"""A slider of the chapter's pages, in a real Chromium, against st.slider with st.plotly_chart.

Both show the demon at one neuron. The arrow key moves each slider by one position, by turns; a time
ends with the second frame after the change, when the change is painted.
"""

from collections.abc import Iterator
from contextlib import ExitStack

from playwright.sync_api import Browser, Page

from tests.benchmarks.browser import PATIENCE, SCREEN, Kind
from tests.benchmarks.paint import Presses
from tests.benchmarks.served import APP, PLOTLY_SLIDER, served
from tests.benchmarks.table import Row, percentile
from tests.chromium import chromium

STAGE = Kind(
    served=APP,
    counter=".bp-stage .slider output",
    figure=".bp-stage .diagram, .bp-stage .curve",
    first="circle",
    picture="circle",
    moving=".bp-stage .diagram, .bp-stage .curve",
    equation=".bp-stage .words",
)
WIDGET = Kind(
    served=PLOTLY_SLIDER,
    counter=".st-key-counter",
    figure="[class*=st-key-figure_]",
    first=".heatmaplayer image, .scatterlayer .trace",
    picture=".heatmaplayer image, .scatterlayer .trace",
    moving=".js-plotly-plot",
    equation=".st-key-equation",
)
PATHS = {STAGE: "/equations?part=demon&selected=z2_1", WIDGET: "/"}
FIGURES = {STAGE: 2, WIDGET: 3}
STEP = 0.05


def rows(moves: int) -> Iterator[Row]:
    """The table, of so many moves of each slider."""
    measured: tuple[Presses, Presses] = ([], [])
    with ExitStack() as stack:
        urls = [stack.enter_context(served(*kind.served)).url for kind in (STAGE, WIDGET)]
        browser = stack.enter_context(chromium())
        pages = [visit(browser, *one) for one in zip(urls, (STAGE, WIDGET), strict=True)]
        for move in range(1, moves + 1):
            for presses, page in zip(measured, pages, strict=True):
                presses.append(moved(page, f"{move * STEP:.2f}".rstrip("0").rstrip(".")))

    def row(what: str, name: str, share: int, target: float | None = None) -> Row:
        ours, theirs = (percentile([one[name] for one in seen], share) for seen in measured)
        which = "median" if share == 50 else f"p{share}"
        return Row(f"move to {what}, {which}", ours, "ms", theirs, target)

    yield row("the new position", "text", 50, 50)
    yield row("the last changed figure", "figures", 50, 80)
    yield row("the last changed figure", "figures", 95)
    yield row("the sentence with its numbers", "panel", 50)
    blank = [sum(one["blank"] for one in seen) for seen in measured]
    yield Row(f"frames without a figure, of {moves} moves", blank[0], "", blank[1], 0)


def visit(browser: Browser, url: str, kind: Kind) -> Page:
    """A page that has loaded, the focus on its slider, the probe in it."""
    page = browser.new_context(viewport=SCREEN).new_page()
    page.set_default_timeout(PATIENCE)
    page.goto(url + PATHS[kind])
    page.evaluate(kind.script)
    page.wait_for_function(f"() => probe.drawn() === {FIGURES[kind]}")
    page.locator("[data-test-script-state=notRunning]").wait_for()
    page.get_by_role("slider").first.focus()
    return page


def moved(page: Page, text: str) -> dict[str, float]:
    """One press of the arrow key, and everything that it sets in motion."""
    page.bring_to_front()
    page.evaluate("(text) => probe.arm(text)", text)
    page.keyboard.press("ArrowRight")
    page.wait_for_function("() => probe.rest()", polling=50)
    seen: dict[str, float] = page.evaluate("() => probe.take()")
    return seen
