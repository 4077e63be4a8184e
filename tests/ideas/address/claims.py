"""What the page of the address of a weight says, and what must be true of it."""

import re
from operator import mul

from tests.claims import formulas
from tests.claims.claims import Scene, always, claim, formulas_of, place_of
from tests.claims.ranges import Range
from tests.claims.reader import Reader
from tests.claims.said import Text
from tests.claims.truth import Place, Truth

EPS = 2.0**-52
NAMES = {"a": "activation", "b": "bias", "z": "weighted input"}

always(
    "Point at any line, neuron or cell.",
    "A matrix with a row for each input and a column for each neuron, as Keras and books with row "
    "vectors have it, is this w̃: turn it when you paste it into the sidebar.",
)


def chosen(scene: Scene) -> Place:
    """The selected number of the forward pass, or w³₂₄, or the last weight."""
    found = re.fullmatch(r"([wbza])(\d+)_(\d+)(?:_(\d+))?", scene.lesson.selected)
    if found:
        return Place(found[1], int(found[2]), int(found[3]), int(found[4] or 0))
    sizes = scene.truth.sizes
    if len(sizes) > 2 and sizes[2] >= 2 and sizes[1] >= 4:
        return Place("w", 3, 2, 4)
    return Place("w", len(sizes), sizes[-1], sizes[-2])


def layer(scene: Scene) -> int:
    """Whose weights are tried in both orders."""
    return max(chosen(scene).l, 2)


@claim("$: it belongs to neuron {j:int} of layer {l:int}, and stands in row {row:int}.")
def of_neuron(scene: Scene, text: Text, j: str, l: str, row: str) -> None:
    place = chosen(scene)
    assert (place.l, place.j, place.j, 0) == (int(l), int(j), int(row), place.k)


@claim("$ first: it leads *to* neuron {j:int} of layer {l:int}, and stands in row {row:int}.")
def leads_to(scene: Scene, text: Text, j: str, l: str, row: str) -> None:
    place = chosen(scene)
    assert place.symbol == "w"
    assert (place.l, place.j, place.j) == (int(l), int(j), int(row))


@claim(
    "$ second: it comes *from* neuron {k:int} of layer {l:int}, and stands in column {column:int}."
)
def comes_from(scene: Scene, text: Text, k: str, l: str, column: str) -> None:
    place = chosen(scene)
    assert (place.l - 1, place.k, place.k) == (int(l), int(k), int(column))


@claim(
    "the {name:text} of neuron {j} of layer {l:int} · row {j} of {array:address}",
    "the {name:text} of neuron {j} of layer {l:int}, an input · row {j} of {array:address}",
    where="/sentences/",
)
def pointed(scene: Scene, text: Text, name: str, l: str, array: str) -> None:
    place = _array(text)
    assert place_of(array) == place
    assert (place.l, NAMES[place.symbol]) == (int(l), name)
    assert ("an input" in text.text) == (place.l == 1)


@claim(
    "from neuron {k} of layer {before:int} to neuron {j} of layer {l:int} · row {j}, column {k} of {array:address}",
    where="/sentences/",
)
def pointed_weight(scene: Scene, text: Text, before: str, l: str, array: str) -> None:
    place = _array(text)
    assert place_of(array) == place == Place("w", int(l))
    assert int(before) == int(l) - 1


def _array(text: Text) -> Place:
    """The array to which the words for the pointer belong."""
    found = re.search(r"/([abzw])(\d+)$", text.where)
    assert found
    return Place(found[1], int(found[2]))


# the order of the indices


def turned(name: str) -> int:
    """The layer of a matrix with its indices the other way round: w̃³."""
    return place_of("w" + name.removeprefix("w̃")).l


def check_order(scene: Scene, text: Text, order: str, right: bool) -> None:
    assert scene.lesson.choice("order") == order
    assert (":green[" if right else ":red[") in text.text


@claim(
    "] Row j of {w:address} holds the {n:text} into neuron j, and {a:address} has {rows:text}: they match, and {again:address} fits as it stands."
)
def fits(scene: Scene, text: Text, w: str, n: str, a: str, rows: str, again: str) -> None:
    check_order(scene, text, "jk", right=True)
    l = layer(scene)
    assert place_of(w) == place_of(again) == Place("w", l)
    assert place_of(a) == Place("a", l - 1)
    size = scene.truth.sizes[l - 2]
    said = ("one weight", "one row") if size == 1 else (f"{size} weights", f"{size} rows")
    assert (n, rows) == said


@claim(
    "] {w:text} has {columns:text} and {a:address} has {rows:text}: {n:int} and {m:int} do not match, so there is no such product."
)
def no_product(
    scene: Scene, text: Text, w: str, columns: str, a: str, rows: str, n: str, m: str
) -> None:
    check_order(scene, text, "kj", right=False)
    l = layer(scene)
    assert (turned(w), place_of(a)) == (l, Place("a", l - 1))
    wide, high = scene.truth.sizes[l - 1], scene.truth.sizes[l - 2]
    assert wide != high
    assert (int(n), int(m)) == (wide, high)
    assert columns == f"{wide} column{'s' * (wide > 1)}"
    assert rows == f"{high} row{'s' * (high > 1)}"


