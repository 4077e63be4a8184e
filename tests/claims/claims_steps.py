"""What the explorer says of each step of a pass."""

from tests.claims.claims import Scene, claim
from tests.claims.naming import down, indexed, named, step_of, up, who_is
from tests.claims.said import Text
from tests.claims.truth import Place, Truth


def last(scene: Scene) -> Place:
    """The outputs as a whole."""
    return Place("a", scene.truth.L)


@claim(
    "{who:text} of layer {l:int} multiplies {each:text} {what:text} {a:text} by the weight {w:text} of its connection{rest:text} its bias {b:address}: its weighted input {z:address}.",
    "{who:text} of layer {l:int} multiplies {each:text} {what:text} {a:text} by the weight {w:text} of its connection and adds the products: its weighted input {z:address}.",
    "{who:text} of layer {l:int} multiplies {each:text} {what:text} {a:text} by the weight {w:text} of its connection: its weighted input {z:address}.",
)
def weighted_input(
    scene: Scene,
    text: Text,
    who: str,
    l: str,
    each: str,
    what: str,
    a: str,
    w: str,
    z: str,
    rest: str = "",
    b: str = "",
) -> None:
    place = who_is(scene, text, "z", who, l)
    before = scene.truth.sizes[place.l - 2]
    if scene.lesson.has_biases:
        assert rest == (" and adds" if before == 1 else ", adds the products and")
    else:
        assert ("adds the products:" in text.text) == (before > 1)
    assert each == ("the" if before == 1 else "each")
    assert what == ("input" if place.l == 2 else "activation")
    k = ("₁" if before == 1 else "ₖ") if place.j else ""
    assert a == f"a{up(place.l - 1)}{k}"
    assert w == indexed("w", place.l, place.j, k)
    assert (b, z) == (named("b", place) if scene.lesson.has_biases else "", named("z", place))


ACTIVATES = {
    "sigmoid": "squeezes its weighted input {z} into the range from 0 to 1: its activation {a}.",
    "tanh": "squeezes its weighted input {z} into the range from −1 to 1: its activation {a}.",
    "relu": "passes its weighted input {z} on where it is positive, and 0 where it is not: its activation {a}.",
    "leaky-relu": "passes its weighted input {z} on, only a hundredth of it where it is negative: its activation {a}.",
    "linear": "passes its weighted input {z} on unchanged: its activation {a}.",
}


@claim("{who:text} of layer {l:int} {does:text}: its activation {a:address}.")
def activation(scene: Scene, text: Text, who: str, l: str, does: str, a: str) -> None:
    place = who_is(scene, text, "a", who, l)
    template = ACTIVATES[scene.truth.activation[place.l]]
    said = f"{does}: its activation {a}."
    assert said == template.format(z=named("z", place), a=named("a", place)), said


SLOPES = {
    "sigmoid": "near 0 where a sigmoid is saturated, ¼ at most",
    "tanh": "near 0 where tanh is saturated, 1 at most",
    "relu": "1 where {z} is positive, 0 elsewhere",
    "leaky-relu": "1 where {z} is positive, 0.01 elsewhere",
}


@claim("The slope {slope:address} says how fast {a:address} grows with {z:address}: {what:text}.")
def slope_is(scene: Scene, text: Text, slope: str, a: str, z: str, what: str) -> None:
    place = step_of(scene, text)
    assert place.symbol == "sigma_prime"
    assert (slope, a, z) == tuple(named(one, place) for one in ("sigma_prime", "a", "z"))
    assert what == SLOPES[scene.truth.activation[place.l]].format(z=z)


@claim(
    "The slope {slope:address} of a linear neuron is 1: {a:address} grows exactly as fast as {z:address}."
)
def slope_of_linear(scene: Scene, text: Text, slope: str, a: str, z: str) -> None:
    place = step_of(scene, text)
    assert scene.truth.activation[place.l] == "linear"
    assert (slope, a, z) == tuple(named(one, place) for one in ("sigma_prime", "a", "z"))


@claim(
    "The cost C is half the squared distance between the outputs {a:address} and the desired outputs y: how wrong the network is.",
    "The cost C is the squared distance between the outputs {a:address} and the desired outputs y, here without the book's ½: how wrong the network is.",
)
def quadratic(scene: Scene, text: Text, a: str) -> None:
    assert scene.truth.squared == (1 if "is half" in text.text else 2)
    assert a == named("a", last(scene))


@claim(
    "The cross-entropy cost C is smallest where the outputs {a:address} equal the desired outputs y; a confident wrong output costs most."
)
def cross_entropy(scene: Scene, text: Text, a: str) -> None:
    assert scene.truth.cost_name == "cross-entropy"
    assert a == named("a", last(scene))


@claim(
    "{gradient:text} says how fast the cost C changes with {output:text}: for the quadratic cost, {a:address} minus the desired {y:address}.",
    "{gradient:text} says how fast the cost C changes with {output:text}: for the squared error, twice {a:address} minus the desired {y:address}.",
    "{gradient:text} says how fast the cost C changes with {output:text}, {a:address}: very fast where a confident output is wrong.",
)
def gradient(scene: Scene, text: Text, gradient: str, output: str, a: str, y: str = "") -> None:
    place = step_of(scene, text)
    squared = ("quadratic" in text.text) + 2 * ("squared error, twice" in text.text)
    assert squared == scene.truth.squared
    who_is(scene, text, "nabla_a", output, str(place.l))
    assert (gradient, a) == (named("nabla_a", place), named("a", place))
    assert y in ("", "y" + (down(place.j) if place.j else ""))


