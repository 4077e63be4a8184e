"""What the panel of part "spread" says of a change, and what must be true of it."""

import math
import re

from tests.claims.claims import (
    Scene,
    always,
    check_number,
    formulas_of,
    number_of,
    place_of,
)
from tests.claims.said import Text
from tests.claims.truth import Place, slope
from tests.ideas.spread.claims_change import STEEPEST, change, dw, here, lost, positions, weight

always(
    "changes by {truly}, predicted {predicted}",
    "The rates are those before the change: for a larger Δw they may no longer hold.",
    "A rate is what you know already:",
    where="texts/spoken$|markdown",
    part="^spread$",
)


@here(
    "This network has no hidden layer: a change goes straight to an output, and (49) and (50) have nothing to do."
)
def no_hidden_layer(scene: Scene, text: Text) -> None:
    assert scene.truth.L == 2


def of_neuron(scene: Scene) -> tuple[str, float]:
    """The activation of the neuron that the weight leads to, and its z."""
    place = weight(scene)
    return scene.truth.activation[place.l], scene.truth.z[place.l][place.j - 1]


def check_z(scene: Scene, z: str, number: str) -> None:
    assert place_of(z) == Place("z", weight(scene).l, weight(scene).j)
    check_number(number, of_neuron(scene)[1], noise=1e-12 * abs(of_neuron(scene)[1]))


@here("{a:address} = 0 enters this weight: whatever Δw is, nothing changes.")
def enters(scene: Scene, text: Text, a: str) -> None:
    place = weight(scene)
    assert place_of(a) == Place("a", place.l - 1, place.k)
    assert scene.truth.value(place_of(a)) == 0


def crossings(scene: Scene, text: Text) -> set[Place]:
    """Each z that goes beyond the kink of its activation, or nearly does."""
    before, after = scene.truth, scene.truth.moved(weight(scene), dw(scene, text))
    return {
        Place("z", l, j + 1)
        for l in before.z
        if "relu" in before.activation[l]
        for j, (one, other) in enumerate(zip(before.z[l], after.z[l], strict=True))
        if (one > 0) != (other > 0)
    }


@here(
    "With this Δw, {zs:text} goes beyond 0, the kink of its activation: the rates are others there.",
    "With this Δw, {zs:text} go beyond 0, the kink of their activation: the rates are others there.",
)
def kinks(scene: Scene, text: Text, zs: str) -> None:
    named, all_of_them = zs.removesuffix(" …").split(", "), crossings(scene, text)
    assert {place_of(one) for one in named} <= all_of_them
    assert zs.endswith("…") == (len(all_of_them) > len(named))
    assert ("goes" in text.text) == (len(all_of_them) == 1)


@here(
    "{z:address} = 0 is the kink of {a:address}: its slope there is taken as that below 0, {slope:number}, which is right only for changes to below 0."
)
def at_kink(scene: Scene, text: Text, z: str, a: str, **fields: str) -> None:
    name, true = of_neuron(scene)
    check_z(scene, z, "0")
    assert true == 0
    assert place_of(a) == place_of(z)._replace(symbol="a")
    check_number(fields["slope"], {"relu": 0.0, "leaky-relu": 0.01}[name])


@here(
    "{a:address} is off, as {z:address} = {number:number} is not above 0: its rate is 0, and a small Δw changes nothing."
)
def off(scene: Scene, text: Text, a: str, z: str, number: str) -> None:
    check_z(scene, z, number)
    assert place_of(a) == place_of(z)._replace(symbol="a")
    name, true = of_neuron(scene)
    assert name == "relu"
    assert true < 0


@here(
    "At {z:address} = {number:number} this {noun:text} is nearly flat: its slope is {slope:number} of at most {most:number}.",
    "At {z:address} = {number:number} this {noun:text} is so flat that its slope is 0 to the last digit.",
    "At {z:address} = {number:number} this {noun:text} is on its flat side: its slope is {slope:number}.",
)
def flat(scene: Scene, text: Text, z: str, number: str, noun: str, **fields: str) -> None:
    check_z(scene, z, number)
    name, true = of_neuron(scene)
    assert noun == name.replace("-", " ")
    steep = slope(name, true)
    check_number(fields.get("slope", "0"), steep, noise=1e-9 * steep)
    if "side" in text.text:
        assert (name, steep) == ("leaky-relu", 0.01)
        return
    if "most" in fields:
        check_number(fields["most"], STEEPEST[name])
    assert steep <= 0.1 * STEEPEST[name] * (1 + 1e-9)


@here(
    "Every activation on the way is a straight line here: the activations change exactly as predicted.",
    "Every activation on the way is a straight line here: the activations change exactly as predicted, and only the cost bends.",
)
def straight(scene: Scene, text: Text) -> None:
    place, true = weight(scene), scene.truth
    assert not {true.activation[l] for l in range(place.l, true.L + 1)} & {"sigmoid", "tanh"}
    assert not crossings(scene, text)
    actual, predicted = change(scene, text)
    if "bends" in text.text:
        assert abs(actual - predicted) > 0.5e-9 * abs(actual)
    else:
        assert abs(actual - predicted) <= 2e-9 * abs(actual) + 1.1 * lost(scene)


