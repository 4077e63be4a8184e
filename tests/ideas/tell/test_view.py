"""What the four equations tell: the slopes and gradients that are sent, and the reasons given."""

import json
import math

import numpy as np
import pytest
from streamlit.testing.v1 import AppTest

from backprop.lesson import PRESETS, Lesson, to_query
from tests.pages.chapter_app import (
    opened,
    part_of,
    pressed,
    stage,
    values,
    words,
)
from tests.stage.sent import frames


def at_tell(lesson: Lesson, **link: object) -> AppTest:
    return opened("equations.py", part="tell", **(to_query(lesson) | link))


def neuron(activation: str, z: float) -> Lesson:
    """One neuron with this z and the input 1; y is 0."""
    return Lesson(sizes=(1, 1), activation=(activation,), weights=(z, 0), x=(1,), y=(0,))


def test_every_layer_has_a_row_from_its_slopes_to_its_largest_gradient() -> None:
    app = at_tell(PRESETS["deep"])
    rows = part_of(app, "exhibits")["rows"]
    assert [row["label"] for row in rows] == [f"Layer {l}, sigmoid" for l in (2, 3, 4)]
    for l, row in enumerate(rows, start=2):
        shown = [item for item in row["items"] if item in stage(app)["arrays"]]
        assert shown == [
            f"sigma_prime{l}", f"delta{l}", f"a{l - 1}", f"nabla_w{l}", f"largest{l}",
        ]  # fmt: skip
        gradients = PRESETS["deep"].trace().nabla_w[l]
        assert values(app, f"largest{l}") == [[np.abs(gradients).max()]]


def test_a_driven_neuron_has_its_own_numbers_at_every_position() -> None:
    """x = 1 and y = 0: at z = 1.5 + drive the gradients of w and of b are a^2 (1 - a)."""
    app = at_tell(PRESETS["nielsen-neuron"])
    data = stage(app)
    texts, drives = data["frames"]["texts"], data["frames"]["values"]
    assert (texts[0], texts[-1]) == ("−8", "8")
    every = {name: frames(data, name) for name in data["frames"]["arrays"]}
    for i, text in enumerate(drives):
        a = 1 / (1 + math.exp(-1.5 - float(text)))
        numbers = {name: arrays[i][0][0] for name, arrays in every.items()}
        assert numbers["sigma_prime2"] == pytest.approx(a * (1 - a))
        assert numbers["delta2"] == pytest.approx(a * a * (1 - a))
        assert numbers["nabla_w2"] == numbers["delta2"] == numbers["largest2"]


def test_saturation_is_marked_where_the_neuron_is_driven_to_an_end() -> None:
    """A sigmoid is saturated where z is beyond -3.64 or 3.64."""
    driven = stage(at_tell(PRESETS["nielsen-neuron"]))["frames"]
    for text, marks in zip(driven["values"], driven["marks"], strict=True):
        z = 1.5 + float(text)
        sign = "▲" if z > 3.64 else "▼" if z < -3.64 else None
        for id in ("n2_1", "sigma_prime2_1"):
            assert marks.get(id, {}).get("sign") == sign, f"{id} at {z}"


def test_the_panel_tells_why_weights_are_slow_as_the_neuron_is_driven() -> None:
    at_rest, driven = words(at_tell(Lesson())), words(at_tell(Lesson(), drive=8))
    assert "saturated at the top: σ′(z²₁)" not in at_rest
    assert "Neuron 1 of layer 2 is ▲ saturated at the top: σ′(z²₁)" in driven


def test_a_low_input_is_told_and_marked_on_its_column() -> None:
    lesson = Lesson(sizes=(2, 1), activation=("linear",), weights=(1, 1, 0), x=(0.02, 1), y=(0,))
    app = at_tell(lesson)
    assert "Its input a¹₁ = 0.02 is near 0" in words(app)
    marks = stage(app)["frames"]["marks"][20]
    assert {id for id, mark in marks.items() if mark["sign"] == "○"} == {"a1_1", "nabla_w2_1_1"}


@pytest.mark.parametrize(
    ("activation", "said"),
    [
        ("sigmoid", "σ′ goes to 0"),
        ("tanh", "σ′ goes to 0"),
        ("relu", "below z = 0 it is off"),
        ("leaky-relu", "never off"),
        ("linear", "never saturates"),
    ],
)
def test_what_driving_does_depends_on_the_activation(activation: str, said: str) -> None:
    text = words(at_tell(neuron(activation, 0.5)))
    assert said in text
    assert "The four equations hold for any activation" in text
    assert "**Activation** in the sidebar" in text


def test_with_the_cross_entropy_a_saturated_output_still_learns_and_the_page_says_so() -> None:
    lesson = Lesson(
        sizes=(1, 1), activation=("sigmoid",), cost="cross-entropy", weights=(8, 0), x=(1,), y=(0,)
    )
    assert "saturated or not, it learns as long as it is wrong" in words(at_tell(lesson))


def test_vanishing_gradients_are_told_and_an_example_is_one_press_away() -> None:
    app = pressed(at_tell(Lesson(), drive=4), "Vanishing gradients")
    assert "Errors vanish on the way back" in words(app)
    data = stage(app)
    assert data["sizes"] == list(PRESETS["vanishing"].sizes)
    assert data["frames"]["texts"][data["frames"]["start"]] == "0"
    assert part_of(app, "diagram")["overlays"][0]["at"] == "n2_1"
    app = pressed(app, "A saturated output")
    assert "Neuron 1 of layer 3 is ▲ saturated at the top" in words(app)
    assert part_of(app, "diagram")["overlays"][0]["at"] == "n3_1"


def test_where_the_cost_cannot_be_taken_the_slider_ends_and_the_page_says_why() -> None:
    lesson = Lesson(
        sizes=(1, 1), activation=("linear",), cost="cross-entropy", weights=(0.5, 0), x=(1,), y=(1,)
    )
    app = at_tell(lesson, drive=8)
    assert stage(app)["frames"]["texts"] == ["−0.4", "0", "0.4"]
    assert "The slider ends at −0.4 and 0.4: cross-entropy needs" in words(app)


@pytest.mark.parametrize("name", PRESETS)
def test_it_works_for_every_example(name: str) -> None:
    app = at_tell(PRESETS[name], drive=3, selected="delta2_1")
    assert len(stage(app)["frames"]["marks"]) == 41
    assert "learns slowly" in words(app) or "No weight" in words(app)


@pytest.mark.parametrize("activation", ["sigmoid", "tanh", "relu", "leaky-relu", "linear"])
def test_it_works_for_the_largest_network(activation: str) -> None:
    lesson = Lesson(sizes=(12,) * 8, activation=(activation,) * 7, x=(0.5,) * 12, y=(1.0,) * 12)
    assert len(json.dumps(stage(at_tell(lesson)))) < 1_500_000


def test_a_drive_is_read_as_people_write_it() -> None:
    frames = stage(at_tell(Lesson(), drive="0,4"))["frames"]
    assert frames["texts"][frames["start"]] == "0.4"


def test_the_key_has_the_signs_that_are_there_and_the_saturated_neuron_is_driven() -> None:
    app = at_tell(PRESETS["saturated"])
    assert part_of(app, "diagram")["overlays"][0]["at"] == "n3_1"
    assert "▲ saturated at the top ·" in words(app) or "▲ saturated at the top\n" in words(app)
    assert "∅ off" not in words(app)
    assert "▲ saturated" not in words(at_tell(neuron("linear", 0.5)))
