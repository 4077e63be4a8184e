"""Published examples as their readers bring them: typed and pasted, and then one step or two.

What the weights must be then is worked out in ``published`` from first principles.
"""

import re
from collections.abc import Sequence

import pytest
from playwright.sync_api import Locator, expect

from tests.browser import published
from tests.browser.conftest import Visit
from tests.browser.explorer import Explorer
from tests.browser.published import Example

# A list that is opened while it still moves is closed again.
STILL = "(one) => Promise.all(one.getAnimations({ subtree: true }).map((each) => each.finished))"
UP, DOWN = "⁰¹²³⁴⁵⁶⁷⁸⁹", "₀₁₂₃₄₅₆₇₈₉"


class Reader:
    """Somebody with a worked example beside the sidebar."""

    def __init__(self, explorer: Explorer) -> None:
        self.explorer, self.sidebar = explorer, explorer.sidebar
        explorer.page.context.grant_permissions(["clipboard-read", "clipboard-write"])

    def types(self, name: str, text: str) -> None:
        field = self.sidebar.get_by_role("textbox", name=name, exact=True)
        field.fill(text)
        field.press("Enter")

    def chooses(self, name: str, option: str) -> None:
        choice = self.sidebar.get_by_role("combobox", name=name, exact=True)
        expect(choice).to_be_visible()
        self.explorer.wait_until_quiet()
        choice.scroll_into_view_if_needed()
        choice.click()
        self.explorer.page.get_by_role("option", name=option, exact=True).click()
        self.explorer.wait_until_quiet()

    def unfolds(self, name: str) -> None:
        self.sidebar.get_by_text(name, exact=True).click()
        fold = self.sidebar.locator("details").filter(has_text=name)
        expect(fold.get_by_test_id("stExpanderDetails").locator("label").first).to_be_visible()
        self.explorer.wait_until_quiet()
        fold.evaluate(STILL)

    def turns_to_layer(self, l: int) -> None:
        layers = self.sidebar.get_by_role("radiogroup").or_(self.sidebar.get_by_role("group"))
        layers.get_by_text(str(l), exact=True).first.click()
        expect(self.cell(named("w", l, 1, 1))).to_be_visible()

    def pastes(self, place: str, text: str) -> None:
        self.explorer.page.evaluate("(text) => navigator.clipboard.writeText(text)", text)
        self.cell(place).focus()
        self.explorer.press("Control+v")
        expect(self.sidebar.get_by_role("status").filter(has_text="filled in")).to_be_visible()

    def steps(self) -> None:
        button = self.sidebar.get_by_role("button", name="Take one step of gradient descent")
        before = self.explorer.page.url
        button.click()
        expect(self.explorer.page).not_to_have_url(before)
        self.explorer.wait_until_quiet()

    def cell(self, name: str) -> Locator:
        return self.sidebar.get_by_role("textbox", name=name, exact=True)

    def sees(self, name: str) -> float:
        """The number in a cell, with all its digits."""
        cell = self.cell(name)
        cell.focus()
        return float(cell.input_value())


def named(symbol: str, l: int, *at: int) -> str:
    return symbol + UP[l] + "".join(DOWN[i] for i in at)


def check(reader: Reader, example: Example, examples: Sequence[Sequence[published.Row]]) -> None:
    """Every weight and bias is what the steps make of it, and what the source prints."""
    w, b = example.after(examples)
    seen: dict[str, float] = {}
    for l, rows in enumerate(w, start=2):
        reader.turns_to_layer(l)
        for j, row in enumerate(rows, start=1):
            for k, weight in enumerate(row, start=1):
                name = named("w", l, j, k)
                seen[name] = reader.sees(name)
                assert seen[name] == pytest.approx(weight, rel=1e-12), name
            name = named("b", l, j)
            if example.biases:
                seen[name] = reader.sees(name)
                assert seen[name] == pytest.approx(b[l - 2][j - 1], rel=1e-12), name
            else:
                expect(reader.cell(name)).to_have_count(0)
    for name, text in example.printed.items():
        digits = len(text.partition(".")[2])
        assert round(seen[name], digits) == pytest.approx(float(text), abs=1.01 * 10**-digits)


