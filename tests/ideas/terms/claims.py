"""What the page of the forward pass term by term says, and what must be true of it."""

import math
import re
from collections.abc import Sequence

from tests.claims import formulas
from tests.claims.claims import Scene, check_number, claim, formulas_of, number_of, place_of
from tests.claims.formulas import Reader, in_text
from tests.claims.said import Text
from tests.claims.truth import Place, Truth


def layer(scene: Scene) -> int:
    return int(scene.data["steps"][0]["l"])


class Step:
    """A term, the bias or sigma of a neuron, with its numbers."""

    def __init__(self, true: Truth, l: int, j: int, k: int) -> None:
        self.true, self.l, self.j, self.k = true, l, j, k
        self.weights, self.taken = true.w[l][j - 1], true.a[l - 1]
        self.n = len(self.taken)
        self.kind = "term" if k <= self.n else "bias" if k == self.n + 1 else "sigma"
        products = [w * a for w, a in zip(self.weights, self.taken, strict=True)]
        self.terms = [*products, true.b[l][j - 1]]
        self.sum = math.fsum(self.terms[:k])
        self.noise = 1e-14 * len(self.terms) * sum(map(abs, self.terms))
        self.w, self.a_prev = Place("w", l, j, k), Place("a", l - 1, k)
        self.b, self.z, self.a = Place("b", l, j), Place("z", l, j), Place("a", l, j)

    @property
    def activation(self) -> tuple[float, float]:
        """The activation, and how far it may be off because z is a rounded sum."""
        value = self.true.value(self.a)
        return value, self.noise + 1e-12 * abs(value)


def step_at(scene: Scene, text: Text) -> Step:
    """The micro step that a text of the stage belongs to."""
    l = layer(scene)
    j, k = divmod(text.position, scene.truth.sizes[l - 2] + 2)
    return Step(scene.truth, l, j + 1, k + 1)


@claim("23", where="^stage/steps/tag$", part="^terms$")
def tag(scene: Scene, text: Text) -> None:
    assert scene.part == "terms"


@claim("Term {k:int} of {n:int} in {z:address}", where="^stage/steps/title$")
def title(scene: Scene, text: Text, k: str, n: str, z: str) -> None:
    step = step_at(scene, text)
    assert step.kind == "term"
    assert (int(k), int(n), place_of(z)) == (step.k, step.n, step.z)


@claim("The bias completes {z:address}", where="^stage/steps/title$")
def title_of_bias(scene: Scene, text: Text, z: str) -> None:
    step = step_at(scene, text)
    assert (step.kind, place_of(z)) == ("bias", step.z)


@claim("σ turns {z:address} into {a:address}", where="^stage/steps/title$")
def title_of_sigma(scene: Scene, text: Text, z: str, a: str) -> None:
    step = step_at(scene, text)
    assert (step.kind, place_of(z), place_of(a)) == ("sigma", step.z, step.a)


START = "Entry {k:int} of row {j:int} times entry {column:int} of the column: weight {w:address} times {kind:text} {a:address} is {added:number}"


@claim(f"{START}.", f"{START}; the sum so far is {{sum:number}}.")
def term(
    scene: Scene, text: Text, k: str, j: str, column: str, w: str, kind: str, a: str, **said: str
) -> None:
    step = step_at(scene, text)
    assert step.kind == "term"
    assert (int(k), int(column), int(j)) == (step.k, step.k, step.j)
    assert (place_of(w), place_of(a)) == (step.w, step.a_prev)
    assert kind == ("input" if step.l == 2 else "activation")
    check_number(said["added"], step.terms[step.k - 1], noise=step.noise)
    assert ("sum" in said) == (step.k > 1)
    check_number(said.get("sum", said["added"]), step.sum, noise=step.noise)


