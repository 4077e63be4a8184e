"""What part "tell" says of slow weights, and what must be true of it."""

import re

from backprop.lesson import TITLES
from tests.claims.claims import Scene, always, check_number, claim, number_of, place_of
from tests.claims.said import Text
from tests.claims.truth import Place, Truth, slope

NEAR, SLOW = 0.1, 0.1
LEAST = 1e-300
"""What is smaller may be lost on the way to a product."""

always(
    "The four equations hold for any activation, so one can be chosen that does not saturate: under Activation in the sidebar, where *one per layer* gives each layer its own.",
    "Click another neuron to drive that one; an input has no bias.",
    "What else is slow, and what helps",
    *TITLES.values(),
)


def neuron(scene: Scene) -> Place:
    (at,) = {overlay["at"] for part in scene.data["parts"] for overlay in part.get("overlays", [])}
    l, j = map(int, at[1:].split("_"))
    return Place("b", l, j)


def truth(scene: Scene, text: Text) -> Truth:
    """With the neuron driven as the slider, or the link, says."""
    values = [float(one) for one in scene.data["frames"]["values"]]
    wanted = float(scene.lesson.value_of("drive"))
    drive = (
        values[text.position]
        if "/frames/" in text.where
        else min(values, key=lambda one: abs(one - wanted))
    )
    _, l, j, _ = neuron(scene)
    return scene.truth.pushed(l, j, drive) if drive else scene.truth


def gradients(true: Truth) -> list[float]:
    return [abs(one) for rows in true.nabla_w.values() for row in rows for one in row]


@claim(
    "{weight:address} learns slowly: {gradient:address} = {number:number}, beside {largest:number}, the largest in the network."
)
def slowly(scene: Scene, text: Text, weight: str, gradient: str, number: str, largest: str) -> None:
    true, place = truth(scene, text), place_of(gradient)
    assert place_of(weight) == place._replace(symbol="w")
    check_number(number, true.value(place), noise=1e-12 * abs(true.value(place)))
    check_number(largest, max(gradients(true)), noise=1e-12 * max(gradients(true)))
    assert 0 < abs(true.value(place)) <= SLOW * max(gradients(true)) * (1 + 1e-9)


@claim("{weight:address} does not learn here: {gradient:address} = 0.")
def not_at_all(scene: Scene, text: Text, weight: str, gradient: str) -> None:
    assert truth(scene, text).value(place_of(gradient)) == 0
    assert place_of(weight) == place_of(gradient)._replace(symbol="w")


@claim("No weight is slow here: the gradient of each is above 10 % of the largest.")
def none_is_slow(scene: Scene, text: Text) -> None:
    every = gradients(truth(scene, text))
    assert min(every) > SLOW * max(every) * (1 - 1e-9)


@claim("No weight learns from this example: the gradient of each is 0.")
def no_weight(scene: Scene, text: Text) -> None:
    assert not any(gradients(truth(scene, text)))


@claim("Biases do, fastest {bias:address}: {gradient:address} = {number:number}.")
def biases_do(scene: Scene, text: Text, bias: str, gradient: str, number: str) -> None:
    true = truth(scene, text)
    check_number(number, true.value(place_of(gradient)))
    assert place_of(bias) == place_of(gradient)._replace(symbol="b")
    largest = max(abs(error) for errors in true.delta.values() for error in errors)
    assert abs(true.value(place_of(gradient))) == largest > 0


@claim("Nothing learns from this example: every gradient is 0, of the biases, too.")
def nothing(scene: Scene, text: Text) -> None:
    assert not any(error for errors in truth(scene, text).delta.values() for error in errors)


# what holds a weight back


@claim(
    "Its input {a:address} is 0.",
    "Its input {a:address} = {number:number} is near 0.",
    "Its input {a:address} = {number:number} is fairly small.",
)
def its_input(scene: Scene, text: Text, a: str, number: str = "0") -> None:
    value = truth(scene, text).value(place_of(a))
    check_number(number, value)
    assert abs(value) < 1


