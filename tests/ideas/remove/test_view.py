"""Section 2.4, "Take a part away": what is switched off, what does not fit, what is wrong."""

from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from backprop.lesson import PRESETS, Lesson, resized, to_query, with_choice
from backprop.lesson.change import with_weights
from tests.pages.chapter_app import keys, opened, part_of, pressed, ran, stage, values, words

NEITHER = with_weights(
    resized(Lesson(activation=("tanh", "linear"), cost="cross-entropy"), (2, 3, 2)),
    [*[0.1] * 9, *[0.2] * 6, 0.3, 0.4],
)


def shown(lesson: Lesson = PRESETS["mazur"], **choices: str) -> AppTest:
    return opened("equations.py", **{**to_query(lesson), "part": "remove", **choices})


def group(app: AppTest, label: str) -> Any:
    every: list[Any] = list(app.main.get("button_group"))
    (found,) = (one for one in every if one.label.startswith(label))
    return found


def switched(app: AppTest, label: str, *names: str) -> AppTest:
    """The page after these switches, and no others, are on in the row with this label."""
    group(app, label).set_value([*names])
    return ran(app.run())


def metrics(app: AppTest) -> dict[str, str]:
    return {one.label: one.value for one in app.main.metric}


def items(app: AppTest) -> list[list[Any]]:
    """The rows of pictures and signs."""
    return [row["items"] for row in stage(app)["parts"][0]["rows"]]


def modules(app: AppTest) -> list[str]:
    """What draws the parts of the stage, from top to bottom."""
    return [part["module"] for part in stage(app)["parts"]]


def test_at_first_all_is_as_it_should_be() -> None:
    app = shown(Lesson())
    assert "All as it should be" in words(app)
    assert {"figure-the-four-equations", "figure-activation-in-error-out"} <= keys(app)
    assert modules(app) == ["browser/exhibits.js", "ideas/remove/single_weight.js"]
    assert items(app) == [["factor_a3", "·", "delta3", "⊙", "sigma_prime2", "=", "delta2"]]
    assert metrics(app)["Move the wrong way"] == "0 of 26"
    assert metrics(app)["Angle to the true step"] == "0°"
    for number in ("BP1", "BP1a", "30", "BP2", "BP3", "31", "BP4", "32"):
        assert f"chap2.html#eqtn{number})" in words(app)


def test_the_first_equation_is_in_general_and_for_this_cost() -> None:
    cases = {
        "quadratic": (Lesson(), True, 2),
        "slopes cancel": (Lesson(cost="cross-entropy"), False, 2),
        "any cost": (NEITHER, False, 1),
    }
    for lesson, quadratic, lines in cases.values():
        app = shown(with_choice(lesson, "equation", "BP1a"))
        written = app.main.radio[0].options[0]
        assert written.startswith("**BP1a**")
        assert r"\nabla_a" in written
        assert written.count("=") == lines
        assert ("eqtn30)" in words(app)) == quadratic


def test_without_any_gradient_no_signs_cancel() -> None:
    dead = resized(Lesson(activation=("relu", "relu")), (2, 3, 2))
    app = shown(with_weights(dead, [-1.0] * 17), equation="BP1a", off="bp1-sign,step-sign")
    assert "no step moves anything" in words(app)
    assert "cancel" not in words(app)


def test_a_wrong_step_that_ends_lower_is_called_a_chance() -> None:
    assert "By chance even lower" in words(shown(Lesson(), off="bp2-new"))
    assert "By chance" not in words(shown(Lesson()))
    assert "By chance" not in words(shown(equation="BP1a", off="bp1-sign"))


def test_the_wire_stays_where_there_is_room() -> None:
    for app, there in (
        (shown(Lesson(), off="bp2-transpose"), True),
        (shown(Lesson(), off="bp2-slope"), False),
        (shown(Lesson(), equation="BP1a", off="bp2-slope"), True),
    ):
        assert ("ideas/remove/single_weight.js" in modules(app)) == there
        assert ("figure-activation-in-error-out" in keys(app)) == there
        assert not there or part_of(app, "single_weight")["equation"].startswith("the true ")


def test_the_brackets_of_a_sum_are_kept() -> None:
    app = shown(Lesson(), equation="BP1a")
    assert items(app) == [["(", "a3", "−", "y3", ")", "⊙", "sigma_prime3", "=", "delta3"]]


def test_each_equation_is_chosen_and_kept_in_the_link() -> None:
    app = shown(Lesson())
    for name, result in (("BP1a", "delta3"), ("BP3", "nabla_b3"), ("BP4", "nabla_w3")):
        app.main.radio[0].set_value(name)
        ran(app.run())
        assert app.query_params["equation"] == name
        assert items(app)[0][-1] == result
    group(app, "Layer").set_value(2)
    ran(app.run())
    assert app.query_params["layer"] == "2"
    assert items(app) == [["delta2", "·", "factor_b1", "=", "nabla_w2"]]


def test_a_forgotten_transpose_does_not_fit() -> None:
    app = switched(shown(Lesson()), "Take away or swap in BP2", "bp2-transpose")
    assert app.query_params["off"] == "bp2-transpose"
    assert app.main.error[0].value == (
        "**It does not fit.** w³ is 2×4 and δ³ is 2×1: 4 columns meet 2 rows."
    )
    assert items(app) == [["w3", "·", "delta3", "⊙", "sigma_prime2", "=", "?"]]
    assert "Without δ² there is no step" in words(app)
    assert not metrics(app)


