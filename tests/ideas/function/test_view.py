"""The page of the exercise on another function: the choices, the slip, and a cost that refuses."""

from backprop.ideas.function.words import SLIP, USE_QUADRATIC
from tests.pages.chapter_app import opened, pressed, stage, words


def test_the_slip_shows_in_the_verdict() -> None:
    app = opened("algorithm.py", part="function", selected="z2_1")
    assert "agree with all gradients of layer 2" in words(app)
    (toggle,) = [one for one in app.toggle if one.label == SLIP]
    app = toggle.set_value(True).run()
    assert "The slip shows: in layer 2" in words(app)
    assert app.query_params["function-slope"] == "kept"
    assert stage(app)["marks"]["sigma_prime2_1"]["words"] == "still the slope of σ, by mistake"


def test_the_functions_offered_are_others_than_the_present_one() -> None:
    """A link that asks for what the neuron has already gets the first of them."""
    app = opened("algorithm.py", part="function", **{"function-f": "sigmoid"}, selected="z2_1")
    assert r"f(z) &= \sin z" in "".join(one.value for one in app.latex)


def test_a_cost_that_cannot_take_the_output_is_changed_by_one_press() -> None:
    link = {"cost": "cross-entropy", "selected": "z3_1", "function-f": "square"}
    app = opened("algorithm.py", part="function", **link)
    assert "With this f the cost cannot be taken: cross-entropy needs every output" in words(app)
    assert "got" not in words(app)
    app = pressed(app, USE_QUADRATIC)
    assert app.query_params["selected"] == "z3_1"
    assert "agree with all gradients of layer 3" in words(app)
