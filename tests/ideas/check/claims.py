"""What the panel of part "check" says of one slope, and what must be true of it."""

import math
import re

from tests.claims.claims import (
    Scene,
    always,
    check_number,
    number_of,
    place_of,
)
from tests.claims.said import Text
from tests.claims.truth import Place
from tests.ideas.check.claims_numbers import (
    APART,
    CENTRAL,
    EPS,
    LEAST,
    POOR,
    best,
    check_error,
    check_sent,
    comparison,
    cost_over,
    crossed,
    eps,
    errors,
    examples,
    focus,
    here,
    layer,
    method,
    position,
    sent,
    size,
    slope,
    width,
)

always(
    "The book takes the step on one side only.",
    "How close is close enough?",
    "With central differences and ε = 10⁻⁵, a relative error below 10⁻⁶ is as good as none, and one above 10⁻² at every ε is a mistake, unless a kink, or a slope that is tiny beside C, explains it.",
    "by moving each by ε",
    "{name} by moving has no value",
    "{name} has no value",
    "{name} has no relative error",
    "Take a smaller ε.",
    "Take a smaller ε, or central differences.",
    "Take a larger ε.",
    "So the cost stays as it is.",
    part="^check$",
)
always("10⁻¹²", "1", where="parts/ends$", part="^check$")


@here(
    "The two agree to about {digits:int} digits: the relative error is {error:number}.",
    "The two agree to about one digit: the relative error is {error:number}.",
)
def agree(scene: Scene, text: Text, error: str, digits: str = "1") -> None:
    place, i = focus(scene), position(scene)
    check_focus(scene)
    check_sent(scene, i, place)
    check_error(error, sent(scene, "relative", i, place))
    assert LEAST < number_of(error) <= APART
    assert int(digits) == math.floor(-math.log10(number_of(error) * (1 - 1e-9)))


def check_focus(scene: Scene) -> None:
    """It is what is selected, or of those shown the one with the steepest slope."""
    place, found = (
        focus(scene),
        re.fullmatch(r"(?:nabla_)?([wb])(\d+)_(\d+)(?:_(\d+))?", scene.lesson.selected),
    )
    shown = [one["l"] for one in comparison(scene)["shown"]]
    if found and int(found[2]) in shown:
        assert place == Place(found[1], int(found[2]), int(found[3]), int(found[4] or 0))
        return
    steepest = max(abs(one) for part in comparison(scene)["shown"] for one in part["backprop"])
    assert abs(sent(scene, "backprop", 0, place)) == steepest


@here("The two are the same to the last digit.")
def alike(scene: Scene, text: Text) -> None:
    check_sent(scene, position(scene), focus(scene))
    assert sent(scene, "relative", position(scene), focus(scene)) == 0


@here("The two agree to about 15 digits, which is as far as rounding lets them.")
def as_far(scene: Scene, text: Text) -> None:
    check_sent(scene, position(scene), focus(scene))
    assert 0 < sent(scene, "relative", position(scene), focus(scene)) <= LEAST


@here("The two do not agree: the relative error is {error:number}.")
def disagree(scene: Scene, text: Text, error: str) -> None:
    check_sent(scene, position(scene), focus(scene))
    check_error(error, sent(scene, "relative", position(scene), focus(scene)))
    assert number_of(error) >= APART


@here(
    "Both slopes are exactly 0: C is the same at {w:address} + ε and at {again:address} − ε.",
    "Both slopes are exactly 0: C is the same at {w:address} + ε and at {again:address}.",
)
def both_zero(scene: Scene, text: Text, w: str, again: str) -> None:
    place, i = focus(scene), position(scene)
    assert place_of(w) == place_of(again) == place
    assert text.text.endswith("− ε.") == (method(scene) == CENTRAL)
    check_sent(scene, i, place)
    assert sent(scene, "numeric", i, place) == sent(scene, "backprop", i, place) == 0


@here(
    "No numeric slope: with {w:address} moved so far, an output leaves the range from 0 to 1, and the cross-entropy has no value there."
)
def out_of_range(scene: Scene, text: Text, w: str) -> None:
    assert place_of(w) == focus(scene)
    check_sent(scene, position(scene), focus(scene))
    assert scene.truth.cost_name == "cross-entropy"
    assert scene.truth.activation[scene.truth.L] != "sigmoid"
    assert not all(math.isnan(one) for one in errors(scene, focus(scene)))


@here(
    "No numeric slope: with {w:address} moved so far, the cost grows beyond what a float64 holds."
)
def too_large(scene: Scene, text: Text, w: str) -> None:
    assert place_of(w) == focus(scene)
    assert math.isnan(sent(scene, "numeric", position(scene), focus(scene)))


@here(
    "{w:address} + ε is {again:address} again: a float64 keeps about 16 digits of {value:number}, and ε is beyond them."
)
def stayed(scene: Scene, text: Text, w: str, again: str, value: str) -> None:
    assert place_of(w) == place_of(again) == focus(scene)
    true, step = scene.truth.value(place_of(w)), eps(scene)[position(scene)]
    check_number(value, true)
    assert true + step == true
    assert method(scene) != CENTRAL or true - step == true


