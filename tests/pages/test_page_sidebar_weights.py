"""The sidebar's seed and spread, and the matrices in which every weight and bias can be typed."""

import pytest

from backprop.engine import Network
from backprop.lesson import PRESETS, Lesson, with_value
from tests.pages.sidebar_app import (
    edited,
    field,
    labelled,
    lesson_of,
    opened,
    pressed,
    ran,
    sent,
    sentences,
    table,
    texts,
    typed,
)


def test_the_matrix_looks_like_w_and_its_bias_column() -> None:
    matrix = table(opened(preset="mazur"), "weights_2")
    assert (matrix["corner"], matrix["columns"], matrix["split"]) == ("w²", ["1", "2", "b²"], 2)
    assert [head for head, _ in matrix["rows"]] == ["1", "2"]
    assert [[cell["id"] for cell in row] for _, row in matrix["rows"]] == [
        ["w2_1_1", "w2_1_2", "b2_1"],
        ["w2_2_1", "w2_2_2", "b2_2"],
    ]
    assert [[cell["text"] for cell in row] for _, row in matrix["rows"]] == [
        ["0.15", "0.2", "0.35"],
        ["0.25", "0.3", "0.35"],
    ]
    assert matrix["rows"][1][1][0]["name"] == "w²₂₁"


def test_the_layer_is_chosen_and_the_output_layer_can_be_edited() -> None:
    app = opened(preset="mazur")
    labelled(app.sidebar.button_group, "Into layer").set_value(3)
    ran(app.run())
    assert texts(app, "weights_3") == [["0.4", "0.45", "0.6"], ["0.5", "0.55", "0.6"]]
    edited(app, "weights_3", {"w3_2_1": "-1.5", "b3_2": "1e-3"})
    network = lesson_of(app).network()
    assert network.w[3].tolist() == [[0.4, 0.45], [-1.5, 0.55]]
    assert network.b[3].tolist() == [[0.6], [0.001]]
    assert network.w[2].tolist() == [[0.15, 0.2], [0.25, 0.3]]
    assert texts(app, "weights_3")[1] == ["-1.5", "0.55", "0.001"]


def test_a_network_of_two_layers_needs_no_choice_of_layer() -> None:
    app = opened(preset="nielsen-neuron")
    assert texts(app, "weights_2") == [["0.6", "0.9"]]
    assert not app.sidebar.button_group


def test_fewer_layers_show_a_layer_that_is_there() -> None:
    app = opened(preset="vanishing")
    labelled(app.sidebar.button_group, "Into layer").set_value(6)
    ran(app.run())
    assert len(texts(app, "weights_6")) == 3
    edited(app, "neurons", {"1": "4"})
    assert table(app, "weights_6")["corner"] == "w⁶"
    pressed(app, "Undo")
    app.sidebar.selectbox(key="lesson_layers").set_value(3)
    ran(app.run())
    assert table(app, "weights_2")["corner"] == "w²"


def test_what_is_shown_in_a_cell_is_short_and_its_text_is_exact() -> None:
    cell = table(opened(), "weights_2")["rows"][0][1][0]
    exact = Network.random([3, 4, 2], seed=5).w[2][0, 0]
    assert float(cell["text"]) == exact
    assert len(cell["short"]) <= 6
    assert abs(float(cell["short"].replace("−", "-")) - exact) < 0.001


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("a", "A number is written like 0.5, −2 or 1e−3; this is “a”."),
        ("NaN", "A number is written like 0.5, −2 or 1e−3; this is “NaN”."),
        ("1e400", "A number must be between −1,000,000 and 1,000,000; this is “1e400”."),
        ("1 2", "There must be 1 number, written like 0.5, −2 or 1e−3; here are 2."),
        ("", "There must be 1 number, written like 0.5, −2 or 1e−3; here are none."),
    ],
)
def test_nonsense_in_a_cell_gets_a_sentence_there_and_the_others_are_taken(
    text: str, sentence: str
) -> None:
    app = edited(opened(), "weights_2", {"w2_1_1": "7", "b2_4": text})
    assert lesson_of(app) == with_value(Lesson(), "w2_1_1", 7)
    shown = table(app, "weights_2")
    assert (shown["problem"], shown["texts"]) == (f"b²₄: {sentence}", {"b2_4": text})
    edited(app, "weights_2", {"b2_4": text, "w2_1_2": "8"})
    assert lesson_of(app).network().w[2][0, :2].tolist() == [7, 8]
    assert table(app, "weights_2")["texts"] == {"b2_4": text}
    edited(app, "weights_2", {"b2_4": "9"})
    assert (table(app, "weights_2")["problem"], table(app, "weights_2")["texts"]) == ("", {})
    assert lesson_of(app).network().b[2][3, 0] == 9


