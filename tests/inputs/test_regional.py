"""Tables in every form that people have: the same numbers come back, or a sentence."""

from dataclasses import dataclass
from fractions import Fraction

from hypothesis import event, given, settings
from hypothesis import strategies as st

from backprop.inputs.tables import parse_table

MINUS = "-\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\uff0d\u00ad"
SEPARATORS = [",", ", ", ";", "; ", "\t", " ", "  ", "|", " | ", "\u00a0"]
LISTS = {
    "python": (", ", "[[", "]]", "], ["),
    "numpy": (",", "X = np.array([[", "]], dtype=float)", "],\n  ["),
    "tensor": (", ", "tensor([[", "]])", "],\n        ["),
    "printed": (" ", "[[", "]]", "]\n ["),
    "matlab": (" ", "[", "]", "; "),
    "latex": (" & ", r"\begin{bmatrix} ", r" \end{bmatrix}", r" \\ "),
    "lists": (", ", "[", "]", "]\n["),
    "braces": (",", "{{", "}}", "},{"),
    "markdown": (" | ", "| x | y | z |\n|---|:-:|--:|\n| ", " |", " |\n| "),
}
"""What stands between two cells, before all of them, behind them and between two rows."""
HEADERS = [
    "",
    "x,y,z",
    "Input 1,Input 2,Output",
    "XOR by hand\na,b,c",
    "# a paper",
    "% I\nx₁,x₂,y₂",
]


@dataclass(frozen=True)
class Written:
    """A table as somebody writes it: each cell as a text, and how the texts are put together."""

    rows: list[list[Fraction]]
    form: str
    separator: str
    point: str
    thousands: str
    minus: str
    header: str
    names: bool
    trailing: bool
    before: str
    end: str
    as_fractions: bool

    def cell(self, value: Fraction) -> str:
        sign = self.minus if value < 0 else ""
        if self.as_fractions and value.denominator > 1:
            return f"{sign}{abs(value.numerator)}/{value.denominator}"
        whole, _, rest = f"{abs(float(value)):.4f}".rstrip("0").partition(".")
        if len(whole) > 3:
            whole = whole[:-3] + self.thousands + whole[-3:]
        return sign + whole + (self.point + rest if rest else "")

    @property
    def cells(self) -> list[list[str]]:
        return [[self.cell(value) for value in row] for row in self.rows]

    def text(self) -> str:
        if self.form != "plain":
            between, start, end, next_row = LISTS[self.form]
            return self.before + start + next_row.join(map(between.join, self.cells)) + end
        rows = [
            ["row " * self.names_have_blanks + "abcd"[i], *row] for i, row in enumerate(self.cells)
        ]
        lines = [line.replace(",", self.separator) for line in self.header.split("\n") if line]
        lines += [self.separator.join(row[not self.names :]) for row in rows]
        return self.before + self.end.join(line + self.separator * self.trailing for line in lines)

    @property
    def names_have_blanks(self) -> bool:
        return self.separator.strip() != ""

    @property
    def is_doubtful(self) -> bool:
        """Whether the text may be read in two ways, so that a sentence may be the answer.

        A comma that is no separator stands beside commas or blanks that are; a blank or a comma
        stands between thousands; or fractions are left alone with nothing to tell the separators.
        """
        between = LISTS[self.form][0] if self.form != "plain" else self.separator
        inside = "".join(cell for row in self.cells for cell in row)
        apart = between.strip() in ("", ",") or self.form == "matlab"
        return (
            ("," in inside and apart)
            or ("\u00a0" in between)
            or any(mark in inside for mark in (" ", "\u00a0", "\u202f"))
            or (self.thousands != "" and any(mark in inside for mark in ",."))
        )


def values(places: int) -> st.SearchStrategy[Fraction]:
    return st.integers(-(10**8) + 1, 10**8 - 1).map(
        lambda n: Fraction(
            n % 10 ** (places + 4) if n > 0 else -(-n % 10 ** (places + 4)), 10**places
        )
    )


def rows(places: int) -> st.SearchStrategy[list[list[Fraction]]]:
    cell = st.one_of(values(places), values(0), st.sampled_from([Fraction(0), Fraction(1)]))
    return st.lists(st.lists(cell, min_size=3, max_size=3), min_size=1, max_size=4)


tables = st.builds(
    Written,
    rows=st.integers(0, 4).flatmap(rows),
    form=st.sampled_from([*LISTS, *["plain"] * len(LISTS)]),
    separator=st.sampled_from(SEPARATORS),
    point=st.sampled_from(".,"),
    thousands=st.sampled_from(["", "", "", "", ",", ".", "\u00a0", "\u202f", " "]),
    minus=st.sampled_from(MINUS),
    header=st.sampled_from(HEADERS),
    names=st.booleans(),
    trailing=st.booleans(),
    before=st.sampled_from(["", "\ufeff", "\u200b", "\u200e"]),
    end=st.sampled_from(["\n", "\r\n"]),
    as_fractions=st.booleans(),
)


@settings(max_examples=300)
@given(tables)
def test_a_table_is_read_as_it_was_meant_or_not_at_all(table: Written) -> None:
    """A point is a decimal point, unless other cells have a decimal comma; and 0,9 590,9 are two
    numbers with decimal commas, not three with blanks between thousands.
    """
    cells = [cell for row in table.cells for cell in row]
    points = table.point == "," and not any("," in cell for cell in cells)
    blanks = table.thousands == " " and table.separator.strip() in ("", ",")
    if blanks or table.thousands == table.point or (points and any("." in cell for cell in cells)):
        return
    try:
        read = parse_table(table.text(), 2, 1)
    except ValueError:
        event("refused")
        assert table.is_doubtful, table.text()
        return
    event("read")
    meant = tuple(tuple(map(float, row)) for row in table.rows)
    assert read.rows == meant or read.block.doubtful, table.text()