@here(
    "The costs are the same to the last of about 16 digits: the change that the slope predicts, about {change:number}, is lost in rounding."
)
def no_change(scene: Scene, text: Text, change: str) -> None:
    place, i = focus(scene), position(scene)
    assert sent(scene, "numeric", i, place) == 0
    true = abs(slope(scene, place)) * width(scene, i)
    check_number(change, true, noise=1e-8 * size(scene, place) * width(scene, i))
    assert true <= 64 * EPS * cost_over(scene)


@here(
    "On the way a weighted input crosses 0, the kink of {kink:text}: this difference mixes the slopes on both sides."
)
def kink(scene: Scene, text: Text, kink: str) -> None:
    place, i = focus(scene), position(scene)
    assert crossed(scene, place, i)
    names = {"relu": "relu", "leaky-relu": "leaky relu"}
    after = [scene.truth.activation[l] for l in range(place.l, scene.truth.L + 1)]
    assert set(kink.split(" or ")) == {names[one] for one in after if one in names}


@here(
    "Rounding: so short a step changes the cost only from about its {digit:text} significant digit on, of about 16, and rounding spoils the rest."
)
def rounding(scene: Scene, text: Text, digit: str) -> None:
    place, i = focus(scene), position(scene)
    every = errors(scene, place)
    assert min(one for one in every[i + 1 :] if not math.isnan(one)) < every[i]
    n = int(re.sub(r"\D", "", digit))
    assert (
        digit
        == f"{n}{'th' if 10 < n % 100 < 14 else {1: 'st', 2: 'nd', 3: 'rd'}.get(n % 10, 'th')}"
    )
    change = abs(sent(scene, "numeric", i, place)) * width(scene, i)
    assert abs(1 + math.log10(cost_over(scene) / change) - n - 0.5) <= 0.51


@here(
    "Truncation: over so long a step the cost bends; for smaller ε the error shrinks with ε².",
    "Truncation: over so long a step the cost bends; for smaller ε the error shrinks with ε.",
)
def truncation(scene: Scene, text: Text) -> None:
    place, i = focus(scene), position(scene)
    every = errors(scene, place)
    assert min(one for one in every[:i] if not math.isnan(one)) < every[i]
    assert ("ε²" in text.text) == (method(scene) == CENTRAL)
    assert not crossed(scene, place, i)


@here(
    "This ε is among the best: a larger one adds truncation, a smaller one rounding.",
    "This ε is among the best: a larger one crosses a kink, a smaller one adds rounding.",
)
def among_the_best(scene: Scene, text: Text) -> None:
    place, i = focus(scene), position(scene)
    every, (least, _) = errors(scene, place), best(scene)
    assert every[i] <= least
    assert max(one for one in every[i + 1 :] if not math.isnan(one)) > every[i]
    assert max(one for one in every[:i] if not math.isnan(one)) > every[i]
    if "kink" in text.text:
        assert crossed(scene, place, len(every) - 1) or layer(scene, place.l)["kinks"][-1]


@here(
    "Whatever ε is, few digits agree: the slope is so small beside C that no more of it are left in the difference."
)
def tiny(scene: Scene, text: Text) -> None:
    least, i = best(scene)
    assert least >= POOR * 0.99
    change = abs(slope(scene, focus(scene))) * width(scene, i)
    assert change <= 1e-9 * cost_over(scene), (change, cost_over(scene))


@here(
    "Neuron {j:int} of layer {l:int} is saturated, and its σ′, {slope:number}, is a factor of the slope.",
    "Neuron {j:int} of layer {l:int} is saturated on every example, and its σ′, at most {slope:number}, is a factor of the slope.",
)
def saturated(scene: Scene, text: Text, j: str, l: str, **fields: str) -> None:
    place, every, true = Place("sigma_prime", int(l), int(j)), examples(scene), scene.truth
    assert (place.l, place.j) == (focus(scene).l, focus(scene).j)
    name = true.activation[place.l]
    steepest = max(one.value(place) for one in every)
    check_number(fields["slope"], steepest, noise=1e-12 * steepest)
    assert steepest <= 0.1 * {"sigmoid": 0.25, "tanh": 1.0}[name] * (1 + 1e-9)
    assert ("every" in text.text) == (len(every) > 1)
    assert place.l < true.L or not true.cancels


@here(
    "By backpropagation the slope is exactly 0, so what the difference gives is nothing but its error."
)
def nothing_but_error(scene: Scene, text: Text) -> None:
    place = focus(scene)
    assert abs(slope(scene, place)) <= 1e-15 * size(scene, place)
    assert sent(scene, "backprop", 0, place) == 0 != sent(scene, "numeric", position(scene), place)


@here(
    "C is the mean cost of the {m:int} examples in the table.",
    "C is the sum of the costs of the {m:int} examples in the table.",
)
def over_examples(scene: Scene, text: Text, m: str) -> None:
    assert int(m) == len(examples(scene)) > 1
    assert ("sum" if "the sum" in text.text else "mean") == scene.truth.reduction
