"""The motion of a step: how long its frames take, and how much of that its own script does.

The stage stands alone. A frame's time is from one to the next while something moves; the script's
is that of what the page has asked to be called before the frame is painted.
"""

from collections.abc import Iterator
from typing import TypedDict

from playwright.sync_api import Page, ViewportSize

from backprop.lesson import Lesson, resized
from tests.benchmarks.table import Row, median, percentile
from tests.browser import parts
from tests.browser.alone import StageAlone, stage_site
from tests.chromium import chromium

SCREEN: ViewportSize = {"width": 1400, "height": 900}
TARGETS = {(3, 4, 2): (60, 3.0), (8, 8, 8, 8, 8): (30, 8.0)}
"""By sizes: the least frames in a second, and the most milliseconds of script in a frame."""

# One step forward, and the frames until nothing of it moves.
MOVED = """
() => new Promise((done) => {
  const asked = window.requestAnimationFrame.bind(window);
  const frames = [], script = [];
  let mine = 0;
  window.requestAnimationFrame = (call) => asked((now) => {
    const begin = performance.now();
    call(now);
    mine += performance.now() - begin;
  });
  const range = document.querySelector(".flow-bar input");
  range.value = 0;
  const look = (now) => {
    frames.push(now);
    script.push(mine);
    mine = 0;
    if (range.value === "100") {
      window.requestAnimationFrame = asked;
      done({ frames: frames.slice(1).map((one, i) => one - frames[i]), script: script.slice(1) });
    } else asked(look);
  };
  asked(look);
  document.body.dispatchEvent(new KeyboardEvent("keydown", { key: "ArrowRight", bubbles: true }));
})
"""


class Motion(TypedDict):
    """Milliseconds of each frame of one motion."""

    frames: list[float]
    script: list[float]


def rows(rounds: int) -> Iterator[Row]:
    """The table, of so many times through all steps of each network."""
    with chromium() as browser, stage_site() as url:
        for sizes, (rate, script) in TARGETS.items():
            page = browser.new_page(viewport=SCREEN)
            seen = [one for _ in range(rounds) for one in through(page, url, sizes)]
            page.close()
            frames = [time for one in seen for time in one["frames"]]
            scripts = [time for one in seen for time in one["script"]]
            name = "-".join(map(str, sizes))
            yield Row(f"{name}, a frame, mean", sum(frames) / len(frames), "ms", target=1000 / rate)
            yield Row(f"{name}, a frame, p95", percentile(frames, 95), "ms")
            yield Row(f"{name}, script in a frame, median", median(scripts), "ms", target=script)
            yield Row(f"{name}, script in a frame, p95", percentile(scripts, 95), "ms")


def through(page: Page, url: str, sizes: tuple[int, ...]) -> Iterator[Motion]:
    """Every step of this network forward, each when the one before has come to rest."""
    lesson = resized(Lesson(), sizes)
    stage = StageAlone(page, url)
    stage.show(parts.explorer(lesson), lesson)
    for _ in lesson.trace().steps[1:]:
        page.wait_for_timeout(400)
        motion: Motion = page.evaluate(MOVED)
        yield motion
