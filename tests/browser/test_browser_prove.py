"""The exercise in a browser: a proof of BP3 by mouse and by keyboard, wrong at first."""

import re
from typing import Any

from playwright.sync_api import Locator, expect

from backprop.lesson import Lesson
from backprop.server.stage_modules import module_url
from tests.browser import parts
from tests.browser.conftest import Alone, Visit
from tests.browser.looks import PHONE, TOO_WIDE
from tests.browser.stage_page import StagePage

LINES = ["bp3-definition", "bp3-chain", "bp3-only", "bp3-z", "bp3-rate", "bp3-end"]

# Of all orders of the lines, how many the judge takes for complete, and how many are allowed.
ORDERS = """
async ([module, cards]) => {
  const { judged } = await import(module);
  const lines = cards.filter((card) => !card.instead);
  const orders = (rest) => rest.length ? rest.flatMap((one) =>
    orders(rest.filter((other) => other !== one)).map((order) => [one, ...order])) : [[]];
  const allowed = (order) => order.every((one, place) =>
    one.uses.every((name) => order.slice(0, place).some((other) => other.name === name)));
  const every = orders(lines);
  const taken = every.filter((order) => judged(order, cards).complete === allowed(order));
  return [every.length, taken.length, every.filter(allowed).length];
}
"""


def pool(stage: StagePage, name: str) -> Locator:
    return stage.stage.locator(f".pool [data-card={name}]")


def made(stage: StagePage, name: str) -> Locator:
    return stage.stage.locator(f".made [data-card={name}]")


def verdict(stage: StagePage) -> Locator:
    return stage.stage.locator(".verdict")


def test_a_slip_is_named_and_the_proof_is_made(alone: Alone) -> None:
    stage = alone(parts.prove(Lesson()))
    pool(stage, "bp3-chain").click()
    expect(made(stage, "bp3-chain")).to_be_focused()
    expect(verdict(stage)).to_have_text("So far every line holds.")
    pool(stage, "bp3-value").click()
    expect(verdict(stage)).to_have_text(
        re.compile("^Line 2 does not hold in general. .* its sides are 1 and")
    )
    expect(made(stage, "bp3-value")).to_contain_text("1 ≠")
    stage.button("the next line").click()
    expect(pool(stage, "bp3-rate")).to_have_class(re.compile("hinted"))
    made(stage, "bp3-value").focus()
    stage.press("Delete")
    expect(pool(stage, "bp3-value")).to_be_focused()
    for name in ("bp3-end", "bp3-only", "bp3-rate", "bp3-z", "bp3-definition"):
        pool(stage, name).press("Enter")
    expect(verdict(stage)).to_have_text(re.compile("^Line 2 is true, but it uses"))
    made(stage, "bp3-z").focus()
    stage.press("ArrowUp")
    expect(made(stage, "bp3-z")).to_be_focused()
    for _ in range(4):
        made(stage, "bp3-end").get_by_role("button", name=re.compile("down$")).click()
    expect(verdict(stage)).to_have_text(re.compile("^Proved: "))
    order = ["bp3-chain", "bp3-only", "bp3-z", "bp3-rate", "bp3-definition", "bp3-end"]
    stage.tells("lines", order)


def test_a_line_that_the_hint_names_goes_where_it_says(alone: Alone) -> None:
    stage = alone(parts.prove(Lesson()))
    pool(stage, "bp3-only").click()
    expect(verdict(stage)).to_have_text(re.compile("^Line 1 is true, but it uses"))
    stage.button("the next line").click()
    expect(stage.stage.locator(".hints p")).to_have_text(re.compile("it goes above line 1.$"))
    pool(stage, "bp3-chain").click()
    expect(verdict(stage)).to_have_text("So far every line holds.")
    expect(made(stage, "bp3-chain")).to_be_focused()
    stage.tells("lines", ["bp3-chain", "bp3-only"])


def test_every_order_that_the_lines_allow_is_right_and_no_other(alone: Alone) -> None:
    for of in ("BP3", "BP4"):
        data: Any = parts.prove(Lesson(), of)
        stage = alone(data)
        found = stage.page.evaluate(
            ORDERS, [module_url("ideas/prove/judge.js"), data["parts"][0]["cards"]]
        )
        assert found[:2] == [720, 720]
        # the definition anywhere before the end, and two chains of two lines into each other
        assert found[2] == 5 * 6


def test_the_link_keeps_the_proof(visit: Visit) -> None:
    explorer = visit("part=prove&prove-lines=bp4-z", path="proof")
    pool(explorer, "bp3-chain").click()
    pool(explorer, "bp3-definition").click()
    explorer.linked(**{"prove-lines": "bp4-z%2Cbp3-chain%2Cbp3-definition"})
    explorer.wait_until_quiet()
    expect(made(explorer, "bp3-definition")).to_be_focused()
    pool(explorer, "bp3-chain").dispatch_event("click")
    expect(explorer.stage.locator(".made [data-card]")).to_have_count(2)
    explorer.page.reload()
    expect(made(explorer, "bp3-definition")).to_be_visible()
    explorer.resize(PHONE)
    explorer.wait_until_quiet()
    assert explorer.page.evaluate(TOO_WIDE) == []