@claim(
    "At last the bias {b:address} is added, once: the weighted input {z:address} is {number:number}."
)
def bias(scene: Scene, text: Text, b: str, z: str, number: str) -> None:
    step = step_at(scene, text)
    assert (step.kind, place_of(b), place_of(z)) == ("bias", step.b, step.z)
    check_number(number, step.sum, noise=step.noise)


@claim("σ of the weighted input {z:address} is the activation {a:address}: {number:number}.")
def sigma(scene: Scene, text: Text, z: str, a: str, number: str) -> None:
    step = step_at(scene, text)
    assert (step.kind, place_of(z), place_of(a)) == ("sigma", step.z, step.a)
    check_number(number, step.activation[0], noise=step.activation[1])


# the verdict


@claim("Row {j:int} of {w:address} times column {a:address}: exactly the {terms:text} of the sum.")
def same_terms(scene: Scene, text: Text, j: str, w: str, a: str, terms: str) -> None:
    l = layer(scene)
    assert (place_of(w), place_of(a)) == (Place("w", l), Place("a", l - 1))
    assert 1 <= int(j) <= scene.truth.sizes[l - 1]
    assert terms == ("term" if scene.truth.sizes[l - 2] == 1 else "terms")


@claim(
    "Both forms give {z:address} = {number:number}.",
    "Both forms give {z:address} ≈ {number:number}.",
)
def both_forms(scene: Scene, text: Text, z: str, number: str) -> None:
    place = place_of(z)
    step = Step(scene.truth, layer(scene), place.j, len(scene.truth.a[place.l - 1]) + 1)
    assert place == step.z
    check_number(number, step.sum, noise=step.noise)
    if "=" in text.text:
        assert math.isclose(number_of(number), step.sum, rel_tol=1e-13, abs_tol=step.noise)
        assert not any(is_endless(scene.truth, place.l - 1, k + 1) for k in range(step.n))


@claim(
    "{z:address} is {one:number} as a sum and {other:number} by the matrices: they differ by rounding alone."
)
def forms_differ(scene: Scene, text: Text, z: str, one: str, other: str) -> None:
    place = place_of(z)
    step = Step(scene.truth, layer(scene), place.j, len(scene.truth.a[place.l - 1]) + 1)
    assert place == step.z
    assert one != other
    for number in (one, other):
        check_number(number, step.sum, noise=step.noise)


def is_endless(true: Truth, l: int, j: int) -> bool:
    """Whether no digits give this activation in full: sigma of anything but 0."""
    return l > 1 and true.activation[l] in ("sigmoid", "tanh") and true.z[l][j - 1] != 0


# formulas


@formulas_of("terms")
def formula(scene: Scene, text: Text, latex: str) -> None:
    bare = re.sub(r"\\textcolor\{[^}]*\}", "", latex).replace(r"\phantom", "")
    if r"\blacktriangleright" in bare:
        known = re.sub(r"\\textcolor\{[^}]*\}", "", latex)
        check_lines(scene, bare, [r"\phantom" not in row for row in known.split(r" \\ ")[1:]])
    elif "bmatrix" in bare:
        check_matrices(scene, bare)
    else:
        formulas.check(latex, scene.truth)


def check_lines(scene: Scene, latex: str, known: Sequence[bool]) -> None:
    """The sum as it grows: each line with its numbers, known up to the arrow."""
    l = layer(scene)
    j = int(re.findall(rf"z\^\{{{l}\}}_\{{(\d+)\}}", latex)[0])
    rows = latex.partition(r" \\ ")[2].split(r" \\ ")
    assert len(rows) == scene.truth.sizes[l - 2] + 2
    (here,) = [place for place, row in enumerate(rows) if r"\blacktriangleright" in row]
    assert [*known] == [place <= here for place in range(len(rows))]
    for k, row in enumerate(rows, start=1):
        step = Step(scene.truth, l, j, k)
        _, letters, numbers, product, total = (
            formulas.bare(cell) for cell in row.replace(r"\end{array}", "").split("&")
        )
        sign = re.search(r"(=|\\approx) ", product + total)
        assert bool(sign) == (step.kind != "bias")
        check_letters(step, letters)
        check_numbers(step, numbers)
        if step.kind == "term":
            check_number(in_text(product.split(" ", 1)[1]), step.terms[k - 1], noise=step.noise)
            shown = in_text(total)
        else:
            shown = in_text(re.sub(r"^(=|\\approx) ", "", total))
        value, noise = step.activation if step.kind == "sigma" else (step.sum, step.noise)
        check_number(shown, value, noise=noise)
        if sign and sign[1] == "=":
            check_equal(step, numbers, product or total)


