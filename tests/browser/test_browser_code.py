"""The page of the code in a browser: lines, numbers and steps go together, and so do columns."""

from playwright.sync_api import expect

from backprop.ideas.code.stage import stage_data
from backprop.ideas.columns.compute import mini_batch
from backprop.ideas.columns.stage import stage_data as columns_data
from backprop.lesson import PRESETS, Lesson, run_rows
from tests.browser.conftest import Alone


def test_the_lines_the_numbers_and_the_steps_go_together(alone: Alone) -> None:
    """In 3-4-2 step 2 is z^2, 4 is z^3, and delta^3 = nabla_a * sigma'(z^3) is step 7 of 12."""
    stage = alone(stage_data(Lesson().trace(), 1), own="code", permissions=["clipboard-read"])
    present, layer = stage.stage.locator(".listing .present"), stage.stage.locator(".loop .note")
    shapes = stage.stage.locator(".arrays small")
    stage.at(1, 12)
    stage.press("ArrowRight")
    expect(present).to_contain_text("z[l] = w[l] @ a[l-1] + b[l]")
    expect(layer).to_have_text("l = 2")
    expect(shapes).to_have_text(["4×1", "4×3", "3×1", "4×1"])
    line = stage.stage.get_by_role("button", name="z[l] = w[l] @ a[l-1] + b[l]")
    line.click()
    stage.at(4, 12)
    expect(layer).to_have_text("l = 3")
    line.click()
    stage.at(2, 12)  # it has run for the last time, so from the first again
    stage.mark(7).click()
    expect(present).to_contain_text("delta[L] = nabla_a * sigmoid_prime(z[L])")
    stage.stage.locator(".arrays [data-id=nabla_a3_1]").click()
    stage.at(6, 12)
    expect(present).to_contain_text("nabla_a = a[L] - y")
    stage.linked(**{"code-step": "6"})
    stage.button("Copy with your numbers").click()
    expect(stage.button("Copied")).to_be_visible()
    copied = stage.page.evaluate("navigator.clipboard.readText()")
    assert copied.startswith("import numpy as np\n\ndef backprop(x, y):\n")


def test_the_slider_lights_the_column_of_an_example_and_adds_up(alone: Alone) -> None:
    """XOR: x = (0, 1) is column 2 of X; after all four the loop has what the product has."""
    lesson = PRESETS["xor"]
    batch = mini_batch(lesson.network(), run_rows(lesson, lesson.data))
    stage = alone(columns_data(lesson.trace(), batch, 2, 1), lesson, own="columns")
    boxed = stage.stage.locator("[data-array=A1] [data-mark='□']")
    expect(boxed).to_have_text(["0", "0"])
    stage.press("ArrowRight")
    expect(boxed).to_have_text(["0", "1"])
    expect(stage.stage.locator(".words")).to_contain_text("Example 2 is column 2 of X, Z² and Δ²")
    stage.linked(**{"columns-example": "2"})
    stage.press("End")
    added, mean = (
        stage.stage.locator(f"[data-array={name}2] [role=gridcell]") for name in ("added", "mean")
    )
    expect(added).to_have_text(mean.all_inner_texts())
