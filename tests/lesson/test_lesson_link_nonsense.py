"""Any link gives a lesson: what makes no sense in it is left out with a notice, and at once."""

import base64
import tracemalloc
import zlib
from dataclasses import replace
from time import thread_time

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from backprop.lesson import (
    Lesson,
    from_query,
    to_query,
)
from tests.lesson.strategies import NAMES, bits


def word(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).decode().rstrip("=")


NONSENSE = [
    ({"preset": "nielsen"}, "preset", "a preset is book, deep"),
    ({"sizes": "3-99999-2"}, "sizes", "1 to 12 neurons; layer 2 has 99999"),
    ({"sizes": "abc"}, "sizes", "written like 3-4-2"),
    ({"activation": "cosine"}, "activation", "an activation is sigmoid, tanh"),
    ({"activation": "tanh,tanh,tanh"}, "activation", "one activation for each; here are 3"),
    ({"cost": "huber"}, "cost", "the cost is quadratic, squared-error or cross-entropy"),
    ({"seed": "-1"}, "seed", "a whole number"),
    ({"seed": "4294967296"}, "seed", "between 0 and 4,294,967,295"),
    ({"seed": "1" * 5000}, "seed", "a whole number"),
    ({"spread": "inf"}, "spread", "written like"),
    ({"spread": "11"}, "spread", "between 0 and 10"),
    ({"x": "1,2"}, "x", "x needs 3 numbers"),
    ({"x": "1,2,nan"}, "x", "written like"),
    ({"x": "1,2,1e400"}, "x", "between −1,000,000 and 1,000,000"),
    ({"y": "1,2,3"}, "y", "y needs 2 numbers"),
    ({"y": "0,5", "cost": "cross-entropy"}, "y", "between 0 and 1; this is 5"),
    ({"data": "1,2,3"}, "data", "5 numbers"),
    ({"data": ";" * 100}, "data", "at most 64 rows"),
    ({"data": "XOR"}, "data", "must be 5 numbers"),
    ({"eta": "0"}, "eta", "above 0"),
    ({"reduction": "max"}, "reduction", "what becomes of several costs is mean or sum"),
    ({"biases": "no"}, "biases", "what is done with biases is learn, fixed or none"),
    ({"biases": "none", "selected": "b2_1"}, "selected", "what is selected is a quantity"),
    ({"biases": "none", "step": "14"}, "step", "the step must be between 1 and 13"),
    ({"level": "atom"}, "level", "layer or neuron"),
    ({"step": "16"}, "step", "between 1 and 15; this is 16"),
    ({"step": "two"}, "step", "a whole number"),
    ({"step": "1.5"}, "step", "a whole number"),
    ({"selected": "w9_1_1"}, "selected", "such as w2_1_1; this is “w9_1_1”"),
    ({"weights": "not base64!"}, "weights", "are damaged"),
    ({"weights": "AAAA"}, "weights", "are damaged"),
    ({"weights": "é"}, "weights", "are damaged"),
    ({"weights": word(zlib.compress(bytes(8 * 25)))}, "weights", "are not the 26 of this network"),
    ({"weights": word(zlib.compress(bytes(8 * 27)))}, "weights", "are not the 26 of this network"),
    (
        {"weights": word(zlib.compress(bytes(8 * 26))[:-1])},
        "weights",
        "are not the 26 of this network",
    ),
    (
        {"weights": word(zlib.compress(bytes(8 * 26)) + b"x")},
        "weights",
        "are not the 26 of this network",
    ),
    ({"weights": word(zlib.compress(b"\xff" * 8 * 26))}, "weights", "this is nan"),
    ({"weights": "A" * 20_000}, "weights", "it is too long"),
    (
        {"cost": "cross-entropy", "activation": "relu", "sizes": "1-1", "x": "-1"},
        "cost",
        "every output above 0 and below 1",
    ),
]


@pytest.mark.parametrize(("query", "name", "part"), NONSENSE)
def test_nonsense_is_left_out_with_a_notice(query: dict[str, str], name: str, part: str) -> None:
    lesson, notices = from_query({"eta": "2"} | query)
    assert len(notices) == 1
    assert notices[0].startswith(f"The link's “{name}” was left out: ")
    assert part in notices[0]
    assert len(notices[0]) < 220
    rest = {key: text for key, text in query.items() if key != name}
    kept, none = from_query({"eta": "2"} | rest)
    assert none == []
    assert lesson == (replace(kept, eta=0.5) if name == "eta" else kept)


def test_what_makes_sense_beside_nonsense_is_kept() -> None:
    lesson, notices = from_query(
        {"sizes": "3-4", "x": "1,2", "y": "1,0,1,0", "step": "99", "eta": "2", "selected": "C"}
    )
    assert [notice.split("”")[0] for notice in notices] == ["The link's “x", "The link's “step"]
    assert (lesson.sizes, lesson.y, lesson.eta) == ((3, 4), (1.0, 0.0, 1.0, 0.0), 2.0)
    assert lesson.selected == "C"


def test_a_bomb_is_not_unpacked() -> None:
    bomb = word(zlib.compress(bytes(10**7), 9))
    assert len(bomb) < 16_000
    tracemalloc.start()
    _, notices = from_query({"weights": bomb})
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 10**6
    assert len(notices) == 1


texts = st.one_of(
    st.text(),
    st.text("0123456789-,;. e_", max_size=30),
    st.sampled_from(
        ["", "0", "1", "-1", "99999999999", "nan", "1e999", "3-4-2", "12-12-12-12-12-12-12-12",
         "tanh", "linear", "relu,sigmoid", "cross-entropy", "neuron", "xor", "AND", "w2_1_1", "C",
         "0.5,0.5", "1e6", "eJxjYMAHAAAeAAE"],
    ),
)  # fmt: skip


@given(st.dictionaries(st.sampled_from(NAMES) | st.text(max_size=5), texts))
@example({"cost": "cross-entropy", "activation": "linear", "y": "5,5", "x": "1e6,1e6,1e6"})
def test_any_link_gives_a_lesson_that_runs(query: dict[str, str]) -> None:
    lesson, notices = from_query(query)
    assert lesson.problem() == ""
    assert 1 <= lesson.step <= lesson.number_of_steps
    assert len(notices) <= len(query)
    assert all(len(notice) < 300 and "\n" not in notice for notice in notices)
    again, none = from_query(to_query(lesson))
    assert none == []
    assert bits(again) == bits(lesson)


@pytest.mark.parametrize("unit", ["1", "1,", "1;", "9-", "A", "é", "\x00", " ", "1e", "-", "w2_"])
def test_huge_parameters_are_left_out_at_once(unit: str) -> None:
    start = thread_time()  # not the clock: other programs may have the machine
    for length in (59_999, 5_000_000):
        text = (unit * length)[:length]
        lesson, notices = from_query(dict.fromkeys(NAMES, text))
        assert lesson == Lesson()
        assert len(notices) == len(NAMES)
        assert all(len(notice) < 300 for notice in notices)
    assert thread_time() - start < 1
