"""What the demon's page says, and what must be true of it."""

import math
from decimal import Decimal

from tests.claims.claims import Scene, always, check_number, claim, number_of, place_of
from tests.claims.said import Text
from tests.claims.truth import Place, Truth

TENTH, EPS = 0.1, 2.0**-52

always(
    "For a small Δz the cost changes by about δ Δz: the error δ says how fast the cost responds.",
    "With z the four equations come out simpler; ∂C/∂a would do, too, but then σ′ would have to be carried along.",
    "Click another neuron to send the demon there; an input has no z.",
    "δ Δz is within 10 % of the true change",
    "The true cost and the prediction of {delta:address} over Δz",
    "Move the slider: the demon adds Δz to {z:address}.",
)


@claim("A demon sits at neuron {j:int} of layer {l:int} and adds Δz to {z:address}.")
def demon(scene: Scene, text: Text, j: str, l: str, z: str) -> None:
    assert place_of(z) == Place("z", int(l), int(j))


@claim(
    "Adding Δz to {z:address} is adding it to the bias {b:address}, which is why ∂C/∂b = δ (BP3).",
    "In a network with biases, adding Δz to {z:address} is adding it to the bias {b:address}, "
    "which is why ∂C/∂b = δ there (BP3).",
)
def bias(scene: Scene, text: Text, z: str, b: str) -> None:
    assert text.text.startswith("In a") == (not scene.lesson.has_biases)
    assert place_of(z)._replace(symbol="b") == place_of(b)


def change(scene: Scene, place: Place, dz: float) -> float:
    """By how much the cost changes; NaN where there is none."""
    try:
        return scene.truth.pushed(place.l, place.j, dz).cost - scene.truth.cost
    except (ValueError, OverflowError):
        return math.nan


def noise(scene: Scene) -> float:
    """How far a change of the cost may be off by rounding alone."""
    return 64 * EPS * abs(scene.truth.cost)


@claim("{delta:address} is {sign:text}, so a small {way:text} Δz lowers the cost.")
def one_way(scene: Scene, text: Text, delta: str, sign: str, way: str) -> None:
    place = place_of(delta)
    error, size = scene.truth.value(place), {"positive": 1, "negative": -1}
    assert math.copysign(1, error) == size[sign] == -size[way]
    assert error
    steps = [change(scene, place, size[way] * 10.0**-power) for power in range(1, 9)]
    assert min(steps) < 0 or abs(error) * 1e-3 < noise(scene), steps


@claim("{delta:address} is near 0: a small Δz gains hardly anything, whichever way it goes.")
def hardly(scene: Scene, text: Text, delta: str) -> None:
    place = place_of(delta)
    assert 0 < abs(scene.truth.value(place)) <= 0.01
    gains = [change(scene, place, dz) for dz in (-4, -1, -0.1, 0.1, 1, 4)]
    assert not any(gain < -TENTH * scene.truth.cost - noise(scene) for gain in gains), gains


@claim(
    "{delta:address} is {number:number} on one side only: {z:address} = 0 is a kink, and on its "
    "other side the cost changes at another rate."
)
def kink(scene: Scene, text: Text, delta: str, number: str, z: str) -> None:
    check_number(number, scene.truth.value(place_of(delta)))
    assert scene.truth.value(place_of(z)) == 0
    assert "relu" in scene.truth.activation[place_of(z).l]


@claim("{delta:address} is exactly 0: {why:text}")
def zero(scene: Scene, text: Text, delta: str, why: str) -> None:
    place = place_of(delta)
    assert scene.truth.value(place) == 0
    z = scene.truth.value(place._replace(symbol="z"))
    name = scene.truth.activation[place.l]
    true = {
        "is off, as": name == "relu" and z < 0,
        "is the kink": name == "relu" and z == 0,
        "so saturated": name in ("sigmoid", "tanh") and abs(z) > 300,
        "is exactly right": place.l == scene.truth.L and right(scene.truth, place.j),
        "no weight leads on": place.l < scene.truth.L and not any(onward(scene.truth, place)),
        "has an error other than 0": place.l < scene.truth.L and not any(
            weight * error for weight, error in zip(
                onward(scene.truth, place), scene.truth.delta[place.l + 1], strict=True)),
        "cancels": place.l < scene.truth.L and scene.truth.into(place.l, place.j) == 0,
        "too small for a number": True,
    }  # fmt: skip
    (said,) = (words for words in true if words in why)
    assert true[said], why


def right(truth: Truth, j: int) -> bool:
    return truth.a[truth.L][j - 1] == truth.y[j - 1]


def onward(truth: Truth, place: Place) -> list[float]:
    return [row[place.j - 1] for row in truth.w[place.l + 1]]


always("It passes nothing on, so a small Δz changes nothing.")


def holds(scene: Scene, place: Place, dz: float, edge: float = 0.0) -> bool:
    """Whether the prediction holds; at an ``edge`` also where it nearly does, or nearly not."""
    true, predicted = change(scene, place, dz), scene.truth.value(place) * dz
    lost = 1e-11 * scene.truth.cost if edge >= 0 else 0.0
    return abs(predicted - true) <= TENTH * (1 + edge) * abs(true) + lost


def shown(scene: Scene) -> list[float]:
    return [dz for dz in map(float, scene.data["frames"]["values"]) if dz]


