"""The second half of the chapter: a press on each stage against one in the explorer, and the check.

The stages stand alone, without Streamlit: nothing of a press waits for the server. They press by
turns on the same lesson; a time ends with the second frame after the key, when all is painted.
"""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from functools import partial
from time import process_time

import numpy as np
from playwright.sync_api import Browser, Page, ViewportSize

from backprop import Network, check_gradients, run
from backprop.ideas.check.compute import checked, steps_for, sweep
from backprop.ideas.check.stage import shown_layers
from backprop.ideas.check.stage import stage_data as check_data
from backprop.ideas.code.stage import stage_data as code_data
from backprop.lesson import Lesson, resized
from backprop.stage import StageData
from tests.benchmarks.table import Row, median
from tests.browser import parts
from tests.browser.alone import StageAlone, stage_site
from tests.chromium import chromium

SCREEN: ViewportSize = {"width": 1400, "height": 900}
PRESS, SLIDER = 50, 80
"""Milliseconds within which a press and a move of a slider are to be seen."""

TIMED = """
(key) => new Promise((done) => {
  const target = document.querySelector(".slider input") ?? document.body;
  target.focus();
  const start = performance.now();
  if (target.matches("input")) {
    target[key === "ArrowRight" ? "stepUp" : "stepDown"]();
    target.dispatchEvent(new Event("input", { bubbles: true }));
  } else target.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true }));
  requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now() - start)));
})
"""


def check(lesson: Lesson) -> StageData:
    """The stage of part "check", as its page makes it."""
    trace = lesson.trace()
    layers = shown_layers(trace.network, 2)
    sweeps = [sweep(trace, l, steps_for(trace, 2), "forward") for l in layers]
    return check_data(trace, sweeps, checked(sweeps[0], sweeps[0].quantity(0)), 1e-5)


STAGES: dict[str, tuple[Callable[[Lesson], StageData], float]] = {
    "2.5 a line of the proof": (partial(parts.proof_of, name="BP2", l=2), PRESS),
    "2.6 a step of the lanes": (parts.lanes, PRESS),
    "2.6 the share of a = z": (parts.linear, SLIDER),
    "2.7 a line of the code": (lambda lesson: code_data(lesson.trace(), 1), PRESS),
    "2.8 the slider over ε": (check, SLIDER),
    "2.9 the slider over Δw": (parts.spread, SLIDER),
    "2.9 a path": (parts.paths, PRESS),
}
LESSONS = {"3-4-2": Lesson(), "8 of 12": resized(Lesson(), [12] * 8)}


def rows(presses: int) -> Iterator[Row]:
    """The table, of so many presses there and back on each stage."""
    yield from checks()
    with ExitStack() as stack:
        url, browser = stack.enter_context(stage_site()), stack.enter_context(chromium())
        for size, lesson in LESSONS.items():
            explorer = opened(browser, url, parts.explorer(lesson))
            for name, (data, target) in STAGES.items():
                page = opened(browser, url, data(lesson))
                ours, theirs = by_turns(page, explorer, presses)
                most = target if lesson == Lesson() else None
                yield Row(f"{name}, {size}, median", median(ours), "ms", median(theirs), most)
                page.close()
            explorer.close()


def opened(browser: Browser, url: str, data: StageData) -> Page:
    """A page with this stage alone."""
    page = browser.new_page(viewport=SCREEN)
    StageAlone(page, url).show(data)
    return page


def by_turns(ours: Page, theirs: Page, presses: int) -> tuple[list[float], list[float]]:
    """Milliseconds of each press, forth and back, on the two pages by turns."""
    found: tuple[list[float], list[float]] = ([], [])
    for key in ["ArrowRight", "ArrowRight", "ArrowLeft", "ArrowLeft"] * presses:
        for page, times in zip((ours, theirs), found, strict=True):
            page.bring_to_front()
            times.append(page.evaluate(TIMED, key))
    return found


def checks() -> Iterator[Row]:
    """All gradients of a network checked, against as many runs as it has forward passes."""
    for name, sizes, target in (("3-4-2", [3, 4, 2], 50), ("8 of 12", [12] * 8, 1000)):
        network = Network.random(sizes)
        rng = np.random.default_rng(1)
        x, y = rng.normal(0, 1, sizes[0]), rng.uniform(0, 1, sizes[-1])
        passes = check_gradients(network, x, y).passes
        ours = milliseconds(partial(check_gradients, network, x, y))
        one = milliseconds(partial(run, network, x, y))
        yield Row(f"2.8 all gradients of {name} checked", ours, "ms", passes * one, target)


def milliseconds(call: Callable[[], object]) -> float:
    """The processor's time of a call, the median of some."""
    times = []
    for _ in range(9):
        start = process_time()
        call()
        times.append((process_time() - start) * 1000)
    return median(times)
