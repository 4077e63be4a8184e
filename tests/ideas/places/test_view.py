"""Part "places": each product of the four equations marked, and worked out on the network."""

import numpy as np
import pytest
from streamlit.testing.v1 import AppTest

from backprop import Trace
from backprop.engine.activations import Array
from backprop.lesson import Lesson
from tests.pages.chapter_app import opened, pressed, ran, rows, stage, values, words

DEEP = Lesson(sizes=(3, 4, 3, 2), activation=("sigmoid",) * 3)


def places(**link: object) -> AppTest:
    return opened("hadamard.py", part="places", **link)


def chosen(app: AppTest, key: str, option: str) -> AppTest:
    (switch,) = [one for one in app.main.segmented_control if one.key == f"switch_{key}"]
    switch.set_value(option)
    return ran(app.run())


def options(app: AppTest, key: str) -> list[str]:
    return [
        option
        for one in app.main.segmented_control
        if one.key == f"switch_{key}"
        for option in one.options
    ]


def said(app: AppTest) -> str:
    """The sentence on the stage."""
    return " ".join("".join(text for text, _ in pieces) for pieces in stage(app)["words"])


def test_each_product_of_the_four_equations_is_marked() -> None:
    text = words(places())
    assert text.count(r"\underbrace") == 4
    for name, shapes, count in (
        ("Hadamard product", r"(2\times 1) \odot (2\times 1)", 1),
        ("Hadamard product", r"(4\times 1) \odot (4\times 1)", 1),
        ("matrix product", r"(4\times 2)(2\times 1)", 1),
        ("outer product", r"(2\times 1)(1\times 4)", 1),
    ):
        assert text.count(rf"\text{{{name}}}\\ {shapes}") == count, name


def test_bp2_is_a_matrix_product_and_then_a_hadamard_product() -> None:
    app = places()
    trace = Lesson().trace()
    assert [row["items"] for row in rows(app)] == [
        ["turned_w3", "·", "delta3", "=", "product2"],
        ["product2", "⊙", "sigma_prime2", "=", "delta2"],
    ]
    assert [row["label"] for row in rows(app)] == [
        "Matrix product, (4×2)(2×1)",
        "Hadamard product, (4×1) ⊙ (4×1)",
    ]
    np.testing.assert_array_equal(values(app, "turned_w3"), trace.network.w[3].T)
    np.testing.assert_allclose(
        values(app, "product2"), trace.network.w[3].T @ trace.delta[3], rtol=1e-14
    )
    np.testing.assert_array_equal(values(app, "delta2"), trace.delta[2])


def worked(app: AppTest) -> Array:
    """Every row of the stage worked out once more, by its signs; what the last one comes to."""
    do = {"·": np.matmul, "⊙": np.multiply, "−": np.subtract}
    for row in rows(app):
        first, *rest = row["items"]
        if len(rest) == 2:
            result = np.array(values(app, first))
        else:
            sign, second = rest[:2]
            result = do[sign](np.array(values(app, first)), np.array(values(app, second)))
        np.testing.assert_allclose(values(app, row["items"][-1]), result, rtol=1e-12)
    return np.array(values(app, rows(app)[-1]["items"][-1]))


@pytest.mark.parametrize("cost", ["quadratic", "cross-entropy"])
@pytest.mark.parametrize("layer", [2, 3, 4])
@pytest.mark.parametrize("equation", ["BP1a", "BP2", "BP3", "BP4"])
def test_an_equation_comes_to_what_the_network_has(equation: str, layer: int, cost: str) -> None:
    app = places(sizes="3-4-3-2", equation=equation, layer=layer, cost=cost)
    trace: Trace = Lesson(sizes=(3, 4, 3, 2), activation=("sigmoid",) * 3, cost=cost).trace()
    expected = {
        "BP1a": trace.delta[4],
        "BP2": trace.delta[min(layer, 3)],
        "BP3": trace.nabla_b[layer],
        "BP4": trace.nabla_w[layer],
    }[equation]
    np.testing.assert_allclose(worked(app), expected, rtol=1e-12)


def test_the_reader_chooses_an_equation_and_a_layer() -> None:
    app = chosen(places(sizes="3-4-3-2"), "equation", "BP4")
    assert options(app, "layer") == ["2", "3", "4"]
    app = chosen(app, "layer", "2")
    assert rows(app)[0]["items"] == ["delta2", "·", "turned_a1", "=", "nabla_w2"]
    assert (app.query_params["equation"], app.query_params["layer"]) == ("BP4", "2")
    app = chosen(app, "equation", "BP3")
    assert rows(app)[0] == {"label": "No product", "items": ["delta2", "=", "nabla_b2"]}
    app = chosen(app, "equation", "BP1a")
    assert options(app, "layer") == []


def test_pointing_lights_what_a_cell_was_made_from() -> None:
    uses = stage(places())["uses"]
    assert uses["product2_3"] == ["turned_w3_3_1", "turned_w3_3_2", "delta3_1", "delta3_2"]
    assert uses["delta2_3"] == ["product2_3", "sigma_prime2_3"]
    assert stage(places(equation="BP4"))["uses"]["nabla_w3_2_4"] == ["delta3_2", "turned_a2_1_4"]
    assert stage(places(equation="BP3"))["uses"]["nabla_b3_2"] == ["delta3_2"]


def test_without_a_hidden_layer_bp2_is_offered_one() -> None:
    app = places(sizes="3-2")
    assert options(app, "equation") == ["BP1a", "BP3", "BP4"]
    assert rows(app)[0]["items"] == ["nabla_a2", "⊙", "sigma_prime2", "=", "delta2"]
    assert "this network has none" in app.main.info[0].value
    app = pressed(app, "Add a hidden layer")
    assert app.query_params["sizes"] == "3-3-2"
    assert not app.main.info
    assert rows(app)[-1]["items"][-1] == "delta2"


def test_with_the_cross_entropy_of_sigmoids_no_hadamard_product_is_left_in_bp1a() -> None:
    app = places(cost="cross-entropy", equation="BP1a")
    assert rows(app)[0]["items"] == ["a3", "−", "y3", "=", "delta3"]
    assert "no ⊙ is left" in said(app)
    assert words(app).count(r"\underbrace") == 3
    assert "the slope cancels: no ⊙ is left" in words(app)
    assert "the slope cancels" not in words(
        places(cost="cross-entropy", activation="sigmoid,tanh", y="1,1", seed="9")
    )


def test_a_layer_that_is_not_there_is_the_nearest_one() -> None:
    assert rows(places(equation="BP3", layer="8"))[0]["items"][-1] == "nabla_b3"
    assert rows(places(equation="BP2", layer="8"))[-1]["items"][-1] == "delta2"
    assert rows(places(equation="BP4", layer="0"))[0]["items"][-1] == "nabla_w2"


def test_without_biases_bp3_is_not_offered() -> None:
    app = places(biases="none", equation="BP3", layer=2)
    assert options(app, "equation") == ["BP1a", "BP2", "BP4"]
    assert rows(app)[0]["items"] == ["delta2", "·", "turned_a1", "=", "nabla_w2"]
    assert "BP3 is about biases, and this network has none." in words(app)
    assert words(places(sizes="2-1", biases="none")).count(r"\underbrace") == 2
