"""What part "remove" says of the equations with mistakes in them, and what must be true of it."""

import re
from functools import lru_cache

from backprop.ideas.remove.compute_mistakes import mistakes_named
from backprop.lesson import Lesson, chosen_equation, layer_of_equation
from tests.claims.claims import Scene, always, claim, place_of
from tests.claims.said import Text
from tests.claims.truth import Truth
from tests.ideas.remove.wrong_pass import Address, Array, Pass, differ, wrong_pass, wrong_signs

SYMBOLS = {"BP1a": "delta", "BP2": "delta", "BP3": "nabla_b", "BP4": "nabla_w"}
VERDICT = "^(success|info|warning|error)$"

always(*(f"{name}{sign} $" for name in SYMBOLS for sign in ("", " ]")), where="^radio$")
always(
    "$: how fast the cost changes with output $; $: how fast the activation changes with $ there",
    where="^radio$",
    part="^remove$",
)
always(
    "matrix product for ⊙: Every neuron has a slope of its own: entry times entry.]",
    "y − a for a − y: Where an output is too high, C grows with it: a − y has the right sign.]",
    "∇C with the other sign: ∇C points to where C grows; no sign changes on the way to δ.]",
    "times a, as for a weight: A bias adds to z directly, with no input in front of it: the factor is 1.]",
    "σ′ of the next layer: The slope leads from a to z of one and the same neuron: its own layer's.]",
    "σ′ forgotten: δ is how fast C grows with z.",
    "σ′ forgotten: The sum is how fast C grows with a.",
    "One factor more, σ′(z), leads from a to z.]",
    "transpose forgotten: A column times a row makes a matrix: one number for each weight.]",
    "times the bias itself: z = wa + b grows by 1 for each 1 that b grows, whatever b is: the factor is 1.]",
    where="^markdown$",
)


def mistakes(lesson: Lesson) -> set[str]:
    """The names of those that are on."""
    return {one.name for one in mistakes_named(lesson.value_of("off") or (), lesson.network())}


@lru_cache(maxsize=2)
def passes(lesson: Lesson) -> tuple[Pass, Pass]:
    """The right pass, and the one with mistakes."""
    true = Truth.of(lesson)
    return wrong_pass(true, (), lesson.eta), wrong_pass(true, mistakes(lesson), lesson.eta)


def target(scene: Scene) -> Address:
    """What the equation that is looked at computes."""
    name = chosen_equation(scene.lesson)
    return SYMBOLS[name], layer_of_equation(scene.lesson, name)


def address(text: str) -> Address:
    return place_of(text)[:2]


def is_edited(scene: Scene) -> bool:
    """Whether the equation that is looked at is written wrongly."""
    name, (_, l) = chosen_equation(scene.lesson), target(scene)
    own = {one for one in mistakes(scene.lesson) if one.startswith(name.lower()[:3])}
    return bool(own - ({"bp4-delta"} if l == scene.truth.L else set()))


def own_mistakes(scene: Scene) -> set[str]:
    name = chosen_equation(scene.lesson)
    return {one for one in mistakes(scene.lesson) if one.startswith(name.lower()[:3])}


def arrays(scene: Scene) -> tuple[Array, Array]:
    """The true result, and the one that comes out."""
    right, wrong = passes(scene.lesson)
    return right.came[target(scene)], wrong.came[target(scene)]


# the verdict


@claim("All as it should be.", where=VERDICT)
def as_it_should_be(scene: Scene, text: Text) -> None:
    assert not mistakes(scene.lesson)


@claim("Right here.", where=VERDICT)
def right_here(scene: Scene, text: Text) -> None:
    assert mistakes(scene.lesson) - {"step-sign"}
    assert not own_mistakes(scene)


@claim("No mistake changes {what:address}: it is as it should be.", where=VERDICT)
def not_changed(scene: Scene, text: Text, what: str) -> None:
    assert address(what) == target(scene)
    assert not differ(*arrays(scene)).any()


@claim("Right gradient, wrong step.", where=VERDICT)
@claim(
    "The gradient is as it should be, but the step adds it instead of subtracting it.",
    where=VERDICT,
)
def uphill(scene: Scene, text: Text) -> None:
    assert mistakes(scene.lesson) == {"step-sign"}


@claim("Right, by another convention.", where=VERDICT)
def convention(scene: Scene, text: Text) -> None:
    """What comes out is the true array with the other sign, and the step adds it."""
    assert mistakes(scene.lesson) in ({"bp1-sign", "step-sign"}, {"bp1-minus", "step-sign"})
    true, now = arrays(scene)
    assert not differ(true, -now).any()


@claim("It is a mistake only where the step still subtracts.]", where="markdown")
def other_sign(scene: Scene, text: Text) -> None:
    """It stands where no step adds the error, or where something else is wrong, too."""
    assert mistakes(scene.lesson) & {"bp1-sign", "bp1-minus"}
    assert mistakes(scene.lesson) not in ({"bp1-sign", "step-sign"}, {"bp1-minus", "step-sign"})


@claim("Nothing changes.", where=VERDICT)
@claim("With these numbers it comes to the same.", where=VERDICT)
def nothing_changes(scene: Scene, text: Text) -> None:
    assert own_mistakes(scene)
    assert not differ(*arrays(scene)).any()


