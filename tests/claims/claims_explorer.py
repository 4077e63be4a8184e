"""What the explorer says of its steps, of the selected number, and of a step of learning."""

import re
from fractions import Fraction

from backprop.engine.quantity import Quantity
from tests.claims.claims import Scene, always, check_number, claim, number_of, place_of
from tests.claims.said import Text
from tests.claims.truth import Place, Truth

always(
    "Each line multiplies the number that it carries by a weight of its own: orange above 0, blue below.",
    "The code that computed it, to about 16 digits; shown numbers are rounded.",
    "It takes the mean over the examples; here there is one.",
    "The code that takes the step, over this example.",
    "Glow: how far each weight and bias moves, drawn larger; orange up, blue down.",
)
always("{code:text}", where=r"/code$")


def step_of(scene: Scene, text: Text) -> Place:
    """The address of what the step computes that a text is about; j = 0 for a whole layer."""
    return place_by_id(scene.data["steps"][text.position]["result"])


def place_by_id(id: str) -> Place:
    quantity = Quantity.parse(id)
    return Place(quantity.symbol, quantity.l, quantity.j or 0, quantity.k or 0)


def last(scene: Scene) -> Place:
    """The outputs as a whole."""
    return Place("a", scene.truth.L)


def is_about(
    scene: Scene, text: Text, symbol: str, l: str, j: str | None, plural: str = ""
) -> Place:
    """The step, which must be of this symbol, layer and neuron, or of all, which may be one."""
    place = step_of(scene, text)
    assert (place.symbol, place.l) == (symbol, int(l)), place
    assert place.j == int(j or 0), place
    if not j:
        assert (plural.lower() == "the") == (scene.truth.sizes[place.l - 1] == 1), plural
    return place


def check_names(place: Place, *names: str) -> None:
    """That each name is of its symbol and layer, and of the neuron of the step, k running."""
    for name in names:
        found = place_of(name.replace("ₖ", ""))
        assert found.symbol in (
            "w",
            "a",
            "b",
            "z",
            "delta",
            "sigma_prime",
            "nabla_w",
            "nabla_b",
            "y",
            "nabla_a",
        )
        if found.l and found.symbol in ("b", "z", "sigma_prime", "nabla_b"):
            assert (found.l, found.j) == (place.l, place.j), name


WHO = r"(?:Neuron (?P<j>\d+)|(?P<plural>The|Each) neuron) of layer (?P<l>\d+)"


@claim(
    "{who:text} of layer {l:int} multiplies {each:text} {what:text} {a:text} by the weight {w:text} of its connection{rest:text} its bias {b:address}: its weighted input {z:address}."
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
    rest: str,
    b: str,
    z: str,
) -> None:
    place = who_is(scene, text, "z", who, l)
    before = scene.truth.sizes[place.l - 2]
    assert (each, rest) == (
        ("the", " and adds") if before == 1 else ("each", ", adds the products and")
    )
    assert what == ("input" if place.l == 2 else "activation")
    k = ("₁" if before == 1 else "ₖ") if place.j else ""
    assert a == f"a{up(place.l - 1)}{k}"
    assert w == indexed("w", place.l, place.j, k)
    assert (b, z) == (named("b", place), named("z", place))


def who_is(scene: Scene, text: Text, symbol: str, who: str, l: str) -> Place:
    """The step that "Neuron 2" or "Each neuron" of layer l is said to be about."""
    found = re.fullmatch(r"[Nn]euron (\d+)|([Tt]he|[Ee]ach) (?:neuron|output)|[Oo]utput (\d+)", who)
    assert found, who
    return is_about(scene, text, symbol, l, found[1] or found[3], found[2] or "")


def up(l: int) -> str:
    return str(l).translate(str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹"))


def down(n: int) -> str:
    return str(n).translate(str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉"))


def named(symbol: str, place: Place, l: int = 0) -> str:
    """The name of a number of the step's neuron, or of the array of its layer."""
    below = down(place.j) if place.j else ""
    l = l or place.l
    letters = {"sigma_prime": "σ′(z", "delta": "δ", "nabla_b": "∂C/∂b", "nabla_w": "∂C/∂w"}.get(
        symbol, symbol
    )
    if symbol == "nabla_a":
        return f"∂C/∂a{up(l)}{below}" if place.j else "∇ₐC"
    return f"{letters}{up(l)}{below}" + (")" if symbol == "sigma_prime" else "")


def indexed(symbol: str, l: int, j: int, k: str, turned: bool = False) -> str:
    """A weight's name for the step of neuron j, its other index k; of the array for j = 0."""
    name = f"{ {'w': 'w', 'nabla_w': '∂C/∂w'}[symbol] }{up(l)}"
    if not j:
        return name
    indices = [k, down(j)] if turned else [down(j), k]
    return name + (("," if j > 9 else "").join(indices))


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
    "The cost C is half the squared distance between the outputs {a:address} and the desired outputs y: how wrong the network is."
)
def quadratic(scene: Scene, text: Text, a: str) -> None:
    assert scene.truth.cost_name == "quadratic"
    assert a == named("a", last(scene))


@claim(
    "The cross-entropy cost C is smallest where the outputs {a:address} equal the desired outputs y; a confident wrong output costs most."
)
def cross_entropy(scene: Scene, text: Text, a: str) -> None:
    assert scene.truth.cost_name == "cross-entropy"
    assert a == named("a", last(scene))


@claim(
    "{gradient:text} says how fast the cost C changes with {output:text}: for the quadratic cost, {a:address} minus the desired {y:address}.",
    "{gradient:text} says how fast the cost C changes with {output:text}, {a:address}: very fast where a confident output is wrong.",
)
def gradient(scene: Scene, text: Text, gradient: str, output: str, a: str, y: str = "") -> None:
    place = step_of(scene, text)
    assert (y != "") == (scene.truth.cost_name == "quadratic")
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
    "As a bias just adds to z, the cost changes with it, {gradient:address}, as fast as with z: by the error {delta:address}; learning moves it the other way."
)
def bias(scene: Scene, text: Text, gradient: str, delta: str) -> None:
    place = step_of(scene, text)
    assert place.symbol == "nabla_b"
    assert (gradient, delta) == (named("nabla_b", place), named("delta", place))


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


