"""The exercises of 2.6 in a browser: another function at one neuron, and the way to linear ones."""

from playwright.sync_api import Locator, expect

from backprop.lesson import PRESETS
from tests.browser import parts
from tests.browser.conftest import Alone
from tests.browser.looks import MOVED
from tests.browser.stage_page import StagePage

NEURON = PRESETS["nielsen-neuron"]
"""One neuron with z = 1.5, x = 1 and y = 0."""


def neuron(stage: StagePage) -> Locator:
    return stage.stage.locator(".node").nth(1)


def cell(stage: StagePage, id: str) -> Locator:
    return stage.stage.locator(f"[data-id={id}]")


def test_the_square_is_in_the_neuron_and_its_slope_on_the_board(alone: Alone) -> None:
    stage = alone(parts.function(NEURON, 2, 1, "square"))
    expect(neuron(stage)).to_have_accessible_name("a²₁ = 2.25, made by f")
    expect(cell(stage, "sigma_prime2_1")).to_contain_text("3")
    expect(cell(stage, "moved_w2_1")).to_have_text("6.75")


def test_on_the_slider_the_errors_become_those_of_a_linear_neuron(alone: Alone) -> None:
    """The end of it: sigma' = 1 and delta = a = 1.5."""
    stage = alone(parts.linear(NEURON))
    said = stage.stage.get_by_role("slider").evaluate(MOVED, 20)
    assert said.startswith("Every σ′ is 1;")
    expect(neuron(stage)).to_have_accessible_name("δ²₁ = 1.5")
    expect(cell(stage, "whole_a2_1")).to_have_text("1.5")
    stage.linked(**{"linear-share": "1"})
