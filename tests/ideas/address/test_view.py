"""The page of the address of a weight: what is chosen, in words and on the board."""

import re
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from tests.pages.chapter_app import opened, ran, stage, words

PAGE = "notation.py"


def part(name: str, **link: Any) -> AppTest:
    return opened(PAGE, part=name, **link)


def formulas(app: AppTest) -> str:
    return "\n".join(one.value for one in app.main.latex)


@pytest.mark.parametrize(
    ("link", "id"),
    [
        ({}, "w3_2_4"),
        ({"sizes": "2-3-2"}, "w3_2_3"),
        ({"selected": "w2_4_1"}, "w2_4_1"),
        ({"selected": "b2_3"}, "b2_3"),
        ({"selected": "delta3_1"}, "w3_2_4"),
        ({"selected": "w3"}, "w3_2_4"),
        ({"selected": "C"}, "w3_2_4"),
    ],
)
def test_the_number_that_is_looked_at(link: dict[str, str], id: str) -> None:
    assert stage(part("address", **link))["selected"] == id


def test_the_address_of_the_books_weight_in_words() -> None:
    said = words(part("address"))
    assert "it leads *to* neuron 2 of layer 3, and stands in row 2." in said
    assert "it comes *from* neuron 4 of layer 2, and stands in column 4." in said


def test_the_browser_is_given_what_every_number_means() -> None:
    data = stage(part("address"))
    pointing = data["parts"][0]
    assert pointing["module"] == "ideas/address/pointing.js"
    forward = {id for row in data["rows"].values() for id in row["Forward"] if id[0] in "abwz"}
    assert set(pointing["sentences"]) == forward | {"a1"}


def test_the_board_has_the_way_forward_alone() -> None:
    rows = stage(part("address"))["rows"]
    assert rows["3"] == {"Forward": ["w3", "·", "a2", "+", "b3", "=", "z3", "→", "a3"]}


def test_the_other_order_of_the_indices() -> None:
    app = part("address")
    assert "w³ fits as it stands" in words(app)
    (switch,) = [one for one in app.main.segmented_control if "j stand before k" in one.label]
    switch.set_value("kj").run()
    assert "2 and 4 do not match" in words(ran(app))
    assert app.session_state.lesson.choice("order") == "kj"
    assert app.query_params["order"] == "kj"


def test_a_square_matrix_in_the_other_order_gives_two_results() -> None:
    """z^2 = (0.3775, 0.3925); with the matrix turned 0.15*0.05 + 0.25*0.1 + 0.35 = 0.3825, 0.39."""
    app = part("address", preset="mazur", selected="w2_1_1", order="kj")
    shown = formulas(app)
    assert {"0.378", "0.392", "0.382", "0.39"} <= set(re.findall(r"0\.3[789]\d?", shown))
    assert "the result is wrong" in words(app)