def check_letters(step: Step, letters: str) -> None:
    symbols = re.findall(r"([wabz])\^\{(\d+)\}_\{(\d+)(?:,?(\d+))?\}", letters)
    found = []
    for symbol, l, j, k in symbols:
        if symbol == "w" and not k:
            j, k = j[0], j[1:]
        found.append(Place(symbol, int(l), int(j), int(k or 0)))
    wanted = {
        "term": [step.w, step.a_prev],
        "bias": [step.b, step.z],
        "sigma": [step.z, step.a],
    }
    assert found == wanted[step.kind], letters


def check_numbers(step: Step, numbers: str) -> None:
    """The numbers that are used, a negative one behind a sign in parentheses."""
    if step.kind == "term":
        weight, taken = numbers.split(r" \cdot ")
        check_number(in_text(weight), step.weights[step.k - 1])
        value = step.taken[step.k - 1]
        check_number(in_text(taken), value, noise=1e-10 * abs(value))
        assert ("(" in taken) == (value < 0)
    elif step.kind == "bias":
        check_number(in_text(numbers), step.terms[-1])
    else:
        check_number(in_text(numbers.removeprefix(r"\sigma(")), step.sum, noise=step.noise)


def check_equal(step: Step, numbers: str, result: str) -> None:
    """What stands before and behind a = is the same to the last digit."""
    end = number_of(in_text(re.sub(r"^(=|\\approx) ", "", result)))
    if step.kind == "term":
        assert not is_endless(step.true, step.l - 1, step.k)
        one, other = (number_of(in_text(one)) for one in numbers.split(r" \cdot "))
        assert math.isclose(one * other, end, rel_tol=1e-9)
        assert end or not (one and other)
    else:
        assert not is_endless(step.true, step.l, step.j)
        assert math.isclose(step.activation[0], end, rel_tol=1e-9)


class OfLayer(Reader):
    """Reads sigma as that of the layer in work."""

    def __init__(self, text: str, truth: Truth) -> None:
        super().__init__(text, truth)
        self.layer = truth.layer_in_work  # type: ignore[attr-defined]


def check_matrices(scene: Scene, latex: str) -> None:
    """All matrices have the numbers of the layer, and w a + b and sigma(z) come to what is said."""
    true, l = scene.truth, layer(scene)
    found = re.findall(r"\\begin\{bmatrix\}(.*?)\\end\{bmatrix\}", latex)
    columns = [[[one] for one in array] for array in (true.a[l - 1], true.b[l], true.z[l])]
    made = [[one] for one in true.a[l]]
    for body, array in zip(found, [true.w[l], *columns, columns[-1], made], strict=True):
        body = re.sub(r"\\kern-0\.34em|\\smash|\\boxed|\\:", "", body)
        rows = [row.split("&") for row in body.split(r"\\")]
        for row, values in zip(rows, array, strict=True):
            for cell, value in zip(row, values, strict=True):
                check_number(in_text(cell), value, noise=1e-10 * abs(value))
    true.layer_in_work = l  # type: ignore[attr-defined]
    assert formulas.check(latex.replace("[4pt]", ""), true, OfLayer) == 2
    transcendental = any(is_endless(true, l, j + 1) for j in range(len(made)))
    if transcendental or any(is_endless(true, l - 1, k + 1) for k in range(len(columns[0]))):
        assert r"\approx" in latex
