"""The cost as a mean: the examples in their table, their gradients and the mean of these."""

import re

import numpy as np
from playwright.sync_api import Locator, expect

from backprop.engine import run
from backprop.lesson import PRESETS, Lesson, resized, to_query, with_examples
from backprop.writing import exact, short
from tests.browser import parts
from tests.browser.conftest import Alone, Visit
from tests.browser.looks import PHONE, TOO_WIDE
from tests.browser.stage_page import StagePage

FOUR = with_examples(PRESETS["book"])
FOUR_LINK = "&".join(f"{name}={value}" for name, value in to_query(FOUR).items())


LINK = f"part=mean&{FOUR_LINK}"


def in_all(page: StagePage, id: str) -> Locator:
    return page.stage.locator(f".matrix [data-id={id}]")


def test_pointing_at_a_weight_lights_it_everywhere(alone: Alone) -> None:
    stage = alone(parts.mean(FOUR))
    in_all(stage, "nabla_w2_3_2").first.hover()
    expect(in_all(stage, "nabla_w2_3_2")).to_have_count(2)
    for cell in in_all(stage, "nabla_w2_3_2").all():
        expect(cell).to_have_class(re.compile("lit"))
    boxes = stage.stage.locator(".multiples .pointed:visible")
    expect(boxes).to_have_count(4)
    values = stage.stage.locator(".multiples figcaption .of-nabla_w")
    n = len(FOUR.x)
    gradients = [run(FOUR.network(), row[:n], row[n:]).nabla_w[2][2, 1].item() for row in FOUR.data]
    expect(values).to_have_text([short(one) for one in gradients])
    mean = float(np.mean(gradients))
    expect(in_all(stage, "nabla_w2_3_2").first).to_have_attribute(
        "aria-label", f"∂C/∂w²₃₂ = {exact(mean)}"
    )
    picture = stage.stage.locator(".multiples .picture").nth(1)
    picture.hover(position={"x": 5, "y": 5})
    expect(in_all(stage, "nabla_w2_1_1").first).to_have_class(re.compile("lit"))


def test_a_weight_a_layer_and_an_example_are_chosen_on_the_stage(visit: Visit) -> None:
    explorer = visit(LINK, path="cost")
    in_all(explorer, "nabla_b2_4").last.click()
    explorer.linked(selected="nabla_b2_4")
    formula = explorer.main.locator(".st-key-panel annotation", has_text="nabla").or_(
        explorer.main.locator(".st-key-panel annotation", has_text="b^{2}_{4}")
    )
    expect(formula.first).to_be_attached()
    grid = explorer.stage.get_by_role("grid").first
    grid.get_by_role("gridcell").first.focus()
    explorer.press("ArrowDown", "ArrowRight", "Enter")
    explorer.linked(selected="nabla_w2_2_2")
    explorer.button("layer 3").click()
    explorer.linked(layer="3")
    expect(in_all(explorer, "nabla_w3_2_4").first).to_be_visible()
    explorer.button("Example 2").click()
    expect(explorer.sidebar.get_by_label("Inputs x")).to_have_value("0.7, 0.1, 0.8")
    expect(explorer.button("Example 2")).to_have_attribute("aria-current", "true")


def test_the_numbers_of_a_wide_table_are_there_and_its_names_do_not_meet(alone: Alone) -> None:
    stage = alone(parts.mean(resized(Lesson(), (12, 12, 12))))
    cells = stage.stage.locator(".examples tbody tr").first.locator("td[data-of]")
    expect(cells).to_have_count(37)
    assert all(cells.all_text_contents())
    overlaps = stage.stage.locator(".examples thead").evaluate("""(head) => {
      const boxes = [...head.querySelectorAll("th[scope=col]")].slice(0, -1).map((cell) => {
        const range = document.createRange();
        range.selectNodeContents(cell);
        return range.getBoundingClientRect();
      });
      return boxes.slice(1).filter(({ left }, i) => left < boxes[i].right + 1).length;
    }""")
    assert overlaps == 0


def test_sixty_four_examples_of_the_largest_layers_fit(visit: Visit) -> None:
    numbers = np.random.default_rng(1).uniform(0, 1, (64, 24)).round(2).tolist()
    rows = tuple(map(tuple, numbers))
    lesson = Lesson(
        sizes=(12,) * 4, activation=("sigmoid",) * 3, x=rows[0][:12], y=rows[0][12:], data=rows
    )
    query = "&".join(f"{name}={value}" for name, value in to_query(lesson).items())
    explorer = visit(f"part=mean&{query}", path="cost")
    expect(explorer.stage.locator(".multiples figure")).to_have_count(64)
    expect(explorer.stage.get_by_text("The two differ by at most")).to_be_in_viewport()
    assert explorer.page.evaluate(TOO_WIDE) == []


def test_what_is_hidden_below_the_cost_is_hinted_at(alone: Alone) -> None:
    stage = alone(parts.mean(Lesson()), screen=PHONE)
    table = stage.stage.locator(".examples")
    expect(table).to_have_attribute("data-more", "")
    table.evaluate("(one) => one.scrollTo({ left: 999 })")
    expect(table).not_to_have_attribute("data-more", "")
    stage.resize((1400, 900))
    expect(table).not_to_have_attribute("data-more", "")
