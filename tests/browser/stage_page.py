"""A page with a stage on it, in the words of those who use it."""

import re
from urllib.parse import parse_qsl, urlsplit

from playwright.sync_api import Locator, Page, ViewportSize, expect

from tests.chromium import PATIENCE

# A point of a line of the diagram at which a click meets that line and no other.
POINT_OF_LINE = """
(group) => {
  const { x1, y1, x2, y2 } = group.querySelector(".hit");
  const matrix = group.getScreenCTM();
  for (const t of [0.5, 0.4, 0.6, 0.3, 0.7, 0.35, 0.65, 0.45, 0.55, 0.25, 0.75, 0.2, 0.8]) {
    const along = (from, to) => from.baseVal.value + t * (to.baseVal.value - from.baseVal.value);
    const { x, y } = new DOMPoint(along(x1, x2), along(y1, y2)).matrixTransform(matrix);
    if (document.elementFromPoint(x, y)?.closest(".edge") === group) return [x, y];
  }
  throw new Error("no point of this line can be clicked");
}
"""

# Looks again and again, where expect looks ever more seldom: a second that each look would wait.
DRAWN = """
([plots, patience]) => new Promise((done) => {
  const end = performance.now() + patience;
  const look = () => {
    const missing = [...document.querySelectorAll(`.bp-stage ${plots}`)].some(
      (one) => one.checkVisibility() && !one.matches("[data-drawn], [data-error]"));
    missing && performance.now() < end ? setTimeout(look, 20) : done();
  };
  look();
})
"""

FRAMES = "() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))"
"""The listeners of what has just changed have run when the second frame comes."""

# Until what slides is at rest, as Streamlit's sidebar does when a window becomes narrow or wide.
AT_REST = f"""
async () => {{
  const frames = {FRAMES};
  await frames();
  const sliding = document.getAnimations().filter((one) => one instanceof CSSTransition);
  await Promise.allSettled(sliding.map((one) => one.finished));
  await frames();
}}
"""

PLOTS = ":is(.layer, .exhibits, .chart)"
"""What Plotly draws; each of them says when it is drawn."""


class StagePage:
    """A page of a browser on which there is a stage."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.stage = page.locator(".bp-stage")

    def resize(self, screen: tuple[int, int]) -> None:
        """Another width and height of the window, and of all that follows it."""
        self.page.set_viewport_size(ViewportSize(width=screen[0], height=screen[1]))
        self.page.evaluate(AT_REST)

    def wait_until_drawn(self) -> None:
        """All that is seen of the stage is drawn."""
        self.page.evaluate(DRAWN, [PLOTS, PATIENCE])
        expect(self.stage.locator(f"{PLOTS}:visible:not([data-drawn])")).to_have_count(0)

    # where the learner is

    def at(self, step: int, count: int = 15) -> None:
        """Expect the page to be at this step."""
        expect(self.page.get_by_text(f"Step {step} of {count}", exact=True)).to_be_visible()

    @property
    def step(self) -> int:
        """The step that is on the page at this moment."""
        found = re.match(r"Step (\d+) of", self.stage.locator(".counter").inner_text())
        assert found
        return int(found[1])

    @property
    def link(self) -> dict[str, str]:
        """The parameters in the address bar."""
        return dict(parse_qsl(urlsplit(self.page.url).query))

    def linked(self, **parameters: str) -> None:
        """Expect these parameters, among others, in the address bar."""
        wanted = [rf"(?=.*[?&]{name}={re.escape(text)}(&|$))" for name, text in parameters.items()]
        expect(self.page).to_have_url(re.compile("".join(wanted)))

    # the ways to another step

    def press(self, *keys: str) -> None:
        """Press keys one after the other."""
        for key in keys:
            self.page.keyboard.press(key)

    def button(self, name: str) -> Locator:
        """A button of the stage by its accessible name."""
        return self.stage.get_by_role("button", name=name, exact=True)

    def choice(self, name: str) -> Locator:
        """A list of the stage by its accessible name: Speed, Detail; what is folded is unfolded."""
        folded = self.stage.locator("details:not([open])", has=self.page.get_by_label(name))
        if folded.count():
            folded.locator("summary").click()
        return self.stage.get_by_role("combobox", name=name, exact=True)

    def mark(self, step: int) -> Locator:
        """The mark of a step in the row of all steps."""
        return self.stage.get_by_role("button", name=re.compile(f"^Step {step}: "))

    # numbers

    @property
    def layer(self) -> Locator:
        """The heatmaps that are on the page."""
        return self.stage.locator(".layer:visible")

    def cell(self, id: str) -> Locator:
        """The cell of a number; where it stands in both rows of a layer, the first."""
        return self.layer.locator(f"[role=gridcell][data-id={id}]").first

    def neuron(self, layer: int, j: int) -> Locator:
        """Neuron j of a layer in the diagram of a 3-4-2 network."""
        return self.stage.locator(".node").nth((0, 3, 7)[layer - 1] + j - 1)

    def line(self, layer: int, j: int, k: int) -> Locator:
        """The line into neuron j of a layer from neuron k of the one before, in a 3-4-2 network."""
        first, columns = ((0, 3), (12, 4))[layer - 2]
        return self.stage.locator(".edge").nth(first + (j - 1) * columns + k - 1)

    def click_line(self, layer: int, j: int, k: int) -> None:
        """Click a line of the diagram where no other lies over it."""
        x, y = self.line(layer, j, k).evaluate(POINT_OF_LINE)
        self.page.mouse.click(x, y)

    @property
    def field(self) -> Locator:
        """Where the selected number is typed."""
        return self.stage.locator(".strip input")

    @property
    def problem(self) -> Locator:
        """The sentence at the field that says why what was typed cannot be."""
        return self.stage.get_by_role("alert")

    def type(self, text: str) -> None:
        """Type the selected number and press Enter."""
        self.field.fill(text)
        self.field.press("Enter")
