"""What part "check" says of slopes found by moving a weight, and what must be true of it.

A slope by a difference is mostly rounding where the step is short, which no test can know to the
last digit. So what the stage was sent of it is checked as far as rounding lets it, and what is said
is checked against that.
"""

import math
import re
from decimal import Decimal
from functools import partial
from statistics import median
from typing import Any

from tests.claims.claims import Scene, always, check_number, claim, formulas_of, number_of, place_of
from tests.claims.formulas import check as check_formula
from tests.claims.said import Text
from tests.claims.truth import Place, Truth

here = partial(claim, part="^check$")
EPS = 2.0**-52
CENTRAL = "central"
LEAST, POOR, NEAR, APART = 1e-15, 1e-4, 2, 0.1

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


# the lesson, without the app


def examples(scene: Scene) -> list[Truth]:
    """The network on all rows of the table, where all have a cost, or on its own example."""
    n, found = len(scene.lesson.x), []
    try:
        for row in scene.lesson.data if len(scene.lesson.data) > 1 else ():
            found.append(scene.truth.on(row[:n], row[n:]))
            assert math.isfinite(found[-1].cost)
    except (ValueError, OverflowError, AssertionError):
        return [scene.truth]
    return found or [scene.truth]


def method(scene: Scene) -> str:
    return scene.lesson.choice("check-method")


def mean_cost(scene: Scene, place: Place | None = None, step: float = 0.0) -> float:
    """The mean cost, with a weight or a bias moved; NaN where it has no value."""
    every = examples(scene)
    try:
        costs = [(moved(one, place, step) if place else one).cost for one in every]
    except (ValueError, OverflowError):
        return math.nan
    return math.fsum(costs) / len(costs)


def moved(one: Truth, place: Place, step: float) -> Truth:
    return one.moved(place, step) if place.k else one.pushed(place.l, place.j, step)


def slope(scene: Scene, place: Place) -> float:
    """dC by this weight or bias."""
    of = place._replace(symbol="nabla_w" if place.k else "delta")
    every = [one.value(of) for one in examples(scene)]
    return math.fsum(every) / len(every)


def size(scene: Scene, place: Place) -> float:
    """How large the terms are that a slope is the sum of."""
    of = place._replace(symbol="nabla_w" if place.k else "delta")
    return max(abs(one.value(of)) for one in examples(scene))


# what the stage was sent


def comparison(scene: Scene) -> Any:
    return next(part for part in scene.data["parts"] if "shown" in part)


def focus(scene: Scene) -> Place:
    """The weight or bias that the panel is about."""
    symbol, indices = re.fullmatch(r"([wb])([\d_]+)", comparison(scene)["focus"]).groups()  # type: ignore[union-attr]
    l, j, *k = map(int, indices.split("_"))
    return Place(symbol, l, j, *k)


def layer(scene: Scene, l: int) -> Any:
    return next(one for one in comparison(scene)["shown"] if one["l"] == l)


def eps(scene: Scene) -> list[float]:
    return [float(one) for one in scene.data["frames"]["values"]]


def position(scene: Scene) -> int:
    """Of the panel."""
    wanted = float(scene.lesson.value_of("check-eps"))
    return min(range(len(eps(scene))), key=lambda i: abs(eps(scene)[i] - wanted))


def sent(scene: Scene, name: str, i: int, place: Place) -> float:
    """A number of the stage at a position: NaN for none."""
    one = layer(scene, place.l)
    columns = one["columns"]
    column = (place.j - 1) * (columns + 1) + (place.k - 1 if place.k else columns)
    row = one[name] if name == "backprop" else one[name][i]
    assert len(row) == one["rows"] * (columns + 1)
    return math.nan if row[column] is None else float(row[column])


def width(scene: Scene, i: int) -> float:
    return eps(scene)[i] * (2 if method(scene) == CENTRAL else 1)


def errors(scene: Scene, place: Place) -> list[float]:
    return [sent(scene, "relative", i, place) for i in range(len(eps(scene)))]


