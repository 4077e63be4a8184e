"""The sidebar's examples, sizes and functions, each changed as a user would."""

from dataclasses import replace

import pytest

from backprop.lesson import DESCRIPTIONS, PRESETS, TITLES, Lesson
from tests.pages.sidebar_app import (
    button,
    chose,
    edited,
    lesson_of,
    listed,
    opened,
    pressed,
    sentences,
    table,
    texts,
    typed,
)


@pytest.mark.parametrize("name", PRESETS)
def test_an_example_brings_its_lesson_and_says_what_to_look_for(name: str) -> None:
    app = opened(preset="mazur" if name == "book" else "book")
    chose(app, "Example", name)
    assert lesson_of(app) == PRESETS[name]
    assert DESCRIPTIONS[name] in [caption.value for caption in app.sidebar.caption]
    assert TITLES[name] in listed(app, "Example").options


def test_an_example_keeps_the_level_of_detail() -> None:
    app = chose(opened(level="neuron", step="9"), "Example", "deep")
    assert (lesson_of(app).level, lesson_of(app).step) == ("neuron", 1)


def test_a_changed_example_is_the_users_own_and_undo_makes_it_the_example_again() -> None:
    app = opened()
    assert listed(app, "Example").value == "book"
    assert "Your own" not in listed(app, "Example").options
    typed(app, "Inputs x", "0, 0, 1")
    assert listed(app, "Example").value == ""
    assert listed(app, "Example").options[0] == "Your own"
    assert not [c for c in app.sidebar.caption if c.value in DESCRIPTIONS.values()]
    pressed(app, "Undo")
    assert listed(app, "Example").value == "book"


def test_a_changed_example_says_which_it_was_and_leads_back_in_one_press() -> None:
    app = edited(opened(preset="xor", level="neuron", step="9"), "weights_2", {"w2_1_1": "5"})
    changed = lesson_of(app)
    assert "You have changed “XOR, solved”." in [one.value for one in app.sidebar.caption]
    pressed(app, "Back to it")
    assert lesson_of(app) == replace(PRESETS["xor"], level="neuron")
    assert lesson_of(pressed(app, "Undo")).without_place() == changed.without_place()


def test_a_network_that_was_no_example_leads_back_to_none() -> None:
    app = opened(sizes="2-5-1", x="0.3,0.4")
    assert not [one for one in app.sidebar.button if one.label == "Back to it"]


def test_an_example_stays_itself_on_another_row_of_its_table() -> None:
    app = chose(opened(preset="xor"), "Row", "1, 1 → 0")
    assert (lesson_of(app).x, lesson_of(app).y) == ((1, 1), (0,))
    assert listed(app, "Example").value == "xor"


@pytest.mark.parametrize(
    ("link", "count", "sizes"),
    [
        ("3-4-2", 2, (3, 2)),
        ("3-4-2", 5, (3, 4, 4, 4, 2)),
        ("3-4-2", 8, (3, 4, 4, 4, 4, 4, 4, 2)),
        ("2-5-3-1", 3, (2, 5, 1)),
        ("1-1", 3, (1, 3, 1)),
    ],
)
def test_the_number_of_layers(link: str, count: int, sizes: tuple[int, ...]) -> None:
    app = chose(opened(sizes=link), "Layers", count)
    assert lesson_of(app).sizes == sizes
    assert texts(app, "neurons") == [[str(n) for n in sizes]]
    assert listed(app, "Layers").options == ["2", "3", "4", "5", "6", "7", "8"]


def test_the_neurons_of_every_layer_inputs_and_outputs_too() -> None:
    app = edited(opened(), "neurons", {"1": "1", "2": "12", "3": " 5 "})
    assert lesson_of(app).sizes == (1, 12, 5)
    assert table(app, "neurons")["problem"] == ""
    names = [cell["name"] for cell in table(app, "neurons")["rows"][0][1]]
    assert names == [
        "Neurons in layer 1, the inputs",
        "Neurons in layer 2",
        "Neurons in layer 3, the outputs",
    ]


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("13", "A layer has 1 to 12 neurons; layer 2 has 13."),
        ("0", "A layer has 1 to 12 neurons; layer 2 has 0."),
        ("10000", "A layer has 1 to 12 neurons; layer 2 has 10000."),
        ("x", "Neurons in layer 2: It must be a whole number; this is “x”."),
        ("2.5", "Neurons in layer 2: It must be a whole number; this is “2.5”."),
        ("-3", "Neurons in layer 2: It must be a whole number; this is “-3”."),
        ("", "Neurons in layer 2: It must be a whole number; this is “”."),
        ("9" * 400, f"Neurons in layer 2: It must be a whole number; this is “{'9' * 39}…”."),
    ],
)
def test_nonsense_for_neurons_gets_a_sentence_at_its_field(text: str, sentence: str) -> None:
    app = edited(opened(), "neurons", {"1": "2", "2": text})
    assert lesson_of(app).sizes == (2, 4, 2)
    assert table(app, "neurons")["problem"] == sentence
    assert table(app, "neurons")["texts"] == {"2": text}
    edited(app, "neurons", {"2": "3"})
    assert lesson_of(app).sizes == (2, 3, 2)


