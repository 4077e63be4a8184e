"""What the explorer says of a step of learning."""

from fractions import Fraction

from tests.claims.claims import Scene, always, check_number, claim, number_of
from tests.claims.rows import on_rows, over, stepped
from tests.claims.said import Text
from tests.claims.truth import Truth

always(
    "The code that computed it, to about 16 digits; shown numbers are rounded.",
    "The code that takes the step, over this example.",
    "Many textbooks define δ with the other sign, −∂C/∂z, and then add: w + η δ a.",
    "Both steps are the same.",
)
always("{code:text}", where=r"/code$")


@claim("It takes the {reduced:text} over the examples; here there is one.")
def reduction(scene: Scene, text: Text, reduced: str) -> None:
    assert reduced == scene.lesson.reduction


@claim(
    "Glow: how far each weight and bias moves, drawn larger; orange up, blue down.",
    "Glow: how far each weight moves, drawn larger; orange up, blue down.",
)
def glow(scene: Scene, text: Text) -> None:
    assert ("bias" in text.text) == (scene.lesson.biases == "learn")


def over_rows(scene: Scene) -> list[Truth]:
    """What a step goes over where it is more than this example: all rows that can be run."""
    lesson = scene.lesson
    several = lesson.over == "all" and len(lesson.data) > 1
    return [*on_rows(scene.truth, lesson.data).values()] if several else []


def costs(scene: Scene) -> tuple[float, float]:
    """C before and after a step over what the lesson says, worked out once more."""
    every = over_rows(scene) or [scene.truth]
    after = stepped(scene.truth, every, scene.lesson.eta)
    return over(every), over([after.on(one.x, one.y) for one in every])


@claim(
    "Each weight and bias moves by −η = {rate:number} times its gradient, {over:text}.",
    "Each weight moves by −η = {rate:number} times its gradient, {over:text}.",
    "Every gradient is 0, {over:text}: nothing moves, and {C:text} stays at {cost:number}.",
    "Every {whose:text} gradient is 0, {over:text}: nothing moves, and {C:text} stays at {cost:number}.",
)
def moves(
    scene: Scene,
    text: Text,
    over: str,
    rate: str = "",
    whose: str = "",
    C: str = "",
    cost: str = "",
) -> None:
    biases = scene.lesson.biases
    over, _, stay = over.partition("; ")
    assert stay == ("each bias stays as it is" if biases == "fixed" and rate else "")
    assert ("weight and bias" in text.text) == (biases == "learn" and rate != "")
    assert whose == ("weight's" if biases != "learn" and not rate else "")
    rows = len(over_rows(scene))
    plural = "s" * (rows > 1)
    assert over == (f"over {rows} row{plural} of the table" if rows else "over this example")
    if rate:
        assert Fraction(rate.replace("−", "-")) == -Fraction(str(scene.lesson.eta))
        return
    before, after = costs(scene)
    check_number(cost, before, noise=1e-12 * abs(before))
    assert ("the " * bool(rows) + name_of_cost(scene)) == C
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
    assert ("The " * bool(over_rows(scene)) + name_of_cost(scene)) == C
    if not after:
        assert abs(here - there) <= 1e-12 * abs(here)
        return
    for said, true in ((before, here), (after, there)):
        check_number(said, true, noise=1e-9 * max(abs(here), abs(there)))
    assert before != after
    assert way == ("down" if number_of(after) < number_of(before) else "up")


def name_of_cost(scene: Scene) -> str:
    if not over_rows(scene):
        return "C"
    return {"mean": "mean C", "sum": "total C"}[scene.lesson.reduction]


@claim(
    "The code that takes the step, over {rows:int} rows of the table: each gradient is the {reduced:text} of theirs."
)
def step_over_rows(scene: Scene, text: Text, rows: str, reduced: str) -> None:
    assert reduced == scene.lesson.reduction
    assert int(rows) == len(over_rows(scene))


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