def test_han_and_kamber_with_decimal_commas(visit: Visit) -> None:
    reader = Reader(visit("step=1"))
    for l, neurons in ((2, 2), (3, 1)):
        field = reader.sidebar.get_by_role("spinbutton", name=f"Neurons in layer {l}")
        field.fill(str(neurons))
        field.press("Enter")
        expect(reader.explorer.stage.locator(".node")).to_have_count(7 if l == 2 else 6)
    reader.unfolds("Weights and biases")
    reader.pastes("w²₁₁", "0,2\t0,4\t−0,5\t−0,4\n−0,3\t0,1\t0,2\t0,2\n")
    reader.turns_to_layer(3)
    reader.pastes("w³₁₁", "−0,3\t−0,2\t0,1")
    reader.types("Inputs x", "1, 0, 1")
    reader.types("Desired y", "1")
    reader.types("Learning rate η", "0,9")
    reader.steps()
    check(reader, published.HAN_AND_KAMBER, [published.HAN_AND_KAMBER.rows])


def test_negnevitskys_exclusive_or_from_numpy(visit: Visit) -> None:
    reader = Reader(visit("sizes=2-2-1"))
    reader.unfolds("Weights and biases")
    reader.pastes("w²₁₁", "np.array([[0.5, 0.4],\n          [0.9, 1. ]])")
    reader.pastes("b²₁", "[[-0.8], [0.1]]")
    reader.turns_to_layer(3)
    reader.pastes("w³₁₁", "array([[-1.2,  1.1, -0.3]])")
    reader.types("Inputs x", "1 1")
    reader.types("Desired y", "0")
    reader.types("Learning rate η", "0.1")
    reader.steps()
    check(reader, published.NEGNEVITSKY, [published.NEGNEVITSKY.rows])


def test_hagans_network_without_the_half_from_matlab(visit: Visit) -> None:
    reader = Reader(visit("sizes=1-2-1&activation=sigmoid,linear&x=1"))
    reader.unfolds("Weights and biases")
    reader.pastes("w²₁₁", "[-0.27 -0.48; -0.41 -0.13]")
    reader.turns_to_layer(3)
    reader.pastes("w³₁₁", "[0.09 -0.17 0.48]")
    reader.types("Desired y", "1.7071067811865475")
    reader.types("Learning rate η", "0.1")
    reader.unfolds("What other books do")
    reader.chooses("Quadratic cost", "without ½")
    reader.steps()
    check(reader, published.HAGAN, [published.HAGAN.rows])


def test_mitchells_two_examples_one_after_the_other(visit: Visit) -> None:
    reader = Reader(visit("sizes=2-1-1"))
    reader.unfolds("Weights and biases")
    reader.pastes("w²₁₁", "0.1 & 0.1 & 0.1 \\\\")
    reader.turns_to_layer(3)
    reader.pastes("w³₁₁", "| 0.1 | 0.1 |")
    reader.types("Learning rate η", ".3")
    for x, y in (("1, 0", "1"), ("0, 1", "0")):
        reader.types("Inputs x", x)
        reader.types("Desired y", y)
        reader.steps()
    check(reader, published.MITCHELL, [[row] for row in published.MITCHELL.rows])


def test_a_network_without_biases_over_two_steps(visit: Visit) -> None:
    reader = Reader(visit("sizes=2-2-1&activation=linear"))
    reader.unfolds("What other books do")
    reader.chooses("Biases", "are not there")
    reader.unfolds("Weights and biases")
    reader.pastes("w²₁₁", "[[0.11, 0.21], [0.12, 0.08]]")
    reader.turns_to_layer(3)
    reader.pastes("w³₁₁", "0.14 0.15")
    reader.types("Inputs x", "2; 3")
    reader.types("Desired y", "1")
    reader.types("Learning rate η", "0.05")
    reader.steps()
    reader.steps()
    check(reader, published.WITHOUT_BIASES, [published.WITHOUT_BIASES.rows] * 2)
    assert reader.explorer.stage.locator("[data-id^=b2]").count() == 0


def test_three_examples_in_one_step(visit: Visit) -> None:
    """Their gradients are added up, as many exercises have it."""
    reader = Reader(visit("sizes=2-2-1&w2=0.5,-0.25;0.75,1.5&b2=0.25,-0.5&w3=-1,0.5&b3=0.125"))
    reader.chooses("Data set", "your own")
    field = reader.sidebar.get_by_role("textbox", name=re.compile("^Your table"))
    field.fill("x1;x2;y\n0,5;1,25;1\n−0,75;2;0\n1,5;−1;0,25\n")
    field.press("Control+Enter")
    expect(reader.sidebar.get_by_text("taken for names")).to_be_visible()
    reader.chooses("A step goes over", "all 3 rows")
    reader.types("Learning rate η", "0.2")
    reader.unfolds("What other books do")
    reader.chooses("C of several examples", "the sum")
    reader.steps()
    reader.unfolds("Weights and biases")
    check(reader, published.THREE_ROWS, [published.THREE_ROWS.rows])
