"""The proof in a browser: it grows line by line, and nothing moves."""

import re

from playwright.sync_api import Locator, expect

from backprop.lesson import Lesson
from tests.browser import parts
from tests.browser.conftest import Alone, Visit
from tests.browser.stage_page import StagePage


def line(stage: StagePage, number: int) -> Locator:
    return stage.stage.locator(".proof-lines ol > li").filter(
        has=stage.page.get_by_role("button", name=f"Line {number}", exact=True)
    )


def test_the_sum_stands_with_its_zeros_before_it_collapses(alone: Alone) -> None:
    stage = alone(parts.proof_of(Lesson()))
    proof = stage.stage.locator(".proof-lines")
    height = proof.evaluate("(one) => one.offsetHeight")
    expect(line(stage, 37).locator(".formula").first).to_be_hidden()
    stage.button("Next step").click()
    terms = line(stage, 37).locator("ul[data-state=present] li")
    expect(terms).to_have_count(2)
    expect(terms.nth(1)).to_have_text(re.compile(r"k = 2.* · 0 = 0"))
    expect(terms.nth(1)).to_have_class(re.compile("zero"))
    stage.press("ArrowRight")
    left = line(stage, 38).locator("ul[data-state=present] li:not(.gone)")
    expect(left).to_have_text(re.compile("k = 1"))
    line(stage, 38).hover()
    expect(line(stage, 37)).to_have_class(re.compile("pointed"))
    stage.press("End")
    assert proof.evaluate("(one) => one.offsetHeight") == height
    stage.button("Line 36").click()
    stage.at(1, 4)


def test_a_click_on_a_neuron_leads_to_its_proof(visit: Visit) -> None:
    explorer = visit("preset=mazur&proof-line=2", path="proof")
    expect(line(explorer, 37)).to_have_attribute("data-state", "present")
    explorer.stage.locator(".node").nth(2).click()
    expect(line(explorer, 40)).to_have_attribute("data-state", "present")
    explorer.press("ArrowRight", "ArrowRight", "ArrowRight", "ArrowRight")
    expect(explorer.stage.locator(".edge-labels text")).to_have_text(["0.0965", "0.121"])
    explorer.linked(**{"proof-of": "BP2", "proof-line": "5"})
    expect(explorer.main.get_by_role("link", name="(44)")).to_be_visible()


def test_the_last_line_with_its_terms_is_on_a_low_screen(visit: Visit) -> None:
    explorer = visit("preset=deep&proof-of=BP2&proof-line=6", path="proof", screen=(1280, 720))
    terms = line(explorer, 45).locator("ul[data-state=present] li")
    expect(terms.last).to_be_in_viewport(ratio=1)


def test_keys_step_when_the_proof_has_just_been_chosen(visit: Visit) -> None:
    explorer = visit(path="proof")
    explorer.main.get_by_role("radio", name="BP2").click()
    expect(line(explorer, 40)).to_have_attribute("data-state", "present")
    explorer.press("End")
    expect(line(explorer, 45)).to_have_attribute("data-state", "present")
    explorer.press("PageUp")
    expect(line(explorer, 44)).to_have_attribute("data-state", "present")
