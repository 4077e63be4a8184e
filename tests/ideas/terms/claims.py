"""What the page of the forward pass term by term says, and what must be true of it."""

import math

from tests.claims.claims import Scene, check_number, claim, number_of, place_of
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
        has_bias = true.biases != "none"
        self.kind = "term" if k <= self.n else "bias" if k == self.n + has_bias else "sigma"
        self.completes = k == self.n and not has_bias
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
    each = scene.truth.sizes[l - 2] + (2 if scene.truth.biases != "none" else 1)
    j, k = divmod(text.position, each)
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


@claim("Without a bias that is all: the weighted input {z:address} is {number:number}.")
def complete(scene: Scene, text: Text, z: str, number: str) -> None:
    step = step_at(scene, text)
    assert step.completes
    assert place_of(z) == step.z
    check_number(number, step.sum, noise=step.noise)


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
