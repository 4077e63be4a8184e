"""What people type and paste."""

from time import thread_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backprop.inputs.parsing import (
    parse_link_numbers,
    parse_link_vector,
    parse_number,
    parse_numbers,
    parse_sizes,
    parse_vector,
)
from backprop.inputs.tables import parse_table
from tests.lesson.strategies import numbers


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("0.5", 0.5), (" -2 ", -2.0), ("+3", 3.0), ("1e-3", 1e-3), ("1E3", 1e3), (".5", 0.5),
        ("5.", 5.0), ("−0.25", -0.25), ("–1", -1.0), ("0,5", 0.5), ("-12,75", -12.75),
        ("1e-400", 0.0), ("[1]", 1.0),
    ],
)  # fmt: skip
def test_a_number(text: str, value: float) -> None:
    assert parse_number(text) == value


@pytest.mark.parametrize(
    "text",
    [
        "abc", "1a", "nan", "NaN", "inf", "-Infinity", "1e400", "-1e400", "1000001", "1_000",
        "0x10", "", "   ", "1 2", "1,000", "1.2.3", "--1", "1e", "e5", "٣", "½",
        "1" * 200, "1" * 200 + "x", "<script>", "\x00", "\ud800", "True", "1;2", "1.5,2",
    ],
)  # fmt: skip
def test_no_number(text: str) -> None:
    with pytest.raises(ValueError, match=r"^[^\n]{10,160}\.$"):
        parse_number(text)


def test_the_sentences() -> None:
    for text, sentence in (
        ("abc", "A number is written like 0.5, −2 or 1e−3; this is “abc”."),
        ("1e400", "A number must be between −1,000,000 and 1,000,000; this is “1e400”."),
        ("1 2", "There must be 1 number, written like 0.5, −2 or 1e−3; here are 2."),
        ("1,2,3", "A number is written like 0.5, −2 or 1e−3; this is “1,2,3”."),
        ("9999999,5", "A number must be between −1,000,000 and 1,000,000; this is “9999999,5”."),
    ):
        with pytest.raises(ValueError, match="number") as refused:
            parse_number(text)
        assert str(refused.value) == sentence


@pytest.mark.parametrize(
    "text",
    [
        "0.05, 0.1, 0.2", "0.05 0.1 0.2", "0.05;0.1;0.2", "0.05\n0.1\r\n0.2\n", "0.05,0.1,0.2",
        "0.05\t0.1\t0.2", "[0.05, 0.1, 0.2]", "(0.05, 0.1, 0.2)", "0,05; 0,1; 0,2", "0,05 0,1 0,2",
        "0,05, 0,1, 0,2", "0.05 ,0.1 , 0.2,",
    ],
)  # fmt: skip
def test_numbers(text: str) -> None:
    assert parse_numbers(text, 3) == parse_link_numbers(text, 3) == (0.05, 0.1, 0.2)


def test_in_a_link_a_comma_is_a_decimal_comma_only_where_the_count_says_so() -> None:
    assert parse_link_numbers("0,5", 2) == (0.0, 5.0)
    assert parse_link_numbers("0,5", 1) == (0.5,)
    assert parse_link_numbers("0,5 1", 3) == (0.0, 5.0, 1.0)
    with pytest.raises(ValueError, match="must be 2 numbers"):
        parse_link_numbers("1,000 2,500", 2)


def test_the_wrong_count() -> None:
    with pytest.raises(ValueError, match=r"must be 3 numbers.*; here are 4\."):
        parse_numbers("1 2 3 4", 3)
    with pytest.raises(ValueError, match=r"must be 3 numbers.*; here is 1\."):
        parse_numbers("1", 3)


@given(st.lists(numbers, min_size=1, max_size=12))
def test_numbers_come_back_as_they_were_written(values: list[float]) -> None:
    for separator in (",", ", ", " ", ";", "\n"):
        for read in (parse_numbers, parse_link_numbers):
            text = separator.join(map(repr, values))
            assert repr(read(text, len(values))) == repr(tuple(values))


@pytest.mark.parametrize("text", ["3-4-2", " 3 - 4 - 2 ", "3, 4, 2", "3 4 2", "3–4–2", "[3, 4, 2]"])
def test_sizes(text: str) -> None:
    assert parse_sizes(text) == (3, 4, 2)


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("", "like 3-4-2"), ("3-4-x", "like 3-4-2"), ("-3-4", "like 3-4-2"), ("3--4", "like 3-4-2"),
        ("3.5-2", "like 3-4-2"), ("3", "2 to 8 layers; this one has 1"),
        ("-".join("123456789123"), "this one has 12"), ("3-10000-2", "layer 2 has 10000"),
        ("3-0-2", "layer 2 has 0"), ("9" * 5000, "like 3-4-2"), ("٣-4", "like 3-4-2"),
    ],
)  # fmt: skip
def test_no_sizes(text: str, part: str) -> None:
    with pytest.raises(ValueError, match=part):
        parse_sizes(text)


XOR = ((0.0, 0.0, 0.0), (0.0, 1.0, 1.0), (1.0, 0.0, 1.0), (1.0, 1.0, 0.0))


