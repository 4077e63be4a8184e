"""The formulas of the page of the forward pass term by term, and what must be true of them."""

import math
import re
from collections.abc import Sequence

from tests.claims import formulas, lines
from tests.claims.claims import Scene, check_number, formulas_of, number_of
from tests.claims.formulas import in_text
from tests.claims.reader import Reader
from tests.claims.said import Text
from tests.claims.truth import Place, Truth
from tests.ideas.terms.claims import Step, is_endless, layer


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
    assert len(rows) == scene.truth.sizes[l - 2] + (2 if scene.lesson.has_biases else 1)
    (here,) = [place for place, row in enumerate(rows) if r"\blacktriangleright" in row]
    assert [*known] == [place <= here for place in range(len(rows))]
    for k, row in enumerate(rows, start=1):
        step = Step(scene.truth, l, j, k)
        _, letters, numbers, product, total = (
            lines.bare(cell) for cell in row.replace(r"\end{array}", "").split("&")
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
        "term": [step.w, step.a_prev] + [step.z] * step.completes,
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


def check_matrices(scene: Scene, latex: str) -> None:
    """All matrices have the numbers of the layer, and w a + b and sigma(z) come to what is said."""
    true, l = scene.truth, layer(scene)
    found = re.findall(r"\\begin\{bmatrix\}(.*?)\\end\{bmatrix\}", latex)
    biases = [true.b[l]] if scene.lesson.has_biases else []
    columns = [[[one] for one in array] for array in (true.a[l - 1], *biases, true.z[l])]
    made = [[one] for one in true.a[l]]
    for body, array in zip(found, [true.w[l], *columns, columns[-1], made], strict=True):
        body = re.sub(r"\\kern-0\.34em|\\smash|\\boxed|\\:", "", body)
        rows = [row.split("&") for row in body.split(r"\\")]
        for row, values in zip(rows, array, strict=True):
            for cell, value in zip(row, values, strict=True):
                check_number(in_text(cell), value, noise=1e-10 * abs(value))

    class OfLayer(Reader):
        """Reads sigma as that of the layer in work."""

        def __init__(self, text: str, truth: Truth) -> None:
            super().__init__(text, truth)
            self.layer = l

    assert formulas.check(latex.replace("[4pt]", ""), true, OfLayer) == 2
    transcendental = any(is_endless(true, l, j + 1) for j in range(len(made)))
    if transcendental or any(is_endless(true, l - 1, k + 1) for k in range(len(columns[0]))):
        assert r"\approx" in latex