@claim(
    "] Layers {before:int} and {l:int} have one neuron each: one weight has no order to get wrong."
)
def single(scene: Scene, text: Text, before: str, l: str) -> None:
    check_order(scene, text, "kj", right=True)
    assert (int(before), int(l)) == (layer(scene) - 1, layer(scene))
    assert scene.truth.sizes[layer(scene) - 2 : layer(scene)] == [1, 1]


def gaps(true: Truth, l: int) -> list[tuple[float, float]]:
    """How far each sum with the indices the other way is from z, and how far it may be by noise."""
    n = true.sizes[l - 1]
    assert n == true.sizes[l - 2]
    assert n > 1
    found = []
    for j in range(n):
        row, column = true.w[l][j], [true.w[l][i][j] for i in range(n)]
        apart = sum(map(mul, column, true.a[l - 1])) - sum(map(mul, row, true.a[l - 1]))
        sizes = [abs(one) + abs(other) for one, other in zip(row, column, strict=True)]
        size = sum(map(mul, sizes, map(abs, true.a[l - 1]))) + abs(true.b[l][j])
        found.append((abs(apart), 64 * EPS * size))
    return found


@claim("] The shapes fit, and here even the numbers agree: that is luck.")
def luck(scene: Scene, text: Text) -> None:
    check_order(scene, text, "kj", right=True)
    assert all(apart <= noise for apart, noise in gaps(scene.truth, layer(scene)))


@claim(
    "] The shapes fit, but the result is wrong: row j of {w:text} holds the weights that leave neuron j of layer {before:int}, not those that enter neuron j of layer {l:int}."
)
def wrong(scene: Scene, text: Text, w: str, before: str, l: str) -> None:
    check_order(scene, text, "kj", right=False)
    assert turned(w) == int(l) == layer(scene) == int(before) + 1
    assert any(apart > 0 for apart, _ in gaps(scene.truth, layer(scene)))


@claim(
    "] Transposed, {turned:text} is the book's {w:address}: right again, at the price of a transpose."
)
def transposed(scene: Scene, text: Text, w: str, **fields: str) -> None:
    check_order(scene, text, "kj", right=True)
    assert turned(fields["turned"]) == layer(scene)
    assert place_of(w) == Place("w", layer(scene))


# formulas


class Turned(Reader):
    """Reads w̃, the matrix whose first index is the neuron that a weight comes from."""

    def base(self) -> Range:
        if self.took(r"\tilde"):
            return super().base().turned()
        return super().base()


@formulas_of("address")
def formula(scene: Scene, text: Text, latex: str) -> None:
    bare = re.sub(r"\\textcolor\{[^}]*\}", "", latex).strip()
    place = chosen(scene)
    indices = [str(index) for index in (place.j, place.k) if index]
    if found := re.fullmatch(r"\{\\mathbf\{(\d+)\}\}", bare):
        assert found[1] in indices
    elif r"\Huge" in bare:
        between = "," if any(len(index) > 1 for index in indices) else ""
        below = between.join(f"{{{index}}}" for index in indices)
        values = r",\; ".join(
            f"{letter} = {{{index}}}" for letter, index in zip("jk", indices, strict=False)
        )
        name = rf"{{\Huge {{{place.symbol}}}^{{{place.l}}}_{{{below}}}}}"
        assert bare == rf"{name} \qquad l = {place.l},\; {values}", bare
    else:
        check_shapes(scene, bare)
        check_matrix(scene, bare)
        if r"\overset{?}{=}" not in bare:
            formulas.check(latex, scene.truth, Turned)


def check_shapes(scene: Scene, latex: str) -> None:
    """The shape below each array, and whether they fit where they are said to."""
    if r"\underbrace" not in latex:
        return
    l, sizes = layer(scene), scene.truth.sizes
    n, before = sizes[l - 1], sizes[l - 2]
    shapes = re.findall(r"_\{(\d+) \\times (\d+)\}", re.sub(r"\\boxed\{(\d+)\}", r"\1", latex))
    as_it_is = r"\tilde w" not in latex or ")^T" in latex
    w = (n, before) if as_it_is else (before, n)
    bias = [(n, 1)] if scene.lesson.has_biases else []
    assert [(int(j), int(k)) for j, k in shapes] == [(n, 1), w, (before, 1), *bias]
    assert (r"\overset{?}{=}" in latex) == (w[1] != before)


def is_endless(true: Truth, place: Place) -> bool:
    """Whether some number of this array has no end: sigma of anything but 0."""
    if place.symbol != "a" or true.activation.get(place.l) not in ("sigmoid", "tanh"):
        return False
    return any(true.z[place.l])


def check_matrix(scene: Scene, latex: str) -> None:
    """The whole array of the number is shown, and no activation without end is given in full."""
    found = re.match(r"([wbza])\^\{(\d+)\} (=|\\approx) ", latex)
    if not found:
        return
    place, true = chosen(scene), scene.truth
    assert (found[1], int(found[2])) == (place.symbol, place.l)
    if "smallmatrix" not in latex and is_endless(true, place):
        assert found[3] == r"\approx"
    assert latex.count(r"\boxed") == 1
    (at,) = [
        (j, k)
        for j, row in enumerate(latex.split(r" \\ "), start=1)
        for k, cell in enumerate(row.split(" & "), start=1)
        if r"\boxed" in cell
    ]
    assert at == (place.j, place.k or 1)