@pytest.mark.parametrize(
    "text",
    [
        "0,0,0\n0,1,1\n1,0,1\n1,1,0", "x1,x2,y\n0,0,0\r\n0,1,1\r\n1,0,1\r\n1,1,0\r\n",
        "x1\tx2\ty\n0\t0\t0\n0\t1\t1\n1\t0\t1\n1\t1\t0", "0 0 0\n\n0 1 1\n1 0 1\n1 1 0\n\n",
        '"a";"b";"y"\n0;0;0\n0;1;1\n1;0;1\n1;1;0', '"0","0","0"\n"0","1","1"\n1,0,1\n1,1,0',
        "0,0;0,0;0,0\n0,0;1,0;1,0\n1,0;0,0;1,0\n1,0;1,0;0,0",
    ],
)  # fmt: skip
def test_a_table(text: str) -> None:
    assert parse_table(text, 2, 1).rows == XOR


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("", "1 to 64 rows of numbers; this one has 0"), ("x1,x2,y", "this one has 0"),
        ("0 0 0\n" * 65, "this one has 65"),
        ("0 0 0\n0 1", "Line 2 of the table: There must be 3 numbers"),
        ("0 0 0\n0 1 nan", "Line 2, column 3 of the table: A number"),
        ("x y z\n\n0 q 1", "Line 3, column 2 .*“q”"),
        ("0 0 0\nx y z", "Line 2"), ("0 1 1e400", "between"), ("0 0 0\n" * 50_000, "characters"),
    ],
)  # fmt: skip
def test_no_table(text: str, part: str) -> None:
    with pytest.raises(ValueError, match=part):
        parse_table(text, 2, 1)


def test_64_rows_of_the_widest_network_fit() -> None:
    row = (-1.2345678901234567e-100,) * 24
    table = "\n".join(", ".join(map(repr, row)) for _ in range(64))
    assert parse_table(table, 12, 12).rows == (row,) * 64


@given(st.text())
def test_any_text_is_read_or_refused(text: str) -> None:
    for read in (parse_number, parse_sizes, lambda t: parse_table(t, 2, 1)):
        try:
            read(text)
        except ValueError as error:
            assert 10 < len(str(error)) < 200  # noqa: PT017


@pytest.mark.parametrize(
    "text", ["1" * 10**6, "1" * 4999 + "x", "1," * 2499, "9-" * 2499, "\n" * 10**7]
)
def test_long_texts_are_refused_at_once(text: str) -> None:
    start = thread_time()
    for read in (parse_number, parse_sizes, lambda t: parse_table(t, 2, 1)):
        with pytest.raises(ValueError, match=r"\w"):
            read(text)
    assert thread_time() - start < 0.5


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("0,5 1,5", (0.5, 1.5)), ("-0,5; 1,5", (-0.5, 1.5)), ("0,5", (0, 5)), ("1, 2", (1, 2)),
        ("1,2, 3", (1, 2, 3)), ("1,2;3", (1, 2, 3)), ("0.5 1.5", (0.5, 1.5)),
    ],
)  # fmt: skip
def test_a_vector_has_decimal_commas_where_blanks_stand_between_in_a_link(
    text: str, values: tuple[float, ...]
) -> None:
    assert parse_link_vector(text) == values


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("0,5; 1", (0.5, 1)), ("0,5 1,5", (0.5, 1.5)), ("1,2;3", (1.2, 3)), ("1, 2", (1, 2)),
        ("1/2 | -1/4", (0.5, -0.25)), ("x1=0.2, x2=0.5", (0.2, 0.5)), ("[[1], [2]]", (1, 2)),
        ("\u20141 \u200b2", (-1, 2)), ("2·10^-3\t1", (0.002, 1)),
    ],
)  # fmt: skip
def test_what_is_typed_is_read_as_it_was_meant(text: str, values: tuple[float, ...]) -> None:
    assert parse_vector(text) == parse_numbers(text, 2) == values


@pytest.mark.parametrize(
    ("text", "count", "part"),
    [
        ("0,5;;1", 3, "Number 2 is missing between its separators in “0,5;;1”"),
        ("0,5;1", 3, "here are 2"), ("0,5 1", 3, "may be a decimal comma"),
        ("1, two, 3", 3, "this is “two”"), ("a 1 2", 2, "this is “a”"),
        ("0.5\x01 1", 2, "“0.5�”"), ("0.5\x07 1", 2, "“0.5?”, with the character U+0007"),
    ],
)  # fmt: skip
def test_what_is_typed_is_refused_where_it_may_be_something_else(
    text: str, count: int, part: str
) -> None:
    with pytest.raises(ValueError, match=r"^[^\n]+\.$") as refused:
        parse_numbers(text, count)
    assert part in str(refused.value)


def test_a_number_in_other_forms() -> None:
    assert parse_number("1/3") == 1 / 3
    assert parse_number("\u20110,5") == -0.5
    assert parse_number("1.000,5") == parse_number("1,000.5") == 1000.5
    with pytest.raises(ValueError, match=r"“1,125” may be 1\.125 or 1125"):
        parse_number("1,125")


@pytest.mark.parametrize("text", ["0,5;;1", "0,5;1", "0,5 1"])
def test_an_old_link_is_read_as_it_was(text: str) -> None:
    assert parse_link_numbers(text, 3) == parse_link_vector(text) == (0, 5, 1)
