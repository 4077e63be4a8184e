"""A number in its matrix: which entries have which colour, and which one is in the box."""

import re

import pytest

from backprop import Network, Quantity, run
from backprop.ideas.address.words_matrix import indices, matrix_with_mark
from tests.writing.reading import LIGHT, bare

TRACE = run(
    Network({2: [[1, 2], [3, 4], [5, 6]], 3: [[7, 8, 9]]}, {2: [1, 2, 3], 3: [0]}, "linear"),
    [1, 1],
    [0],
)
NAMES = {LIGHT["z"]: "row", LIGHT["a"]: "column", LIGHT["w"]: "w", LIGHT["b"]: "b"}
NAMES |= {LIGHT["quiet"]: "-"}


def looks(id: str) -> list[list[tuple[str, str]]]:
    """Each entry as (number, what its colour says), with a ! where it is in the box."""
    latex = matrix_with_mark(TRACE, Quantity.parse(id), LIGHT)
    name, matrix = latex.split(" = ")  # these numbers are given in full
    assert name == Quantity.parse(id).whole.latex
    body = matrix.removeprefix(r"\begin{bmatrix} ").removesuffix(r" \end{bmatrix}")
    rows = body.replace(r"\: ", "").replace(r" \:", "").split(r" \\ ")
    return [[look(cell) for cell in row.split(" & ")] for row in rows]


def look(cell: str) -> tuple[str, str]:
    colour, text = re.fullmatch(r"\\textcolor\{(#\w{6})\}\{(.*)\}", cell).groups()  # type: ignore
    number = re.search(r"\d+", re.sub(r"0\.34", "", text))
    assert number
    return number[0], NAMES[colour] + ("!" if "boxed" in text else "")


def test_a_weight_has_its_row_and_its_column() -> None:
    assert looks("w2_2_1") == [
        [("1", "column"), ("2", "-")],
        [("3", "w!"), ("4", "row")],
        [("5", "column"), ("6", "-")],
    ]


def test_a_bias_has_its_place_in_a_column() -> None:
    assert looks("b2_3") == [[("1", "-")], [("2", "-")], [("3", "b!")]]


def test_a_large_matrix_is_in_dots() -> None:
    trace = run(Network.random([6, 2], seed=1), [0] * 6, [0, 0])
    latex = matrix_with_mark(trace, Quantity("w", 2, 1, 6), LIGHT)
    assert latex.count(r"\bullet") == 12
    assert not re.search(r"\{-?\d", bare(latex.split(" = ")[1]))


def test_an_index_has_the_colour_of_its_line() -> None:
    j, k = rf"\textcolor{{{LIGHT['z']}}}{{2}}", rf"\textcolor{{{LIGHT['a']}}}{{4}}"
    assert indices(Quantity("w", 3, 2, 4), LIGHT) == (
        rf"{{\Huge \textcolor{{{LIGHT['w']}}}{{w}}^{{3}}_{{{j}{k}}}}} "
        rf"\qquad l = 3,\; j = {j},\; k = {k}"
    )
    assert bare(indices(Quantity("b", 2, 3), LIGHT)).endswith(r"l = 2,\; j = 3")
    assert r"{11,2}" in bare(indices(Quantity("w", 2, 11, 2), LIGHT))


def test_an_address_outside_the_network() -> None:
    with pytest.raises(ValueError, match="a 2-3-1 network has no w"):
        matrix_with_mark(TRACE, Quantity("w", 3, 2, 1), LIGHT)