@pytest.mark.parametrize(
    ("link", "sizes", "told"),
    [
        ({"preset": "mazur"}, {"2": "3"}, "All 12 weights and biases are kept. 5 new ones are "
         "drawn from the seed."),
        ({"preset": "mazur"}, {"1": "1", "3": "1"}, "7 of 12 weights and biases are kept. "
         "Undo brings all of it back."),
        ({"preset": "mazur"}, {"3": "1"}, "9 of 12 weights and biases are kept. "
         "Undo brings all of it back."),
        ({"data": "XOR", "sizes": "2-2-1"}, {"1": "3", "3": "2"},
         "New in each row of the table: x₃ = 0.9, y₂ = 1."),
        ({"data": "XOR", "sizes": "2-2-1"}, {"1": "1"},
         "Gone from each row of the table: x₂. Undo brings all of it back."),
        ({"data": "XOR", "sizes": "2-2-1"}, {"2": "3"}, ""),
        ({}, {"2": "5"}, ""),
    ],
)  # fmt: skip
def test_what_other_sizes_keep_and_drop_is_said_until_the_next_change(
    link: dict[str, str], sizes: dict[str, str], told: str
) -> None:
    app = edited(opened(**link), "neurons", sizes)
    assert table(app, "neurons")["told"] == told
    typed(app, "Learning rate η", "0.25")
    assert table(app, "neurons")["told"] == ""


def test_one_layer_more_and_one_less_bring_all_numbers_back() -> None:
    app = chose(opened(preset="mazur"), "Layers", 4)
    assert table(app, "neurons")["told"] == (
        "All 12 weights and biases are kept. 6 new ones are drawn from the seed."
    )
    chose(app, "Layers", 3)
    assert table(app, "neurons")["told"] == (
        "12 of 18 weights and biases are kept. Undo brings all of it back."
    )
    assert lesson_of(app) == PRESETS["mazur"]


def test_a_sentence_goes_when_the_lesson_changes_in_another_way() -> None:
    app = edited(opened(), "neurons", {"2": "x"})
    assert table(app, "neurons")["problem"]
    chose(app, "Example", "deep")
    assert table(app, "neurons")["problem"] == ""


def test_one_activation_for_all_layers() -> None:
    app = chose(opened(sizes="3-4-3-2"), "Activation", "tanh")
    assert lesson_of(app).activation == ("tanh", "tanh", "tanh")


def test_an_activation_for_each_layer() -> None:
    app = chose(opened(), "Activation", "one per layer")
    assert lesson_of(app) == Lesson()
    chose(app, "Layer 2", "relu")
    assert lesson_of(app).activation == ("relu", "sigmoid")
    chose(app, "Layer 3", "linear")
    assert lesson_of(app).activation == ("relu", "linear")
    chose(app, "Activation", "leaky-relu")
    assert lesson_of(app).activation == ("leaky-relu", "leaky-relu")
    assert not [box for box in app.sidebar.selectbox if box.label == "Layer 2"]


def test_a_link_with_several_activations_shows_them_all() -> None:
    app = opened(activation="tanh,sigmoid")
    shown = [listed(app, name).value for name in ("Activation", "Layer 2", "Layer 3")]
    assert shown == ["one per layer", "tanh", "sigmoid"]


def test_the_cost() -> None:
    app = chose(opened(), "Cost", "cross-entropy")
    assert lesson_of(app).cost == "cross-entropy"
    pressed(app, "Undo")
    assert listed(app, "Cost").value == "quadratic"


def test_a_cost_that_the_outputs_cannot_have_is_refused_with_a_sentence() -> None:
    app = opened(activation="relu")
    before = lesson_of(app)
    chose(app, "Cost", "cross-entropy")
    (sentence,) = sentences(app)
    assert sentence.startswith("Cross-entropy needs every output above 0 and below 1")
    assert lesson_of(app) == before
    assert listed(app, "Cost").value == "quadratic"
    assert button(app, "Undo").disabled
    chose(app, "Activation", "sigmoid")
    assert sentences(app) == []


def test_every_field_has_a_name() -> None:
    app = opened(preset="xor", activation="tanh,sigmoid")
    fields = [
        *app.sidebar.text_input, *app.sidebar.selectbox, *app.sidebar.button,
        *app.sidebar.text_area, *app.sidebar.file_uploader, *app.sidebar.button_group,
        *app.sidebar.expander,
    ]  # fmt: skip
    assert len(fields) >= 18
    assert all(field.label.strip() for field in fields)


def test_a_network_made_to_fit_a_table_keeps_typed_weights_and_says_so() -> None:
    app = chose(opened(preset="mazur"), "Data set", "XOR")
    pressed(app, "Make the network fit")
    assert lesson_of(app).network().w[2].tolist() == PRESETS["mazur"].network().w[2].tolist()
    assert table(app, "neurons")["told"] == (
        "9 of 12 weights and biases are kept. Undo brings all of it back."
    )
