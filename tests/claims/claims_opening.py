"""What the first minute says: the question, how wrong it is, who is to blame, and what to do."""

from itertools import pairwise

from tests.claims.claims import Scene, always, check_number, claim, number_of
from tests.claims.said import Text
from tests.claims.truth import Place, Truth

always(
    "Watch a network find out what made its answer wrong.",
    "Each line multiplies the number that it carries by a weight of its own: orange above 0, blue below.",
    "Each line multiplies; each circle adds up what arrives, and makes its number of the sum.",
    "This number is called the cost.",
    "To learn is to make it smaller.",
    "The first minute",
)
always("From left to right:", "How wrong is that?", "{n} of {count}")


def outputs(true: Truth) -> list[float]:
    return true.a[true.L]


def worst(true: Truth) -> int:
    return max(range(len(true.y)), key=lambda i: abs(outputs(true)[i] - true.y[i]))


def check_output(said: str, wished: str, true: Truth, i: int) -> None:
    check_number(said, outputs(true)[i], noise=1e-12 * abs(outputs(true)[i]))
    check_number(wished, true.y[i])
    assert (said == wished) == (outputs(true)[i] == true.y[i])


@claim("It says {a:number} and {b:number}.", "It says {a:number}.", where="headline")
def answers(scene: Scene, text: Text, a: str, b: str = "") -> None:
    check_all([a, b], outputs(scene.truth))


@claim("It should say {a:number} and {b:number}.", "It should say {a:number}.", where="headline")
def wished(scene: Scene, text: Text, a: str, b: str = "") -> None:
    check_all([a, b], scene.truth.y)


def check_all(said: list[str], true: list[float]) -> None:
    for one, value in zip(filter(None, said), true, strict=True):
        check_number(one, value, noise=1e-12 * abs(value))


@claim("It says {a:number} where it should say {y:number}.")
def of_many(scene: Scene, text: Text, a: str, y: str) -> None:
    assert len(scene.truth.y) > 2
    check_output(a, y, scene.truth, worst(scene.truth))


@claim(
    "Which line is to blame?",
    "Which line is most to blame?",
    "Which line is most to blame for all of it?",
)
def which(scene: Scene, text: Text) -> None:
    assert outputs(scene.truth) != scene.truth.y


@claim("It says what it should.", "Would any line be to blame?", "Not wrong at all.")
def right(scene: Scene, text: Text) -> None:
    assert outputs(scene.truth) == scene.truth.y


@claim(
    "this is how it got to {a:number}.",
    "this is how it got to {a:number} and {b:number}.",
    "this is how it got to its {count:int} answers.",
)
def got(scene: Scene, text: Text, a: str = "", b: str = "", count: str = "") -> None:
    every = outputs(scene.truth)
    said = [one for one in (a, b) if one]
    assert len(every) == int(count or len(said))
    for one, value in zip(said, every, strict=bool(said)):
        check_number(one, value, noise=1e-12 * abs(value))


@claim("It says {numbers:numbers}.", where="told/acts/spoken$")
def all_answers(scene: Scene, text: Text, numbers: str) -> None:
    for one, value in zip(numbers.split(", "), outputs(scene.truth), strict=True):
        check_number(one, value, noise=1e-12 * abs(value))


@claim("How wrong it is, as one number: C = {cost:number}.", "As one number: C = {cost:number}.")
def how_wrong(scene: Scene, text: Text, cost: str) -> None:
    check_number(cost, scene.truth.cost, noise=1e-12 * abs(scene.truth.cost))


GAP = "{gap:number} too {way:text}"


@claim(
    f"Output {{j:int}} says {{a:number}} and should say {{y:number}}: {GAP}.",
    "Output {j:int} says {a:number} and should say {y:number}: just right.",
)
def gap_spoken(
    scene: Scene, text: Text, j: str, a: str, y: str, gap: str = "", way: str = ""
) -> None:
    check_output(a, y, scene.truth, int(j) - 1)
    check_gap(scene.truth, int(j) - 1, gap, way)
    if gap:
        apart = abs(number_of(a) - number_of(y))
        assert abs(apart - number_of(gap)) <= 0.51 * unit(gap), "that of the printed numbers"


@claim(GAP, "just right", where="gaps")
def gap_drawn(scene: Scene, text: Text, gap: str = "", way: str = "") -> None:
    check_gap(scene.truth, text.places[-1], gap, way)


def unit(number: str) -> float:
    """What one is worth in the last digit of a number."""
    mantissa, times, power = number.partition("×10")
    decimals = len(mantissa.partition(".")[2])
    return 10.0**-decimals * (number_of(f"1{times}{power}") if times else 1)


