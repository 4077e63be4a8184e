"""Part "matrices": (33) to (35) beside ⊙, equal, and every multiplication counted."""

import numpy as np
import pytest
from streamlit.testing.v1 import AppTest

from backprop.lesson import Lesson, to_query
from tests.pages.chapter_app import opened, pressed, ran, rows, stage, values, words

SATURATED = Lesson(
    sizes=(1, 1), activation=("sigmoid",), cost="cross-entropy", weights=(0, -800), x=(0,), y=(1,)
)
LOST = Lesson(
    sizes=(1, 1, 1, 2),
    activation=("linear",) * 3,
    cost="cross-entropy",
    weights=(1, 0, 1e6, 0, 1e6, -1e6, 1e-300, 1e-300),
    x=(0,),
    y=(1, 1),
)
"""From the left the product is 1e12 times 1e300 less the same; from the right nothing overflows."""


def matrices(**link: object) -> AppTest:
    return opened("equations.py", part="matrices", **link)


def of(lesson: Lesson, **link: object) -> AppTest:
    return matrices(**to_query(lesson), **link)


def notes(app: AppTest) -> str:
    return " ".join(text for ((text, _),) in stage(app)["words"])


def counts(app: AppTest) -> dict[str, tuple[str, str]]:
    """By way, what adds up and the total."""
    table = app.main.table[0].value
    return {str(way): (str(row.iloc[0]), str(row.iloc[1])) for way, row in table.iterrows()}


def test_34_and_35_stand_beside_bp2() -> None:
    app = matrices()
    assert [row["items"] for row in rows(app)] == [
        ["slope_matrix2", "·", "turned_w3", "·", "delta3", "=", "single2"],
        ["(", "turned_w3", "·", "delta3", ")", "⊙", "sigma_prime2", "=", "delta2"],
        ["slope_matrix2", "·", "turned_w3", "·", "slope_matrix3", "·", "nabla_a3", "=", "whole2"],
    ]
    trace = Lesson().trace()
    assert values(app, "slope_matrix3") == [
        [trace.sigma_prime[3][0, 0], 0],
        [0, trace.sigma_prime[3][1, 0]],
    ]
    for name in ("single2", "whole2", "delta2"):
        np.testing.assert_allclose(values(app, name), trace.delta[2], rtol=1e-12)
    assert "All ways agree but for rounding: the largest difference is" in notes(app)


def test_the_multiplications_of_3_4_2_by_hand() -> None:
    """(4,4)(4,2)(2,2)(2,1): from the right 2·2 + 4·2 + 4·4, from the left 4·4·2 + 4·2·2 + 4·2."""
    app = matrices()
    assert counts(app) == {
        "with ⊙": ("2 + 4·2·1 + 4", "**14**"),
        "matrices, from the right": ("2·2·1 + 4·2·1 + 4·4·1", "**28**"),
        "matrices, from the left": ("4·4·2 + 4·2·2 + 4·2·1", "**56**"),
    }
    assert (
        "14 of the 28 multiplications from the right are by a zero off the diagonal of a Σ′"
        in words(app)
    )
    assert "2 times the work" in words(app)


def test_33_stands_beside_bp1a() -> None:
    app = matrices(layer="3")
    assert [row["items"] for row in rows(app)] == [
        ["slope_matrix3", "·", "nabla_a3", "=", "whole3"],
        ["nabla_a3", "⊙", "sigma_prime3", "=", "delta3"],
    ]
    assert [total for _, total in counts(app).values()] == ["**2**", "**4**", "**4**"]
    assert "the same numbers, to the last digit." in notes(app)


def test_the_reader_chooses_a_layer() -> None:
    app = matrices(sizes="3-4-3-2")
    (switch,) = [one for one in app.main.segmented_control if one.key == "switch_layer"]
    assert switch.options == ["δ²", "δ³", "δ⁴"]
    switch.set_value(3)
    app = ran(app.run())
    assert rows(app)[0]["items"][-1] == "single3"
    assert app.query_params["layer"] == "3"
    assert rows(matrices(layer="8"))[0]["items"][-1] == "whole3"