# titles, tags and labels


@claim("{what:text}", where="^stage/steps/title$", part="^$")
def title(scene: Scene, text: Text, what: str) -> None:
    """Ends with the name of what the step computes, and names its neuron, if it is of one."""
    if what == "One step of gradient descent":
        return
    place = step_of(scene, text)
    name = (
        indexed("nabla_w", place.l, place.j, "ₖ")
        if place.symbol == "nabla_w"
        else named(place.symbol, place)
    )
    assert what.endswith(f" {name}"), name
    said = re.search(r"(?:[Nn]euron|[Oo]utput) (\d+)", what)
    assert int(said[1] if said else 0) == place.j
    kinds = {"Output ": place.l == scene.truth.L, "Hidden ": place.l < scene.truth.L}
    assert all(holds for word, holds in kinds.items() if what.startswith(word))


TAGS = {"z": ("25", "23"), "a": ("25", "23"), "nabla_b": ("BP3",), "nabla_w": ("BP4",)}


@claim("{tag:text}", where="^stage/steps/tag$", part="^(lanes|code)?$")
def tag(scene: Scene, text: Text, tag: str) -> None:
    """The number in the book: (66) and (63) are those of chapter 3."""
    place, true = step_of(scene, text), scene.truth
    cross = true.cost_name == "cross-entropy"
    if place.symbol == "C":
        assert tag.startswith("63" if cross else "27")
    elif place.symbol == "delta" and place.l == true.L:
        cancels = cross and true.activation[true.L] == "sigmoid"
        assert tag.startswith("66") if cancels else tag == ("BP1" if place.j else "BP1a")
    elif place.symbol == "delta":
        assert tag == "BP2"
    else:
        assert tag in TAGS[place.symbol]


@claim("Layer {l:int}", "Layer {l:int}, the outputs", where="layers/|labels")
def layer(scene: Scene, text: Text, l: str) -> None:
    assert ("outputs" in text.text) == (int(l) == scene.truth.L)
    assert text.where.endswith(f"/{l}")


@claim("The step of the {what:text}, layer {l:int}", where="labels")
def row(scene: Scene, text: Text, what: str, l: str) -> None:
    assert what == ("weights", "biases")[text.position]
    assert text.where.endswith(f"/{l}")


@claim("{cell:text}", where=r"^blocks/steps/\d+/rows$", part="^$")
def sum_row(scene: Scene, text: Text, **fields: str) -> None:
    """A row of a sum: the factors by name and in numbers, their product, the sum so far."""
    names, numbers, product, so_far = text.beside
    true = scene.truth
    if text.text != numbers or " · " not in numbers:
        return
    one, other = map(place_of, names.split(" · "))
    values = [true.value(one), true.value(other)]
    first, second = numbers.split(" · ")
    assert (second[0] == "(") == (values[1] < 0)
    w, l = true.w[one.l], one.l
    if other.symbol == "a":
        terms = [w[one.j - 1][k] * true.a[l - 1][k] for k in range(other.j)]
    else:
        terms = [w[k][one.k - 1] * true.delta[l][k] for k in range(other.j)]
    noise = 1e-12 * sum(map(abs, terms))
    every = [*values, terms[-1], sum(terms)]
    for said, value in zip((first, second.strip("()"), product, so_far), every, strict=True):
        check_number(said, value, noise=max(noise, 1e-12 * abs(value)))


# the selected number


