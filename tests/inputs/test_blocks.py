"""Texts that people paste, as cells and names, each worked out by hand."""

import pytest

from backprop.inputs.blocks import read_block

MATRIX = (("0.5", "-1"), ("2", "1/3"))


@pytest.mark.parametrize(
    "text",
    [
        "0.5\t-1\n2\t1/3", "0,5;-1\n2;1/3", "0.5 −1\r\n2 1/3\r\n", "\ufeff0.5,-1,\n2,1 / 3,",
        "[[0.5, -1], [2, 1/3]]", "[0.5 -1; 2 1/3]", "[0.5, -1; 2, 1/3]", "{{0.5,-1},{2,1/3}}",
        "w = np.array([[0.5, -1],\n              [2, 1/3]], dtype=float)", "[[0.5 -1]\n [2 1/3]]",
        "tensor([[0.5, -1], [2, 1/3]], device='cuda:0')", "| 0.5 | –1 |\n| 2 | 1/3 |",
        r"\begin{bmatrix} 0{,}5 & -1 \\ 2 & \frac{1}{3} \end{bmatrix}", "0.5 & -1 \\\\\n2 & 1/3",
        "a\tb\n0.5\t-1\n2\t1/3", "|a|b|\n|-|-|\n|0.5|-1|\n|2|1/3|", "# of a paper\n0.5 -1\n2 1/3",
        "\ta\tb\nr1\t0.5\t-1\nr2\t2\t1/3", "\ta\tb\n0\t0.5\t-1\n1\t2\t1/3", '"0,5","-1"\n"2","1/3"',
    ],
)  # fmt: skip
def test_forms_of_one_matrix(text: str) -> None:
    assert read_block(text).rows == MATRIX


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        ("0,5;;1", ("0.5", "", "1")), ("1,125;2,500;0", ("1.125", "2.500", "0")),
        ("1.000,5\t2", ("1000.5", "2")), ("1,000.5 2", ("1000.5", "2")),
        ("1 000;2", ("1000", "2")), ("1,000,000\t2,500", ("1000000", "2500")),
        ("0,5 1,5", ("0.5", "1.5")),
        ("0.2 | 0.5", ("0.2", "0.5")), ("x1=0.2, x2=0.5", ("0.2", "0.5")),
        ("1,5e-3; 2·10^-5", ("1.5e-3", "2e-5")), ("10⁻³\t5.\t.5", ("1e-3", "5.", ".5")),
        ("\u20101 \ufe632 \u00ad3 \u20144", ("-1", "-2", "-3", "-4")), ("１;２．５", ("1", "2.5")),
        ("1 1/2;0", ("1 1/2", "0")), ("5 kg;1", ("5 kg", "1")), ("NA 1", ("NA", "1")),
    ],
)  # fmt: skip
def test_a_row(text: str, cells: tuple[str, ...]) -> None:
    assert read_block(text).rows == (cells,)


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("0,5\n1,5", "“0,5” may be a decimal comma"), ("0,1 1", "“0,1 1” may be"),
        ("[0,5; 1,5]", "may be a decimal comma"), ("1,125 2,500", "may be 1.125 or 1125"),
        ("1.000;2,5", "may be 1.000 or 1000"), ("0.5\t1,000", "may be 1.000 or 1000"),
        ("1 000 2", "“1 000” may stand between thousands"), ("1\u00a0100 2", "between thousands"),
        ("(5)\t3", "in parentheses may be a number below 0"), ("1,2, 3", "“1,2, 3” may be"),
        ("x2=1, x1=2", "in the order of their names"), ("  \n", "no numbers"),
    ],
)  # fmt: skip
def test_a_doubt_is_a_sentence(text: str, part: str) -> None:
    with pytest.raises(ValueError, match=r"^[^\n]{10,180}\.$") as refused:
        read_block(text)
    assert part in str(refused.value)


def test_how_many_numbers_a_row_has_settles_a_doubt() -> None:
    assert read_block("0,5\n1,5", width=2).rows == (("0", "5"), ("1", "5"))
    assert read_block("0,5\n1,5", width=1).rows == (("0.5",), ("1.5",))
    assert read_block("0,1 1", width=2).rows == (("0.1", "1"),)
    assert read_block("0 0; 1 1").rows == (("0", "0"), ("1", "1"))
    assert read_block("0 0; 1 1", width=4).rows == (("0", "0", "1", "1"),)


def test_what_is_taken_for_names_is_told() -> None:
    block = read_block("XOR by hand\n\tInput 1\tInput 2\na\t0,5\t1\nb\t0\t0\n# the end")
    assert block.names == ("the end", "XOR by hand", "Input 1", "Input 2", "a", "b")
    assert (block.named_lines, block.named_column, block.lines) == ((1, 2, 5), True, (3, 4))
    assert read_block("x1=0.2 x2=0.5").names == ("x1", "x2")
    assert read_block("1,125\t2,500").doubtful == "1,125"
    assert not read_block("1,125\t2,5").doubtful


@pytest.mark.parametrize(
    "first", ["1/3 2/3", "NA NA", "−1 −2", "\u20101 \u20112", "1st 2nd", "5% 6%"]
)
def test_what_looks_like_numbers_is_no_heading(first: str) -> None:
    assert len(read_block(f"{first}\n0 1").rows) == 2
