"""What is said of a mini-batch, and what must be true of it."""

import math
import re

from backprop.lesson.examples import examples_of
from tests.claims import formulas, lines, reader
from tests.claims.claims import Scene, always, claim, formulas_of
from tests.claims.said import Text
from tests.claims.spelling import spelled
from tests.claims.truth import Place, Truth

always("Usually the examples are shuffled anew for each epoch.", where="help|markdown|radio")
always("In an epoch the steps over the batches before it are taken first.", where="^caption$")
always("What each example adds", "One epoch: every example once", where="^stage/parts/texts/")
always("The step over this batch", "A whole epoch", where="^stage/parts/texts/")


def batches(scene: Scene) -> list[list[int]]:
    """The examples of each batch of the epoch, as the stage has them."""
    (found,) = (part for part in scene.data["parts"] if part["module"].endswith("update.js"))
    every: list[list[int]] = found["batches"]
    numbers = sorted(number for batch in every for number in batch)
    assert len(numbers) == len({*numbers}), "every example once"
    if scene.lesson.choice("batch-order") == "table":
        assert numbers == [number for batch in every for number in batch]
    m = min(max(int(scene.lesson.value_of("batch-size")), 1), len(numbers))
    assert {len(batch) for batch in every[:-1]} <= {m}
    assert 0 < len(every[-1]) <= m
    return every


def present(scene: Scene) -> list[int]:
    return batches(scene)[scene.data["step"] - 1]


def of_example(scene: Scene, number: int) -> Truth:
    """The numbers of one row of the table, counted from 1."""
    rows, n = examples_of(scene.lesson), len(scene.lesson.x)
    every = sorted(one for batch in batches(scene) for one in batch)
    own = scene.lesson.x + scene.lesson.y
    row = own if every == [1] and number == 1 and not runs(scene, rows[0]) else rows[number - 1]
    return scene.truth.on(row[:n], row[n:])


def runs(scene: Scene, row: tuple[float, ...]) -> bool:
    n = len(scene.lesson.x)
    try:
        cost = scene.truth.on(row[:n], row[n:]).cost
    except (ValueError, OverflowError):
        return False
    return math.isfinite(cost)


def gradient(scene: Scene, batch: list[int]) -> list[float]:
    """The mean gradient of a batch by all weights and biases."""
    every = [of_example(scene, number) for number in batch]
    found = [
        [
            *(one for rows in true.nabla_w.values() for row in rows for one in row),
            *(one for errors in true.delta.values() for one in errors if "b" in true.learned),
        ]
        for true in every
    ]
    return [math.fsum(column) / len(batch) for column in zip(*found, strict=True)]


def angle(scene: Scene) -> float:
    """Between the gradient of the present batch and that of all, in degrees; NaN where one is 0."""
    both = [present(scene), [number for batch in batches(scene) for number in batch]]
    one, other = (gradient(scene, batch) for batch in both)
    sizes = [max(map(abs, vector)) for vector in (one, other)]
    if not all(sizes):
        return math.nan
    one, other = (
        [n / size for n in vector] for vector, size in zip((one, other), sizes, strict=True)
    )
    length = math.hypot(*one) * math.hypot(*other)
    cosine = math.fsum(a * b for a, b in zip(one, other, strict=True)) / length
    return math.degrees(math.acos(max(-1.0, min(1.0, cosine))))


@claim("This batch has the only example: its step is that of gradient descent.")
@claim("This batch has all the examples: its step is that of gradient descent over all.")
def whole(scene: Scene, text: Text) -> None:
    assert len(batches(scene)) == 1
    assert (len(present(scene)) == 1) == ("only" in text.text)


@claim("A step over all {count:int} examples needs {passes:int} passes, this one needs {m:int}.")
def passes(scene: Scene, text: Text, count: str, passes: str, m: str) -> None:
    assert int(count) == int(passes) == sum(map(len, batches(scene))) > int(m)
    assert int(m) == len(present(scene))


