"""The explorer in the words of those who use it; every look waits until the page is there."""

import re
from urllib.parse import parse_qsl, urlsplit

from playwright.sync_api import Locator, Page, expect

PATIENCE = 30_000  # milliseconds: the machine may be busy

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

# Looks again and again, where expect looks ever more seldom: a second that each visit would wait.
SEEN = """
([selector, patience]) => new Promise((done) => {
  const end = performance.now() + patience;
  const look = () => {
    const seen = [...document.querySelectorAll(selector)].some((one) => one.checkVisibility());
    seen || performance.now() > end ? done() : setTimeout(look, 20);
  };
  look();
})
"""

PLOTS = ":is(.layer, .exhibits, .chart):visible:not([data-drawn])"
"""What is not yet drawn by Plotly; each part of a stage that Plotly draws says when it is."""


class Explorer:
    """One page of the app in a browser."""

    def __init__(self, page: Page, url: str) -> None:
        self.page = page
        self.url = url
        self.path = ""
        self.stage = page.locator(".bp-stage")
        self.main = page.get_by_test_id("stMain")
        self.sidebar = page.get_by_test_id("stSidebar")

    def open(self, query: str = "", path: str = "") -> None:
        """Go to a link of the app, and wait until its first picture is drawn."""
        self.path = path
        self.page.goto(f"{self.url}/{path}{'?' if query else ''}{query}")
        self.wait_until_drawn()

    def reload(self) -> None:
        """What F5 does."""
        self.page.reload()
        self.wait_until_drawn()

    def wait_until_drawn(self) -> None:
        """The figures of the present layer, or all that a page of the chapter has, are drawn."""
        if self.path:
            self.wait_until_quiet()
            self._look_for(".bp-stage :is(svg, [data-drawn])")
            expect(self.stage.locator("svg, [data-drawn]").first).to_be_visible()
            expect(self.stage.locator(PLOTS)).to_have_count(0)
        else:
            self._look_for(".bp-stage .layer[data-drawn]")
            expect(self.layer.and_(self.page.locator("[data-drawn]"))).to_be_visible()

    def wait_until_quiet(self) -> None:
        """The server has nothing more to do for this page."""
        self._look_for("[data-testid=stApp][data-test-script-state=notRunning]")
        app = self.page.get_by_test_id("stApp")
        expect(app).to_have_attribute("data-test-script-state", "notRunning")
        expect(app.locator("[data-stale=true]")).to_have_count(0)  # pale, as about to be replaced

    def _look_for(self, selector: str) -> None:
        """Wait until it is seen, and no longer; whether it is there, an expect after this says."""
        self.page.evaluate(SEEN, [selector, PATIENCE])

    # where the learner is

    def at(self, step: int, count: int = 14) -> None:
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
        """A list of the stage by its accessible name: Speed, Detail, Neurons, Lines."""
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
        return self.stage.get_by_role("textbox")

    @property
    def problem(self) -> Locator:
        """The sentence at the field that says why what was typed cannot be."""
        return self.stage.get_by_role("alert")

    def type(self, text: str) -> None:
        """Type the selected number and press Enter."""
        self.field.fill(text)
        self.field.press("Enter")

    # beside the stage

    @property
    def code(self) -> Locator:
        """The line of the engine that computed the present step."""
        return self.main.locator(".st-key-panel [data-testid=stCaptionContainer] code")

    def chips(self, label: str) -> Locator:
        """The numbers that the selected one is "made from" or "goes into"."""
        return self.main.get_by_role("group", name=label).get_by_role("button")
