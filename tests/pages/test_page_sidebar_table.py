"""A table of one's own: what is told of it, a file, and a network that fits it."""

from typing import Any

from streamlit.testing.v1 import AppTest

from tests.pages.sidebar_app import (
    chose,
    labelled,
    lesson_of,
    listed,
    opened,
    pressed,
    ran,
    sentences,
)

TABLE = "Your table: 2 inputs, 1 output in a row"
OPEN = "Open a CSV"


def own(**link: str) -> AppTest:
    return chose(opened(sizes="2-3-1", **link), "Data set", "your own")


def pasted(app: AppTest, text: str) -> None:
    labelled(app.sidebar.text_area, TABLE).set_value(text)
    ran(app.run())


def told(app: AppTest) -> list[str]:
    return [caption.value for caption in app.sidebar.caption][1:]  # the first is about the example


def test_what_was_taken_for_names_is_told_until_the_lesson_changes() -> None:
    app = own()
    pasted(app, "Input 1;Input 2;Output\n0,5;1,5;0\n1,125;0;1")
    assert lesson_of(app).data == ((0.5, 1.5, 0), (1.125, 0, 1))
    assert told(app) == ["Line 1 was taken for names: “Input 1, Input 2, Output”."]
    pasted(app, "# XOR\n\tp\tq\tr\na\t1,000\t2,500\t1")
    assert told(app) == [
        "Lines 1 and 2 and the first column were taken for names: “XOR, p, q, r, a”.\n\n"
        "“1,000” was read as 1.000, with decimals, not as thousands."
    ]
    pasted(app, "a 0 0 0\nb 1 1 0")
    assert told(app) == ["The first column was taken for names: “a, b”."]
    pasted(app, "x1=0, x2=1, y=1")
    assert told(app) == ["The names before the numbers were left out: “x1, x2, y”."]
    pasted(app, "0 0 0")
    assert told(app) == []


def test_the_network_is_made_to_fit_with_the_last_columns_as_y() -> None:
    app = own()
    text = "a;b;c;y\n0,5;1;0;1\n0;0;1;1"
    pasted(app, text)
    assert sentences(app) == [
        "A row of the table has 3 numbers: 2 for x and 1 for y; here each has 4."
    ]
    assert labelled(app.sidebar.text_area, TABLE).value == text
    assert listed(app, "Columns of y").value == 1
    pressed(app, "Make the network fit")
    lesson = lesson_of(app)
    assert (lesson.sizes, lesson.data) == ((3, 3, 1), ((0.5, 1, 0, 1), (0, 0, 1, 1)))
    assert (lesson.x, lesson.y) == ((0.5, 1, 0), (1,))
    assert told(app) == ["Line 1 was taken for names: “a, b, c, y”."]
    assert lesson_of(pressed(app, "Undo")).sizes == (2, 3, 1)
    pasted(app, text)
    chose(app, "Columns of y", 3)
    pressed(app, "Make the network fit")
    assert lesson_of(app).sizes == (1, 3, 3)


def test_no_network_is_offered_for_one_column() -> None:
    app = own()
    pasted(app, "1\n2")
    assert sentences(app)
    assert not [button for button in app.sidebar.button if button.label == "Make the network fit"]


def uploaded(app: Any, content: bytes, name: str = "table.csv") -> None:
    labelled(app.sidebar.file_uploader, OPEN).upload(name, content)
    ran(app.run())


def test_a_csv_file_is_opened() -> None:
    app = own()
    uploaded(app, "Größe;b;y\r\n0,5;1;0\r\n".encode("cp1252"))
    assert lesson_of(app).data == ((0.5, 1, 0),)
    assert told(app) == ["Line 1 was taken for names: “Größe, b, y”."]
    assert labelled(app.sidebar.file_uploader, OPEN).value is None
    uploaded(app, b"0,0,0\n0,q,1")
    assert sentences(app) == [
        "Line 2, column 2 of the table: A number is written like 0.5, −2 or 1e−3; this is “q”."
    ]
    assert labelled(app.sidebar.text_area, TABLE).value == "0,0,0\n0,q,1"
    uploaded(app, b"PK\x03\x04")
    assert sentences(app) == [
        "This is a workbook; please save its sheet as CSV and open that file."
    ]
    assert lesson_of(app).data == ((0.5, 1, 0),)
