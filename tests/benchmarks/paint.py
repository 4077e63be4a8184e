"""From the press of a key to what the eye sees, in a real Chromium, against st.plotly_chart.

The two pages step by turns through the same lesson, forth and back; each press waits until the page
has come to rest. A time ends with the second frame after the change, when the change is painted.
"""

from collections.abc import Iterator
from contextlib import ExitStack
from typing import Any

from playwright.sync_api import Page

from tests.benchmarks.browser import CHARTS, STAGE, STEPS, visit
from tests.benchmarks.served import served
from tests.benchmarks.table import Row, median, percentile
from tests.chromium import chromium

Presses = list[dict[str, Any]]


def rows(rounds: int) -> Iterator[Row]:
    """The table, of `rounds` times through all steps and back."""
    measured: list[Presses] = [[], []]
    with ExitStack() as stack:
        urls = [stack.enter_context(served(*kind.served)).url for kind in (STAGE, CHARTS)]
        browser = stack.enter_context(chromium())
        pages = [visit(browser, *one) for one in zip(urls, (STAGE, CHARTS), strict=True)]
        for _ in range(rounds):
            for presses, page in zip(measured, pages, strict=True):
                presses += there_and_back(page)
    return summary(*measured)


def there_and_back(page: Page) -> Presses:
    """Every step to the last and back to the first, and what the probe saw of each."""
    page.bring_to_front()
    forth = [("ArrowRight", step) for step in range(2, STEPS + 1)]
    back = [("ArrowLeft", step) for step in range(STEPS - 1, 0, -1)]
    return [press(page, key, step) for key, step in forth + back]


def press(page: Page, key: str, step: int) -> dict[str, Any]:
    """One press, and everything that it sets in motion."""
    page.evaluate("(text) => probe.arm(text)", f"Step {step} of {STEPS}")
    page.keyboard.press(key)
    page.wait_for_function("() => probe.rest()", polling=50)
    seen: dict[str, Any] = page.evaluate("() => probe.take()")
    return seen


def summary(stage: Presses, charts: Presses) -> Iterator[Row]:
    """The rows: medians and 95 in a hundred of the times, and what went wrong in frames."""

    def row(what: str, name: str, share: int, target: float | None = None) -> Row:
        ours, theirs = (
            percentile([one[name] for one in presses], share) for presses in (stage, charts)
        )
        return Row(
            f"press to {what}, {'median' if share == 50 else f'p{share}'}",
            ours,
            "ms",
            theirs,
            target,
        )

    def count(what: str, name: str, target: float | None = None) -> Row:
        ours, theirs = (sum(one[name] for one in presses) for presses in (stage, charts))
        return Row(what, ours, "", theirs, target)

    yield row("the text of the step", "text", 50, 50)
    yield row("the text of the step", "text", 95)
    yield row("the last changed figure", "figures", 50, 80)
    yield row("the last changed figure", "figures", 95)
    yield row("the equation beside it", "equation", 50)
    yield row("the equation beside it", "equation", 95)
    yield count(f"frames without a figure, of {len(stage)} presses", "blank", 0)
    yield count("figures made anew", "anew", 0)
    yield Row(
        "frames looked at in a press, median",
        median([one["frames"] for one in stage]),
        "",
        median([one["frames"] for one in charts]),
    )
