r"""Texts that were once read as other numbers than meant: now as these, or with a sentence."""

import pytest

from backprop.inputs.blocks import read_block
from backprop.inputs.parsing import parse_number, parse_numbers, parse_vector
from backprop.inputs.tables import parse_table


@pytest.mark.parametrize(
    ("text", "value"),
    [
        (",5", 0.5), ("-,5", -0.5), (",25e-1", 0.025), ("[1]", 1), ("2×10-3", 0.002),
        (r"0{,}5", 0.5), ("1.5 × 10−3", 0.0015), ("1.5 x 10^-3", 0.0015), ("- 0.5", -0.5),
        ("np.float64(0.5)", 0.5), ("1\u202f000,5", 1000.5), ("1'000.5", 1000.5),
        ("1’000,5", 1000.5), (r"\frac{1}{2}", 0.5),
    ],
)  # fmt: skip
def test_one_number(text: str, value: float) -> None:
    assert parse_number(text) == value


@pytest.mark.parametrize(
    ("text", "values"),
    [
        (",5 1,5", (0.5, 1.5)), (",5, ,25", (0.5, 0.25)), ("1.000; 2.500", (1, 2.5)),
        (r"\begin{pmatrix}0{,}5\\0{,}25\end{pmatrix}", (0.5, 0.25)), ("2, 3", (2, 3)),
        ("2 3", (2, 3)), ("[2,3]", (2, 3)), ("[1] 0.5 0.25", (0.5, 0.25)),
        ("(0.5, 1)", (0.5, 1)), ("c(1, 2)", (1, 2)),
        ("[np.float64(0.5), np.float64(1.0)]", (0.5, 1)), ("0,1; 1,5", (0.1, 1.5)),
    ],
)  # fmt: skip
def test_two_numbers(text: str, values: tuple[float, float]) -> None:
    assert parse_numbers(text, 2) == values


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        (",5 1,5\n2,5 3,5", ((0.5, 1.5), (2.5, 3.5))),
        ("[1,] 0.5 -1\n[2,] 2 3", ((0.5, -1), (2, 3))),
        ("     [,1] [,2]\n[1,]  0.5   -1\n[2,]    2    3", ((0.5, -1), (2, 3))),
        ("1) 0 0\n2) 0 1", ((0, 0), (0, 1))), (r"\num{0} & \num{1} \\ 2 & 3", ((0, 1), (2, 3))),
        ("a | b\n--- | ---\n0 | 1", ((0, 1),)), ("a b\n-- --\n0 1", ((0, 1),)),
        ("Unnamed: 0,a,b\n0,5,6\n1,7,8", ((5, 6), (7, 8))), ("[0, 0], [0, 1]", ((0, 0), (0, 1))),
        ("0 -> 0\n1 → 1", ((0, 0), (1, 1))), ("```\n0 1\n1 0\n```", ((0, 1), (1, 0))),
        ("(0, 0), (0, 1)", ((0, 0), (0, 1))),
    ],
)  # fmt: skip
def test_rows_of_two(text: str, rows: tuple[tuple[float, ...], ...]) -> None:
    block = read_block(text)
    assert tuple(tuple(map(float, row)) for row in block.rows) == rows


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        (",5 1,5 0\n1,5 ,5 1", ((0.5, 1.5, 0), (1.5, 0.5, 1))),
        (" ,523  1,12  0\n,250  1,75  1", ((0.523, 1.12, 0), (0.25, 1.75, 1))),
        ("Boston 0 1 1\nRome 0 0 0", ((0, 1, 1), (0, 0, 0))),
        ("12,34,567\n1,2,3", ((12, 34, 567), (1, 2, 3))),
        ("0,0 0 0\n0,1 1 0", ((0, 0, 0), (0.1, 1, 0))),
        ("0, 0 => 0\n0, 1 => 1", ((0, 0, 0), (0, 1, 1))), ("0 0 | 0\n0 1 | 1", ((0, 0, 0),
        (0, 1, 1))),
        ("Input(1),Input(2),Output\n0,1,1", ((0, 1, 1),)),
    ],
)  # fmt: skip
def test_a_table_of_three(text: str, rows: tuple[tuple[float, ...], ...]) -> None:
    assert parse_table(text, 2, 1).rows == rows


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("1,000;", "may be 1.000 or 1000"), ("2×100", "this is “2×100”"), ("3×105", "this is"),
        ("(5)", "“5” in parentheses may be"), ("(0,5)", "“0,5” in parentheses may be"),
        ("(1,000.50)", "in parentheses"), ("1/0", "It divides by 0; this is “1/0”."),
        ("1 1/2", "this is “1 1/2”"), ("sqrt(2)", "“sqrt” is a call; please paste the numbers"),
    ],
)  # fmt: skip
def test_no_one_number(text: str, part: str) -> None:
    with pytest.raises(ValueError, match=r"^[^\n]{10,180}\.$") as refused:
        parse_number(text)
    assert part in str(refused.value)


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("1,000; 2,500", "may be 1.000 or 1000"), ("[1, 2] × 10⁻³", "A factor or a mark on"),
        ("[[1], [2]].T", "A factor"), ("[1 2]'", "A factor"), ("10⁻³ [1, 2]", "A factor"),
        (r"\begin{pmatrix}1\\2\end{pmatrix} \cdot 10^{-3}", "A factor"),
        ("0,1;1,0", "“0,1;1,0” may"),
        ("0,05", "“0,05” may be"), ("0,125", "“0,125” may be"), ("1,00,000", "may be a decimal"),
        ("12,34,567", "may be a decimal"), ("0,5", "“0,5” may be"),
        ("1{,}000 & 2", "1.000 or 1000"),
        ("0.5(1) 0", "The brackets beside “0.5” may hold"), ("0.5 [2] 0.25", "The brackets beside"),
        ("np.linspace(0,1,3)", "“linspace” is a call"), ("sqrt(2) 1", "“sqrt” is a call"),
        ("x2 = 0.5\nx1 = 0.3", "in the order of their names"), ("1;1/0", "divides by 0"),
    ],
)  # fmt: skip
def test_no_vector(text: str, part: str) -> None:
    with pytest.raises(ValueError, match=r"^[^\n]{10,180}\.$") as refused:
        parse_vector(text)
    assert part in str(refused.value)


