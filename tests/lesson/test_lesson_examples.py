"""Four examples for any lesson: they fit, keep its own, differ, and can be learned."""

from dataclasses import replace

import pytest
from hypothesis import given

from backprop.lesson import (
    PRESETS,
    Lesson,
    at_example,
    examples_of,
    row_of,
    to_query,
    with_examples,
)
from tests.laws import laws
from tests.lesson.strategies import lessons


@laws
@given(lessons())
def test_four_rows_that_fit_and_the_first_is_the_lessons_own(lesson: Lesson) -> None:
    found = with_examples(lesson)
    assert [len(row) for row in found.data] == [len(lesson.x) + len(lesson.y)] * 4
    assert found.data[0] == lesson.x + lesson.y
    assert replace(found, data=lesson.data) == lesson
    assert all(0 <= number <= 1 for row in found.data[1:] for number in row)
    assert with_examples(lesson).data == found.data


@pytest.mark.parametrize("name", PRESETS)
def test_the_presets_get_four_different_examples(name: str) -> None:
    found = with_examples(PRESETS[name])
    assert len(set(found.data)) == 4
    assert row_of(found) == 0
    assert "data" in to_query(found)


def test_by_hand() -> None:
    assert with_examples(PRESETS["mazur"]).data == (
        (0.05, 0.1, 0.01, 0.99),
        (0.7, 0.1, 1, 0),
        (0.3, 0.6, 0, 1),
        (0, 0.5, 1, 1),
    )


def test_a_table_is_taken_as_it_is_and_four_are_made_where_there_is_none() -> None:
    xor = PRESETS["xor"]
    assert examples_of(xor) == xor.data
    assert examples_of(replace(xor, data=xor.data[:1])) == xor.data[:1]
    assert examples_of(Lesson()) == with_examples(Lesson()).data


def test_at_an_example_made_up_the_table_is_kept() -> None:
    own = Lesson()
    third = at_example(own, 2)
    assert third.x + third.y == examples_of(own)[2]
    assert examples_of(third) == examples_of(own)
    assert at_example(own, 0) == own
