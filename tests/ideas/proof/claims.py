"""What the proof says of one neuron, line by line, and what must be true of it."""

import math
import re

from tests.claims.claims import Scene, always, check_number, claim, place_of
from tests.claims.said import Text
from tests.claims.truth import Place, Truth

EPS = 2.0**-52
TINY = 2.0**-1022
"""What is smaller has no 16 digits."""

always(
    "BP2 is about hidden neurons, and this network has none.",
    "Begin with the definition",
    "The chain rule, over every output",
    "The chain rule, over the next layer",
    "Only one term is left",
    "Call ∂C/∂z by its name",
    "Put (44) into (42)",
    "for each k",
    "A definition needs no proof: it only gives a name.",
    "The chain rule: where C depends on a number through several others, each of these adds a "
    "product, the rate of C with it times its rate with that number.",
    "A term with a factor 0 adds nothing to a sum, whatever its other factor is.",
    "Of two equal numbers one may be put in place of the other.",
    "Each rate is now known.",
    "The two factors change places.",
    "Each δ is computed backward through the network, each ∂ forward: two different computations.",
    *(f"This is {name}." for name in ("BP1", "BP2")),
)
always(*map(str, range(36, 46)), where="^stage/(parts/lines/(number|uses)|steps/tag)$")
always("l+1", "l−1", "1", where="^stage/parts/(lines|cards)/formula")


def neuron(scene: Scene) -> Place:
    """The neuron that the proof is about."""
    _, at = scene.data["steps"][0]["result"].split("delta")
    return Place("delta", *map(int, at.split("_")))


def number_at(scene: Scene, text: Text) -> int:
    """The book's number of the line that a text is about, or of the present one."""
    line = text.places[-1] if "/steps/" in text.where else scene.data["step"] - 1
    if "/lines/" in text.where:
        line = text.places[1]
    return int(scene.data["steps"][line]["tag"])


def terms(truth: Truth, at: Place, line: int) -> list[tuple[float, ...]]:
    """The factors of each term of a line, by k; those of the proof of BP2 have w of the next."""
    l, j, slope = at.l, at.j, truth.sigma_prime[at.l][at.j - 1]
    if line == 37:
        return [(rate, slope if k == j else 0.0) for k, rate in enumerate(truth.nabla_a, start=1)]
    if line in (38, 39):
        return [(truth.nabla_a[j - 1], slope)]
    if line == 43:
        return []
    w, delta = [row[j - 1] for row in truth.w[l + 1]], truth.delta[l + 1]
    found: dict[int, list[tuple[float, ...]]] = {
        41: [(error, one * slope) for one, error in zip(w, delta, strict=True)],
        42: [(one * slope, error) for one, error in zip(w, delta, strict=True)],
        44: [(one, slope) for one in w],
        45: [(one, error, slope) for one, error in zip(w, delta, strict=True)],
    }
    return found[line]


def noise(truth: Truth, at: Place, line: int = 0) -> float:
    """How far the sums of the proof may be off by rounding, for all that is added up there."""
    if line == 43:
        rows = zip(truth.w[at.l + 1], truth.b[at.l + 1], strict=True)
        every = [
            math.fsum([abs(b), *(abs(w * a) for w, a in zip(row, truth.a[at.l], strict=True))])
            for row, b in rows
        ]
        return 16 * EPS * max(every)
    L = truth.L
    sizes = {L: [abs(error) for error in truth.delta[L]]}
    for l in range(L - 1, 1, -1):
        columns = zip(*truth.w[l + 1], strict=True)
        sizes[l] = [
            slope * sum(abs(w) * error for w, error in zip(column, sizes[l + 1], strict=True))
            for column, slope in zip(columns, truth.sigma_prime[l], strict=True)
        ]
    most = sizes[at.l][at.j - 1]
    if line == 44:
        most = max(abs(row[at.j - 1]) for row in truth.w[at.l + 1])
    return 64 * EPS * most * L + 1e-320


