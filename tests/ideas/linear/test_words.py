"""What is said of linear neurons, for the lessons that are out of the ordinary."""

import numpy as np

from backprop import Network
from backprop.ideas.linear.compute import towards_linear
from backprop.ideas.linear.words import ALREADY, at_share, panel_texts, product
from backprop.lesson import PRESETS, Lesson
from backprop.writing.text.sentence import Segments


def text(segments: Segments) -> str:
    return "".join(piece for piece, _ in segments)


def test_one_slope_and_several() -> None:
    """One neuron at z = 1.5 has the slope 0.149; all slopes are 1 in the end."""
    start, end = towards_linear(PRESETS["nielsen-neuron"].trace(), np.array([0.0, 1.0]))
    assert text(at_share(start)).startswith("Every σ′ is 0.149; the largest entry of δ²")
    assert text(at_share(end)) == "Every σ′ is 1; the largest entry of δ² is 1.5 in size."
    first = towards_linear(Lesson().trace(), np.array([0.0]))[0]
    assert text(at_share(first)).startswith("Each σ′ is from 0.125 to 0.249;")


def test_the_product_of_all_layers_is_named() -> None:
    assert product(2) == "w²"
    assert product(4) == "w⁴ w³ w²"
    assert product(8) == "w⁸ w⁷ … w²"


def test_what_does_not_fit_is_left_out() -> None:
    assert ALREADY in panel_texts(True, False, Network.random([1, 1, 1]))
    assert ALREADY not in panel_texts(False, False, Network.random([1, 1, 1]))
    assert "Without a hidden layer" in panel_texts(False, False, Network.random([1, 1]))[-1]
