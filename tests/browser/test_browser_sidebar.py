"""The sidebar beside the stage: what is chosen or typed there shows on the stage at once."""

import re

from playwright.sync_api import expect

from backprop.engine import descend
from backprop.lesson import Lesson, to_query, with_network
from backprop.writing import exact
from tests.browser.conftest import Visit
from tests.browser.explorer import Explorer

lesson = Lesson()


def test_a_layer_gets_another_number_of_neurons_and_back_leaves_the_page(visit: Visit) -> None:
    """Back does not take back each change of it."""
    explorer = visit(anew=True)  # a page that has been at 50 addresses counts no more of them
    before = explorer.page.evaluate("history.length")
    field = explorer.sidebar.get_by_role("spinbutton", name="Neurons in layer 2")
    for neurons in (5, 6, 7):
        field.fill(str(neurons))
        field.press("Enter")
        expect(explorer.stage.locator(".node")).to_have_count(3 + neurons + 2)
        explorer.linked(sizes=f"3-{neurons}-2")
    assert explorer.page.evaluate("history.length") == before


def test_weights_are_rolled_and_edited_in_their_matrix(explorer: Explorer) -> None:
    before = explorer.cell("w2_4_3").get_attribute("aria-label") or ""
    explorer.sidebar.get_by_text("Weights and biases").click()
    explorer.sidebar.get_by_role("button", name="Roll").click()
    expect(explorer.cell("w2_4_3")).not_to_have_accessible_name(before)
    expect(explorer.page).to_have_url(re.compile("[?&]seed="))
    field = explorer.sidebar.get_by_role("textbox", name="w²₄₃", exact=True)
    field.fill("0.75")
    field.press("Enter")
    expect(explorer.cell("w2_4_3")).to_have_accessible_name(re.compile("^w²₄₃ = 0.75"))
    expect(explorer.page).to_have_url(re.compile("[?&]edits="))
    # its matrices fit the sidebar
    explorer.sidebar.get_by_role("radio", name="3").or_(
        explorer.sidebar.get_by_role("button", name="3", exact=True)
    ).first.click()
    expect(explorer.sidebar.get_by_role("textbox", name="b³₂", exact=True)).to_be_visible()
    table = explorer.sidebar.locator(".bp-grid .scroll:has(table)")
    assert table.evaluate("(table) => table.scrollWidth - table.clientWidth") == 0


def test_a_pasted_row_is_offered_as_a_column_and_each_bad_cell_is_marked(visit: Visit) -> None:
    explorer = visit("sizes=1-2-1")
    explorer.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    explorer.sidebar.get_by_text("Weights and biases").click()
    first, second, bias = (
        explorer.sidebar.get_by_role("textbox", name=name, exact=True)
        for name in ("w²₁₁", "w²₂₁", "b²₂")
    )
    line = explorer.sidebar.get_by_role("status")

    def paste(text: str) -> None:
        explorer.page.evaluate("(text) => navigator.clipboard.writeText(text)", text)
        first.focus()
        explorer.press("Control+v")

    paste("0.3\t0.4")
    expect(line.filter(has_text="Not filled in: from w²₁₁ on")).to_be_visible()
    explorer.sidebar.get_by_role("button", name="Take it turned").click()
    expect(second).to_have_value("0.4")
    expect(second).to_have_class("filled")
    expect(first).to_be_focused()
    expect(bias).not_to_have_class("filled")
    expect(line.filter(has_text="2 numbers filled in: w²₁₁, w²₂₁.")).to_be_visible()
    paste("0.25\ncat")
    expect(second).to_have_attribute("aria-invalid", "true")
    expect(second).to_have_value("cat")
    bias.fill("0.9")
    bias.press("Enter")
    expect(explorer.cell("b2_2")).to_have_accessible_name(re.compile("^b²₂ = 0.9"))
    expect(explorer.cell("w2_1_1")).to_have_accessible_name(re.compile("^w²₁₁ = 0.25"))
    expect(second).to_have_value("cat")


def test_one_step_of_gradient_descent_moves_weights_and_cost(visit: Visit) -> None:
    explorer = visit("step=12")
    trace = lesson.trace()
    network = descend(trace.network, trace, lesson.eta)
    explorer.sidebar.get_by_role("button", name="Take one step of gradient descent").click()
    expect(explorer.sidebar.get_by_text(re.compile("^C went down from 0.501"))).to_be_visible()
    weight = exact(float(network.w[3][1, 3]))
    expect(explorer.cell("w3_2_4")).to_have_accessible_name(
        re.compile(f"^w³₂₄ = {weight}, before ")
    )
    explorer.at(12)


def test_nonsense_gets_a_sentence_and_changes_nothing_and_copy_link_is_one_press(
    visit: Visit,
) -> None:
    explorer = visit("step=3&selected=w3_2_4")
    field = explorer.sidebar.get_by_role("textbox", name="Inputs x")
    field.fill("1, two, 3")
    field.press("Enter")
    expect(explorer.sidebar.get_by_role("alert").filter(has_text="two")).to_be_visible()
    expect(field).to_have_value("1, two, 3")
    expect(explorer.neuron(1, 2)).to_have_accessible_name("a¹₂ = 0.5")
    explorer.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    explorer.sidebar.get_by_role("button", name="Copy link").click()
    expect(explorer.sidebar.get_by_role("button", name="Copied")).to_be_visible()
    assert explorer.page.evaluate("navigator.clipboard.readText()") == explorer.page.url


def test_an_example_is_one_choice_away_and_a_row_that_is_in_use_can_be_edited(
    explorer: Explorer,
) -> None:
    explorer.sidebar.get_by_role("combobox", name="Example").click()
    explorer.page.get_by_role("option", name="XOR, solved").click()
    expect(explorer.stage.locator(".node")).to_have_count(5)
    explorer.linked(preset="xor")
    explorer.sidebar.get_by_role("combobox", name="Data set").click()
    explorer.page.get_by_role("option", name="your own").click()
    rows = explorer.sidebar.get_by_role("textbox", name=re.compile("^Your table"))
    rows.fill("0, 0, 0\n0, 1, 0.5\n1, 0, 1\n1, 1, 0")
    rows.press("Control+Enter")
    row = explorer.sidebar.get_by_role("combobox", name="Row")
    expect(row).to_have_value("0, 1 → 0.5")
    explorer.stage.get_by_role("heading").click()
    explorer.press("ArrowRight")
    explorer.linked(step="2", y="0.5")
    explorer.wait_until_quiet()
    row.click()
    explorer.page.get_by_role("option", name="1, 0 → 1").click()
    expect(explorer.stage.locator(".node").first).to_have_accessible_name(re.compile("^a¹₁ = 1"))


def test_a_press_before_the_answer_to_a_change_takes_no_change_back(explorer: Explorer) -> None:
    """What the page still shows of the lists and fields is old by then, and nobody's choice."""
    trace = lesson.trace()
    after = with_network(lesson, descend(trace.network, trace, lesson.eta))
    step = explorer.sidebar.get_by_role("button", name="Take one step of gradient descent")
    for key in ("ArrowRight", "ArrowLeft"):
        step.evaluate(
            """(button, key) => {
              button.click();
              document.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true }));
            }""",
            key,
        )
        weight = exact(float(after.network().w[2][0, 0]))
        expect(explorer.cell("w2_1_1")).to_have_accessible_name(re.compile(f"^w²₁₁ = {weight}"))
        explorer.wait_until_quiet()
        assert explorer.link["weights"] == to_query(after)["weights"]
        trace = after.trace()
        after = with_network(after, descend(trace.network, trace, after.eta))
    explorer.at(1)
