"""What part "tell" says of what holds a weight back."""

from tests.claims.claims import Scene, check_number, claim, number_of, place_of
from tests.claims.said import Text
from tests.claims.truth import Place, Truth, slope
from tests.ideas.tell.claims import LEAST, NEAR, gradients, truth


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
    layers = range(2, true.L + bool(true.squared))
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
