"""How a link says that a page is presented, and without what."""

import pytest

from backprop.inputs.view import view_of


@pytest.mark.parametrize(
    ("query", "view"),
    [
        ({"step": "3"}, {}),
        ({"present": "1", "step": "3"}, {"present": "1"}),
        ({"hide": "code"}, {"hide": "code"}),
        ({"hide": " steps, sidebar,,steps"}, {"hide": "sidebar,steps"}),
    ],
)
def test_what_makes_sense_is_kept_in_one_spelling(
    query: dict[str, str], view: dict[str, str]
) -> None:
    assert view_of(query) == (view, [])


def test_a_word_that_is_none_is_left_out_with_a_notice_and_the_others_are_kept() -> None:
    view, (notice,) = view_of({"hide": "code,everything,weights"})
    assert view == {"hide": "code,weights"}
    assert notice.startswith("The link's “hide” was left out: ")
    assert "sidebar, formulas, code, weights, numbers or steps" in notice
    assert "“everything”" in notice


def test_present_is_one() -> None:
    view, (notice,) = view_of({"present": "<b>yes</b>"})
    assert view == {}
    assert "“present” was left out" in notice
    assert "<" not in notice
