"""Blocks of numbers pasted into the sidebar's matrices, and what is said of it."""

import re

import pytest

from backprop.lesson import Lesson
from tests.pages.sidebar_app import (
    edited,
    lesson_of,
    opened,
    pasted,
    pressed,
    table,
    taken,
    texts,
)


def rows(block: str) -> str:
    """The block as a spreadsheet gives it: cells apart by tabs, here written with blanks."""
    return block.replace(" ", "\t").replace("/", "\n")


@pytest.mark.parametrize(
    ("sizes", "cell", "block", "matrix", "told"),
    [
        ("2-3", "w2_1_1", "1 2/3 4/5 6", "1 2 ./3 4 ./5 6 .", "6 numbers filled in: all of w²."),
        (
            "2-3",
            "w2_1_1",
            "1 2 7/3 4 8/5 6 9",
            "1 2 7/3 4 8/5 6 9",
            "9 numbers filled in: all of w² and b². Row j of them is row j here.",
        ),
        ("2-3", "w2_2_1", "1 2", ". . ./1 2 ./. . .", "2 numbers filled in: w²₂₁, w²₂₂."),
        ("2-3", "b2_1", "7/8/9", ". . 7/. . 8/. . 9", "3 numbers filled in: b²₁, b²₂, b²₃."),
        ("3-4", "w2_2_2", "1 2/3 4/5 6", None, "6 numbers filled in: w²₂₂ to w²₄₃."),
        ("1-1", "w2_1_1", "1 2", "1 2", "2 numbers filled in: w²₁₁, b²₁."),
    ],
)
def test_a_block_that_fits_goes_in_and_it_is_said_where(
    sizes: str, cell: str, block: str, matrix: str | None, told: str
) -> None:
    app = opened(sizes=sizes)
    before, old = texts(app, "weights_2"), lesson_of(app)
    pasted(app, "weights_2", cell, rows(block))
    assert table(app, "weights_2")["told"] == told
    assert len(table(app, "weights_2")["filled"]) == int(told.split()[0])
    if matrix:
        expected = [line.split() for line in matrix.split("/")]
        for r, row in enumerate(expected):
            for c, text in enumerate(row):
                expected[r][c] = before[r][c] if text == "." else text
        assert texts(app, "weights_2") == expected
    assert lesson_of(pressed(app, "Undo")) == old


@pytest.mark.parametrize(
    ("sizes", "cell", "block", "told", "offers", "matrix"),
    [
        (
            "1-2",
            "w2_1_1",
            "0.3 0.4",
            "Not filled in: from w²₁₁ on there is room for 2 × 1 numbers before b²; "
            "1 × 2 numbers came.",
            [
                "Take it turned, into w²₁₁, w²₂₁: row k, column j becomes row j, column k",
                "Fill in w²₁₁, b²₁",
            ],
            "0.3 ./0.4 .",
        ),
        (
            "3-2",
            "w2_1_1",
            "1 2/3 4/5 6",
            "Not filled in: from w²₁₁ on there is room for 2 × 3 numbers before b²; "
            "3 × 2 numbers came.",
            ["Take it turned, into all of w²: row k, column j becomes row j, column k"],
            "1 3 5 ./2 4 6 .",
        ),
        (
            "1-3",
            "b2_1",
            "7 8 9",
            "Not filled in: from b²₁ on there is room for 3 × 1 numbers; 1 × 3 numbers came.",
            ["Take it turned, into b²₁, b²₂, b²₃: row k, column j becomes row j, column k"],
            ". 7/. 8/. 9",
        ),
        (
            "2-2",
            "w2_2_2",
            "1 2/3 4",
            "Not filled in: from w²₂₂ on there is room for 1 number before b²; 2 × 2 numbers came.",
            ["Fill in all of w²", "Take it turned, into all of w²"],
            "1 2 ./3 4 .",
        ),
    ],
)
def test_what_does_not_fit_is_not_filled_in_but_offered_as_it_would(
    sizes: str, cell: str, block: str, told: str, offers: list[str], matrix: str
) -> None:
    app = opened(sizes=sizes)
    before, old = texts(app, "weights_2"), lesson_of(app)
    pasted(app, "weights_2", cell, rows(block))
    assert lesson_of(app) == old
    assert table(app, "weights_2")["told"] == told
    labels = [offer["label"] for offer in table(app, "weights_2")["offers"]]
    assert [label[: len(offer)] for label, offer in zip(labels, offers, strict=True)] == offers
    taken(app, "weights_2", labels[0])
    expected = [line.split() for line in matrix.split("/")]
    for r, row in enumerate(expected):
        assert texts(app, "weights_2")[r] == [
            before[r][c] if text == "." else text for c, text in enumerate(row)
        ]