@claim(
    "Its input {a:address} = {number:number} is {share:text} of the largest input of its layer, {most:number}."
)
def of_inputs(scene: Scene, text: Text, a: str, number: str, share: str, most: str) -> None:
    true, place = truth(scene, text), place_of(a)
    largest = max(map(abs, true.a[place.l]))
    check_number(number, true.value(place))
    check_number(most, largest)
    check_share(share, abs(true.value(place)) / largest)


@claim(
    "Neuron {j:int} of layer {l:int} is {sign:text}: {slope:address} = {number:number}.",
    "Neuron {j:int} of layer {l:int} is so saturated that its slope {slope:address} is {number:number} to the last digit.",
)
def its_slope(
    scene: Scene, text: Text, j: str, l: str, number: str, sign: str = "", **fields: str
) -> None:
    true, place = truth(scene, text), Place("sigma_prime", int(l), int(j))
    assert place_of(fields["slope"]) == place
    check_number(number, true.value(place), noise=1e-12 * true.value(place))
    if sign:
        assert sign in signs(true, place), signs(true, place)
    else:
        assert true.activation[place.l] in ("sigmoid", "tanh")


def signs(true: Truth, place: Place) -> str:
    """The sign and the words for a neuron, "" for one that is on no flat part of its activation."""
    name, z = true.activation[place.l], true.value(place._replace(symbol="z"))
    if slope(name, z) > NEAR * slope(name, 0 if name in ("sigmoid", "tanh") else 1):
        return ""
    flat = {"relu": "∅ off", "leaky-relu": "◢ on its flat side"}
    return flat.get(name) or ("▲ saturated at the top" if z > 0 else "▼ saturated at the bottom")


@claim(
    "The slope {slope:address} = {number:number} is {share:text} of the largest it could be, {most:number}."
)
def of_slopes(scene: Scene, text: Text, number: str, share: str, most: str, **fields: str) -> None:
    true, place = truth(scene, text), place_of(fields["slope"])
    check_number(number, true.value(place))
    steepest = {"sigmoid": 0.25}.get(true.activation[place.l], 1.0)
    check_number(most, steepest)
    check_share(share, true.value(place) / steepest)


@claim("Output {j:int} is nearly right: a − y = {apart:number}.")
def nearly_right(scene: Scene, text: Text, j: str, apart: str) -> None:
    true = truth(scene, text)
    value = true.a[true.L][int(j) - 1] - true.y[int(j) - 1]
    check_number(apart, value)
    assert abs(value) <= NEAR


@claim(
    "∂C/∂{a:address} = {number:number} is {share:text} of the largest ∂C/∂a in the network, {most:number}."
)
def of_rates(scene: Scene, text: Text, a: str, number: str, share: str, most: str) -> None:
    true, place = truth(scene, text), place_of(a)
    value = true.into(place.l, place.j)
    check_number(number, value, noise=1e-12 * abs(value))
    check_among_rates(scene, true, value, share, most)


def check_among_rates(scene: Scene, true: Truth, value: float, share: str, most: str) -> None:
    """Among all dC/da; where those of the outputs may be beyond all bounds, of the hidden neurons."""
    layers = range(2, true.L + (true.cost_name == "quadratic"))
    largest = max(abs(true.into(l, j + 1)) for l in layers for j in range(true.sizes[l - 1]))
    check_number(most, largest, noise=1e-12 * largest)
    check_share(share, abs(value) / largest)


@claim(
    "The error {delta:address} = {number:number} is {share:text} of the largest of the outputs, {most:number}."
)
def of_errors(scene: Scene, text: Text, delta: str, number: str, share: str, most: str) -> None:
    true, place = truth(scene, text), place_of(delta)
    assert place.l == true.L
    check_number(number, true.value(place), noise=1e-12 * abs(true.value(place)))
    largest = max(map(abs, true.delta[true.L]))
    check_number(most, largest, noise=1e-12 * largest)
    check_share(share, abs(true.value(place)) / largest)


