"""Section 2.3: the products of the reader's vectors, and the products in the four equations."""

import numpy as np
import pytest
from streamlit.testing.v1 import AppTest

from backprop.lesson import Lesson
from backprop.stage.highlights import cells
from tests.pages.chapter_app import (
    field,
    opened,
    pressed,
    rows,
    stage,
    typed,
    values,
    words,
)

S, T = [1.0, -2.0, 3.0], [4.0, 0.5, -6.0]


def own(**link: object) -> AppTest:
    return opened("hadamard.py", part="own", **link)


def notes(app: AppTest) -> list[str]:
    items = [item for row in rows(app) for item in row["items"]]
    return [item["note"] for item in items if isinstance(item, dict)]


def test_it_begins_with_the_example_of_the_book() -> None:
    app = own()
    assert values(app, "entrywise1") == [[3], [8]]
    assert values(app, "table1") == [[3, 4], [6, 8]]
    assert values(app, "one1") == [[11]]
    assert [row["items"] for row in rows(app)[:3]] == [
        ["s1", "⊙", "t1", "=", "entrywise1"],
        ["s1", "·", "turned_t1", "=", "table1"],
        ["turned_s1", "·", "t1", "=", "one1"],
    ]
    assert notes(app) == [
        "(2×1)(2×1) does not fit: a matrix product needs as many columns on the left as rows on "
        "the right; got 1 and 2."
    ]
    assert r"1 \cdot 3 \\ 2 \cdot 4" in words(app)
    assert ": 3 + 8 = 11" in words(app)


def test_the_diagonal_of_the_table_is_marked() -> None:
    data = stage(own(s="1,2,3", t="4,5,6"))
    assert sorted(data["marks"]) == ["table1_1_1", "table1_2_2", "table1_3_3"]
    assert {mark["words"] for mark in data["marks"].values()} == {"it is in s ⊙ t, too"}


def test_pointing_at_a_product_lights_its_factors() -> None:
    uses = stage(own())["uses"]
    assert uses["table1_1_2"] == ["s1_1", "turned_t1_1_2"]
    assert uses["entrywise1_2"] == ["s1_2", "t1_2", "table1_2_2"]
    assert sorted(uses["one1_1"]) == [
        "entrywise1_1", "entrywise1_2", "t1_1", "t1_2", "turned_s1_1_1", "turned_s1_1_2",
    ]  # fmt: skip


def test_every_cell_that_lights_is_on_the_stage() -> None:
    for s, t in (("1,2", "3,4"), ("5", "6"), ("1,2,3", "4"), ("1", "2,3"), ("1,2", "3,4,5")):
        data = stage(own(s=s, t=t))
        there = {
            cell for name in data["arrays"] for line in cells(data["arrays"], name) for cell in line
        }
        lit = {cell for used in data["uses"].values() for cell in used}
        assert lit | set(data["uses"]) | set(data.get("marks", {})) <= there


def test_the_reader_types_other_vectors() -> None:
    app = typed(typed(own(), "s", "1, -2, 3"), "t", "4; 0.5; -6")
    assert values(app, "entrywise1") == [[x * y] for x, y in zip(S, T, strict=True)]
    assert values(app, "table1") == [[x * y for y in T] for x in S]
    assert values(app, "one1") == [[sum(x * y for x, y in zip(S, T, strict=True))]]
    assert app.query_params["s"] == "1, -2, 3"
    assert ": 4 + (−1) + (−18) = −15" in words(app)


def test_vectors_of_different_lengths_keep_what_they_have() -> None:
    app = typed(own(), "s", "1, 2, 3")
    assert notes(app) == [
        "s ⊙ t needs two vectors of the same length; got 3 and 2 numbers.",
        "sᵀt needs two vectors of the same length; got 3 and 2 numbers.",
        "(3×1)(2×1) does not fit: a matrix product needs as many columns on the left as rows on "
        "the right; got 1 and 2.",
    ]
    assert values(app, "table1") == [[3, 4], [6, 8], [9, 12]]
    assert not {"entrywise1", "one1"} & set(stage(app)["arrays"])
    assert "marks" not in stage(app)
    assert "**s ⊙ t** and **sᵀ t** need two vectors of the same length" in words(app)
    assert "it exists for any two lengths" in words(app)
    assert "diagonal" not in words(app)
    assert "adds these up" not in words(app)


def test_with_one_row_on_the_right_s_t_fits() -> None:
    assert notes(own(s="1,2,3", t="4"))[-1] == "(3×1)(1×1) fits, as t has one row: it is s tᵀ."
    assert "fits, as t has one row" in notes(own(s="5", t="6"))[0]


def test_decimal_commas_beside_semicolons_are_typed_and_links_are_read_as_they_were() -> None:
    app = typed(own(), "s", "0,5; 1")
    assert (field(app, "s").value, values(app, "entrywise1")) == ("0.5, 1", [[1.5], [4]])
    assert values(own(s="0,5; 1"), "table1") == [[0, 0], [15, 20], [3, 4]]


def test_what_is_no_vector_stays_with_a_sentence() -> None:
    app = typed(own(), "s", "1, x")
    assert "s: A number is written like 0.5, −2 or 1e−3; this is “x”." in app.main.error[0].value
    assert field(app, "s").value == "1, x"
    assert values(app, "entrywise1") == [[3], [8]]
    assert not typed(app, "s", "2, 2").main.error


@pytest.mark.parametrize("sizes", [(3, 4, 2), (2, 1), (2, 3, 12)])
def test_one_press_takes_two_vectors_of_the_network(sizes: tuple[int, ...]) -> None:
    lesson = Lesson(
        sizes=sizes, activation=("tanh",) * (len(sizes) - 1), x=(0.5,) * sizes[0],
        y=(1.0,) * sizes[-1],
    )  # fmt: skip
    link = {"activation": "tanh", "x": "0.5," * sizes[0], "y": "1," * sizes[-1]}
    texts = {name: text.strip(",") for name, text in link.items()}
    app = typed(own(sizes="-".join(map(str, sizes)), **texts), "s", "oops")
    app = pressed(app, f"Take ∇ₐC and σ′(z{'⁰¹²³'[len(sizes)]})")
    trace = lesson.trace()
    np.testing.assert_allclose(values(app, "s1"), trace.nabla_a, rtol=1e-5)
    np.testing.assert_allclose(values(app, "entrywise1"), trace.delta[len(sizes)], rtol=1e-4)
    assert "the error in its output layer" in words(app)
    assert not app.main.error


def test_vectors_beyond_the_limits_are_not_taken() -> None:
    far = {"sizes": "1-1", "activation": "linear", "x": "1e6", "seed": "1", "spread": "10"}
    app = pressed(own(**far, y="-1e6"), "Take ∇ₐC and σ′(z²)")
    assert "A number must be between" in app.main.error[0].value
    assert values(app, "entrywise1") == [[3], [8]]
