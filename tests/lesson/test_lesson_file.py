"""The lesson goes to a JSON file and back, and what is no lesson is refused."""

import json
import re
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backprop.lesson import PRESETS, Lesson, from_json, to_json, with_value
from backprop.lesson.change import with_weights
from backprop.lesson.file import A_TRACE
from backprop.ui.sidebar.words import AS_JSON, SAVE
from backprop.writing import trace_json
from tests.laws import laws
from tests.lesson.strategies import bits, lessons


@laws
@given(lessons())
def test_any_lesson_comes_back_bit_for_bit(lesson: Lesson) -> None:
    if lesson.weights is not None:
        lesson = with_weights(lesson, lesson.weights)
    text = to_json(lesson)
    assert bits(from_json(text)) == bits(lesson)
    assert bits(from_json(text.encode())) == bits(lesson)


def test_weights_that_the_seed_draws_come_back_as_none() -> None:
    lesson = Lesson()
    net = lesson.network()
    flat = [n for l in (2, 3) for m in (net.w[l], net.b[l]) for n in m.ravel().tolist()]
    explicit = Lesson(weights=tuple(flat))
    assert explicit.weights is not None
    assert from_json(to_json(explicit)) == lesson
    edited = with_value(lesson, "b3_1", 0.5)
    assert from_json(to_json(edited)) == edited


def test_the_file_can_be_read_by_people() -> None:
    text = to_json(with_value(PRESETS["xor"], "w2_1_2", -6.25))
    assert text.startswith(
        '{\n  "format": "backprop lesson",\n  "version": 1,\n  "sizes": [2, 2, 1],'
    )
    assert '    "2": [\n      [ 6.0, -6.25],\n      [-6.0,  -6.0]\n    ],' in text
    found = json.loads(text)
    assert found["w"] == {"2": [[6, -6.25], [-6, -6]], "3": [[6, 6]]}
    assert found["b"] == {"2": [[-3], [9]], "3": [[-9]]}
    assert list(found) == [
        "format", "version", "sizes", "activation", "cost", "seed", "spread", "w", "b", "x", "y",
        "data", "eta", "over", "reduction", "biases", "level", "step", "selected", "choices",
    ]  # fmt: skip


def test_a_byte_order_mark_and_whole_numbers_are_read() -> None:
    found = json.loads(to_json(PRESETS["xor"]))
    found |= {"x": [1, 0], "spread": 1, "eta": 1, "comment": "mine"}
    lesson = from_json(b"\xef\xbb\xbf" + json.dumps(found).encode())
    assert lesson == replace(PRESETS["xor"], x=(1.0, 0.0), eta=1.0)


def test_a_file_may_be_written_as_a_network_is_in_python() -> None:
    """What is left out is as in a link, and the sizes are those of w."""
    short = {
        "format": "backprop lesson", "activation": "linear", "x": [1, 2], "y": [[0.15]],
        "w": {"2": [[0.1, 0.2], [0.3, 0.4]], "3": [[2, -1]]}, "b": {"2": [0.5, -1], "3": [[0.25]]},
    }  # fmt: skip
    lesson = from_json(json.dumps(short))
    assert lesson.trace().a[3].item() == pytest.approx(2 * 1 - 0.1 + 0.25)
    assert (lesson.sizes, lesson.activation, lesson.y) == ((2, 2, 1), ("linear",) * 2, (0.15,))
    assert (lesson.eta, lesson.data, lesson.step, lesson.choices) == (0.5, (), 1, ())


def test_without_weights_they_are_drawn_from_the_seed() -> None:
    short = {"format": "backprop lesson", "sizes": [3, 4, 2], "x": [0.2, 0.5, 0.9], "y": [0, 1]}
    assert from_json(json.dumps(short)) == Lesson()
    assert from_json(json.dumps(short | {"seed": 7})) == Lesson(seed=7)


def test_the_buttons_have_the_names_that_the_sentence_says() -> None:
    assert f"“{AS_JSON}”" in A_TRACE
    assert f"“{SAVE}”" in A_TRACE


