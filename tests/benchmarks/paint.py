"""From the press of a key to what the eye sees, in a real Chromium, against st.plotly_chart.

The pages step by turns through the same lesson, forth and back; each press waits until the page
has come to rest. A time ends with the second frame after the change, when the change is painted.
"""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from playwright.sync_api import Page

from tests.benchmarks.browser import CHARTS, STAGE, STEPS, side_by_side, visit
from tests.benchmarks.expected import after, formula
from tests.benchmarks.table import Row, compared, median, percentile
from tests.chromium import chromium

Presses = list[dict[str, Any]]


def rows(rounds: int, before: Path | None) -> Iterator[Row]:
    """The table, of `rounds` times through all steps and back."""
    with side_by_side((STAGE, CHARTS), before) as servers, chromium() as browser:
        pages = [one and visit(browser, one[1], one[0]) for one in servers]
        met: list[Presses] = [[] for _ in pages]
        for _ in range(rounds):
            for presses, page in zip(met, pages, strict=True):
                presses += there_and_back(page) if page else []
    yield timed("press to the text of the step", "text", 50, met, 50)
    yield timed("press to the text of the step", "text", 95, met)
    yield timed("press to the last changed figure", "figures", 50, met, 80)
    yield timed("press to the last changed figure", "figures", 95, met)
    yield timed("press to its equation with numbers", "equation", 50, met, 90)
    yield timed("press to its equation with numbers", "equation", 95, met)
    yield timed("press to all that stands beside the figures", "panel", 50, met)
    yield summed(f"frames without a figure, of {len(met[0])} presses", "blank", met, 0)
    yield summed("figures made anew", "anew", met, 0)
    yield compared("frames looked at in a press, median", frames, met)


def there_and_back(page: Page) -> Presses:
    """Every step to the last and back to the first, and what the probe saw of each."""
    page.bring_to_front()
    forth = [("ArrowRight", step) for step in range(2, STEPS + 1)]
    back = [("ArrowLeft", step) for step in range(STEPS - 1, 0, -1)]
    return [press(page, key, step) for key, step in forth + back]


def press(page: Page, key: str, step: int) -> dict[str, Any]:
    """One press, and everything that it sets in motion."""
    equation = formula(after(0).trace().steps[step - 1])
    page.evaluate("(seen) => probe.arm(...seen)", [f"Step {step} of ", equation])
    page.keyboard.press(key)
    return seen(page)


def seen(page: Page) -> dict[str, Any]:
    """What the probe has seen, when the page has come to rest."""
    page.wait_for_function("() => probe.rest()", polling=50)
    found: dict[str, Any] = page.evaluate("() => probe.take()")
    return found


def timed(
    what: str, name: str, share: int, met: Sequence[Presses], target: float | None = None
) -> Row:
    """The median, or so many in a hundred, of a time."""
    which = "median" if share == 50 else f"p{share}"

    def number(presses: Presses) -> float:
        return percentile([one[name] for one in presses if one.get(name)], share)

    return compared(f"{what}, {which}", number, met, "ms", target)


def frames(presses: Presses) -> float:
    """How many frames the probe has looked at."""
    return median([one["frames"] for one in presses])


def summed(what: str, name: str, met: Sequence[Presses], target: float | None = None) -> Row:
    """How often something has happened."""
    return compared(what, lambda presses: sum(one[name] for one in presses), met, "", target)