def neuron(scene: Scene) -> Place:
    (at,) = {overlay["at"] for part in scene.data["parts"] for overlay in part.get("overlays", [])}
    l, j = map(int, at[1:].split("_"))
    return Place("delta", l, j)


@claim("δ Δz predicts the change of C to within 10 % for every Δz shown.")
def everywhere(scene: Scene, text: Text) -> None:
    missed = [dz for dz in shown(scene) if not holds(scene, neuron(scene), dz, 1e-6)]
    assert not missed, missed


@claim("δ Δz predicts the change of C to within 10 % only for a Δz smaller than 0.001 in size.")
def next_to_nowhere(scene: Scene, text: Text) -> None:
    place = neuron(scene)
    assert scene.truth.value(place)
    assert not any(holds(scene, place, dz, -1e-6) for dz in (-1.1e-3, 1.1e-3))


@claim(
    "δ Δz predicts the change of C to within 10 % for no Δz: it predicts no change at all, and C "
    "does change."
)
def nowhere(scene: Scene, text: Text) -> None:
    place = neuron(scene)
    assert scene.truth.value(place) == 0
    assert not any(holds(scene, place, dz, -1e-6) for dz in (-0.05, 0.05))


@claim(
    "δ Δz predicts the change of C to within 10 % for Δz between {low:number} and {high:number}; "
    "just outside, the curve has left the line."
)
def between(scene: Scene, text: Text, low: str, high: str) -> None:
    check_end(scene, low)
    check_end(scene, high)


@claim(
    "δ Δz predicts the change of C to within 10 % for every Δz shown {way:text} {end:number} on; just below, it does not.",
    "δ Δz predicts the change of C to within 10 % for every Δz shown {way:text} {end:number}; just above, it does not.",
)
def to_one_side(scene: Scene, text: Text, way: str, end: str) -> None:
    check_end(scene, end)
    inside = [dz for dz in shown(scene) if (dz > number_of(end)) == (way == "from")]
    assert all(
        holds(scene, neuron(scene), dz, 1e-6) for dz in inside if abs(dz - number_of(end)) > 1e-9
    )


def check_end(scene: Scene, end: str) -> None:
    """It holds a little nearer to 0 than the end, and a little further not."""
    place, at = neuron(scene), number_of(end)
    if at:
        assert holds(scene, place, at * 0.99, 0.1), at
    further = at * 1.01 if at else 1e-4
    assert not holds(scene, place, further, -0.1) or not at, at


@claim("Predicted {delta:address} Δz = {predicted:number}, actual {actual:number}: the same.")
def same(scene: Scene, text: Text, delta: str, predicted: str, actual: str) -> None:
    assert predicted == actual
    compare(scene, text, delta, predicted, actual)


@claim(
    "Predicted {delta:address} Δz = {predicted:number}: too small a change for C to show among its "
    "16 digits."
)
def too_small(scene: Scene, text: Text, delta: str, predicted: str) -> None:
    true = scene.truth.value(place_of(delta)) * position(scene, text)
    check_number(predicted, true, noise=1e-12 * abs(true))
    assert abs(true) <= 1e-11 * scene.truth.cost


@claim(
    "Predicted {delta:address} Δz = {predicted:number}, actual {actual:number}: they differ by {apart:number}.",
    "Predicted {delta:address} Δz = {predicted:number}, actual {actual:number}: they differ by {apart:number}, {share:text} of the actual change.",
)
def differ(
    scene: Scene, text: Text, delta: str, predicted: str, actual: str, apart: str, share: str = ""
) -> None:
    compare(scene, text, delta, predicted, actual)
    one, other, difference = (Decimal(str(number_of(one))) for one in (predicted, actual, apart))
    unit = max(Decimal(1).scaleb(last_place(number)) for number in (predicted, actual))
    assert abs(abs(one - other) - difference) <= unit / 2, (
        "the difference is that of what is printed"
    )
    true = change(scene, place_of(delta), position(scene, text))
    off = (
        abs(scene.truth.value(place_of(delta)) * position(scene, text) - true) / abs(true)
        if true
        else math.inf
    )
    if share == "less than 0.1 %":
        assert off < 0.001 + 1e-9
    elif share:
        printed = float(share.removesuffix(" %").replace(",", "")) / 100
        step = 0.01 if off >= 0.1 else 0.001
        assert abs(printed - off) <= step * 0.51 + noise(scene) / abs(true), off
    else:
        assert off >= 9 or abs(true) <= 1e-11 * scene.truth.cost


def last_place(text: str) -> int:
    """The power of ten of the last digit."""
    mantissa, _, power = text.partition("×10")
    shift = number_of(f"1×10{power}") if power else 1.0
    return round(math.log10(shift)) - len(mantissa.partition(".")[2])


def position(scene: Scene, text: Text) -> float:
    return float(scene.data["frames"]["values"][text.position])


def compare(scene: Scene, text: Text, delta: str, predicted: str, actual: str) -> None:
    place, dz = place_of(delta), position(scene, text)
    true = scene.truth.value(place) * dz
    check_number(predicted, true, noise=1e-12 * abs(true))
    check_number(actual, change(scene, place, dz), noise=noise(scene))


@claim(
    "{C:address} at {z:address} + Δz: what happens",
    "C + {delta:address} Δz: what the error predicts",
)
def axes(scene: Scene, text: Text, **fields: str) -> None:
    place = place_of(fields.get("z", fields.get("delta", "")))
    assert place[1:] == neuron(scene)[1:]