def check_sent(scene: Scene, i: int, place: Place) -> None:
    """Both slopes are what they are called, but for rounding, and the error is that of the two."""
    by_moving, backward = (sent(scene, name, i, place) for name in ("numeric", "backprop"))
    true = slope(scene, place)
    assert abs(backward - true) <= 1e-8 * size(scene, place), (backward, true)
    step, central = eps(scene)[i], method(scene) == CENTRAL
    lower = mean_cost(scene, place, -step) if central else mean_cost(scene)
    upper = mean_cost(scene, place, step)
    if math.isnan(by_moving):
        assert not math.isfinite(upper - lower) or max(upper, lower) > 1e300
        return
    value = scene.truth.value(place)
    noise = 256 * EPS * max(upper, lower) + 8 * EPS * abs(value) * size(scene, place)
    gap = (upper - lower) / width(scene, i)
    assert abs(by_moving - gap) <= 1e-5 * abs(gap) + noise / width(scene, i), (by_moving, gap)
    error, most = sent(scene, "relative", i, place), max(abs(by_moving), abs(backward))
    apart = abs(by_moving - backward) / most if most else 0.0
    assert abs(error - apart) <= 6e-3 * error + 1.1e-5 * (error > 0), (error, apart)


def check_error(said: str, error: float) -> None:
    """The stage has three digits of an error."""
    assert abs(number_of(said) - error) <= 1e-9 * error, error


def best(scene: Scene) -> tuple[float, int]:
    """The least of the largest errors of neighbours, and where."""
    every = errors(scene, focus(scene))
    known = [-1.0 if math.isnan(one) else one for one in every]
    steady = [
        math.inf if math.isnan(one) else max(known[max(0, i - NEAR) : i + NEAR + 1])
        for i, one in enumerate(every)
    ]
    return min((one, i) for i, one in enumerate(steady))


# the panel


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
    assert true <= 64 * EPS * mean_cost(scene)


@here(
    "On the way a weighted input crosses 0, the kink of {kink:text}: this difference mixes the slopes on both sides."
)
def kink(scene: Scene, text: Text, kink: str) -> None:
    place, i = focus(scene), position(scene)
    assert crossed(scene, place, i)
    names = {"relu": "relu", "leaky-relu": "leaky relu"}
    after = [scene.truth.activation[l] for l in range(place.l, scene.truth.L + 1)]
    assert set(kink.split(" or ")) == {names[one] for one in after if one in names}


def crossed(scene: Scene, place: Place, i: int) -> bool:
    """Whether some z has another sign at one end of the step, or is next to 0."""
    step = eps(scene)[i]
    for one in examples(scene):
        ends = [
            moved(one, place, step),
            moved(one, place, -step) if method(scene) == CENTRAL else one,
        ]
        for l in range(place.l, one.L + 1):
            if "relu" in one.activation[l]:
                largest = max(map(abs, one.z[l]))
                for up, down in zip(ends[0].z[l], ends[1].z[l], strict=True):
                    if (up > 0) != (down > 0) or min(abs(up), abs(down)) < 1e-13 * largest:
                        return True
    return False


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
    assert abs(1 + math.log10(mean_cost(scene) / change) - n - 0.5) <= 0.51


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
    assert change <= 1e-9 * mean_cost(scene), (change, mean_cost(scene))


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
    assert place.l < true.L or (true.cost_name, name) != ("cross-entropy", "sigmoid")


@here(
    "By backpropagation the slope is exactly 0, so what the difference gives is nothing but its error."
)
def nothing_but_error(scene: Scene, text: Text) -> None:
    place = focus(scene)
    assert abs(slope(scene, place)) <= 1e-15 * size(scene, place)
    assert sent(scene, "backprop", 0, place) == 0 != sent(scene, "numeric", position(scene), place)


@here("C is the mean cost of the {m:int} examples in the table.")
def mean_of(scene: Scene, text: Text, m: str) -> None:
    assert int(m) == len(examples(scene)) > 1


# the stage


@here("{number:number}", where="^stage/cost/(?:short|exact)$")
def cost(scene: Scene, text: Text, number: str) -> None:
    true = mean_cost(scene)
    check_number(number, true, noise=1e-9 * true)