@claim(
    "The error {delta:address} is defined as the rate of the cost C with {z:address}, (29): here it is {number:number}."
)
@claim("This is BP2: the error {delta:address} is {number:number}.")
def the_error(scene: Scene, text: Text, delta: str, number: str, z: str = "") -> None:
    at = neuron(scene)
    assert place_of(delta) == at
    assert not z or place_of(z) == at._replace(symbol="z")
    check_number(number, scene.truth.value(at), noise=noise(scene.truth, at))


@claim(
    "The cost C depends on {z:address} through the outputs {a:text}: a sum with one term for each of the {n:int} outputs."
)
@claim(
    "The cost C depends on {z:address} through the weighted inputs of the next layer: a sum with one term for each of its {n:int} neurons."
)
def depends(scene: Scene, text: Text, z: str, n: str, a: str = "") -> None:
    at = neuron(scene)
    assert place_of(z) == at._replace(symbol="z")
    assert int(n) == scene.truth.sizes[at.l - 1 if a else at.l] > 1
    assert not a or (a == f"a{'⁰¹²³⁴⁵⁶⁷⁸⁹'[at.l]}ₖ" and at.l == scene.truth.L)


@claim(
    "The cost C depends on {z:address} through the one output {a:address} that there is: the sum has just one term."
)
@claim(
    "The cost C depends on {z:address} through the one weighted input of the next layer: the sum has just one term."
)
def depends_on_one(scene: Scene, text: Text, z: str, a: str = "") -> None:
    at = neuron(scene)
    assert place_of(z) == at._replace(symbol="z")
    assert scene.truth.sizes[at.l - 1 if a else at.l] == 1
    assert not a or place_of(a) == at._replace(symbol="a", l=scene.truth.L)


@claim("The sum has just one term, so it is that term.")
def one_term(scene: Scene, text: Text) -> None:
    assert scene.truth.sizes[-1] == 1


@claim(
    "{z:address} reaches its own output {a:address} and no other: every other term has a rate of exactly 0."
)
def reaches(scene: Scene, text: Text, z: str, a: str) -> None:
    assert place_of(z) == neuron(scene)._replace(symbol="z")
    assert place_of(a) == place_of(z)._replace(symbol="a")
    assert scene.truth.sizes[-1] > 1
    assert place_of(z).l == scene.truth.L


@claim(
    "The output is {a:address} = σ({z:address}), so its rate with {z2:address} is {slope:address}, here {number:number}."
)
@claim(
    "Only one term of that sum has {z:address} in it: the rate is its weight {w:text}, times {slope:address}, here {number:number}."
)
def the_slope(scene: Scene, text: Text, z: str, slope: str, number: str, **fields: str) -> None:
    at = place_of(slope)
    assert at == neuron(scene)._replace(symbol="sigma_prime")
    assert {place_of(z), place_of(fields.get("z2", z))} == {at._replace(symbol="z")}
    if w := fields.get("w"):
        assert re.sub("ₖ,?", "", w) == re.sub("z.", f"w{'⁰¹²³⁴⁵⁶⁷⁸⁹'[at.l + 1]}", z), w
    check_number(number, scene.truth.value(at), noise=1e-11 * scene.truth.value(at))


@claim("∂C/∂{z:text}ₖ is the error {delta:text}ₖ of the next layer, by definition.")
def next_error(scene: Scene, text: Text, z: str, delta: str) -> None:
    assert place_of(z) == place_of(delta)._replace(symbol="z") == Place("z", neuron(scene).l + 1)


@claim(
    "Each {z:text}ₖ is a weighted sum over layer {l:int} with a bias, and {a:address} = σ({own:address}) is one of its activations."
)
def next_z(scene: Scene, text: Text, z: str, l: str, a: str, own: str) -> None:
    at = neuron(scene)
    assert place_of(z) == Place("z", at.l + 1)
    assert int(l) == at.l
    assert place_of(a)._replace(symbol="z") == place_of(own) == at._replace(symbol="z")


@claim("Click an output for BP1, a hidden neuron for BP2.")
def what_to_click(scene: Scene, text: Text) -> None:
    assert scene.truth.L > 2
