"""The reader's own vector and function: what a link may say, and what it may not."""

import re

import pytest

from backprop.chapter import CHOICES
from backprop.chapter.readers import vector_or_z
from backprop.ideas.elementwise.compute import functions
from backprop.lesson import from_query, to_query

THIRTEEN = "1,2,3,4,5,6,7,8,9,10,11,12,13"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("2, 3", (2, 3)),
        ("-0.5", (-0.5,)),
        ("1;2\t3", (1, 2, 3)),
        ("z2", 2),
        (" z8 ", 8),
    ],
)
def test_numbers_or_the_z_of_a_layer(text: str, value: object) -> None:
    assert vector_or_z(text) == value


@pytest.mark.parametrize(
    "text", ["", "z", "z1", "z9", "z22", "Z2", "a2", "z²", "1, two", "1e7", THIRTEEN]
)
def test_anything_else_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"\.$"):
        vector_or_z(text)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("1, x", "A number is written like 0.5, −2 or 1e−3; this is “x”."),
        ("__import__('os')", "A number is written like"),
        ("", "must be 1 to 12 numbers"),
        (THIRTEEN, "must be 1 to 12 numbers"),
        ("1e7, 2", "A number must be between −1,000,000 and 1,000,000"),
    ],
)
def test_what_is_no_vector_is_refused_in_a_sentence(text: str, sentence: str) -> None:
    with pytest.raises(ValueError, match=re.escape(sentence)):
        CHOICES["s"].read(text)


def test_the_function_is_one_of_the_registry() -> None:
    assert CHOICES["f"].default == "square"
    for name in functions():
        assert CHOICES["f"].read(name) == name
    with pytest.raises(ValueError, match="It is square, sigmoid, "):
        CHOICES["f"].read("sin")


def test_a_link_with_what_makes_no_sense_keeps_the_rest() -> None:
    lesson, notices = from_query({"f": "eval", "v": "z3", "sizes": "2-2-2"})
    assert len(notices) == 1
    assert (lesson.choice("f"), lesson.choice("v")) == ("square", "z3")
    assert to_query(lesson)["v"] == "z3"


def test_the_value_of_a_choice_is_what_its_reader_makes_of_the_text() -> None:
    lesson, notices = from_query({"dz": "0,5", "drive": "\u22121", "layer": " 3 ", "v": "0,5 1,5"})
    assert not notices
    names = ("dz", "drive", "layer", "v", "s", "equation")
    assert [lesson.value_of(name) for name in names] == [0.5, -1, 3, (0.5, 1.5), (1, 2), None]


def test_what_is_off_has_names_that_there_are() -> None:
    lesson, notices = from_query({"off": "bp1-slope,bp2-transpose"})
    assert (lesson.value_of("off"), notices) == (("bp1-slope", "bp2-transpose"), [])
    lesson, notices = from_query({"off": "nonsense,foo-bar"})
    assert lesson.choice("off") == ""
    assert len(notices) == 1
    assert "nonsense" in notices[0]
