"""The server dies and comes back, or the line is cut: nobody loses their step."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, WebSocketRoute, expect

from tests.browser.explorer import Explorer
from tests.browser.server import Server

SEEN = re.compile("The server does not answer")


@pytest.fixture(scope="module")
def mortal(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server of these tests' own, which they may kill."""
    server = Server(tmp_path_factory.mktemp("mortal") / "log")
    yield server
    server.stop()
    assert not server.new_tracebacks()


@pytest.fixture(scope="module")
def one_browser(chromium: Browser) -> Iterator[BrowserContext]:
    context = chromium.new_context(viewport={"width": 1400, "height": 900})
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    yield context
    context.close()


@pytest.fixture
def context(one_browser: BrowserContext) -> Iterator[BrowserContext]:
    """One browser for all, without the pages of the last test."""
    yield one_browser
    for page in one_browser.pages:
        page.close()


def opened(page: Page, url: str, query: str, path: str = "") -> Explorer:
    explorer = Explorer(page, url)
    explorer.open(query, path)
    explorer.wait_until_quiet()
    return explorer


def away(page: Page) -> None:
    """Expect the page to say, in one line and no dialog, that the server is away."""
    expect(page.get_by_role("status").filter(has_text=SEEN)).to_be_visible()
    expect(page.get_by_role("dialog")).to_have_count(0)


def back(explorer: Explorer) -> None:
    """Expect the page to be connected again, and at rest."""
    app = explorer.page.get_by_test_id("stApp")
    expect(app).to_have_attribute("data-test-connection-state", "CONNECTED")
    expect(explorer.page.get_by_text(SEEN)).to_have_count(0)
    explorer.wait_until_quiet()


def test_every_browser_comes_back_where_it_was_when_a_server_is_killed(
    context: BrowserContext, mortal: Server
) -> None:
    wide = opened(context.new_page(), mortal.url, "seed=77&sizes=3-5-2")
    deep = opened(context.new_page(), mortal.url, "preset=deep&level=neuron&step=7")
    demon = opened(
        context.new_page(), mortal.url, "part=demon&preset=mazur&selected=z3_2", "equations"
    )
    wide.press("ArrowRight", "ArrowRight", "ArrowRight")
    wide.linked(step="4")

    mortal.kill()
    for explorer in (wide, deep, demon):
        away(explorer.page)
    wide.press("ArrowRight")
    wide.cell("a2_1").click()
    demon.press("ArrowRight", "ArrowRight")
    mortal.start()

    for explorer in (wide, deep, demon):
        back(explorer)
    wide.at(5)
    wide.linked(seed="77", sizes="3-5-2", step="5", selected="a2_1")
    expect(wide.code).to_contain_text("np.sum((y - a) ** 2)")
    expect(wide.chips("goes into").first).to_be_visible()
    deep.at(7, 58)
    expect(deep.code).to_contain_text("np.exp(-z)")
    demon.linked(part="demon", preset="mazur", selected="z3_2", dz="0.1")
    expect(demon.stage.locator(".slider output")).to_have_text("0.1")
    # and it goes on from there
    deep.press("ArrowRight")
    deep.linked(step="8")
    deep.at(8, 58)


def test_what_is_typed_while_the_server_is_away_is_taken_when_it_is_back(
    context: BrowserContext, mortal: Server
) -> None:
    explorer = opened(context.new_page(), mortal.url, "seed=9&sizes=2-2-1&selected=w2_1_2&step=2")
    mortal.kill()
    away(explorer.page)
    explorer.type("0.25")
    mortal.start()
    back(explorer)
    expect(explorer.cell("w2_1_2")).to_have_accessible_name(re.compile("^w²₁₂ = 0.25"))
    explorer.at(2, 15)
    explorer.linked(selected="w2_1_2", step="2")