@claim("After the last layer there is no other whose error one could take.", where=VERDICT)
def no_next_layer(scene: Scene, text: Text) -> None:
    assert own_mistakes(scene) == {"bp4-delta"}
    assert target(scene)[1] == scene.truth.L


@claim("Linear neurons have the slope 1 everywhere, so nothing changes.", where=VERDICT)
def slope_1(scene: Scene, text: Text) -> None:
    l = target(scene)[1]
    assert scene.truth.activation[l] == "linear"
    assert "bp2-layer" not in own_mistakes(scene) or scene.truth.activation[l + 1] == "linear"


@claim("Here a is positive exactly where z is, and so the slope is the same.", where=VERDICT)
def same_slope(scene: Scene, text: Text) -> None:
    assert {one[4:] for one in own_mistakes(scene)} & {"of-a"}
    assert scene.truth.activation[target(scene)[1]] in ("relu", "leaky-relu", "linear")


@claim("The shapes fit, the numbers do not.", where=VERDICT)
@claim("The shapes fit, the number does not.", where=VERDICT)
@claim("Every shape fits, so nothing warns you.", where=VERDICT)
def wrong_here(scene: Scene, text: Text) -> None:
    true, now = arrays(scene)
    assert ("number does" in text.text) == (true.size == 1)
    assert differ(true, now).any()
    assert is_edited(scene)


@claim("Right equation, wrong input.", where=VERDICT)
@claim("What this equation uses is wrong already.", where=VERDICT)
def wrong_already(scene: Scene, text: Text) -> None:
    assert differ(*arrays(scene)).any()
    assert not is_edited(scene)


def check_counts(scene: Scene, count: int, size: int, signs: int) -> None:
    true, now = arrays(scene)
    assert size == true.size
    assert count == differ(true, now).sum(), differ(true, now).sum()
    assert signs == wrong_signs(true, now).sum(), wrong_signs(true, now).sum()


@claim("The sign is wrong.", where=VERDICT)
def one_sign(scene: Scene, text: Text) -> None:
    check_counts(scene, 1, 1, 1)


@claim("The number is wrong.", where=VERDICT)
def one_number(scene: Scene, text: Text) -> None:
    check_counts(scene, 1, 1, 0)


@claim("Both signs are wrong.", where=VERDICT)
def both_signs(scene: Scene, text: Text) -> None:
    check_counts(scene, 2, 2, 2)


@claim("Both numbers are wrong.", where=VERDICT)
def both_numbers(scene: Scene, text: Text) -> None:
    check_counts(scene, 2, 2, 0)


@claim("Both numbers are wrong, one of them in sign.", where=VERDICT)
def both_and_one_sign(scene: Scene, text: Text) -> None:
    check_counts(scene, 2, 2, 1)


@claim("All {size:int} signs are wrong.", where=VERDICT)
def all_signs(scene: Scene, text: Text, size: str) -> None:
    check_counts(scene, int(size), int(size), int(size))
    assert int(size) > 2


@claim("All {size:int} numbers are wrong.", where=VERDICT)
@claim("All {size:int} numbers are wrong, {signs:int} of them in sign.", where=VERDICT)
def all_numbers(scene: Scene, text: Text, size: str, signs: str = "0") -> None:
    check_counts(scene, int(size), int(size), int(signs))
    assert int(size) > 2


@claim(
    "{count:int} of {size:int} numbers is wrong.",
    "{count:int} of {size:int} numbers are wrong.",
    "{count:int} of {size:int} numbers are wrong, {signs:int} of them in sign.",
    where=VERDICT,
)
def some_numbers(scene: Scene, text: Text, count: str, size: str, signs: str = "0") -> None:
    check_counts(scene, int(count), int(size), int(signs))
    assert ("is wrong" in text.text.rpartition("numbers")[2]) == (count == "1")


@claim(
    "{count:int} of {size:int} numbers is wrong, even in sign.",
    "{count:int} of {size:int} numbers are wrong, all of them in sign.",
    where=VERDICT,
)
def some_in_sign(scene: Scene, text: Text, count: str, size: str) -> None:
    check_counts(scene, int(count), int(size), int(count))
    assert ("even" in text.text) == (count == "1")


# words that stand beside


@claim("BP2 leads an error back to a hidden layer; this network has none.")
def no_hidden_layer(scene: Scene, text: Text) -> None:
    assert scene.truth.L == 2


@claim("the true ∂C/∂w = aᵢₙ δₒᵤₜ", where="/equation$")
def wire_with_mistakes(scene: Scene, text: Text) -> None:
    assert mistakes(scene.lesson)


@claim("wrong sign", where=r"/marks/now_\w+/words$")
def mark(scene: Scene, text: Text) -> None:
    found = re.search(r"marks/now_[a-z_]+\d+_(\d+)(?:_(\d+))?/words", text.where)
    assert found
    assert wrong_signs(*arrays(scene))[int(found[1]) - 1, int(found[2] or 1) - 1]


always("and the true one", "and the true one; ± marks a wrong sign", where="rows/label$")
