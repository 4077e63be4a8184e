"""What the first minute says: four answers to the question which line is to blame.

Who reads it has never heard of a network: a circle is a neuron, a line is a weight.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from backprop.writing.text.numbers import short, told_apart

NAME = "Backprop explorer"
PROMISE = "Watch a network find out what made its answer wrong."
SKIP = "Skip"
AGAIN = "The first minute"
CHANGE = "Change the network"
"""What the folded sidebar is for."""
PROGRESS = "{n} of {count}"
MOST_DIGITS = 6
"""So many digits of C are read; a fall that needs more is told as a rate."""


@dataclass(frozen=True)
class Said:
    """One act: its headline, what explains it, what the button to the next one says.

    A line ends where a thought does. ``spoken`` is what the picture shows besides, for those who do
    not see it.
    """

    headline: str
    more: str
    press: str
    spoken: str = ""


def question(answers: Sequence[float], wishes: Sequence[float]) -> Said:
    """The network's answer, the wish, and the question."""
    return Said(
        _question(answers, wishes),
        "Each line multiplies the number that it carries by a weight of its own: "
        "orange above 0, blue below.",
        "See how it got there",
    )


def _question(answers: Sequence[float], wishes: Sequence[float]) -> str:
    worst = max(range(len(answers)), key=lambda i: abs(answers[i] - wishes[i]))
    a, y, _ = told_apart(answers[worst], wishes[worst])
    if answers[worst] == wishes[worst]:
        return "It says what it should.\nWould any line be to blame?"
    if len(answers) == 1:
        return f"It says {a}. It should say {y}.\nWhich line is to blame?"
    if len(answers) == 2:
        (a, y, _), (b, z, _) = map(told_apart, answers, wishes)
        return f"It says {a} and {b}. It should say {y} and {z}.\nWhich line is most to blame?"
    return f"It says {a} where it should say {y}.\nWhich line is most to blame for all of it?"


def forward(answers: Sequence[float], wishes: Sequence[float]) -> Said:
    """How the numbers run forward."""
    got = [told_apart(a, y)[0] for a, y in zip(answers, wishes, strict=True)]
    if len(got) == 1:
        headline = f"From left to right:\nthis is how it got to {got[0]}."
    elif len(got) == 2:
        headline = f"From left to right:\nthis is how it got to {got[0]} and {got[1]}."
    else:
        headline = f"From left to right:\nthis is how it got to its {len(got)} answers."
    return Said(
        headline,
        "Each line multiplies; each circle adds up what arrives, and makes its number of the sum.",
        "How wrong is that?",
        f"It says {', '.join(got)}.",
    )


def how_wrong(answers: Sequence[float], wishes: Sequence[float], cost: float) -> Said:
    """The gap of each output, and the cost."""
    right = list(answers) == list(wishes)
    gaps = [_gap_spoken(*both) for both in enumerate(zip(answers, wishes, strict=True), start=1)]
    return Said(
        f"Not wrong at all. As one number: C = {short(cost)}."
        if right
        else f"How wrong it is, as one number: C = {short(cost)}.",
        "This number is called the cost. To learn is to make it smaller.",
        "Who is to blame?",
        " ".join(gaps),
    )


def wish(answer: float, wanted: float) -> str:
    """What stands beside an output."""
    return f"should be {told_apart(answer, wanted)[1]}"


def gap(answer: float, wanted: float) -> str:
    """How far an output is from what it should be."""
    if answer == wanted:
        return "just right"
    return f"{told_apart(answer, wanted)[2]} too {'high' if answer > wanted else 'low'}"


def _gap_spoken(j: int, both: tuple[float, float]) -> str:
    answer, wanted, _ = told_apart(*both)
    return f"Output {j} says {answer} and should say {wanted}: {gap(*both)}."


def backward(largest: Sequence[tuple[int, int, float]]) -> Said:
    """How the blame runs back; ``largest`` has the largest share of each layer, the last one first.

    It is given by layer, neuron and number.
    """
    spoken = " ".join(
        f"In layer {l} no share is larger in size than {short(share)}, that of circle {j}."
        for l, j, share in largest
    )
    if all(share == 0 for _, _, share in largest):
        return Said(
            "From right to left, along the same lines,\nno blame runs back.",
            "Each circle that they lead back to has a share of 0.",
            "Which line is it?",
            spoken,
        )
    return Said(
        "From right to left, along the same lines,\nthe blame runs back.",
        "Each circle shows its share of the blame, its error. "
        "Orange: with less there, C would fall. Blue: with more.",
        "Which line is it?",
        spoken,
    )


@dataclass(frozen=True)
class Blamed:
    """The weight with the largest gradient, and what the cost is after a step against it.

    The gradient is what the line has ``carried`` times the ``share`` at its end (BP4). ``after`` is
    None where no such step brings the cost down visibly.
    """

    weight: float
    gradient: float
    carried: float
    share: float
    alone: bool
    step: float
    before: float
    after: float | None


def verdict(found: Blamed | None, lines: int) -> Said:
    """Which line it is and what to do with it; None: every weight's gradient is 0."""
    if found is None:
        return Said(
            "No line is to blame: each one's share is 0.",
            f"To change one a little hardly moves C.\n{_found_at_once(lines)}",
            OPEN,
        )
    weight = short(found.weight)
    why = f"{short(found.carried)} comes in, times the share {short(found.share)} at its end"
    if lines == 1:
        who = f"The only line is to blame: its weight is {weight}."
        why = f"{why}: that is how fast it moves C."
    elif found.alone:
        who = f"This line is most to blame: its weight is {weight}."
        why = f"{why}: no other weight moves C as fast."
    else:
        who = f"No line is more to blame than this one: its weight is {weight}."
        why = f"{why}: no weight moves C faster."
    return Said(who, f"{why}\n{_what_to_do(found)}\n{_found_at_once(lines)}", OPEN)


OPEN = "Open the whole machine"


def _what_to_do(found: Blamed) -> str:
    act = "Lower" if found.gradient > 0 else "Raise"
    if found.after is None:
        return f"{act} it a little, and C falls, at first by {short(abs(found.gradient))} per 1."
    before, after, _ = told_apart(found.before, found.after, MOST_DIGITS)
    return f"{act} it by {short(found.step)}, and C falls from {before} to {after}."


def _found_at_once(lines: int) -> str:
    if lines == 1:
        return "One run back finds this out: that is backpropagation."
    return f"One run back finds this out for each of the {lines} lines: that is backpropagation."
