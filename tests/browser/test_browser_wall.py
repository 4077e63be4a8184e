"""From the back row: how large everything is on a wall, and that all of it is on the screen."""

import pytest

from tests.browser.conftest import Visit
from tests.browser.explorer import Explorer

LEAST = {
    ".bp-stage h2": 40,
    ".bp-stage .sentence, .bp-stage .sentence *": 28,
    ".bp-stage [role=gridcell]": 24,
    ".bp-stage .node text:not(.sign)": 24,
    ".bp-stage .plot :is(.xtick, .ytick) text": 18,
    ".st-key-panel .katex": 32,
    ".bp-blocks code": 22,
}
"""The smallest letters at 1920x1080, in pixels."""

PARTS = {
    "0": set(LEAST),
    "1": {".bp-stage .node text:not(.sign)"},
    "2": {".bp-stage [role=gridcell]", ".bp-stage .plot :is(.xtick, .ytick) text"},
    "3": {".st-key-panel .katex"},
    "4": {".bp-blocks code"},
}
"""By key, what of it must be there."""

# By selector the sizes on the screen of all letters that are seen, as an SVG is scaled as well.
SIZES = """
(selectors) => Object.fromEntries(selectors.map((selector) => [selector,
  [...document.querySelectorAll(selector)]
    .filter((one) => one.textContent.trim() && one.checkVisibility({ visibilityProperty: true }))
    .map((one) => {
      const scale = one.ownerSVGElement ? one.getScreenCTM().a : 1;
      return parseFloat(getComputedStyle(one).fontSize) * scale;
    })]))
"""
# What reaches beyond the window or its neighbour, and numbers that are left out or cut.
WRONG = """
() => {
  const seen = (selector) => [...document.querySelectorAll(selector)]
    .filter((one) => one.checkVisibility({ visibilityProperty: true }));
  const boxes = seen(".bp-stage h2, .bp-stage .sentence, .bp-stage .controls, .bp-stage .marks," +
    " .bp-stage .node, .bp-stage [role=gridcell], .bp-stage .figure .title," +
    " .st-key-panel .katex-html .base, .bp-blocks code");
  const beyond = boxes.filter((one) => {
    const { left, top, right, bottom } = one.getBoundingClientRect();
    return left < -1 || top < -1 || right > innerWidth + 1 || bottom > innerHeight + 1;
  });
  const cells = seen(".bp-stage [role=gridcell]");
  const blank = cells.filter((one) => !one.textContent && / = /.test(one.ariaLabel));
  const wide = cells.filter((one) => {
    const range = document.createRange();
    range.selectNodeContents(one);
    return range.getBoundingClientRect().width > one.clientWidth + 0.5;
  });
  const blocks = seen(".bp-stage > *, .st-key-panel .formulas, .st-key-panel .code");
  const apart = (a, b) => a.right < b.left + 1 || b.right < a.left + 1
    || a.bottom < b.top + 2 || b.bottom < a.top + 2;
  const overlapping = blocks.filter((one, n) => blocks.slice(n + 1)
    .some((other) => !apart(one.getBoundingClientRect(), other.getBoundingClientRect())));
  return [["beyond", beyond], ["blank", blank], ["wide", wide], ["overlapping", overlapping]]
    .flatMap(([why, all]) => all.map((one) => `${why}: ${one.outerHTML.slice(0, 80)}`));
}
"""


def fault(explorer: Explorer, key: str, high: int) -> list[str]:
    """What is smaller than it may be, missing or out of place in the part of this key."""
    explorer.wait_until_drawn()
    found: dict[str, list[float]] = explorer.page.evaluate(SIZES, list(LEAST))
    missing = [f"missing: {one}" for one in PARTS[key] if not found[one]]
    small = [
        f"{one}: {min(sizes):.1f}"
        for one, sizes in found.items()
        if sizes and min(sizes) < LEAST[one] * high / 1080 - 0.01
    ]
    wrong: list[str] = explorer.page.evaluate(WRONG)
    return missing + small + wrong


@pytest.mark.parametrize("sizes", ["3-4-2", "4-4-4"])
@pytest.mark.parametrize("screen", [(1920, 1080), (1280, 720)])
def test_the_back_row_reads_all_of_it(visit: Visit, screen: tuple[int, int], sizes: str) -> None:
    """At steps of both directions, all parts together and each by itself."""
    explorer = visit(f"sizes={sizes}&present=1", screen)
    explorer.page.evaluate("document.activeElement.blur()")
    faults = {}
    for step in (1, 5, 10, 14):
        while explorer.step < step:
            explorer.press("PageDown")
        explorer.wait_until_quiet()
        for key in ("0", "1", "2", "3", "4") if step in (1, 10) else ("0", "3"):
            explorer.press(key)
            faults[step, key] = fault(explorer, key, screen[1])
        explorer.press("0")
    assert {where: one for where, one in faults.items() if one} == {}
