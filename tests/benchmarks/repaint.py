"""From a click on "Take one step" to what the eye sees, in a real Chromium.

The network changes as it does in class; the pages do so by turns, and come to rest after each. At
the lesson's last step every figure has its numbers.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from playwright.sync_api import Page

from backprop.writing import exact
from tests.benchmarks.browser import CHANGING, CHANGING_CHARTS, STEPS, side_by_side, visit
from tests.benchmarks.expected import after, formula
from tests.benchmarks.paint import Presses, seen, summed, timed
from tests.benchmarks.student import DESCEND
from tests.benchmarks.table import Row
from tests.chromium import chromium


def rows(times: int, before: Path | None) -> Iterator[Row]:
    """The table, of so many steps of descent on each page."""
    kinds = (CHANGING, CHANGING_CHARTS)
    with side_by_side(kinds, before) as servers, chromium() as browser:
        pages = [one and visit(browser, f"{one[1]}/?step={STEPS}", one[0]) for one in servers]
        met: list[Presses] = [[] for _ in pages]
        for n in range(1, times + 1):
            for presses, page in zip(met, pages, strict=True):
                presses += [descend(page, n)] if page else []
    yield timed("change to diagram and cells", "figures", 50, met, 120)
    yield timed("change to diagram and cells", "figures", 95, met)
    yield timed("change to its equation with numbers", "equation", 50, met, 120)
    yield timed("change to its equation with numbers", "equation", 95, met)
    yield timed("change to all that stands beside the figures", "panel", 50, met)
    yield timed("change to the last picture below the cells", "under", 50, met)
    yield summed(f"frames without a figure, of {times} changes", "blank", met, 0)
    yield summed("figures made anew", "anew", met, 0)


def descend(page: Page, n: int) -> dict[str, Any]:
    """The n-th step of descent, and everything that it sets in motion."""
    trace = after(n).trace()
    page.bring_to_front()
    weight, equation = exact(trace.network.w[2][0, 0]), formula(trace.steps[-1])
    page.evaluate("(seen) => probe.arm(...seen)", [weight, equation])
    page.get_by_role("button", name=DESCEND).click()
    return seen(page)
