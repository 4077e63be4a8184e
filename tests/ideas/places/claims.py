"""What the page of the products in the four equations says, and what must be true of it."""

import re

from tests.claims.claims import Scene, always, claim, formulas_of, place_of
from tests.claims.said import Text
from tests.claims.truth import Place

always(
    *(f"BP{name}" for name in ("1a", "2", "3", "4")),
    "⊙ multiplies two numbers of the same neuron; a matrix product brings two layers together.",
    where="^markdown$",
)


def cancels(scene: Scene) -> bool:
    """Whether the slope of the outputs cancels."""
    true = scene.truth
    return (true.cost_name, true.activation[true.L]) == ("cross-entropy", "sigmoid")


def chosen(scene: Scene) -> str:
    """The equation that is shown on the network's numbers."""
    end = [row["items"] for row in scene.data["parts"][-1]["rows"]][-1][-1]
    symbol, l = re.fullmatch(r"([a-z_]+)(\d+)", end).groups()  # type: ignore[union-attr]
    if symbol == "delta":
        return "BP1a" if int(l) == scene.truth.L else "BP2"
    return {"nabla_b": "BP3", "nabla_w": "BP4"}[symbol]


@claim("BP2 is about hidden layers, and this network has none.")
def none_hidden(scene: Scene, text: Text) -> None:
    assert scene.truth.L == 2


@claim("BP3 is about biases, and this network has none.")
def no_biases(scene: Scene, text: Text) -> None:
    assert scene.truth.biases == "none"


@claim("the slope cancels: no ⊙ is left", where="^caption$")
def cancelled(scene: Scene, text: Text) -> None:
    assert cancels(scene)


always("no product", where="^caption$")


@claim("Each output has two numbers of its own, ∇ₐC and {slope:address}.", where="^stage/words")
def of_outputs(scene: Scene, text: Text, slope: str) -> None:
    assert chosen(scene) == "BP1a"
    assert not cancels(scene)
    assert place_of(slope) == Place("sigma_prime", scene.truth.L)


@claim(
    "With the cross-entropy of sigmoids the slope cancels out of BP1a: the error is {a:address} − {y:address}, and no ⊙ is left."
)
def without_slope(scene: Scene, text: Text, a: str, y: str) -> None:
    assert chosen(scene) == "BP1a"
    assert cancels(scene)
    assert (place_of(a), place_of(y)) == (Place("a", scene.truth.L), Place("y"))


@claim(
    "First a matrix product adds up, for each neuron, the errors {delta:address} times the weights {w:address} that lead there."
)
def first(scene: Scene, text: Text, delta: str, w: str) -> None:
    assert chosen(scene) == "BP2"
    l = place_of(delta).l
    assert (place_of(delta), place_of(w)) == (Place("delta", l), Place("w", l))
    assert 2 < l <= scene.truth.L
    assert f"σ′(z{'⁰¹²³⁴⁵⁶⁷⁸'[l - 1]})" in text.text


@claim("Then ⊙: this sum times the neuron's slope {slope:address}.")
def then(scene: Scene, text: Text, slope: str) -> None:
    assert chosen(scene) == "BP2"
    assert place_of(slope).l < scene.truth.L


@claim(
    "Neither: a neuron has one bias and one error {delta:address}, and there is nothing to add up."
)
def neither(scene: Scene, text: Text, delta: str) -> None:
    assert chosen(scene) == "BP3"
    assert scene.truth.biases != "none"
    assert 2 <= place_of(delta).l <= scene.truth.L


@claim(
    "Each error {delta:address} times each activation {a:address}, once for every weight: a column times a row, which is a matrix product."
)
def each_times_each(scene: Scene, text: Text, delta: str, a: str) -> None:
    assert chosen(scene) == "BP4"
    assert place_of(a) == Place("a", place_of(delta).l - 1)


@claim(
    "{name:text} product, ({n:int}×{m:int}){sign:text}({rows:int}×{columns:int})", where="/rows/"
)
def product(
    scene: Scene, text: Text, name: str, n: str, m: str, sign: str, rows: str, columns: str
) -> None:
    assert sign.strip() == "⊙"
    assert name == "Hadamard"
    assert (n, m) == (rows, columns)
    assert int(n) in scene.truth.sizes[1:]


@claim("{name:text} product, ({n:int}×{m:int})({rows:int}×{columns:int})", where="/rows/")
def of_matrices(
    scene: Scene, text: Text, name: str, n: str, m: str, rows: str, columns: str
) -> None:
    assert name == {"BP2": "Matrix", "BP4": "Outer"}[chosen(scene)]
    assert m == rows
    pairs = list(zip(scene.truth.sizes, scene.truth.sizes[1:], strict=False))
    assert ((int(n), int(m)) if name == "Matrix" else (int(columns), int(n))) in pairs


@claim("Difference, ({n:int}×1) − ({m:int}×1)", where="/rows/")
def difference(scene: Scene, text: Text, n: str, m: str) -> None:
    assert cancels(scene)
    assert int(n) == int(m) == scene.truth.sizes[-1]


@formulas_of("places")
def formula(scene: Scene, text: Text, latex: str) -> None:
    """The whole equation is as the book has it, with the shapes of this network."""
    bare = re.sub(r"\\textcolor\{[^}]*\}", "", latex).strip()
    found = re.search(r"\^\{(\d+)\}", bare)
    assert found
    l, L, sizes = int(found[1]), scene.truth.L, scene.truth.sizes
    n, before = sizes[l - 1], sizes[l - 2]
    column = rf"({n}\times 1)"
    if bare.startswith(r"{\delta") and l == L:
        right = _over(rf"{{\nabla_a C}} \odot {{\sigma'(z^{{{l}}})}}", "Hadamard", column, column)
        right = rf"{{a^{{{l}}}}} - {{y}}" if cancels(scene) else right
        assert bare == rf"{{\delta^{{{l}}}}} = {right}", bare
    elif bare.startswith(r"{\delta"):
        matrix = rf"(({{w^{{{l + 1}}}}})^T \, {{\delta^{{{l + 1}}}}})"
        product = _over(matrix, "matrix", rf"({n}\times {sizes[l]})", rf"({sizes[l]}\times 1)")
        right = _over(rf"{product} \odot {{\sigma'(z^{{{l}}})}}", "Hadamard", column, column)
        assert bare == rf"{{\delta^{{{l}}}}} = {right}", bare
    elif "b^" in bare:
        assert scene.truth.biases != "none"
        assert bare == rf"{{\frac{{\partial C}}{{\partial b^{{{l}}}}}}} = {{\delta^{{{l}}}}}", bare
    else:
        outer = rf"{{\delta^{{{l}}}}} \, ({{a^{{{l - 1}}}}})^T"
        right = _over(outer, "outer", column, rf"(1\times {before})")
        assert bare == rf"{{\frac{{\partial C}}{{\partial w^{{{l}}}}}}} = {right}", bare


def _over(product: str, name: str, left: str, right: str) -> str:
    """A product over its name and the shapes of its two factors."""
    sign = r" \odot " if name == "Hadamard" else ""
    note = rf"\large \substack{{\text{{{name} product}}\\ {left}{sign}{right}}}"
    return rf"\underbrace{{{product}}}_{{{note}}}"
