"""An axe-core scan of what people see: nothing serious, in light and in dark, on a phone too."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from tests.browser.conftest import SCREEN, Visit
from tests.browser.explorer import Explorer

PHONE = (390, 844)


def findings(explorer: Explorer) -> list[str]:
    """The serious and critical findings, each with the places on the page."""
    response = Axe().run(explorer.page).response
    return [
        f"{found['impact']}: {found['id']}: {node['target']}: {node['failureSummary']}"
        for found in response["violations"]
        if found["impact"] in ("serious", "critical")
        for node in found["nodes"]
    ]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(
    ("query", "screen"),
    [("", SCREEN), ("step=9&selected=w3_2_4", SCREEN), ("step=14", SCREEN), ("step=9", PHONE)],
    ids=["first step", "middle with a selection", "end", "phone"],
)
def test_nothing_serious_is_found(
    visit: Visit, query: str, screen: tuple[int, int], scheme: str
) -> None:
    explorer = visit(query, screen, color_scheme=scheme)
    expect(explorer.code).to_be_visible()
    explorer.wait_until_quiet()
    assert findings(explorer) == []


def test_nothing_serious_is_found_in_a_problem_at_the_field(visit: Visit) -> None:
    explorer = visit("step=3&selected=w3_2_4")
    explorer.type("abc")
    expect(explorer.problem).not_to_be_empty()
    explorer.wait_until_quiet()
    assert findings(explorer) == []


def test_nothing_serious_is_found_in_the_step_as_text_and_table(visit: Visit) -> None:
    explorer = visit("step=3&level=neuron")
    explorer.main.get_by_text("This step as text and as a table").click()
    expect(explorer.main.get_by_role("table").first).to_be_visible()
    explorer.wait_until_quiet()
    assert findings(explorer) == []