def test_a_count_settles_no_such_doubt() -> None:
    for text in ("0,05", "(0,5)\t1", "[1] 0.5"):
        with pytest.raises(ValueError, match=r"comma|parentheses|here is 1"):
            parse_numbers(text, 2)


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("0,1;1,0", "“0,1;1,0” may"), ("1,2;3,4", "may be a decimal comma"),
        ("w2=0,1;1,0", "may be"),
        ("1,00,000\t1", "may be a decimal"), ("[1,2]1", "The brackets beside"),
        ("0.5[1]\t0.2", "The brackets beside"), ("(0,5)\t0", "in parentheses"),
        ("×10⁻³\n1 2\n3 4", "A factor"), ("np.zeros((2,2))", "“zeros” is a call"),
        ("a (×10⁻³)\tb\n1\t2", "A factor"),
    ],
)  # fmt: skip
def test_no_block(text: str, part: str) -> None:
    with pytest.raises(ValueError, match=r"^[^\n]{10,180}\.$") as refused:
        read_block(text)
    assert part in str(refused.value)


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("0 0 0\n-- -- --\n1 1 0", "Line 2, column 1"),
        ("- | - | -\n1 | 1 | 0", "Line 1, column 1"),
        ("a b c\n0 0 0\n-- -- --", "Line 3, column 1"),
        ("a\tb\n0\t0.5\t1\n1\t0.2\t3", "Line 1 has 2 names for 3 columns."),
        ("y,x1,x2\n0,0,1", "in the order of"),
        ("target;x1;x2\n0;0;1", "here they stand as “target,"),
        ("y_true,a,b\n0,0,1", "in the order of"), ("x2\tx1\ty\n0\t0\t1", "in the order of"),
        ("label,a,b\n0,0,1", "in the order of"),
        ("x1 = [0,0,1]\nx2 = [0,1,1]\ny = [0,1,0]", "“x1”, “x2”, “y” are rows of their own"),
        ("x1 = 0 0 1\nx2 = 0 1 1\ny = 0 1 0", "rows of their own"),
        ("{'x1': [0,0,1], 'x2': [0,1,1], 'y': [0,1,0]}", "rows of their own"),
        ("New York 0 0 0\nBoston 0 1 1", "Line 1"), ("#N/A\t0\t0\n0\t0\t1", "“?N/A”"),
        ("<NA> <NA> <NA>\n0 0 1", "Line 1"), ("missing missing missing\n0 0 1", "“missing”"),
    ],
)  # fmt: skip
def test_no_table_of_three(text: str, part: str) -> None:
    with pytest.raises(ValueError, match=r"^[^\n]{10,180}\.$") as refused:
        parse_table(text, 2, 1)
    assert part in str(refused.value)


@pytest.mark.parametrize("text", ["0,05\n0,10", r"0{,}5 \\ 0{,}25", "0,1;1,0"])
def test_no_table_of_two(text: str) -> None:
    with pytest.raises(ValueError, match=r"comma|here each has 1"):
        parse_table(text, 1, 1)


def test_where_a_number_of_a_line_is_named() -> None:
    names = read_block("1) 0 0\n2) 0 1").names
    assert names == ("1)", "2)")
