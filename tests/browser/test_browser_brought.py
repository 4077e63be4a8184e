"""What people bring, pasted as they would: the numbers that they meant, and what is told."""

import re

from playwright.sync_api import expect

from tests.browser.conftest import Visit

SHEET = "Input 1;Input 2;Output\n0,5;1,125;0\n−0,25;2,5;1\n"


def test_a_table_with_decimal_commas_and_names_is_pasted(visit: Visit) -> None:
    explorer = visit("sizes=2-3-1&data=XOR")
    explorer.sidebar.get_by_role("combobox", name="Data set").click()
    explorer.page.get_by_role("option", name="your own").click()
    field = explorer.sidebar.get_by_role("textbox", name=re.compile("^Your table"))
    explorer.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    explorer.page.evaluate("(text) => navigator.clipboard.writeText(text)", SHEET)
    field.press("Control+A")
    field.press("Control+V")
    field.press("Control+Enter")
    expect(field).to_have_value("0.5, 1.125, 0\n-0.25, 2.5, 1")
    note = explorer.sidebar.get_by_text("Line 1 was taken for names: “Input 1, Input 2, Output”.")
    expect(note).to_be_visible()
    expect(explorer.page).to_have_url(re.compile("[?&]data=0.5"))
    assert explorer.link["data"] == "0.5,1.125,0;-0.25,2.5,1"
