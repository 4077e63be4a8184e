"""How a page looks, whatever is on it: nothing beyond its place, nothing that axe objects to."""

from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Locator

from tests.browser.explorer import Explorer
from tests.browser.stage_page import StagePage

PHONE = (390, 844)
PROJECTOR = (1920, 1080)
TOUCH: dict[str, Any] = {"is_mobile": True, "has_touch": True}

# What is so wide that it must be pushed sideways.
TOO_WIDE = """
() => [...document.querySelectorAll("html, [data-testid=stMain], .bp-stage")]
  .filter((one) => one.scrollWidth > one.clientWidth)
  .map((one) => `${one.className || one.tagName}: ${one.scrollWidth} > ${one.clientWidth}`)
"""
# The formulas and pictures that reach beyond their column, each with the pixels.
BEYOND = """
() => [...document.querySelectorAll(".katex-html .base, .bp-stage [role=grid], .bp-stage svg")]
  .map((one) => {
    const column = one.closest("[data-testid=stColumn], [data-testid=stMain]");
    return [one, one.getBoundingClientRect().right - column.getBoundingClientRect().right];
  })
  .filter(([, pixels]) => pixels > 1)
  .map(([one, pixels]) => `${one.className.baseVal ?? one.className}: ${pixels}`)
"""
# Moves a slider to a position, and gives the sentence that the stage shows at once.
MOVED = """
(range, position) => {
  range.value = position;
  range.dispatchEvent(new Event("input", { bubbles: true }));
  return document.querySelector(".bp-stage .words").textContent;
}
"""

# How much of the page's main area is within a line's height of something that is drawn there (a
# line of a text, a figure, a cell, a control, a box of code), and how far down the last of it
# reaches: as shares of what is right of the sidebar and below the menu on the first screen.
FILLED = """
() => {
  const [near, step] = [16, 8];
  const main = document.querySelector("[data-testid=stMain]").getBoundingClientRect();
  const top = document.querySelector("[data-testid=stHeader]").getBoundingClientRect().bottom;
  const drawn = "button, input, select, pre, table, svg, .plot, .listing, .empty, [role=gridcell]";
  const boxes = [];
  const content = document.querySelector("[data-testid=stMainBlockContainer]");
  const walker = document.createTreeWalker(content, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const one = walker.currentNode;
    const isText = one.nodeType === Node.TEXT_NODE;
    const seen = (isText ? one.parentElement : one).checkVisibility();
    if (!seen || !(isText ? one.textContent.trim() : one.matches(drawn))) continue;
    const range = document.createRange();
    range.selectNodeContents(one);
    const found = isText ? [...range.getClientRects()] : [one.getBoundingClientRect()];
    boxes.push(...found.filter(({ width, height }) => width > 1 && height > 1));
  }
  let [filled, all] = [0, 0];
  for (let x = main.left + step / 2; x < main.right; x += step) {
    for (let y = top + step / 2; y < innerHeight; y += step) {
      all += 1;
      filled += boxes.some((one) => x > one.left - near && x < one.right + near &&
        y > one.top - near && y < one.bottom + near);
    }
  }
  const last = Math.max(...boxes.map(({ bottom }) => bottom));
  return [filled / all, (last - top) / (innerHeight - top)];
}
"""


def cell(page: StagePage, id: str) -> Locator:
    """The cell of a number in the exhibits; where it stands in several rows, the first."""
    return page.stage.locator(f"[role=gridcell][data-id={id}]").first


def findings(explorer: Explorer, *rules: str) -> list[str]:
    """What axe-core finds that is serious or critical, each with the places on the page.

    It looks by all its rules, or by these.

    The menu in the sidebar of a phone is Streamlit's: its list has the chapter's title among its
    items, which no page can change.
    """
    menu = {"exclude": [["[data-testid=stSidebarNav]"]]}
    options: dict[str, Any] = {"resultTypes": ["violations"]} | (
        {"runOnly": rules} if rules else {}
    )
    response = Axe().run(explorer.page, context=menu, options=options).response
    return [
        f"{found['impact']}: {found['id']}: {node['target']}: {node['failureSummary']}"
        for found in response["violations"]
        if found["impact"] in ("serious", "critical")
        for node in found["nodes"]
    ]
