"""Weights in a link that people write by hand, and that stay short where a few were edited."""

from dataclasses import replace
from urllib.parse import urlencode

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backprop.engine import descend
from backprop.lesson import PRESETS, Lesson, from_query, resized, to_query, with_network, with_value
from tests.laws import laws
from tests.lesson.strategies import bits, numbers, put

HAND = {
    "sizes": "2-2-1", "activation": "linear", "x": "1,2", "y": "0.15",
    "w2": "0.1,0.2;0.3,0.4", "b2": "0.5,-1", "w3": "2,-1", "b3": "0.25",
}  # fmt: skip


def test_a_network_written_by_hand_has_these_numbers() -> None:
    lesson, notices = from_query(HAND)
    trace = lesson.trace()
    assert notices == []
    assert trace.z[2].ravel() == pytest.approx([0.1 + 0.4 + 0.5, 0.3 + 0.8 - 1])
    assert trace.a[3].item() == pytest.approx(2 * 1 - 0.1 + 0.25)
    assert trace.cost == pytest.approx(2**2 / 2)


def test_a_matrix_changes_nothing_but_itself() -> None:
    drawn = Lesson().network()
    network = from_query({"b2": "1;2;3;4"})[0].network()
    assert network.b[2].ravel().tolist() == [1, 2, 3, 4]
    assert (network.w[2] == drawn.w[2]).all()
    assert (network.b[3] == drawn.b[3]).all()


def test_a_column_may_have_decimal_commas() -> None:
    lesson, notices = from_query({"sizes": "1-2", "w2": "0,5;-1,5"})
    assert (lesson.network().w[2].ravel().tolist(), notices) == ([0.5, -1.5], [])


WRONG = [
    ({"w2": "0.1,0.2,0.3,0.4"}, "w2 needs 2 rows of 2 numbers, with “;” between rows; here is 1."),
    ({"w2": "1,2;3,4;5,6"}, "w2 needs 2 rows of 2 numbers, with “;” between rows; here are 3."),
    ({"w2": "1,2;3"}, "each of the 2 rows of w2 needs 2 numbers, written like"),
    ({"w3": "1,2,3"}, "the row of w3 needs 2 numbers, written like"),
    ({"w3": "1;2"}, "w3 needs 1 row of 2 numbers, with “;” between rows; here are 2."),
    ({"b2": "1"}, "b2 needs 2 numbers"),
    ({"w2": "1,2;3,x"}, "this is “x”"),
    ({"w2": "1,2;3,4e6"}, "between −1,000,000 and 1,000,000"),
    ({"w1": "1,2"}, "layer 1 is the input; the first weights and biases are w2 and b2."),
    ({"b4": "1"}, "this network has 3 layers."),
    ({"edits": "w3_2_1:1"}, "such as w2_1_1:0.5; this is “w3_2_1"),
    ({"edits": "w2_1_1:1,z2_1:1"}, "this is “z2_1"),
    ({"edits": "w2_1_1"}, "w2_1_1 needs 1 number"),
    ({"edits": ""}, "such as w2_1_1:0.5"),
    ({"edits": "b2_1:1," * 10}, "has 9 weights and biases; here are more"),
]


@pytest.mark.parametrize(("query", "part"), WRONG)
def test_what_does_not_fit_is_left_out_and_says_what_must_hold(
    query: dict[str, str], part: str
) -> None:
    lesson, (notice,) = from_query({"sizes": "2-2-1"} | query)
    assert lesson == resized(Lesson(), (2, 2, 1))
    assert notice.startswith(f"The link's “{next(iter(query))}” was left out: ")
    assert part in notice


LARGE = resized(Lesson(), (12,) * 8)


def test_one_edited_weight_of_a_large_network_is_a_short_link() -> None:
    query = to_query(with_value(LARGE, "w5_3_4", 0.1))
    assert query == {"sizes": "12-12-12-12-12-12-12-12", "edits": "w5_3_4:0.1"}


@pytest.mark.parametrize(
    ("name", "quantity", "number", "said"),
    [
        ("mazur", "w3_2_1", 0.75, {"edits": "w3_2_1:0.75"}),
        ("deep", "b2_1", -0.0, {"edits": "b2_1:-0"}),
        ("nielsen-neuron", "w2_1_1", 2, {"w2": "2"}),
    ],
)
def test_a_link_to_an_edited_example_names_the_example(
    name: str, quantity: str, number: float, said: dict[str, str]
) -> None:
    assert to_query(with_value(PRESETS[name], quantity, number)) == {"preset": name} | said


def test_a_network_that_has_learned_is_one_word() -> None:
    trace = LARGE.trace()
    query = to_query(with_network(LARGE, descend(trace.network, trace, 0.5)))
    assert [*query] == ["sizes", "weights"]
    assert len(urlencode(query)) < 12_000


@laws
@given(st.sampled_from(sorted(PRESETS)), st.data())
def test_an_edited_example_comes_back_bit_for_bit(name: str, data: st.DataObject) -> None:
    preset = PRESETS[name]
    net = preset.network()
    old = [n for l in preset.layers for m in (net.w[l], net.b[l]) for n in m.ravel().tolist()]
    new = data.draw(st.dictionaries(st.integers(0, len(old) - 1), numbers, max_size=6))
    lesson = replace(
        preset, weights=put(old, new), eta=data.draw(st.sampled_from([preset.eta, 0.125]))
    )
    query = to_query(lesson)
    back, notices = from_query(query)
    assert notices == []
    assert bits(back) == bits(lesson)


def test_a_zero_that_was_given_a_sign_is_an_edit() -> None:
    lesson = Lesson((2, 1), ("sigmoid",), spread=0, x=(1, 2), y=(0,), weights=(-0.0, 0, 5))
    assert to_query(lesson)["w2"] == "-0,0"
    assert bits(from_query(to_query(lesson))[0]) == bits(lesson)