SUM = "Σ {w:text} {next:text} = ∂C/∂{a:address} = {number:number}"


@claim(
    f"What comes back to neuron {{j:int}} of layer {{l:int}} nearly cancels: {SUM}, where the sizes of the terms add up to {{sizes:number}}."
)
def cancels(
    scene: Scene, text: Text, j: str, l: str, number: str, sizes: str, **fields: str
) -> None:
    true = truth(scene, text)
    terms = terms_back(true, int(l), int(j))
    size = sum(map(abs, terms))
    check_number(number, sum(terms), noise=1e-12 * size)
    check_number(sizes, size, noise=1e-12 * size)
    assert abs(sum(terms)) <= NEAR * size * (1 + 1e-9)
    assert place_of(fields["a"]) == Place("a", int(l), int(j))


@claim(
    f"Little comes back to neuron {{j:int}} of layer {{l:int}}: {SUM} is {{share:text}} of the largest ∂C/∂a in the network, {{most:number}}."
)
def little(
    scene: Scene, text: Text, j: str, l: str, number: str, share: str, most: str, **fields: str
) -> None:
    true = truth(scene, text)
    value = sum(terms_back(true, int(l), int(j)))
    check_number(number, value, noise=1e-12 * sum(map(abs, terms_back(true, int(l), int(j)))))
    assert place_of(fields["a"]) == Place("a", int(l), int(j))
    check_among_rates(scene, true, value, share, most)


def terms_back(true: Truth, l: int, j: int) -> list[float]:
    return [row[j - 1] * error for row, error in zip(true.w[l + 1], true.delta[l + 1], strict=True)]


def check_share(said: str, share: float) -> None:
    if said == "less than 0.1 %":
        assert share < 0.001 + 1e-12
        return
    printed = float(said.removesuffix(" %")) / 100
    assert abs(printed - share) <= (0.0051 if share >= 0.1 - 1e-9 else 0.00051), share
    assert share < 0.51 or printed > 0.5


@claim("∂C/∂a of neuron {j:int} of layer {l:int} is 0: {why:text}.")
def nothing_back(scene: Scene, text: Text, j: str, l: str, why: str) -> None:
    true, at, place = truth(scene, text), int(l), int(j)
    assert abs(true.into(at, place)) < LEAST
    last = at == true.L
    onward = [] if last else [row[place - 1] for row in true.w[at + 1]]
    reasons = {
        "is exactly right": last and true.a[at][place - 1] == true.y[place - 1],
        "no weight leads on": not any(onward),
        "has an error other than 0": not last and not any(terms_back(true, at, place)),
        "cancels": not last and any(terms_back(true, at, place)),
        "too small": True,
    }
    (said,) = (words for words in reasons if words in why)
    assert reasons[said]


@claim("The product of its factors is too small for a number of 16 digits to hold.")
def too_small(scene: Scene, text: Text) -> None:
    assert any(one == 0 for one in gradients(truth(scene, text)))


@claim(
    "Errors {way:text} on the way back: the largest |δ| is {last:number} in layer {L:int} and {first:number} in layer 2, {factor:text} times {more:text}."
)
def on_the_way(
    scene: Scene, text: Text, way: str, last: str, L: str, first: str, factor: str, more: str
) -> None:
    true = truth(scene, text)
    ends = [max(map(abs, true.delta[l])) for l in (true.L, 2)]
    for said, value in zip((last, first), ends, strict=True):
        check_number(said, value, noise=1e-12 * value)
    assert int(L) == true.L
    assert (way, more) == (("vanish", "smaller") if ends[1] < ends[0] else ("grow", "larger"))
    times = max(ends) / min(ends)
    if factor.startswith("about 10"):
        assert 0.3 < number_of(f"1×{factor.removeprefix('about ')}") / times < 3.3
    else:
        assert abs(float(factor.replace(",", "")) - times) <= 0.51
    assert times >= 10 * (1 - 1e-9)


# at the slider


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
    assert place.l < true.L or true.cost_name == "quadratic"


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
