"""The sidebar's example x and y: typed, or a row of a small table."""

import pytest
from streamlit.testing.v1 import AppTest

from backprop.lesson import DATA_SETS, PRESETS, Lesson
from tests.pages.sidebar_app import (
    button,
    chose,
    field,
    labelled,
    lesson_of,
    listed,
    opened,
    pressed,
    ran,
    sentences,
    typed,
)

TABLE = "Your table: 2 inputs, 1 output in a row"


def rows_typed(app: AppTest, text: str) -> None:
    labelled(app.sidebar.text_area, TABLE).set_value(text)
    ran(app.run())


def test_x_and_y_are_typed() -> None:
    app = typed(opened(), "Inputs x", "1; -0.25 1e-3")
    assert lesson_of(app).x == (1, -0.25, 0.001)
    assert field(app, "Inputs x").value == "1, -0.25, 0.001"
    typed(app, "Desired y", "0,5; 0,25")
    assert lesson_of(app).y == (0.5, 0.25)
    assert field(app, "Desired y").value == "0.5, 0.25"


NUMBER = "A number is written like 0.5, −2 or 1e−3; this is"
COUNT = "numbers, written like 0.5, −2 or 1e−3;"
RANGE = "A number must be between −1,000,000 and 1,000,000; this is"


@pytest.mark.parametrize(
    ("label", "text", "sentence"),
    [
        ("Inputs x", "0.2, a, 0.9", f"{NUMBER} “a”."),
        ("Inputs x", "0.2, NaN, 0.9", f"{NUMBER} “NaN”."),
        ("Inputs x", "0.2, 1e400, 0.9", f"{RANGE} “1e400”."),
        ("Inputs x", "0.2, 0.5", f"There must be 3 {COUNT} here are 2."),
        ("Inputs x", "", f"There must be 3 {COUNT} here are none."),
        ("Desired y", "0, 1, 0", f"There must be 2 {COUNT} here are 3."),
        ("Desired y", "0, -2000000", f"{RANGE} “-2000000”."),
    ],
)
def test_nonsense_is_kept_with_a_sentence_until_it_is_right(
    label: str, text: str, sentence: str
) -> None:
    app = typed(opened(), label, text)
    assert sentences(app) == [f"{label}: {sentence}"]
    assert field(app, label).value == text
    assert lesson_of(app) == Lesson()
    assert button(app, "Undo").disabled
    ran(app.run())
    assert field(app, label).value == text
    right = "0.2, 0.5, 0.9" if label == "Inputs x" else "0, 1"
    typed(app, label, right)
    assert sentences(app) == []
    assert lesson_of(app) == Lesson()


def test_a_sentence_and_its_text_go_when_the_lesson_changes_in_another_way() -> None:
    app = typed(opened(), "Inputs x", "nothing")
    typed(app, "Desired y", "1, 1")
    assert sentences(app) == []
    assert field(app, "Inputs x").value == "0.2, 0.5, 0.9"


def test_with_cross_entropy_a_y_above_one_is_refused() -> None:
    app = typed(opened(cost="cross-entropy"), "Desired y", "0, 2")
    assert sentences(app) == [
        "With the cross-entropy cost every y must be between 0 and 1; this is 2."
    ]
    assert lesson_of(app).y == (0, 1)


@pytest.mark.parametrize("name", DATA_SETS)
def test_a_data_set_for_a_network_that_fits(name: str) -> None:
    app = chose(opened(sizes="2-3-1", x="7,7"), "Data set", name)
    assert lesson_of(app).data == DATA_SETS[name]
    assert (lesson_of(app).x, lesson_of(app).y) == ((0, 0), (0,))
    assert listed(app, "Row").options[:2] == ["0, 0 → 0", f"0, 1 → {DATA_SETS[name][1][2]}"]
    chose(app, "Row", f"1, 1 → {DATA_SETS[name][3][2]}")
    assert lesson_of(app).x == (1, 1)
    assert lesson_of(app).y == (DATA_SETS[name][3][2],)
    assert field(app, "Inputs x").value == "1, 1"


