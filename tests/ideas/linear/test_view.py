"""The page of the exercise on linear neurons: the slider's frames, and the network made linear."""

import numpy as np

from backprop.engine import ACTIVATIONS
from backprop.ideas.linear.words import ALREADY, MAKE_LINEAR
from tests.pages.chapter_app import opened, pressed, stage, words
from tests.stage.sent import frames, numbers


def test_one_press_makes_the_network_linear() -> None:
    """With cross-entropy, whose outputs must stay within 0 and 1, the cost changes with it."""
    app = pressed(
        opened("algorithm.py", part="linear", cost="cross-entropy", preset="deep"), MAKE_LINEAR
    )
    lesson = app.session_state.lesson
    assert all(ACTIVATIONS[name].is_identity for name in lesson.activation)
    assert lesson.problem() == ""
    assert ALREADY in words(app)
    assert MAKE_LINEAR not in [button.label for button in app.button]


def test_the_last_frame_has_the_outputs_of_one_matrix() -> None:
    data = stage(opened("algorithm.py", part="linear", preset="deep"))
    last = np.array(frames(data, "a4")[-1])
    whole = np.array(numbers(data, "whole_a2"))
    np.testing.assert_allclose(last, whole, rtol=1e-8)