def changed(**values: Any) -> str:
    return json.dumps(json.loads(to_json(Lesson())) | values)


def without(name: str) -> str:
    found = json.loads(to_json(Lesson()))
    del found[name]
    return json.dumps(found)


def by_w(**values: Any) -> str:
    """A file with what must be there, its sizes those of w."""
    return json.dumps({"format": "backprop lesson", "b": {}, "x": [1], "y": [1]} | values)


NO_LESSON: list[tuple[bytes | str, str]] = [
    ("", "is JSON; this file is not"),
    ("{", "is JSON; this file is not"),
    (to_json(Lesson())[:-5], "is JSON; this file is not, or not all of it"),
    ("PK\x03\x04", "is JSON; this file is not"),
    (b"\x89PNG\r\n\x1a\n", "text in UTF-8; this file is not"),
    (to_json(Lesson()).encode("utf-16"), "text in UTF-8; this file is not"),
    ("[" * 100_000, "is JSON; this file is not"),
    ('{"a":' * 100_000, "is JSON; this file is not"),
    ("1" * 10_000, "is JSON; this file is not"),
    ("null", '"format": "backprop lesson"'),
    ("[1, 2]", '"format": "backprop lesson"'),
    ("{}", '"format": "backprop lesson"'),
    ('"backprop lesson"', '"format": "backprop lesson"'),
    ('{"format": ["backprop lesson"]}', '"format": "backprop lesson"'),
    (changed(format="other"), '"format": "backprop lesson"'),
    (changed(version=2), "version 1 can be read; this is version 2"),
    (changed(version="1"), "“version” must hold a whole number"),
    (changed(version=True), "“version” must hold a whole number"),
    (without("w"), "“w” and “b” go together; this file has only “b”"),
    (without("b"), "“w” and “b” go together; this file has only “w”"),
    (without("x"), "an entry “x”; this file has none"),
    (without("y"), "an entry “y”; this file has none"),
    ('{"format": "backprop lesson", "x": [1], "y": [1]}', "an entry “sizes” or “w”; this file has"),
    (by_w(w={}, b={}), "2 to 8 layers; this one has 1"),
    (by_w(w={"2": [[1]], "4": [[1]]}), "“w” has 2 and 3 as layers here"),
    (by_w(w={"2": [], "3": [[1]]}), "layer 1 has 0"),
    (
        by_w(w={"2": [[1, 2], [3]], "3": [[1, 2]]}, x=[1, 2], b={"2": [1, 1], "3": [1]}),
        "“w” of layer 2 must have 2 rows and 2 columns",
    ),
    (by_w(w={"2": 5}), "“w” must hold a list; in the file it holds 5"),
    (by_w(w={"2": [5]}), "“w” must hold a list; in the file it holds 5"),
    (changed(activation=5), "“activation” must hold a text or a list; in the file it holds 5"),
    (trace_json(Lesson().trace()), "“Save lesson” gives the file of a lesson"),
    (changed(sizes=[3]), "2 to 8 layers; this one has 1"),
    (changed(sizes=[100] * 100), "2 to 8 layers; this one has 100"),
    (changed(sizes=[3, 10_000, 2]), "layer 2 has 10000"),
    (changed(sizes=[3, int("9" * 4000), 2]), "layer 2 has 9999"),
    (changed(sizes=[3, 4.0, 2]), "“sizes” must hold a whole number; in the file it holds 4.0"),
    (changed(sizes=[3, 5, 2]), "“w” of layer 2 must have 5 rows and 3 columns"),
    (changed(sizes="3-4-2"), "“sizes” must hold a list; in the file it holds “3-4-2”"),
    (changed(activation=["tanh", 1]), "“activation” must hold a text"),
    (changed(activation=["tanh", "cos"]), "this is “cos”"),
    (changed(cost=None), "“cost” must hold a text; in the file it holds something else"),
    (changed(seed=1.5), "“seed” must hold a whole number"),
    (changed(seed=-1), "The seed must be between"),
    (changed(spread=float("nan")), "The standard deviation must be between 0 and 10; this is nan"),
    (changed(x=[1, 2, float("inf")]), "this is inf"),
    (changed(x=[1, 2, 10**300]), "A number must be between"),
    (changed(x=[1, 2, True]), "“x” must hold a number"),
    (changed(x=[1, 2, "3"]), "“x” must hold a number; in the file it holds “3”"),
    (changed(x=[1, 2]), "x must be 3 numbers; here are 2"),
    (changed(x={"1": 1}), "“x” must hold a list"),
    (changed(y=[[0, 1]]), "“y” must hold numbers in one list, or each in a list of its own;"),
    (changed(data=[1, 2, 3]), "“data” must hold a list"),
    (changed(data=[[1, 2, 3]]), "must be 5 numbers; here are 3"),
    (changed(data=[[0] * 5] * 65), "at most 64 rows"),
    (changed(w=[]), "“w” must hold a table"),
    (changed(w={}), "“w” has 2 and 3 as layers here"),
    (changed(w={"2": [], "3": []}), "“w” of layer 2 must have 4 rows and 3 columns"),
    (changed(b={"2": [[1]] * 4, "3": 1}), "“b” must hold a list"),
    (changed(b={"2": [1, 2, 3], "3": [1, 2]}), "“b” of layer 2 must be 4 numbers; here are 3"),
    (changed(b={"2": [[1]] * 4, "3": [[1], [2e6]]}), "A number must be between"),
    (
        changed(b={"2": [[1, 2]] * 4, "3": [[1], [2]]}),
        "“b” must hold numbers in one list, or each in a list of its own;",
    ),
    (changed(eta=0), "The learning rate η must be above 0"),
    (changed(level="atom"), "The level is layer or neuron"),
    (changed(step=99), "The step must be between 1 and 15; this is 99"),
    (changed(selected="w9_1_1"), "a quantity of this network"),
    (changed(cost="cross-entropy", activation=["tanh", "linear"], x=[9, 9, 9]), "every output"),
    (changed(comment="a" * 10**6), "at most 1,000,000 bytes; this has 1,00"),
    (b" " * 50_000_000, "at most 1,000,000 bytes; this has 50,000,000"),
]