class Line:
    """The connection of a page, which can be cut, and on which answers can be held back."""

    def __init__(self, page: Page) -> None:
        self._cut = False
        self._held: list[tuple[WebSocketRoute, str | bytes]] | None = None
        self._open: list[WebSocketRoute] = []
        page.route_web_socket(re.compile("/_stcore/stream"), self._through)

    def _through(self, line: WebSocketRoute) -> None:
        if self._cut:
            line.close()
            return
        self._open.append(line)
        line.connect_to_server().on_message(lambda message: self._hand_on(line, message))

    def _hand_on(self, line: WebSocketRoute, message: str | bytes) -> None:
        if self._held is None:
            line.send(message)
        else:
            self._held.append((line, message))

    def cut(self) -> None:
        self._cut = True
        for line in self._open:
            line.close()
        self._open.clear()

    def mend(self) -> None:
        self._cut = False

    def hold_answers(self) -> None:
        self._held = []

    def release_answers(self) -> None:
        held, self._held = self._held or [], None
        for line, message in held:
            line.send(message)


def test_a_line_that_is_cut_for_a_moment_costs_nothing(
    context: BrowserContext, mortal: Server
) -> None:
    page = context.new_page()
    line = Line(page)
    explorer = opened(page, mortal.url, "seed=77&sizes=3-5-2")
    neurons = explorer.sidebar.get_by_role("spinbutton", name="Neurons in layer 2")
    line.cut()
    away(explorer.page)
    explorer.press("ArrowRight", "ArrowRight")
    line.mend()
    back(explorer)
    explorer.at(3)
    explorer.linked(step="3", seed="77")
    expect(explorer.code).to_have_text("return w @ a_prev + b")
    explorer.cell("w3_1_2").click()
    explorer.linked(selected="w3_1_2")
    line.cut()
    away(explorer.page)
    explorer.type("0.25")
    line.mend()
    back(explorer)
    expect(explorer.cell("w3_1_2")).to_have_accessible_name(re.compile("^w³₁₂ = 0.25"))
    line.cut()
    away(explorer.page)
    neurons.fill("6")
    neurons.press("Enter")
    line.mend()
    back(explorer)
    explorer.linked(sizes="3-6-2", step="3")


def test_a_step_before_the_first_answer_of_a_new_server_is_kept(
    context: BrowserContext, mortal: Server
) -> None:
    page = context.new_page()
    line = Line(page)
    explorer = opened(page, mortal.url, "seed=77&sizes=3-5-2&step=2")
    app = explorer.page.get_by_test_id("stApp")
    line.hold_answers()
    mortal.kill()
    away(explorer.page)
    mortal.start()
    expect(app).to_have_attribute("data-test-connection-state", "CONNECTED")
    explorer.press("ArrowRight", "ArrowRight")
    explorer.linked(step="4")
    line.release_answers()
    back(explorer)
    expect(explorer.code).to_contain_text("np.exp(-z)")
    explorer.at(4)
    explorer.linked(step="4", seed="77")


def test_a_page_that_meets_a_newer_server_is_loaded_anew(
    context: BrowserContext, mortal: Server
) -> None:
    explorer = opened(context.new_page(), mortal.url, "seed=77&sizes=3-5-2&selected=w3_1_1&step=3")
    explorer.page.evaluate("document.querySelector('[data-modules]').dataset.modules = 'older'")
    explorer.type("0.5")
    expect(explorer.page.locator("[data-modules=older]")).to_have_count(0)
    explorer.wait_until_drawn()
    explorer.at(3)
    expect(explorer.stage).to_have_count(1)
    expect(explorer.cell("w3_1_1")).to_have_accessible_name(re.compile("^w³₁₁ = 0.5"))


def test_the_link_is_copied_as_it_is_seen(context: BrowserContext, mortal: Server) -> None:
    explorer = opened(context.new_page(), mortal.url, "seed=77&sizes=3-5-2")
    copied = explorer.page.evaluate(
        """async () => {
          const press = (key) => document.body.dispatchEvent(
            new KeyboardEvent("keydown", { key, bubbles: true }));
          press("ArrowRight");
          press("ArrowRight");
          document.querySelector(".bp-copy-link button").click();
          return navigator.clipboard.readText();
        }"""
    )
    assert copied == f"{mortal.url}/?seed=77&sizes=3-5-2&step=3"