def test_an_example_that_is_a_row_stays() -> None:
    app = chose(opened(sizes="2-3-1", x="1,0", y="1"), "Data set", "XOR")
    assert (lesson_of(app).x, listed(app, "Row").value) == ((1, 0), "1, 0 → 1")


def test_xor_offers_with_one_press_to_make_the_network_fit() -> None:
    app = chose(opened(), "Data set", "XOR")
    (offer,) = app.sidebar.info
    assert (
        offer.value == "XOR needs 2 inputs and 1 output; this network has 3 inputs and 2 outputs."
    )
    assert lesson_of(app) == Lesson()
    assert listed(app, "Data set").value == "XOR"
    pressed(app, "Make the network fit")
    lesson = lesson_of(app)
    assert (lesson.sizes, lesson.data) == ((2, 4, 1), DATA_SETS["XOR"])
    assert (lesson.x, lesson.y) in [(row[:2], row[2:]) for row in lesson.data]
    assert not app.sidebar.info
    assert listed(app, "Data set").value == "XOR"
    assert lesson_of(pressed(app, "Undo")) == Lesson()


def test_the_offer_goes_when_it_is_not_taken() -> None:
    app = chose(opened(), "Data set", "AND")
    chose(app, "Data set", "none")
    assert not app.sidebar.info
    chose(app, "Data set", "AND")
    chose(app, "Example", "deep")
    assert not app.sidebar.info
    assert listed(app, "Data set").value == "none"


def test_a_typed_example_is_on_no_row() -> None:
    app = typed(opened(preset="xor"), "Inputs x", "0.5, 0.5")
    assert listed(app, "Row").value == listed(app, "Row").options[-1] == "choose"
    chose(app, "Row", "0, 0 → 0")
    assert lesson_of(app).x == (0, 0)
    assert "choose" not in listed(app, "Row").options


def test_a_table_of_ones_own_starts_with_the_example() -> None:
    app = chose(opened(sizes="2-2-1", x="0.5,0.25", y="1"), "Data set", "your own")
    assert lesson_of(app).data == ((0.5, 0.25, 1),)
    assert labelled(app.sidebar.text_area, TABLE).value == "0.5, 0.25, 1"


def test_a_table_is_pasted_from_a_spreadsheet() -> None:
    app = chose(opened(sizes="2-2-1"), "Data set", "your own")
    rows_typed(app, "x1\tx2\ty\n0,5\t1\t0\n0,25\t0\t1\n")
    assert lesson_of(app).data == ((0.5, 1, 0), (0.25, 0, 1))
    assert labelled(app.sidebar.text_area, TABLE).value == "0.5, 1, 0\n0.25, 0, 1"


def test_the_example_follows_its_row_when_the_table_is_edited() -> None:
    app = chose(opened(preset="xor"), "Data set", "your own")
    assert listed(app, "Row").value == "0, 1 → 1"
    rows_typed(app, "0, 0, 0\n0, 0.75, 1")
    assert (lesson_of(app).x, listed(app, "Row").value) == ((0, 0.75), "0, 0.75 → 1")


def test_a_table_that_is_none_is_kept_with_a_sentence() -> None:
    app = chose(opened(preset="xor"), "Data set", "your own")
    rows_typed(app, "0, 0, 0\n0, 1")
    assert sentences(app) == [f"Line 2 of the table: There must be 3 {COUNT} here are 2."]
    assert labelled(app.sidebar.text_area, TABLE).value == "0, 0, 0\n0, 1"
    assert lesson_of(app).data == DATA_SETS["XOR"]
    rows_typed(app, "1, 1, 1")
    assert sentences(app) == []
    assert lesson_of(app).data == ((1, 1, 1),)


def test_no_data_set() -> None:
    app = chose(opened(preset="xor"), "Data set", "none")
    assert lesson_of(app).data == ()
    assert lesson_of(app).x == PRESETS["xor"].x
    assert not [box for box in app.sidebar.selectbox if box.label == "Row"]


def test_a_table_in_the_link_can_be_edited() -> None:
    app = opened(sizes="2-2-1", data="0.5,0.5,1;0,0,0")
    assert listed(app, "Data set").value == "your own"
    assert labelled(app.sidebar.text_area, TABLE).value == "0.5, 0.5, 1\n0, 0, 0"