@pytest.mark.parametrize(("text", "part"), NO_LESSON, ids=[part for _, part in NO_LESSON])
def test_what_is_no_lesson_is_refused_in_one_sentence(text: bytes | str, part: str) -> None:
    with pytest.raises(ValueError, match=r"^[^\n]{20,200}\.$") as refused:
        from_json(text)
    assert part in str(refused.value)


def test_nan_and_infinity_are_refused_wherever_they_stand() -> None:
    text = to_json(Lesson())
    for place in ('"spread": 1.0', "[0.2", '"eta": 0.5', '"y": [0.0'):
        assert place in text
        for literal in ("NaN", "Infinity", "-Infinity", "1e999"):
            number = re.sub(r"[\d.]+", literal, place)
            with pytest.raises(ValueError, match=r"between|above 0"):
                from_json(text.replace(place, number))
    weight = re.search(r"-?\d\.\d{9,}", text)
    assert weight
    with pytest.raises(ValueError, match=r"between −1,000,000 and 1,000,000; this is nan\."):
        from_json(text.replace(weight[0], "NaN"))


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=10),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=3), inner),
    max_leaves=8,
)


@pytest.mark.parametrize("came", [None, 5, ["{}"], bytearray(b"{}")])
def test_what_is_no_text_is_refused(came: Any) -> None:
    with pytest.raises(ValueError, match=r"^A lesson file is a text or bytes; this is .*\.$"):
        from_json(came)


@given(
    st.dictionaries(st.sampled_from(list(json.loads(to_json(Lesson())))), json_values, max_size=3)
)
def test_any_other_entry_is_read_or_refused(values: dict[str, Any]) -> None:
    try:
        lesson = from_json(changed(**values))
    except ValueError as error:
        assert 10 < len(str(error)) < 250  # noqa: PT017
    else:
        lesson.trace()


@given(st.binary())
def test_any_bytes_are_refused(data: bytes) -> None:
    with pytest.raises(ValueError, match="A lesson file"):
        from_json(data)