@claim("Its gradient or theirs is 0, so their directions cannot be compared.")
def no_direction(scene: Scene, text: Text) -> None:
    assert math.isnan(angle(scene))


@claim("Here both gradients point the same way, to less than a degree.")
def same_way(scene: Scene, text: Text) -> None:
    assert angle(scene) < 1


@claim("The price: its gradient points about {degrees:int}° away from theirs.")
def apart(scene: Scene, text: Text, degrees: str) -> None:
    assert abs(angle(scene) - int(degrees)) <= 0.5 + 1e-6
    assert degrees != "0"


# the epoch


@claim("Batch {n:int} of {count:int}: {examples:text}", where="^stage/steps/title$")
def title(scene: Scene, text: Text, n: str, count: str, examples: str) -> None:
    every = batches(scene)
    assert int(n) == text.places[0] + 1
    assert int(count) == len(every)
    batch = every[int(n) - 1]
    shown = [int(one) for one in re.findall(r"\d+", examples)]
    assert examples.startswith("example " if len(batch) == 1 else "examples ")
    assert shown == (batch if "…" not in examples else [*batch[:5], batch[-1]])


@claim("One epoch in {n:int} step", "One epoch in {n:int} steps", where="^stage/steps/group$")
def epoch(scene: Scene, text: Text, n: str) -> None:
    assert int(n) == len(batches(scene))
    assert text.text.endswith("s") == (n != "1")


@claim(
    "Each of the {m:int} examples goes forward and backward by itself, all with the same weights."
)
def several(scene: Scene, text: Text, m: str) -> None:
    assert int(m) == len(batches(scene)[text.places[0]]) > 1


@claim(
    "A batch of one example: the example goes forward and backward, and the step is made from its gradient alone."
)
def one(scene: Scene, text: Text) -> None:
    assert len(batches(scene)[text.places[0]]) == 1


@claim("{x:text} → {y:text}", where="^stage/parts/(batches|examples/\\d+)/about$")
def about(scene: Scene, text: Text, x: str, y: str) -> None:
    """An example by its numbers, in nine digits."""
    if "/batches/" in text.where:
        number = batches(scene)[text.places[1]][text.places[2]]
    else:
        number = int(text.where.split("/")[3])
    true = of_example(scene, number)
    assert [x.split(", "), y.split(", ")] == [
        [nine(n) for n in values] for values in (true.x, true.y)
    ]


def nine(number: float) -> str:
    """In nine digits without zeros at the end."""
    text = spelled(number, 9)
    mantissa, times, power = text.partition("×10")
    return (mantissa.rstrip("0").rstrip(".") if "." in mantissa else mantissa) + times + power


# the formula of one weight


@formulas_of("batch", "^latex$")
def update(scene: Scene, text: Text, latex: str) -> None:
    if r"\sum_x" in latex:  # the rule in letters
        return
    plain = re.sub(r"\\textcolor\{[^}]*\}|[{}]", "", latex)
    found = re.search(r"([wb])\^(\d+)_([\d,]+)\s*&?\\rightarrow", plain)
    assert found, plain
    symbol, l, at = found.groups()
    j, k = at.split(",") if "," in at else (at[:1], at[1:]) if symbol == "w" else (at, 0)
    place = Place(symbol, int(l), int(j), int(k))
    true = [of_example(scene, number) for number in present(scene)]
    total = math.fsum(one.value(place._replace(symbol=f"nabla_{symbol}")) for one in true)
    before = scene.truth.value(place)
    assert place.symbol in scene.truth.learned
    after = before - scene.lesson.eta / (len(true) if scene.lesson.takes_mean else 1) * total
    (line,) = lines.lines_of(re.sub(r"\\big[lr]", "", latex.replace(r"\rightarrow", "=")))
    formulas.check(line.partition("=")[2], scene.truth)
    *_, (_, last) = reader.Reader(line, scene.truth).chain()
    slack = 1e-9 * (abs(before) + abs(after))
    assert last is not None
    assert last.low - slack <= after <= last.high + slack, after


always("Each batch is shown with the weights as they are now.")