def test_a_bad_text_is_there_when_one_comes_back_to_its_layer_and_goes_with_its_cell() -> None:
    app = edited(opened(), "weights_2", {"w2_1_1": "a", "b2_4": "b"})
    for l in (3, 2):
        labelled(app.sidebar.button_group, "Into layer").set_value(l)
        ran(app.run())
    shown = table(app, "weights_2")
    assert shown["texts"] == {"w2_1_1": "a", "b2_4": "b"}
    assert shown["problem"].endswith("“a”. 1 more was not taken; it is marked, too.")
    edited(app, "neurons", {"2": "3"})
    edited(app, "weights_2", {"b2_4": "b"})
    assert table(app, "weights_2")["texts"] == {}


@pytest.mark.parametrize(
    "edit",
    [
        None,
        5,
        "x",
        {},
        {"number": "1", "edits": {"w2_1_1": "1"}},
        {"number": 1, "edits": [{"cell": "w2_1_1", "text": "1"}]},
        {"number": "1", "edits": [None, {"cell": "w9_9_9", "text": "1"}]},
        {"number": "1", "edits": [{"cell": "", "text": "", "how": "turned"}]},
        {"number": "1", "edits": [{"cell": "w2_1_1", "text": None}]},
    ],
)
def test_whatever_a_browser_sends_the_lesson_stays(edit: object) -> None:
    assert lesson_of(sent(opened(), "weights_2", edit)) == Lesson()


def test_the_table_says_which_message_it_has_seen() -> None:
    app = sent(opened(), "weights_2", {"number": "0.25", "edits": []})
    assert table(app, "weights_2")["seen"] == "0.25"


def test_the_seed_draws_the_weights() -> None:
    app = typed(opened(), "Seed", "4294967295")
    assert lesson_of(app).seed == 4294967295
    assert (
        float(texts(app, "weights_2")[0][0]) == Network.random([3, 4, 2], seed=2**32 - 1).w[2][0, 0]
    )


@pytest.mark.parametrize("text", ["1.5", "x", "-1", "1e3", ""])
def test_a_seed_that_is_none_is_kept_with_a_sentence(text: str) -> None:
    app = typed(opened(), "Seed", text)
    assert sentences(app) == [f"Seed: It must be a whole number; this is “{text}”."]
    assert field(app, "Seed").value == text
    assert lesson_of(app) == Lesson()
    typed(app, "Seed", "5")
    assert sentences(app) == []
    assert lesson_of(app) == Lesson()


def test_a_seed_that_is_too_large() -> None:
    app = typed(opened(), "Seed", "4294967296")
    assert sentences(app) == [
        "The seed must be between 0 and 4,294,967,295; this is 4294967296.",
    ]


def test_the_dice_draws_other_weights_and_can_be_undone() -> None:
    app = pressed(opened(), "Roll")
    seed = lesson_of(app).seed
    assert seed != 5
    assert field(app, "Seed").value == str(seed)
    assert lesson_of(app).weights is None
    assert lesson_of(pressed(app, "Undo")) == Lesson()


def test_with_weights_of_ones_own_the_seed_is_empty_and_draws_anew() -> None:
    app = opened(preset="mazur")
    assert field(app, "Seed").value == ""
    typed(app, "Seed", "5")
    assert lesson_of(app).weights is None
    assert lesson_of(pressed(app, "Undo")) == PRESETS["mazur"]


def test_the_spread_widens_the_weights() -> None:
    one, ten = opened(), typed(opened(), "Standard deviation", "10")
    assert lesson_of(ten).spread == 10
    narrow, wide = (float(texts(app, "weights_2")[0][0]) for app in (one, ten))
    assert wide == pytest.approx(10 * narrow)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("wide", "Standard deviation: A number is written like 0.5, −2 or 1e−3; this is “wide”."),
        ("11", "The standard deviation must be between 0 and 10; this is 11."),
        ("-1", "The standard deviation must be between 0 and 10; this is −1."),
    ],
)
def test_a_spread_that_is_none_is_kept_with_a_sentence(text: str, sentence: str) -> None:
    app = typed(opened(), "Standard deviation", text)
    assert sentences(app) == [sentence]
    assert field(app, "Standard deviation").value == text
    assert lesson_of(app) == Lesson()


def test_roll_finds_weights_that_the_cost_can_take() -> None:
    """Of tanh outputs few are above 0 in both neurons, as the cross-entropy needs them."""
    app = opened(activation="tanh", cost="cross-entropy")
    for _ in range(5):
        before = lesson_of(app).seed
        pressed(app, "Roll")
        assert sentences(app) == []
        assert lesson_of(app).seed != before
