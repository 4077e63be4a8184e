"""The equation of a step comes with its picture, whatever the server does meanwhile."""

import json

import pytest
from playwright.sync_api import Locator, WebSocketRoute, expect
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from backprop.lesson import Lesson
from backprop.ui.components.component import packed
from tests.browser.conftest import Visit
from tests.browser.explorer import Explorer

STEPS = Lesson().trace().steps
# A step, and what the panel says once it is painted.
PRESS = """
async (key) => {
  const press = new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true });
  document.body.dispatchEvent(press);
  const frame = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
  await frame();
  await frame();
  return document.querySelector(".bp-blocks code").textContent;
}
"""


class Line:
    """The way from the server to a page."""

    def __init__(self, explorer: Explorer) -> None:
        self.holds = False  # what comes, from the next blocks on
        self.loses = False  # what the next blocks have to say
        self._held: list[bytes] = []
        explorer.page.route_web_socket("**/_stcore/stream", self._connect)
        explorer.reload()
        explorer.wait_until_quiet()

    def let_go(self) -> None:
        """Send what was held, and hold nothing more."""
        self.holds = False
        for message in self._held:
            self._page.send(message)
        self._held = []

    def _connect(self, page: WebSocketRoute) -> None:
        self._page = page
        page.connect_to_server().on_message(self._pass)

    def _pass(self, sent: str | bytes) -> None:
        assert isinstance(sent, bytes)
        message = ForwardMsg.FromString(sent)
        component = message.delta.new_element.bidi_component
        blocks = component.component_name == "backprop_blocks"
        if self.holds and (blocks or self._held):
            self._held.append(sent)
        elif blocks and self.loses:
            self.loses = False
            data = json.loads(component.bytes) | {"steps": {}}
            component.bytes = packed("blocks", {k: v for k, v in data.items() if k != "early"})
            self._page.send(message.SerializeToString())
        else:
            self._page.send(sent)


@pytest.fixture
def explorer(visit: Visit) -> Explorer:
    """The explorer with a network that is none of the examples."""
    explorer = visit("seed=77")
    explorer.wait_until_quiet()
    return explorer


@pytest.fixture
def line(explorer: Explorer) -> Line:
    return Line(explorer)


def press(explorer: Explorer, key: str) -> str:
    """Press a key on the page: the line of code that is shown a frame later."""
    code: str = explorer.page.evaluate(PRESS, key)
    return code


def numbers(explorer: Explorer) -> Locator:
    """The formula with the numbers put in."""
    return explorer.main.locator(".bp-blocks .katex-html").nth(2)


def test_a_step_needs_no_server_for_its_equation(explorer: Explorer, line: Line) -> None:
    line.holds = True
    explorer.main.get_by_role("link", name="book").focus()
    assert press(explorer, "ArrowRight") == STEPS[1].equation.source
    expect(numbers(explorer)).to_contain_text(explorer.cell("a2_1").inner_text())
    expect(explorer.main.get_by_role("link", name="book")).to_be_focused()
    assert press(explorer, "ArrowLeft") == STEPS[0].equation.source
    assert press(explorer, "End") == STEPS[0].equation.source, "it is not known yet"
    line.let_go()
    explorer.at(15)
    expect(explorer.code).to_contain_text("eta * trace.nabla_w[l]")


def test_no_old_numbers_stand_beside_the_picture_of_a_changed_network(
    explorer: Explorer, line: Line
) -> None:
    line.holds = True
    before = explorer.cell("z2_1").inner_text()
    explorer.sidebar.get_by_role("button", name="Take one step of gradient descent").click()
    expect(explorer.cell("z2_1")).not_to_have_text(before)
    assert press(explorer, "ArrowRight") == STEPS[0].equation.source, "the next is of the old one"
    line.let_go()
    expect(explorer.code).to_have_text(STEPS[1].equation.source)
    expect(numbers(explorer)).to_contain_text(explorer.cell("a2_1").inner_text())


def test_what_was_lost_on_the_way_is_told_again(explorer: Explorer, line: Line) -> None:
    line.loses = True
    assert press(explorer, "ArrowRight") == STEPS[1].equation.source
    while line.loses:
        explorer.page.evaluate("() => new Promise(requestAnimationFrame)")
    press(explorer, "ArrowRight")
    expect(explorer.code).to_have_text(STEPS[2].equation.source)


def test_a_change_is_seen_before_streamlit_has_drawn_the_page(explorer: Explorer) -> None:
    explorer.page.evaluate("() => { window.backpropTake = () => {}; }")  # what it hands on is lost
    before = explorer.cell("w2_1_1").inner_text()
    explorer.sidebar.get_by_role("button", name="Take one step of gradient descent").click()
    expect(explorer.cell("w2_1_1")).not_to_have_text(before)
    expect(numbers(explorer)).to_contain_text(explorer.cell("w2_1_1").inner_text())
