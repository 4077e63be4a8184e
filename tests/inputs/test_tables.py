"""A table of examples as it is pasted, and as a file has it."""

import pytest

from backprop.inputs.tables import OtherWidth, decoded, parse_table

LIKE = "A number is written like 0.5, −2 or 1e−3; this is"


@pytest.mark.parametrize(
    ("text", "place", "sentence"),
    [
        ("0,5;;1", "1, column 2", "This cell is empty; it needs a number, such as 0.5 or −2."),
        ("a\tb\ty\n0\t0\t💥", "2, column 3", f"{LIKE} “💥”."),
        ("NA NA NA\n0 1 0", "1, column 1", f"{LIKE} “NA”."),
        ("r\t0\t1\t0\ns\t0\t5 %\t0", "2, column 3",
         "A percentage is written like 0.05 for 5 %; this is “5 %”."),
        ("0 0 0\n0 1", "2",
         "There must be 3 numbers, written like 0.5, −2 or 1e−3; here are 2."),
        ("0 0 0\n1 000 2", "2",
         "The blank in “1 000” may stand between thousands or between two numbers; "
         "please write 1000 for a thousand, or 1; 0 for two numbers."),
    ],
)  # fmt: skip
def test_a_sentence_names_the_place_and_the_form(text: str, place: str, sentence: str) -> None:
    with pytest.raises(ValueError, match="of the table") as refused:
        parse_table(text, 2, 1)
    assert str(refused.value) == f"Line {place} of the table: {sentence}"


def test_a_table_of_another_width_is_kept_for_a_network_that_fits() -> None:
    with pytest.raises(OtherWidth) as refused:
        parse_table("p;q;r;s\n0,5;1;0;1\n0;0;1;1", 2, 1)
    assert refused.value.table.rows == ((0.5, 1, 0, 1), (0, 0, 1, 1))
    assert refused.value.table.block.names == ("p", "q", "r", "s")
    assert str(refused.value) == (
        "A row of the table has 3 numbers: 2 for x and 1 for y; here each has 4."
    )


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_a_file_as_spreadsheets_save_it(encoding: str) -> None:
    text = "Größe;x2;y\n0,5;1;0"
    assert decoded(text.encode(encoding)) == text


@pytest.mark.parametrize(
    ("raw", "part"),
    [
        (b"PK\x03\x04rest", "save its sheet as CSV"),
        (b"0\x00\x81", "no text"),
        (b"\xff\xfe0", "no text"),
    ],
)
def test_a_file_that_is_no_text(raw: bytes, part: str) -> None:
    with pytest.raises(ValueError, match=part):
        decoded(raw)
