"""The numbers of a proof's lines, on both sides and term by term, and what must be true of them."""

import re
from typing import Any

from tests.claims import formulas, reader
from tests.claims.claims import Scene, always, check_number, claim, formulas_of, number_of, place_of
from tests.claims.ranges import Range
from tests.claims.reader import LettersError
from tests.claims.said import Text
from tests.ideas.proof.claims import TINY, neuron, noise, number_at, terms


def side_values(scene: Scene, line: int) -> list[float]:
    """What both sides of a line come to, by k where it holds for each."""
    truth, at = scene.truth, neuron(scene)
    if line == 43:
        return truth.z[at.l + 1]
    if line == 44:
        return [w * slope for w, slope in terms(truth, at, 44)]
    return [truth.value(at)]


@claim("Left {left:number}, right {right:number}: the same to the last of 16 digits.")
@claim(
    "Left {left:number}, right {right:number}: they differ by {apart:number}, which is rounding."
)
@claim("For k = 1: left {left:number}, right {right:number}.")
def both_sides(scene: Scene, text: Text, left: str, right: str, apart: str = "") -> None:
    line, at = number_at(scene, text), neuron(scene)
    (true, *_), lost = side_values(scene, line), noise(scene.truth, at, line)
    check_number(left, true, noise=lost)
    check_number(right, true, noise=lost)
    if apart:
        assert left != right, "the difference is that of what is printed"
        assert abs(number_of(apart) - abs(number_of(left) - number_of(right))) <= 2 * lost
        assert number_of(apart) <= lost, "more than rounding"
    elif "same" in text.text:
        assert left == right


@claim("For each of the {n:int} neurons k both sides are the same to the last of 16 digits.")
@claim("The largest difference among the {n:int} neurons k is {apart:number}, which is rounding.")
def for_each(scene: Scene, text: Text, n: str, apart: str = "0") -> None:
    at = neuron(scene)
    assert int(n) == scene.truth.sizes[at.l] > 1
    assert number_of(apart) <= noise(scene.truth, at, number_at(scene, text))


@claim(
    "An output is so saturated that its σ′ is too small for a number of 16 digits to hold, so this line cannot be worked out."
)
def lost(scene: Scene, text: Text) -> None:
    at, line = neuron(scene), number_at(scene, text)
    slopes = scene.truth.sigma_prime[at.l]
    assert at.l == scene.truth.L
    assert line in (37, 38, 39)
    assert (min(slopes) if line == 37 else slopes[at.j - 1]) < TINY


@claim("{delta:address} {sign:text} {number:number} was computed without σ′.")
def without_slope(scene: Scene, text: Text, delta: str, sign: str, number: str) -> None:
    assert place_of(delta) == neuron(scene)
    assert sign in "=≈"
    error = scene.truth.value(place_of(delta))
    check_number(number, error, noise=1e-12 * abs(error))
    assert scene.truth.activation[scene.truth.L] == "sigmoid"
    assert scene.truth.cost_name == "cross-entropy"


@claim(
    "With the cross-entropy of sigmoids, {delta:address} is better computed as {a:address} − y: where a saturated output is wrong, ∇ₐC is huge and σ′ tiny, and a − y needs neither.",
    part="^pro",
)
def better(scene: Scene, text: Text, delta: str, a: str) -> None:
    assert place_of(delta) == place_of(a)._replace(symbol="delta") == neuron(scene)
    assert scene.truth.activation[scene.truth.L] == "sigmoid"
    assert scene.truth.cost_name == "cross-entropy"


def row(scene: Scene, text: Text) -> list[str]:
    """The pieces of the row of numbers that this one is in, as they are written."""
    part, line, *more = text.places
    found: Any = scene.data["parts"][part]["lines"][line]
    pieces = found["terms"][more[0]]["pieces"] if "/terms/" in text.where else found["sides"]
    return [one if isinstance(one, str) else one["number"] for one in pieces]


@claim(
    "{number:number}", "({number:number})", where="^stage/parts/lines/(sides|terms/pieces)/number$"
)
def in_a_line(scene: Scene, text: Text, number: str) -> None:
    line, at, pieces, n = number_at(scene, text), neuron(scene), row(scene, text), text.places[-1]
    numbers, signs = pieces[::2], pieces[1::2]
    k = text.places[2] if "/terms/" in text.where else 0
    if len(pieces) == 1:  # a term that has gone
        assert (numbers, at.l) == (["0"], scene.truth.L)
        assert k != at.j - 1
        return
    if "/terms/" in text.where and line != 43:
        found = terms(scene.truth, at, line)
        factors = found[k if len(found) > 1 else 0]
        product = 1.0
        for one in factors:
            product *= one
        values = [*factors, product]
        assert signs[:-1] == [" · "] * (len(factors) - 1)
        assert all(("(" in one) == (one.strip("()")[0] == "−") for one in numbers[1:-1])
        lost = 1e-11 * abs(values[n // 2])
    else:
        values = [side_values(scene, line)[k]] * 2
        lost = noise(scene.truth, at, line)
    check_number(number, values[n // 2], noise=lost)
    check_sign(signs[-1].strip(), [number_of(one.strip("()")) for one in numbers])


def check_sign(sign: str, numbers: list[float]) -> None:
    """= only where what is printed is equal."""
    product = 1.0
    for one in numbers[:-1]:
        product *= one
    if sign == "=":
        assert abs(product - numbers[-1]) <= 1e-9 * abs(product)
    else:
        assert sign == "≈"
        assert any(numbers)


always("k = {k:int}", where="^stage/parts/lines/terms/k$")


@claim("{number:number}", where="^stage/parts/overlays/steps/text$")
def on_a_connection(scene: Scene, text: Text, number: str) -> None:
    """The rate of the next z with this one, and at the end what it brings back."""
    part, overlay, step, n = text.places
    label = scene.data["parts"][part]["overlays"][overlay]["steps"][step][n]
    at, line = neuron(scene), int(scene.data["steps"][step]["tag"])
    assert (label["l"], label["k"]) == (at.l + 1, at.j)
    weight, error, slope = terms(scene.truth, at, 45)[label["j"] - 1]
    value = weight * slope * (error if line == 45 else 1.0)
    assert line in (41, 42, 44, 45)
    check_number(number, value, noise=1e-11 * abs(value))


USES = {37: "(36)", 38: "(37)", 39: "(38)", 41: "(40)", 42: "(41)", 44: "(43)", 45: "(42) and (44)"}


@claim("It uses {numbers:text}.", where="markdown")
def uses(scene: Scene, text: Text, numbers: str) -> None:
    assert numbers == USES[number_at(scene, text)]


RATE = re.compile(r"\\partial\{z\^\{(\d+)\}_\{(\d+)\}\}")


class Reader(reader.Reader):
    """Knows how fast a z of the next layer grows with that of the neuron."""

    def fraction(self) -> Range:
        begun = self.place
        try:
            return super().fraction()
        except LettersError:
            self.place = begun + 1
        of, by = RATE.fullmatch(self.group()), RATE.fullmatch(self.group())
        if not of or not by:
            raise LettersError("a rate in letters")
        (m, k), (l, j) = (map(int, one.groups()) for one in (of, by))
        assert m == l + 1
        found = self.truth.w[m][k - 1][j - 1] * self.truth.sigma_prime[l][j - 1]
        return Range(found, found, found)


@formulas_of("proof", "latex")
def line_in_numbers(scene: Scene, text: Text, latex: str) -> None:
    formulas.check(latex, scene.truth, Reader)
