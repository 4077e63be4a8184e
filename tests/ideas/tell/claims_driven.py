"""What part "tell" says of a neuron that is driven, and of its marks."""

import re

from tests.claims.claims import Scene, check_number, claim, place_of
from tests.claims.said import Text
from tests.claims.truth import Place
from tests.ideas.tell.claims import NEAR, neuron, truth
from tests.ideas.tell.claims_why import signs


@claim("{z:address} = {number:number}, {a:address} = {value:number}.")
def driven(scene: Scene, text: Text, z: str, number: str, a: str, value: str) -> None:
    for address, said in ((z, number), (a, value)):
        true = truth(scene, text).value(place_of(address))
        check_number(said, true, noise=1e-12 * abs(true))


@claim(
    "Slope {slope:address} = {number:number} of at most {most:number}.",
    "Slope {slope:address} = {number:number} of at most {most:number}, {sign:text}.",
)
def slope_driven(
    scene: Scene, text: Text, number: str, most: str, sign: str = "", **fields: str
) -> None:
    true, place = truth(scene, text), place_of(fields["slope"])
    check_number(number, true.value(place), noise=1e-12 * abs(true.value(place)))
    assert most == ("0.25" if true.activation[place.l] == "sigmoid" else "1")
    assert sign == signs(true, place), signs(true, place)


@claim("Error {delta:address} = {number:number}, largest gradient of its weights {largest:number}.")
def error_driven(scene: Scene, text: Text, delta: str, number: str, largest: str) -> None:
    true, place = truth(scene, text), place_of(delta)
    check_number(number, true.value(place), noise=1e-12 * abs(true.value(place)))
    most = max(map(abs, true.nabla_w[place.l][place.j - 1]))
    check_number(largest, most, noise=1e-12 * most)


@claim("{words:text}", where=r"marks/\w+/words$", part="^tell$")
def mark(scene: Scene, text: Text, words: str) -> None:
    """The sign of a neuron, of its slope, of an input, or of a weight that it enters."""
    at = re.search(r"marks/([a-z_]+)(\d+)_(\d+)(?:_(\d+))?/words", text.where)
    assert at
    symbol, l, j, k = at[1], int(at[2]), int(at[3]), int(at[4] or 0)
    true = truth(scene, text)
    if symbol in ("n", "sigma_prime"):
        assert words in signs(true, Place("sigma_prime", l, j))
    else:
        layer, place = (l - 1, k) if symbol == "nabla_w" else (l, j)
        assert abs(true.a[layer][place - 1]) <= NEAR * max(1, *map(abs, true.a[layer])) * (1 + 1e-9)


@claim("{signs:signs}", where="^caption$", part="^tell$")
def legend(scene: Scene, text: Text, **fields: str) -> None:
    true = truth(scene, text)
    neurons = [Place("sigma_prime", l, j + 1) for l in true.z for j in range(true.sizes[l - 1])]
    said = set(fields["signs"].split(" · ")) - {"○ near 0"}
    assert said == {signs(true, one) for one in neurons} - {""}


def is_deep(scene: Scene, text: Text) -> str:
    place = neuron(scene)
    return truth(scene, text).activation[place.l]


@claim("A linear neuron never saturates: σ′ is 1 wherever it is driven.")
def linear(scene: Scene, text: Text) -> None:
    assert is_deep(scene, text) == "linear"


@claim("Driven below z = 0 a leaky relu keeps the slope 0.01: slow, but never off.")
def leaky(scene: Scene, text: Text) -> None:
    assert is_deep(scene, text) == "leaky-relu"


@claim(
    "Driven up, a relu keeps the slope 1; driven below z = 0 it is off, and its weights do not learn from this example."
)
def relu(scene: Scene, text: Text) -> None:
    assert is_deep(scene, text) == "relu"


@claim("Drive it far up or down: σ′ goes to 0, and with it δ and the gradients of its weights.")
def to_an_end(scene: Scene, text: Text) -> None:
    place, true = neuron(scene), scene.truth
    assert is_deep(scene, text) in ("sigmoid", "tanh")
    assert place.l < true.L or true.squared


@claim(
    "With the cross-entropy σ′ has cancelled from the error of output {j:int}, δ = a − y: saturated or not, it learns as long as it is wrong."
)
def cancelled(scene: Scene, text: Text, j: str) -> None:
    place, true = neuron(scene), scene.truth
    assert (place.l, place.j) == (true.L, int(j))
    assert (true.cost_name, true.activation[true.L]) == ("cross-entropy", "sigmoid")


@claim(
    "With the cross-entropy ∂C/∂a grows where σ′ goes to 0: at the top δ is near 2 (a − y), so a saturated output {j:int} learns as long as it is wrong."
)
def cancelled_nearly(scene: Scene, text: Text, j: str) -> None:
    place, true = neuron(scene), scene.truth
    assert (place.l, place.j) == (true.L, int(j))
    assert (true.cost_name, true.activation[true.L]) == ("cross-entropy", "tanh")