def test_without_a_hidden_layer_33_is_shown_and_one_is_offered() -> None:
    app = matrices(sizes="3-2")
    assert rows(app)[0]["items"][-1] == "whole2"
    app = pressed(app, "Add a hidden layer")
    assert app.query_params["sizes"] == "3-3-2"
    assert rows(app)[0]["items"][-1] == "single2"


def test_a_row_of_the_matrix_lights_for_one_entry_of_the_vector() -> None:
    uses = stage(matrices(layer="3"))["uses"]
    assert uses["whole3_1"] == [
        "slope_matrix3_1_1",
        "slope_matrix3_1_2",
        "nabla_a3_1",
        "nabla_a3_2",
    ]
    assert uses["delta3_1"] == ["nabla_a3_1", "sigma_prime3_1"]
    hidden = stage(matrices())["uses"]
    assert hidden["delta2_4"] == [
        "turned_w3_4_1", "turned_w3_4_2", "delta3_1", "delta3_2", "sigma_prime2_4",
    ]  # fmt: skip
    assert len(hidden["whole2_4"]) == 4 + 4 * 2 + 2 * 2 + 2


def test_the_longest_product_is_whole() -> None:
    app = matrices(sizes="12-12-12-12-12-12-12-12")
    last = rows(app)[-1]
    assert len(last["items"]) == 2 * 14 + 1
    assert all(item in stage(app)["arrays"] for item in last["items"][::2])
    right = counts(app)["matrices, from the right"]
    assert right == ("13 × 12·12·1", "**1,872**")
    assert 13 * 12 * 12 == 1872


def test_where_the_slope_cancels_the_better_way_is_shown_too() -> None:
    app = matrices(cost="cross-entropy", layer="3")
    assert [row["items"] for row in rows(app)[1:]] == [
        ["nabla_a3", "⊙", "sigma_prime3", "=", "entrywise3"],
        ["a3", "−", "y3", "=", "delta3"],
    ]
    np.testing.assert_allclose(values(app, "whole3"), Lesson(cost="cross-entropy").trace().delta[3])
    assert "δ³ is better computed as a³ − y" in notes(app)


def test_where_the_slope_is_rounded_to_0_it_says_that_digits_are_lost() -> None:
    app = of(SATURATED)
    assert values(app, "delta2") == [[-1]]
    assert values(app, "whole2") == [[0]]
    assert "lose δ: they are off by up to 1." in notes(app)
    assert "δ² is better computed as a² − y" in notes(app)


def test_what_grows_beyond_a_float_is_said_and_not_shown() -> None:
    app = of(LOST, layer="2")
    assert "Matrices, from the left: a number on the way grows beyond 1.80×10³⁰⁸." in notes(app)
    assert list(counts(app)) == ["with ⊙", "matrices, from the right"]
    assert values(app, "whole2") == LOST.trace().delta[2].tolist()


@pytest.mark.parametrize("sizes", ["3-1-1", "1-1"])
def test_where_nothing_is_saved_it_says_so(sizes: str) -> None:
    assert "⊙ saves nothing" in words(matrices(sizes=sizes))


@pytest.mark.parametrize(
    ("sizes", "said"),
    [
        ("3-4-2", "From the left a matrix meets a matrix: 2 times the work."),
        ("3-1-4", "From the left a row meets a matrix: 1.14 times the work."),
        ("3-1-1", "From the left a row meets a matrix: the same work."),
    ],
)
def test_what_is_multiplied_from_the_left(sizes: str, said: str) -> None:
    assert said in words(matrices(sizes=sizes))


def test_a_slope_of_0_is_not_counted_among_the_zeros_that_hadamard_leaves_out() -> None:
    """All of layer 2 is off: 4 more zeros, on the diagonal, which ⊙ multiplies by, too."""
    off = Lesson(
        sizes=(1, 4, 1),
        activation=("relu", "linear"),
        weights=(1,) * 4 + (-5,) * 4 + (1,) * 4 + (0,),
        x=(1,),
        y=(0,),
    )
    assert not off.trace().sigma_prime[2].any()
    assert "12 of the 21 multiplications from the right are by a zero off" in words(of(off))
