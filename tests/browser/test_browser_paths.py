"""The paths in a browser: walked by keys, pointed at in list and diagram, and all at once."""

from playwright.sync_api import Locator, expect

from backprop import Path, Quantity, paths
from backprop.lesson import PRESETS, Lesson
from tests.browser import parts
from tests.browser.conftest import Alone
from tests.browser.looks import PHONE
from tests.browser.stage_page import StagePage

DEEP = PRESETS["deep"]

PLACES = """
(stage) => [...stage.querySelectorAll(".controls, .diagram, .list, .path-sums svg")].map((one) => {
  const { x, y, width, height } = one.getBoundingClientRect();
  return [x, y, width, height];
})
"""


def rows(page: StagePage) -> Locator:
    return page.stage.locator(".path-sums .rows button")


def product(page: StagePage) -> Locator:
    return page.stage.locator(".product")


def by_size() -> list[Path]:
    """The six paths from the weight that the page begins with."""
    return sorted(paths(DEEP.trace(), Quantity("w", 2, 2, 3)), key=lambda one: -abs(one.product))


def plain(text: str) -> float:
    mantissa, _, power = text.partition("×10")
    exponent = power.translate(str.maketrans("⁻⁰¹²³⁴⁵⁶⁷⁸⁹", "-0123456789"))
    return float(f"{mantissa.replace('−', '-')}e{exponent or 0}")


def test_the_paths_are_walked_by_keys_and_end_at_bp4(alone: Alone) -> None:
    stage = alone(parts.paths(DEEP))
    places = stage.stage.evaluate(PLACES)
    for n, path in enumerate(by_size(), start=1):
        stage.at(n, 6)
        shown = rows(stage).nth(n - 1)
        expect(shown).to_have_attribute("aria-current", "step")
        name, value, _ = shown.locator("span").all_inner_texts()
        assert [
            int(part[-1].translate({0x2080 + i: str(i) for i in range(10)}))
            for part in name.split(" → ")
        ] == [j for _, j in path.neurons]
        assert abs(plain(value) - path.product) <= 0.06 * abs(path.product)
        labels = [
            plain(one) for one in stage.stage.locator(".edge-labels text").all_text_contents()
        ]
        assert all(
            abs(one - rate) <= 0.06 * abs(rate)
            for one, rate in zip(labels, path.rates, strict=True)
        )
        assert stage.stage.evaluate(PLACES) == places, "nothing jumps"
        stage.press("ArrowRight")
    total = rows(stage).last.locator("span").last.inner_text()
    gradient = DEEP.trace().nabla_w[2][1, 2]
    assert total == f"{gradient:.5f}".replace("-", "−")
    stage.linked(**{"paths-n": "6"})


def test_the_path_under_the_pointer_is_written_out(alone: Alone) -> None:
    """In the list, and the largest along a line of the diagram; a click on a row goes there."""
    stage = alone(parts.paths(DEEP))
    every = by_size()
    third = every[2]
    rows(stage).nth(2).hover()
    (_, j), (_, q), (_, m) = third.neurons
    below = str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉")
    names = [f"a{up}{str(i).translate(below)}" for up, i in (("²", j), ("³", q), ("⁴", m))]
    expect(product(stage)).to_contain_text(f"∂C/∂{names[2]} · ∂{names[2]}/∂{names[1]} · ")
    rows(stage).nth(2).click()
    stage.at(3, 6)
    stage.page.mouse.move(0, 0)
    edges = stage.stage.locator(".edge")
    line = edges.nth(12 + 12 + 2)  # from a3_3 to a4_1
    line.dispatch_event("pointerenter")
    expect(product(stage)).to_contain_text("∂a⁴₁/∂a³₃")


def test_all_at_once_the_errors_come_from_the_right(alone: Alone) -> None:
    stage = alone(parts.paths_at_once(DEEP))
    node = stage.stage.locator(".node")
    expect(node.nth(10)).to_have_attribute("data-state", "now")
    expect(node.nth(7)).to_have_attribute("data-state", "unborn")
    stage.press("ArrowRight")
    expect(node.nth(7)).to_have_attribute("data-state", "now")
    stage.press("End")
    stage.at(4, 4)
    expect(stage.stage.locator(".sentence")).to_contain_text("the sum over 6 paths")


def test_paths_beyond_counting_are_grouped_and_fit_a_phone(alone: Alone) -> None:
    lesson = Lesson(sizes=(3, 8, 8, 8, 9), activation=("tanh",) * 4, y=(0, 1, 0, 1, 0, 1, 0, 1, 0))
    stage = alone(parts.paths(lesson), screen=PHONE)
    expect(rows(stage)).to_have_count(8)
    expect(product(stage)).to_contain_text("72 paths through a³")
    stage.press("End")
    stage.at(25, 25)
    expect(rows(stage)).to_have_count(9)
    assert stage.page.evaluate("document.documentElement.scrollWidth") <= PHONE[0]