def test_a_block_runs_into_the_biases_only_where_one_says_so() -> None:
    app = pasted(opened(sizes="1-2"), "weights_2", "w2_1_1", "0.3\t0.4")
    taken(app, "weights_2", "Fill in w²₁₁, b²₁")
    assert texts(app, "weights_2")[0] == ["0.3", "0.4"]
    assert table(app, "weights_2")["told"] == "2 numbers filled in: w²₁₁, b²₁."


def test_a_block_with_nowhere_to_go_is_told_how_many_fit() -> None:
    app = pasted(opened(sizes="2-2"), "weights_2", "w2_1_1", rows("1 2 3 4"))
    assert lesson_of(app) == lesson_of(opened(sizes="2-2"))
    shown = table(app, "weights_2")
    assert shown["told"].endswith("room for 2 × 2 numbers before b²; 1 × 4 numbers came.")
    assert shown["offers"] == []


def test_a_square_block_goes_in_by_rows_and_can_be_turned_and_back() -> None:
    app = pasted(opened(sizes="2-2"), "weights_2", "w2_1_1", rows("1 2/3 4"))
    told = "4 numbers filled in: all of w². Row {} of them is {} here."
    for w, line in (("1 2 3 4", "j row j"), ("1 3 2 4", "k column k"), ("1 2 3 4", "j row j")):
        letter, place = line.split(" ", 1)
        assert [text for row in texts(app, "weights_2") for text in row[:2]] == w.split()
        assert table(app, "weights_2")["told"] == told.format(letter, place)
        taken(app, "weights_2", "Turn it")


def test_good_cells_of_a_block_are_taken_and_each_bad_one_is_marked() -> None:
    app = pasted(opened(sizes="2-2"), "weights_2", "w2_1_1", rows("1 a/b 4"))
    assert lesson_of(app).network().w[2][[0, 1], [0, 1]].tolist() == [1, 4]
    shown = table(app, "weights_2")
    assert shown["texts"] == {"w2_1_2": "a", "w2_2_1": "b"}
    assert shown["filled"] == ["w2_1_1", "w2_2_2"]
    assert shown["told"].startswith("2 numbers filled in: w²₁₁, w²₂₂.")
    assert shown["problem"] == (
        "w²₁₂: A number is written like 0.5, −2 or 1e−3; this is “a”. "
        "1 more was not taken; it is marked, too."
    )
    edited(app, "weights_2", {"w2_1_2": "a", "w2_2_1": "b", "b2_2": "0.9"})
    assert lesson_of(app).network().b[2][1, 0] == 0.9


def test_names_above_the_numbers_are_told() -> None:
    app = pasted(opened(sizes="2-2"), "weights_2", "w2_1_1", rows("left right/1 2/3 4"))
    assert "Line 1 was taken for names: “left, right”." in table(app, "weights_2")["told"]
    assert texts(app, "weights_2")[0][:2] == ["1", "2"]


def test_a_comma_that_might_stand_between_thousands_is_told() -> None:
    app = pasted(opened(sizes="2-2"), "weights_2", "w2_1_1", "1,125\t2,500")
    assert (
        "“1,125” was read as 1.125, with decimals, not as thousands."
        in table(app, "weights_2")["told"]
    )
    assert texts(app, "weights_2")[0][:2] == ["1.125", "2.5"]


@pytest.mark.parametrize(
    "text", [" \n\t\n", ";;", "left right", "1,2\n3,4", "1\t2\n3", "9" * 10**6]
)
def test_a_text_that_is_no_block_gets_its_sentence(text: str) -> None:
    app = pasted(opened(), "weights_2", "w2_1_1", text)
    shown = table(app, "weights_2")
    assert re.fullmatch(r"[A-Z].*\.", shown["problem"] or shown["told"])
    assert lesson_of(app) == Lesson()


def test_sizes_pasted_over_the_layers() -> None:
    app = pasted(opened(), "neurons", "1", "2\t5\t1")
    assert lesson_of(app).sizes == (2, 5, 1)
    assert table(app, "neurons")["told"] == "3 numbers filled in: layer 1, layer 2, layer 3."