def rates(scene: Scene) -> tuple[float, list[float]]:
    """da by the weight at its neuron, and by that neuron in the next layer, for each there."""
    place, true = weight(scene), scene.truth
    first = true.a[place.l - 1][place.k - 1] * true.sigma_prime[place.l][place.j - 1]
    if place.l == true.L:
        return first, []
    rows = zip(true.w[place.l + 1], true.sigma_prime[place.l + 1], strict=True)
    return first, [row[place.j - 1] * steep for row, steep in rows]


def next_neuron(scene: Scene) -> int:
    """The neuron of the next layer that the panel is about, from 1: selected, or it responds most."""
    _, onward = rates(scene)
    found = re.fullmatch(r"(?!w|nabla_w)\w+?(\d+)_(\d+)", scene.lesson.selected)
    if found and int(found[1]) == weight(scene).l + 1:
        return int(found[2])
    sizes = [abs(one) for one in onward]
    return sizes.index(max(sizes)) + 1


ENDS = "cross-entropy needs every output above 0 and below 1, as sigmoid outputs are"


@here(f"The slider ends at {{ends:text}}: {ENDS}.")
def slider_ends(scene: Scene, text: Text, ends: str) -> None:
    """A step of it further out there is no cost, and here there is."""
    shown, place = positions(scene), weight(scene)
    outer = {shown[0]: -0.05, shown[-1]: 0.05}
    said = [number_of(one) for one in ends.split(" and ")]
    assert scene.truth.cost_name == "cross-entropy"
    for end, step in outer.items():
        assert scene.truth.moved(place, end).cost >= 0
        if abs(end) == 1:
            assert end not in said
            continue
        try:
            scene.truth.moved(place, end + step).cost  # noqa: B018
            assert end not in said
        except ValueError:
            assert end in said


RATES = "A rate is what you know already: "


@here(
    RATES
    + "∂{a:address}/∂{w:address} = {entering:address} {slope:address} (by (23)), ∂C/∂{again:address} is BP4's.",
    RATES
    + "∂{a:address}/∂{w:address} = {entering:address} {slope:address} and ∂{next:address}/∂{from:address} = {weight:address} {next_slope:address} (both by (23)), ∂C/∂{again:address} is BP4's.",
)
def what_rates_are(scene: Scene, text: Text, a: str, w: str, **names: str) -> None:
    place = weight(scene)
    own = Place("a", place.l, place.j)
    assert place_of(w) == place_of(names["again"]) == place
    assert place_of(a) == own
    assert place_of(names["entering"]) == Place("a", place.l - 1, place.k)
    assert place_of(names["slope"]) == own._replace(symbol="sigma_prime")
    if "next" not in names:
        assert place.l == scene.truth.L
        return
    onward = Place("a", place.l + 1, next_neuron(scene))
    assert place_of(names["next"]) == onward
    assert place_of(names["from"]) == own
    assert place_of(names["weight"]) == Place("w", onward.l, onward.j, place.j)
    assert place_of(names["next_slope"]) == onward._replace(symbol="sigma_prime")


@formulas_of("spread", "^latex$")
def equations(scene: Scene, text: Text, latex: str) -> None:
    """(47) to (50): their numbers, and that each = holds as printed."""
    place, by, (first, onward) = weight(scene), dw(scene, text), rates(scene)
    gradient = scene.truth.value(place._replace(symbol="nabla_w"))
    expected: dict[str, list[float]] = {"47": [gradient, by], "48": [first, by]}
    if onward:
        step = onward[next_neuron(scene) - 1]
        expected |= {"49": [step, first * by], "50": [step, first, by]}
    lines = re.split(r"\\\\(?:\[[^]]*\])?", latex)
    found: dict[str, str] = {}
    name = ""
    for line in lines:
        if number := re.search(r"&&?\s*\((\d+)\)|\((\d\d)\)", line):
            name = number[1] or number[2]
        else:
            found[name] = line
    assert set(found) == set(expected), found
    for name, line in found.items():
        check_line(line, expected[name])


def check_line(line: str, factors: list[float]) -> None:
    signs = re.findall(r"=|\\approx", line)
    numbers = [
        float(f"{one}e{power or 0}")
        for one, power in re.findall(
            r"(-?\d+(?:\.\d+)?)(?:\\times 10\^\{(-?\d+)\})?(?!\d*\})",
            re.sub(r"\[[\d.]+em\]", "", line),
        )
    ]
    true = [*factors, math.prod(factors)]
    assert len(numbers) == len(true), (line, true)
    for printed, exact in zip(numbers, true, strict=True):
        assert abs(printed - exact) <= 0.00501 * abs(exact), (line, true)
    full = [math.isclose(p, e, rel_tol=1e-12) for p, e in zip(numbers, true, strict=True)]
    if signs[0] == "=":
        assert all(full[:-1]), (line, true)
    if signs[1] == "=":
        assert math.isclose(math.prod(numbers[:-1]), numbers[-1], rel_tol=1e-12, abs_tol=0.0)
