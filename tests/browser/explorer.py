"""The explorer in the words of those who use it; every look waits until the page is there."""

from playwright.sync_api import Locator, Page, expect

from backprop.chapter import Part
from tests.browser.stage_page import StagePage
from tests.chromium import PATIENCE, returning

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


class Explorer(StagePage):
    """One page of the app in a browser."""

    def __init__(self, page: Page, url: str) -> None:
        super().__init__(page)
        self.url = url
        self.path = ""
        self.main = page.get_by_test_id("stMain")
        self.sidebar = page.get_by_test_id("stSidebar")

    def open(self, query: str = "", path: str = "", seen: bool = True) -> None:
        """Go to a link of the app, and wait until its first picture is drawn.

        It is opened by somebody who has ``seen`` the first minute, or never was there.
        """
        self.path = path
        self.page.context.clear_cookies()
        if seen:
            returning(self.page.context)
        self.page.goto(f"{self.url}/{path}{'?' if query else ''}{query}")
        self.wait_until_drawn()

    def leave(self) -> None:
        """Forget all, and go where no app is, on the same site: the page keeps its renderer."""
        self.page.evaluate("localStorage.clear()")
        self.page.unroute_all()
        self.page.mouse.up()
        self.page.mouse.move(-10, -10)
        self.page.goto(f"{self.url}/_stcore/health")

    def reload(self) -> None:
        """What F5 does."""
        self.page.reload()
        self.wait_until_drawn()

    def wait_until_drawn(self) -> None:
        """The figures of the present layer, or all that a page of the chapter has, are drawn."""
        if self.path:
            self.wait_until_quiet()
        self._look_for(".bp-stage :is(svg, [data-drawn])")
        super().wait_until_drawn()

    def wait_until_quiet(self) -> None:
        """The server has nothing more to do for this page."""
        self._look_for("[data-testid=stApp][data-test-script-state=notRunning]")
        app = self.page.get_by_test_id("stApp")
        expect(app).to_have_attribute("data-test-script-state", "notRunning")
        expect(app.locator("[data-stale=true]")).to_have_count(0)  # pale, as about to be replaced

    def _look_for(self, selector: str) -> None:
        """Wait until it is seen, and no longer; whether it is there, an expect after this says."""
        self.page.evaluate(SEEN, [selector, PATIENCE])

    # beside the stage

    def turn_to(self, part: Part) -> None:
        """Choose this part of the page, and wait until it is drawn."""
        self.main.get_by_role("radio", name=part.title, exact=True).click()
        expect(self.main.get_by_text(part.question, exact=True)).to_be_visible()
        self.wait_until_drawn()

    @property
    def code(self) -> Locator:
        """The line of the engine that computed the present step."""
        return self.main.locator(".bp-blocks code")

    def chips(self, label: str) -> Locator:
        """The numbers that the selected one is "made from" or "goes into"."""
        return self.main.get_by_role("group", name=label).get_by_role("button")