OUTPUTS = "{who:text}'s error {delta:address} is how fast the cost changes with its activation, {gradient:text}, "


@claim(
    OUTPUTS + "times how fast the activation changes with z, {slope:address}.",
    OUTPUTS + "where the slope {slope:address} is 1, and 0 where it is 0.",
)
def output_error(scene: Scene, text: Text, who: str, delta: str, gradient: str, slope: str) -> None:
    place = who_is(scene, text, "delta", who, str(scene.truth.L))
    assert (delta, gradient, slope) == tuple(
        named(one, place) for one in ("delta", "nabla_a", "sigma_prime")
    )
    assert ("where the slope" in text.text) == (scene.truth.activation[place.l] == "relu")
    check_slope_counts(scene.truth)


def check_slope_counts(true: Truth) -> None:
    assert (true.cost_name, true.activation[true.L]) != ("cross-entropy", "sigmoid")


@claim(
    "A linear output has the slope {slope:address} = 1, so its error {delta:address} is just how fast the cost changes with its activation, {gradient:text}."
)
def linear_output(scene: Scene, text: Text, slope: str, delta: str, gradient: str) -> None:
    place = step_of(scene, text)
    assert scene.truth.activation[scene.truth.L] == "linear"
    assert (delta, gradient, slope) == tuple(
        named(one, place) for one in ("delta", "nabla_a", "sigma_prime")
    )


@claim(
    "With the cross-entropy the slope {slope:address} of a sigmoid cancels: {who:text}'s error {delta:address} is simply {a:address} minus the desired {y:address}."
)
def slope_cancels(
    scene: Scene, text: Text, slope: str, who: str, delta: str, a: str, y: str
) -> None:
    true = scene.truth
    place = who_is(scene, text, "delta", who, str(true.L))
    assert (true.cost_name, true.activation[true.L]) == ("cross-entropy", "sigmoid")
    assert (slope, delta, a) == tuple(named(one, place) for one in ("sigma_prime", "delta", "a"))
    assert y == "y" + (down(place.j) if place.j else "")


BACK = "{who:text} of layer {l:int} adds up the errors {next:text} of the next layer, each times the weight {w:text} "
BACK_ONE = "{who:text} of layer {l:int} multiplies the error {next:text} of the next layer by the weight {w:text} "


@claim(
    BACK
    + "that leads there, and multiplies by its slope {slope:address}: its error {delta:address}.",
    BACK
    + "to it: its error {delta:address} where the slope {slope:address} is 1; 0 where it is 0.",
    BACK + "to it; its slope {slope:address} is 1, so the sum is its error {delta:address}.",
    BACK_ONE + "that leads there and by its slope {slope:address}: its error {delta:address}.",
    BACK_ONE
    + "to it: its error {delta:address} where the slope {slope:address} is 1; 0 where it is 0.",
    BACK_ONE
    + "to it; its slope {slope:address} is 1, so the product is its error {delta:address}.",
)
def hidden_error(
    scene: Scene, text: Text, who: str, l: str, next: str, w: str, slope: str, delta: str
) -> None:
    place, true = who_is(scene, text, "delta", who, l), scene.truth
    one = true.sizes[place.l] == 1
    assert place.l < true.L
    assert one == ("multiplies the error" in text.text)
    k = ("₁" if one else "ₖ") if place.j else ""
    assert next == f"δ{up(place.l + 1)}{k}"
    assert w == indexed("w", place.l + 1, place.j, k, turned=True)
    assert (slope, delta) == (named("sigma_prime", place), named("delta", place))
    form = "linear" if "so the" in text.text else "relu" if "0 where" in text.text else ""
    assert form in (true.activation[place.l], "")
    assert form or true.activation[place.l] not in ("linear", "relu")


@claim(
    "As a bias just adds to z, the cost changes with it, {gradient:address}, as fast as with z: by the error {delta:address}; learning moves it the other way.",
    "As a bias just adds to z, the cost changes with it, {gradient:address}, as fast as with z: by the error {delta:address}.",
)
def bias(scene: Scene, text: Text, gradient: str, delta: str) -> None:
    place = step_of(scene, text)
    assert ("the other way" in text.text) == (scene.lesson.biases == "learn")
    assert place.symbol == "nabla_b"
    assert (gradient, delta) == (named("nabla_b", place), named("delta", place))


@claim("Here learning leaves the biases as they are.")
def fixed(scene: Scene, text: Text) -> None:
    assert scene.lesson.biases == "fixed"


@claim(
    "How fast the cost changes with a weight, {gradient:text}, is the {what:text} {a:text} that it multiplies times the error {delta:address} it leads to; learning moves it the other way."
)
def weights(scene: Scene, text: Text, gradient: str, what: str, a: str, delta: str) -> None:
    place, true = step_of(scene, text), scene.truth
    assert place.symbol == "nabla_w"
    assert what == ("input" if place.l == 2 else "activation")
    k = ("₁" if true.sizes[place.l - 2] == 1 else "ₖ") if place.j else ""
    assert a == f"a{up(place.l - 1)}{k}"
    assert gradient == indexed("nabla_w", place.l, place.j, "ₖ")
    assert delta == named("delta", place)