def test_a_forgotten_slope_fits_and_is_wrong() -> None:
    """Mazur: 0.751365070 - 0.01 and 0.772928465 - 0.99, where his errors are 0.138 and -0.038."""
    app = shown(equation="BP1a", off="bp1-slope")
    assert "Every shape fits, so nothing warns you. Both numbers are wrong" in words(app)
    assert items(app) == [
        ["a3", "−", "y3", "=", "now_delta3"],
        ["true_delta3", "\u2003", "less_delta3"],
    ]
    assert values(app, "now_delta3") == [
        [pytest.approx(0.741365070)],
        [pytest.approx(-0.217071535)],
    ]
    assert values(app, "true_delta3") == [
        [pytest.approx(0.138498562, rel=1e-7)],
        [pytest.approx(-0.038098236, rel=1e-7)],
    ]
    assert values(app, "less_delta3")[0][0] == pytest.approx(0.741365070 - 0.138498562)
    for name in ("now_delta3", "true_delta3", "less_delta3"):
        symbol = name.rstrip("3")
        assert stage(app)["scales"][symbol] == "signed"
        assert stage(app)["limits"][symbol] == pytest.approx(0.741365070)


def test_on_a_square_matrix_the_forgotten_transpose_fits() -> None:
    app = shown(equation="BP2", off="bp2-transpose")
    assert "The shapes fit, the numbers do not" in words(app)
    first = (0.40 * 0.138498562 + 0.45 * -0.038098236) * 0.593269992 * (1 - 0.593269992)
    assert values(app, "now_delta2")[0][0] == pytest.approx(first, rel=1e-7)


def test_wrong_signs_are_marked_and_turn_the_step() -> None:
    app = shown(equation="BP1a", off="bp1-sign")
    assert stage(app)["marks"] == {
        f"now_delta3_{j}": {"sign": "±", "words": "wrong sign"} for j in (1, 2)
    }
    assert "Both signs are wrong" in words(app)
    assert metrics(app)["Move the wrong way"] == "12 of 12"
    assert metrics(app)["Angle to the true step"] == "180°"


def test_two_minus_signs_are_seen_to_cancel() -> None:
    app = switched(shown(equation="BP1a", off="bp1-sign"), "The step", "step-sign")
    assert app.query_params["off"] == "bp1-sign,step-sign"
    assert metrics(app)["Move the wrong way"] == "0 of 12"
    assert "Two signs cancel" in words(app)
    assert "Right, by another convention" in words(app)
    assert stage(app)["marks"] == {}
    assert values(app, "true_delta3") == [[-one] for [one] in values(app, "now_delta3")]
    assert "less_delta3" not in stage(app)["arrays"]
    assert "close:" not in "".join(app.radio(key="remove_at").options)
    alone = switched(app, "Take away or swap in BP1a")
    assert "Right gradient, wrong step" in words(alone)
    assert metrics(alone)["Move the wrong way"] == "12 of 12"


def test_the_right_equations_after_a_wrong_one_say_so() -> None:
    app = shown(equation="BP4", off="bp1-sign")
    assert "Right equation, wrong input" in words(app)
    assert "Right here" in words(shown(equation="BP1a", off="bp2-slope"))


def test_of_two_at_one_place_the_new_one_is_kept() -> None:
    app = shown(equation="BP2", off="bp2-slope")
    app = switched(app, "Take away or swap in BP2", "bp2-slope", "bp2-layer")
    assert app.query_params["off"] == "bp2-layer"
    app = switched(app, "Take away or swap in BP2", "bp2-layer", "bp2-transpose")
    assert app.query_params["off"] == "bp2-layer,bp2-transpose"


def test_all_is_put_back() -> None:
    app = pressed(shown(Lesson(), off="bp2-slope,bp4-a"), "Put everything back")
    assert "off" not in app.query_params
    assert "All as it should be" in words(app)


def test_a_result_of_another_shape_is_shown_beside_the_true_one() -> None:
    app = shown(Lesson(), equation="BP4", off="bp4-order", layer="2")
    assert "rows and columns have changed places" in words(app)
    assert len(values(app, "now_nabla_w2")) == 3
    assert len(values(app, "true_nabla_w2")) == 4
    assert "less_nabla_w2" not in stage(app)["arrays"]


def test_where_the_pass_has_stopped_before_it_is_said_where() -> None:
    app = shown(PRESETS["deep"], equation="BP4", off="bp2-layer", layer="2")
    assert "δ³ does not come out, so nothing reaches ∂C/∂w²." in words(app)
    assert items(app)[0] == ["factor_a4", "·", "delta4", "⊙", "sigma_prime4", "=", "?"]


def test_linear_neurons_forgive_the_slope() -> None:
    lesson = Lesson(activation=("linear", "linear"))
    assert "Linear neurons have the slope 1" in words(shown(lesson, off="bp2-slope"))


def test_without_a_hidden_layer_one_button_gives_it() -> None:
    app = shown(PRESETS["nielsen-neuron"], equation="BP2")
    assert app.main.radio[0].value == "BP1a"
    app = pressed(app, "Add a hidden layer")
    assert app.main.radio[0].value == "BP2"
    assert app.query_params["sizes"] == "1-3-1"


def test_what_a_link_may_hold() -> None:
    app = shown(Lesson(), off="bp1-kept,bp4-a", layer="99", equation="BP4")
    assert items(app)[0][-1] == "now_nabla_w3"
    assert items(shown(Lesson(), layer="99", equation="BP4"))[0][-1] == "nabla_w3"
    shown(Lesson(), refused="“equation” was left out", equation="BP5")