def check_gap(true: Truth, i: int, gap: str, way: str) -> None:
    apart = outputs(true)[i] - true.y[i]
    assert (gap == "") == (apart == 0)
    if gap:
        assert way == ("high" if apart > 0 else "low")
        assert abs(number_of(gap) - abs(apart)) <= 0.12 * abs(apart)


@claim("should be {y:number}", where="wishes")
def wish(scene: Scene, text: Text, y: str) -> None:
    check_number(y, scene.truth.y[text.places[-1]])


@claim("In layer {l:int} no share is larger in size than {share:number}, that of circle {j:int}.")
def share(scene: Scene, text: Text, l: str, share: str, j: str) -> None:
    errors = scene.truth.delta[int(l)]
    check_number(share, errors[int(j) - 1], noise=1e-12 * max(map(abs, errors)))
    assert abs(errors[int(j) - 1]) >= max(map(abs, errors)) * (1 - 1e-9)


@claim("no blame runs back.", "Each circle that they lead back to has a share of 0.")
def no_blame(scene: Scene, text: Text) -> None:
    assert not any(error for errors in scene.truth.delta.values() for error in errors)


@claim(
    "From right to left, along the same lines,",
    "the blame runs back.",
    "Each circle shows its share of the blame, its error.",
    "Orange: with less there, C would fall.",
    "Blue: with more.",
)
def blame(scene: Scene, text: Text) -> None:
    assert len(scene.truth.delta) == scene.truth.L - 1


def gradients(true: Truth) -> dict[Place, float]:
    return {
        Place("w", l, j + 1, k + 1): value
        for l, rows in true.nabla_w.items()
        for j, row in enumerate(rows)
        for k, value in enumerate(row)
    }


def named(scene: Scene) -> Place:
    """The weight that the first minute names."""
    (part,) = (one for one in scene.data["parts"] if isinstance(one, dict) and "told" in one)
    l, j, k = map(int, part["told"]["weight"].removeprefix("w").split("_"))
    return Place("w", l, j, k)


@claim("No line is to blame: each one's share is 0.", "To change one a little hardly moves C.")
def none(scene: Scene, text: Text) -> None:
    assert not any(gradients(scene.truth).values())


@claim(
    "The only line is to blame: its weight is {weight:number}.",
    "This line is most to blame: its weight is {weight:number}.",
    "No line is more to blame than this one: its weight is {weight:number}.",
)
def who(scene: Scene, text: Text, weight: str) -> None:
    every = gradients(scene.truth)
    check_number(weight, scene.truth.value(named(scene)))
    size = abs(every[named(scene)])
    others = [abs(value) for place, value in every.items() if place != named(scene)]
    assert ("only" in text.text) == (not others)
    assert all(other <= size * (1 + 1e-9) for other in others)
    if "most" in text.text and others:
        assert max(others) < size * (1 + 1e-9)


CARRIED = "{a:number} comes in, times the share {delta:number} at its end: "


@claim(
    CARRIED + "that is how fast it moves C.",
    CARRIED + "no other weight moves C as fast.",
    CARRIED + "no weight moves C faster.",
)
def why(scene: Scene, text: Text, a: str, delta: str) -> None:
    true, (_, l, j, k) = scene.truth, named(scene)
    error = true.delta[l][j - 1]
    check_number(a, true.a[l - 1][k - 1], noise=1e-12 * abs(true.a[l - 1][k - 1]))
    check_number(delta, error, noise=1e-12 * abs(error))


@claim(
    "{act:text} it by {step:number}, and C falls from {before:number} to {after:number}.",
    "{act:text} it a little, and C falls, at first by {rate:number} per 1.",
)
def what_to_do(
    scene: Scene,
    text: Text,
    act: str,
    step: str = "",
    before: str = "",
    after: str = "",
    rate: str = "",
) -> None:
    true, place = scene.truth, named(scene)
    gradient = gradients(true)[place]
    assert act == ("Lower" if gradient > 0 else "Raise")
    if rate:
        check_number(rate, abs(gradient), noise=1e-12 * abs(gradient))
        return
    moved = true.moved(place, -number_of(step) if gradient > 0 else number_of(step))
    for said, cost in ((before, true.cost), (after, moved.cost)):
        check_number(said, cost, noise=1e-9 * true.cost)
    assert number_of(after) < number_of(before)


@claim(
    "One run back finds this out: that is backpropagation.",
    "One run back finds this out for each of the {lines:int} lines: that is backpropagation.",
)
def found_at_once(scene: Scene, text: Text, lines: str = "1") -> None:
    sizes = scene.truth.sizes
    assert int(lines) == sum(one * two for one, two in pairwise(sizes))


@claim("{number:number}", where="parts/number$|overlays/number$")
def weight_drawn(scene: Scene, text: Text, number: str) -> None:
    check_number(number, scene.truth.value(named(scene)))
