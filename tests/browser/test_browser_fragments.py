"""After changes, of which each runs a few fragments of the page, all of it is as if opened anew."""

from typing import Any

import pytest
from playwright.sync_api import Route, expect

from backprop.lesson import from_query
from tests.browser.conftest import Visit
from tests.browser.explorer import Explorer

# What is to be read, and what stands in each field, once it stays the same for some frames; what
# came of the last press is not in the link.
READ = """
async () => {
  const main = document.querySelector("[data-testid=stMain]");
  const sidebar = document.querySelector("[data-testid=stSidebarUserContent]");
  const seen = (selector, root = document) =>
    [...root.querySelectorAll(selector)].filter((one) => one.checkVisibility());
  const name = (field) => field.ariaLabel ?? field.labels?.[0]?.innerText;
  const read = () => ({
    text: main.innerText.split(/\\s+/),
    cells: [...main.querySelectorAll("[data-id][aria-label]")].map((one) => one.ariaLabel),
    fields: seen("input, textarea").map((one) => `${name(one)}: ${one.value}`),
    said: seen("[data-testid=stCaptionContainer], label", sidebar).map((one) => one.innerText),
  });
  const frame = () => new Promise((done) => requestAnimationFrame(done));
  for (let [found, same] = [read(), 0]; ; ) {
    await frame();
    const now = read();
    same = JSON.stringify(now) === JSON.stringify(found) ? same + 1 : 0;
    if (same === 10) return now;
    found = now;
  }
}
"""


def read(explorer: Explorer) -> dict[str, Any]:
    explorer.wait_until_quiet()
    explorer.wait_until_drawn()
    found: dict[str, Any] = explorer.page.evaluate(READ)
    return found


def enter(explorer: Explorer, name: str, text: str, role: Any = "textbox") -> None:
    field = explorer.sidebar.get_by_role(role, name=name, exact=True)
    field.fill(text)
    field.press("Enter")
    explorer.wait_until_quiet()


def choose(explorer: Explorer, name: str, option: str) -> None:
    explorer.sidebar.get_by_role("combobox", name=name).click()
    explorer.page.get_by_role("option", name=option, exact=True).click()
    explorer.wait_until_quiet()


def change_everything(explorer: Explorer) -> None:
    """Changes of every group of the sidebar, each of which something in another group follows."""
    explorer.sidebar.get_by_role("button", name="Take one step of gradient descent").click()
    explorer.wait_until_quiet()
    enter(explorer, "Neurons in layer 1, the inputs", "2", "spinbutton")
    enter(explorer, "Neurons in layer 3, the outputs", "1", "spinbutton")
    choose(explorer, "Data set", "XOR")
    choose(explorer, "Row", "1, 0 → 1")
    choose(explorer, "Activation", "one per layer")
    choose(explorer, "Layer 2", "tanh")
    choose(explorer, "Cost", "cross-entropy")
    explorer.sidebar.get_by_text("Weights and biases").click()
    enter(explorer, "w²₁₁", "-1.5")
    enter(explorer, "Learning rate η", "2")


@pytest.mark.parametrize("path", ["", "equations"])
def test_a_page_that_was_changed_is_the_one_that_its_link_opens(visit: Visit, path: str) -> None:
    explorer = visit("part=tell" if path else "step=9&selected=w2_1_1", path=path)
    change_everything(explorer)
    for name in ("Undo", "Redo"):
        explorer.sidebar.get_by_role("button", name=name).click()
        explorer.wait_until_quiet()
    explorer.linked(data="XOR", cost="cross-entropy", eta="2")
    assert from_query(explorer.link)[0].network().w[2][0, 0] == -1.5
    changed = read(explorer)
    explorer.reload()
    explorer.sidebar.get_by_text("Weights and biases").click()
    expect(explorer.sidebar.get_by_role("textbox", name="w²₁₁", exact=True)).to_be_visible()
    assert changed == read(explorer)


def test_a_list_that_is_drawn_after_a_press_shows_the_lesson(visit: Visit) -> None:
    explorer = visit("activation=tanh")
    held: list[Route] = []
    explorer.page.route(
        "**/Selectbox.*.js", lambda route: held.append(route)
    )  # what draws lists is still on its way
    explorer.page.reload()
    explorer.sidebar.get_by_text("Weights and biases").click()
    expect(explorer.sidebar.get_by_role("textbox", name="w²₁₁", exact=True)).to_be_visible()
    explorer.wait_until_quiet()
    for route in held:
        route.continue_()
    for name, value in (("Layers", "3"), ("Activation", "tanh"), ("Cost", "quadratic")):
        expect(explorer.sidebar.get_by_role("combobox", name=name)).to_have_value(value)