@here("layer {l:int}", where="parts/shown/title$")
def title(scene: Scene, text: Text, l: str) -> None:
    assert comparison(scene)["shown"][text.places[1]]["l"] == int(l)


@here("∂C/∂w{l:text}", "∂C/∂b{l:text}", where="parts/shown/names")
def name(scene: Scene, text: Text, l: str) -> None:
    assert "⁰¹²³⁴⁵⁶⁷⁸⁹".index(l) == comparison(scene)["shown"][text.places[1]]["l"]


@here("the worst of layer {l:int}", "the worst of all", where="figure/data/name$")
def worst(scene: Scene, text: Text, l: str = "") -> None:
    shown = [one["l"] for one in comparison(scene)["shown"]]
    assert shown == ([int(l)] if l else list(range(2, scene.truth.L + 1)))


@here("{w:address}", where="figure/data/name$")
@here("The relative error over ε: of {w:address}, the largest, and the median", where="label$")
def of_focus(scene: Scene, text: Text, w: str) -> None:
    assert place_of(w) == focus(scene)


@here("none, or below 10⁻¹⁶", where="annotations/text$")
def at_floor(scene: Scene, text: Text) -> None:
    assert any(
        one is not None and one <= 1e-16
        for part in comparison(scene)["shown"]
        for row in part["relative"]
        for one in row
    )


@here("lowest at {step:number}", where="annotations/text$")
def lowest(scene: Scene, text: Text, step: str) -> None:
    every = dict(zip(eps(scene), errors(scene, focus(scene)), strict=True))
    least = min(one for one in every.values() if not math.isnan(one))
    assert every[number_of(step)] == least


@here("rounding", "truncation", "across a kink", where="annotations/text$")
def arm(scene: Scene, text: Text) -> None:
    every, (least, i) = errors(scene, focus(scene)), best(scene)
    part = every[:i] if text.text == "rounding" else every[i + 1 :]
    assert max(one for one in part if not math.isnan(one)) > 9.9 * max(least, LEAST)


def known(scene: Scene, i: int) -> list[float]:
    return [
        one for part in comparison(scene)["shown"] for one in part["relative"][i] if one is not None
    ]


def count(scene: Scene) -> int:
    return sum(len(part["backprop"]) for part in comparison(scene)["shown"])


def check_count(scene: Scene, n: str, l: str) -> None:
    """So many weights and biases: of one layer that is shown, or of all."""
    shown = [one["l"] for one in comparison(scene)["shown"]]
    assert int(n) == count(scene)
    assert shown == ([int(l)] if l else list(range(2, scene.truth.L + 1)))
    sizes = scene.truth.sizes
    assert int(n) == sum(sizes[at - 1] * (sizes[at - 2] + 1) for at in shown)


@here(
    "The relative errors of all {n:int} weights and biases: up to {most:number}, at {w:address}; median {half:number}.",
    "The relative errors of the {n:int} of layer {l:int}: up to {most:number}, at {w:address}; median {half:number}.",
    where="frames/words$",
)
def summary(scene: Scene, text: Text, n: str, most: str, w: str, half: str, l: str = "") -> None:
    check_count(scene, n, l)
    i, place = text.position, place_of(w)
    every = known(scene, i)
    check_error(most, max(every))
    assert sent(scene, "relative", i, place) == max(every) > LEAST
    check_number(half, median(every), noise=6e-3 * median(every))
    check_sent(scene, i, place)


@here(
    "For all {n:int} weights and biases the two slopes agree to 15 digits or more.",
    "For the {n:int} weights and biases of layer {l:int} the two slopes agree to 15 digits or more.",
    where="frames/words$",
)
def all_agree(scene: Scene, text: Text, n: str, l: str = "") -> None:
    check_count(scene, n, l)
    assert max(known(scene, text.position)) <= LEAST


@here(
    "Of all {n:int} weights and biases none has a numeric slope at this ε.",
    "Of the {n:int} weights and biases of layer {l:int} none has a numeric slope at this ε.",
    where="frames/words$",
)
def none_has(scene: Scene, text: Text, n: str, l: str = "") -> None:
    check_count(scene, n, l)
    assert not known(scene, text.position)


