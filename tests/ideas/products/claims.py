"""What the page of one's own products says, and what must be true of it."""

import math
import re
from collections.abc import Sequence

from tests.claims import formulas
from tests.claims.claims import NUMBER, Scene, always, check_number, claim, formulas_of, number_of
from tests.claims.formulas import in_text
from tests.claims.said import Text

always(
    "s ⊙ t and sᵀ t need two vectors of the same length.",
    "s tᵀ holds every product of an entry of s and an entry of t; it exists for any two lengths: s @ t.T.",
    "Outer product: every entry of s times every entry of t",
)


def vectors(scene: Scene) -> tuple[Sequence[float], Sequence[float]]:
    return scene.lesson.value_of("s"), scene.lesson.value_of("t")


def lengths(scene: Scene) -> tuple[int, int]:
    s, t = vectors(scene)
    return len(s), len(t)


@claim("Your s and t have different lengths; here is the book's example:")
def different(scene: Scene, text: Text) -> None:
    n, m = lengths(scene)
    assert n != m


@claim(
    "s ⊙ t, s * t, s tᵀ, s @ t.T, and sᵀ t, s.T @ t, are the same number here, as s and t have one entry each."
)
def one_number(scene: Scene, text: Text) -> None:
    assert lengths(scene) == (1, 1)


@claim("The boxes on its diagonal are s ⊙ t.")
def diagonal(scene: Scene, text: Text) -> None:
    n, m = lengths(scene)
    assert n == m
    assert set(scene.data["marks"]) == {f"table1_{j}_{j}" for j in range(1, n + 1)}


@claim("it is in s ⊙ t, too", where=r"marks/table1_\d+(_\d+)?/words$")
def on_diagonal(scene: Scene, text: Text) -> None:
    found = re.search(r"table1_(\d+)(?:_(\d+))?", text.where)
    assert found
    assert found[1] == found[2] if found[2] else lengths(scene) == (1, 1)


@claim(
    "sᵀ t adds these up, s.T @ t: {sum:text} = {total:number}",
    "sᵀ t adds these up, s.T @ t: {sum:text} ≈ {total:number}",
)
def adds_up(scene: Scene, text: Text, total: str, **said: str) -> None:
    products = [one * other for one, other in zip(*vectors(scene), strict=True)]
    *more, last = said["sum"].split(" + ")
    dots = last == "…"
    written = more if dots else [*more, last]
    assert (len(written), dots) == (min(len(products), 4), len(products) > 4)
    for place, (term, value) in enumerate(zip(written, products, strict=False)):
        check_number(term.strip("()"), value, noise=1e-15 * abs(value))
        assert term.startswith("(") == (place > 0 and value < 0)
    noise = 1e-15 * sum(map(abs, products))
    check_number(total, math.fsum(products), noise=noise)
    if "≈" not in text.text and not dots:
        added = math.fsum(number_of(term.strip("()")) for term in written)
        assert math.isclose(added, number_of(total), rel_tol=1e-9, abs_tol=noise)


@claim("{product:text} needs two vectors of the same length; got {n:int} and {m:int} numbers.")
def refused(scene: Scene, text: Text, product: str, n: str, m: str) -> None:
    assert product in ("s ⊙ t", "sᵀt")
    assert (int(n), int(m)) == lengths(scene)
    assert n != m


@claim(
    "({n:int}×1)({m:int}×1) does not fit: a matrix product needs as many columns on the left as rows on the right; got 1 and {rows:int}."
)
def misfit(scene: Scene, text: Text, n: str, m: str, rows: str) -> None:
    assert (int(n), int(m)) == lengths(scene)
    assert m == rows != "1"


@claim("({n:int}×1)(1×1) fits, as t has one row: it is s tᵀ.")
def fits(scene: Scene, text: Text, n: str) -> None:
    assert (int(n), 1) == lengths(scene)


@claim(
    "s and t are ∇ₐC and σ′(z{L:text}) of your network, to 6 digits: s ⊙ t is the error in its output layer, δ{again:text} (BP1a)."
)
def error_of_outputs(scene: Scene, text: Text, L: str, again: str) -> None:
    true = scene.truth
    assert L == again == "⁰¹²³⁴⁵⁶⁷⁸"[true.L]
    s, t = vectors(scene)
    found = (s, true.nabla_a), (t, true.sigma_prime[true.L])
    for typed, numbers in found:
        assert all(map(_near, typed, numbers)), (typed, numbers)
    assert all(map(_near, map(float.__mul__, s, t), true.delta[true.L]))


def _near(one: float, other: float) -> bool:
    return math.isclose(one, other, rel_tol=2e-5)


@formulas_of("own")
def formula(scene: Scene, text: Text, latex: str) -> None:
    """Each column has its numbers, and each = holds to the last digit."""
    s, t = vectors(scene) if len(set(lengths(scene))) == 1 else ((1, 2), (3, 4))
    products = [one * other for one, other in zip(s, t, strict=True)]
    found = re.findall(r"\\begin\{bmatrix\} (.*?) \\end\{bmatrix\}", latex)
    assert len(found) in (3, 4), latex
    for column, values in ((found[0], s), (found[1], t), (found[-1], products)):
        for number, value in zip(column.split(r" \\ "), values, strict=True):
            check_number(_plain(number), value, noise=1e-15 * abs(value))
    if len(found) == 4:
        for pair, factors in zip(found[2].split(r" \\ "), zip(s, t, strict=True), strict=True):
            for number, value in zip(pair.split(r" \cdot "), factors, strict=True):
                check_number(_plain(number), value)
            assert ("(" in pair) == (factors[1] < 0)
    assert formulas.check(latex, scene.truth) == len(found) - 2
    if r"\approx" not in latex:
        assert all(
            value or not (one and other) for value, one, other in zip(products, s, t, strict=True)
        )


def _plain(number: str) -> str:
    found = in_text(number.replace(r"\times", r"{\times}").replace(" ", ""))
    assert re.fullmatch(NUMBER, found), number
    return found