@claim(
    "{name:address} is the {what:text} of neuron {j:int} of layer {l:int}",
    "{name:address} is the {what:text} of neuron {j:int} of layer {l:int}: how fast the cost changes with its weighted input",
    "{name:address} is {what:text} of neuron {j:int} of layer {l:int}",
)
def of_neuron(scene: Scene, text: Text, name: str, what: str, j: str, l: str) -> None:
    place = place_of(name)
    assert (place.j, place.l or scene.truth.L) == (int(j), int(l))
    if place.symbol == "sigma_prime":
        noun = {"leaky-relu": "leaky relu", "linear": "linear function"}
        activation = scene.truth.activation[place.l]
        assert (
            what.removeprefix("the ")
            == f"slope of the {noun.get(activation, activation)} at the weighted input"
        )
        return
    words = {
        "b": "bias", "z": "weighted input", "a": "activation", "delta": "error", "y": "desired output",
        "nabla_b": "how fast the cost changes with the bias",
    }  # fmt: skip
    assert what.removeprefix("the ") == words[place.symbol]
    assert place.symbol != "a" or 1 < place.l < scene.truth.L


@claim("{name:address} is {which:text} {j:int} of the network")
def at_an_end(scene: Scene, text: Text, name: str, which: str, j: str) -> None:
    place = place_of(name)
    assert (which, int(j)) == ("input" if place.l == 1 else "output", place.j)
    assert place.l in (1, scene.truth.L)


@claim(
    "{name:address} is the weight from neuron {k:int} of layer {m:int} to neuron {j:int} of layer {l:int}",
    "{name:address} is how fast the cost changes with the weight from neuron {k:int} of layer {m:int} to neuron {j:int} of layer {l:int}",
)
def of_weight(scene: Scene, text: Text, name: str, k: str, m: str, j: str, l: str) -> None:
    place = place_of(name)
    assert place == Place("nabla_w" if "changes" in text.text else "w", int(l), int(j), int(k))
    assert int(m) == int(l) - 1


@claim("{numbers:text} in the book; step {n:int} of {count:int}, layer by layer")
def where_made(scene: Scene, text: Text, numbers: str, n: str, count: str) -> None:
    """z, a, slope, error and two gradients of each layer, C and its gradient, and learning."""
    assert 1 <= int(n) <= int(count) == 6 * (scene.truth.L - 1) + 3


# a step of learning


def costs(scene: Scene) -> tuple[float, float]:
    """C before and after a step over what the lesson says, worked out once more."""
    lesson, true = scene.lesson, scene.truth
    rows = over_rows(scene)
    n = len(lesson.x)
    examples = [(row[:n], row[n:]) for row in lesson.data] if rows else [(lesson.x, lesson.y)]
    every = [true.on(*one) for one in examples]
    after = true.stepped(lesson.eta, every)
    return mean([one.cost for one in every]), mean([after.on(*one).cost for one in examples])


def over_rows(scene: Scene) -> int:
    lesson = scene.lesson
    return len(lesson.data) if lesson.over == "all" and len(lesson.data) > 1 else 0


def mean(values: list[float]) -> float:
    return sum(values) / len(values)


@claim(
    "Each weight and bias moves by −η = {rate:number} times its gradient, {over:text}.",
    "Every gradient is 0, {over:text}: nothing moves, and C stays at {cost:number}.",
    "Every gradient is 0, {over:text}: nothing moves, and the mean C stays at {cost:number}.",
)
def moves(scene: Scene, text: Text, over: str, rate: str = "", cost: str = "") -> None:
    rows = over_rows(scene)
    assert over == ("over this example" if not rows else f"over all {rows} row{'s' * (rows > 1)}")
    if rate:
        assert Fraction(rate.replace("−", "-")) == -Fraction(str(scene.lesson.eta))
        return
    before, after = costs(scene)
    check_number(cost, before, noise=1e-12 * abs(before))
    assert ("mean" in text.text) == bool(rows)
    assert before == after


@claim(
    "{C:text} goes {way:text} from {before:number} to {after:number}.",
    "{C:text} goes {way:text} from {before:number} to {after:number}; a smaller η may help.",
    "{C:text} stays at {before:number} all the same.",
    where="stage/steps/sentence",
)
def cost_goes(
    scene: Scene, text: Text, C: str, before: str, way: str = "", after: str = ""
) -> None:
    here, there = costs(scene)
    assert ("The mean C" if over_rows(scene) else "C") == C
    if not after:
        assert abs(here - there) <= 1e-12 * abs(here)
        return
    for said, true in ((before, here), (after, there)):
        check_number(said, true, noise=1e-9 * max(abs(here), abs(there)))
    assert before != after
    assert way == ("down" if number_of(after) < number_of(before) else "up")


@claim(
    "The code that takes the step, over all {rows:int} rows: each gradient is the mean of theirs."
)
def step_over_rows(scene: Scene, text: Text, rows: str) -> None:
    assert int(rows) == over_rows(scene)


@claim("{number:number}", where="^stage/learning/told$")
def told(scene: Scene, text: Text, number: str) -> None:
    cost = costs(scene)[text.position]
    check_number(number, cost, noise=1e-9 * abs(cost))


@claim(
    "There is no step {over:text}.",
    "A weight or bias would grow beyond 1,000,000; a smaller η helps.",
    where="refused",
)
def refused(scene: Scene, text: Text, over: str = "") -> None:
    pass