@here(
    "One has no numeric slope (–).",
    "{missing:int} have no numeric slope (–).",
    where="frames/words$",
)
def some_without(scene: Scene, text: Text, missing: str = "1") -> None:
    assert int(missing) == count(scene) - len(known(scene, text.position)) > 0
    assert int(missing) > 1 or "One" in text.text


@here(
    "Marked ◆: on the way a weighted input crosses a kink, so that two slopes are mixed.",
    where="frames/words$",
)
def kinks(scene: Scene, text: Text) -> None:
    marked = [
        (part, n) for part in comparison(scene)["shown"] for n in part["kinks"][text.position]
    ]
    part, n = marked[0]
    j, k = divmod(n, part["columns"] + 1)
    place = (
        Place("w", part["l"], j + 1, k + 1) if k < part["columns"] else Place("b", part["l"], j + 1)
    )
    assert crossed(scene, place, text.position)


# the subtraction


@formulas_of("check", "^latex$")
def subtraction(scene: Scene, text: Text, latex: str) -> None:
    """The costs are those at both ends, and what stands below follows from the digits printed."""
    if "difference" not in latex:
        check_formula(latex.replace(r"\quad (\text{by backpropagation})", ""), scene.truth)
        return
    bare = re.sub(r"\\textcolor\{[^}]*\}", "", latex).replace("{", "").replace("}", "")
    place, i = focus(scene), position(scene)
    index = f"{place.j}{place.k or ''}" if max(place.j, place.k) < 10 else None
    lines = {}
    for line in bare.replace(r"\beginaligned", "").replace(r"\endaligned", "").split(r"\\"):
        left, sign, right = re.split(r"&\s*(=|\\approx)", line)
        lines[left.replace(" ", "")] = sign, _decimal(right)
    names = list(lines)
    assert index is None or all(f"^{place.l}_{index}" in one for one in names[:2]), names
    (sign, above), (sign_below, below), (_, gap), (_, numeric), (sign_back, back) = lines.values()
    step = eps(scene)[i]
    moves = {names[0]: step, names[1]: -step if r"-\epsilon" in names[1] else 0.0}
    assert (moves[names[1]] < 0) == (method(scene) == CENTRAL)
    for each, (shown, printed) in zip(moves, ((sign, above), (sign_below, below)), strict=True):
        true = mean_cost(scene, place, moves[each])
        value = scene.truth.value(place)
        noise = 256 * EPS * true + 8 * EPS * abs(value) * size(scene, place)
        unit = float(Decimal(1).scaleb(int(printed.as_tuple().exponent)))
        slack = noise + unit * (shown != "=")
        assert abs(float(printed) - true) <= slack, (each, printed, true)
        if shown == "=":
            assert all(
                z == 0 or "u" in one.activation[l] or one.activation[l] == "linear"
                for one in examples(scene)
                for l in one.z
                for z in one.z[l]
            )
    assert gap == above - below
    divisor = _decimal(names[3].removeprefix(r"\textdividedby"))
    assert float(divisor) == width(scene, i)
    unit = max(Decimal(1).scaleb(int(one.as_tuple().exponent)) for one in (above, below))
    least, most = ((gap + way * unit) / divisor for way in (-1, 1))
    half = Decimal(1).scaleb(int(numeric.as_tuple().exponent)) / 2
    assert least - half <= numeric <= most + half, (least, numeric, most)
    half = Decimal(1).scaleb(int(back.as_tuple().exponent)) / 2
    true = slope(scene, place)
    assert abs(float(back) - true) <= float(half) + 1e-9 * size(scene, place), (back, true)
    if sign_back == "=":
        assert abs(float(back) - true) <= 1e-12 * size(scene, place), (back, true)
    check_sent(scene, i, place)


def _decimal(latex: str) -> Decimal:
    """A printed number: 0.5, 10^-5, 2 \\times 10^-5."""
    text = re.sub(r"\s|\\(?:,|text)", "", latex)
    mantissa, _, power = text.partition("\\times10^") if "times" in text else ("1", "", text[3:])
    if "^" not in text:
        return Decimal(text)
    return Decimal(mantissa).scaleb(int(power))
