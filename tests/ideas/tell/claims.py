"""What part "tell" says of slow weights, and what must be true of it."""

from backprop.lesson import TITLES
from tests.claims.claims import Scene, always, check_number, claim, place_of
from tests.claims.said import Text
from tests.claims.truth import Place, Truth

NEAR, SLOW = 0.1, 0.1
LEAST = 1e-300
"""What is smaller may be lost on the way to a product."""

always(
    "The four equations hold for any activation, so one can be chosen that does not saturate: under Activation in the sidebar, where *one per layer* gives each layer its own.",
    "Click another neuron to drive that one; an input is given and cannot be driven.",
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


@claim("Nothing learns from this example: the gradient of each weight is 0, and no bias learns.")
def no_bias_learns(scene: Scene, text: Text) -> None:
    assert scene.lesson.biases != "learn"
    every = truth(scene, text).nabla_w.values()
    assert not any(one for rows in every for row in rows for one in row)


@claim("Nothing learns from this example: every gradient is 0, of the biases, too.")
def nothing(scene: Scene, text: Text) -> None:
    assert not any(error for errors in truth(scene, text).delta.values() for error in errors)
