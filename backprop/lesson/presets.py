"""The built-in examples: each is a lesson, with a title and one line on what to look for."""

from dataclasses import replace

from backprop.lesson.record import Lesson

Rows = tuple[tuple[float, ...], ...]

DATA_SETS: dict[str, Rows] = {
    "XOR": ((0, 0, 0), (0, 1, 1), (1, 0, 1), (1, 1, 0)),
    "AND": ((0, 0, 0), (0, 1, 0), (1, 0, 0), (1, 1, 1)),
}
"""Small tables of examples, each row x and then y."""

_EXAMPLES: dict[str, tuple[str, str, Lesson]] = {
    "book": (
        "The book's network",
        "Both outputs are still wrong. Each error in the hidden layer is made from these two.",
        Lesson(),
    ),
    "deep": (
        "Two hidden layers",
        "The error goes back twice. Six paths lead from each weight into layer 2 to the cost.",
        Lesson(sizes=(3, 4, 3, 2), activation=("sigmoid",) * 3, seed=15),
    ),
    "xor": (
        "XOR, solved",
        "Hidden neurons say OR and NAND, the output joins them by AND. Go through the rows.",
        Lesson(
            sizes=(2, 2, 1),
            weights=(6, 6, -6, -6, -3, 9, 6, 6, -9),
            x=(0, 1),
            y=(1,),
            data=DATA_SETS["XOR"],
        ),
    ),
    "saturated": (
        "A saturated output",
        "Output 1 is as wrong as can be, yet hardly learns: σ′ is near 0. Output 2 learns well.",
        Lesson(
            sizes=(2, 3, 2),
            weights=(
                *(0.8, -0.4, -0.5, 0.9, 0.3, 0.6),
                *(0.1, -0.2, 0.2),
                *(2.0, 1.5, 1.0, -0.6, 0.4, -0.5),
                *(5.5, 0.1),
            ),
            x=(0.6, 0.9),
        ),
    ),
    "vanishing": (
        "Vanishing gradients",
        "Going back, gradients shrink: layer 2 learns hundreds of times slower than the outputs.",
        Lesson(sizes=(2, 3, 3, 3, 3, 3, 2), activation=("sigmoid",) * 6, seed=217, x=(0.2, 0.5)),
    ),
    "nielsen-neuron": (
        "One neuron",
        "One weight and one bias learn to turn 1 into 0: small enough to work out by hand.",
        Lesson(
            sizes=(1, 1),
            activation=("sigmoid",),
            weights=(0.6, 0.9),
            x=(1,),
            y=(0,),
            eta=0.15,
        ),
    ),
    "mazur": (
        "Mazur's worked example",
        "The numbers of Matt Mazur's example: check them against his. Here the biases learn, too.",
        Lesson(
            sizes=(2, 2, 2),
            weights=(0.15, 0.2, 0.25, 0.3, 0.35, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6, 0.6),
            x=(0.05, 0.1),
            y=(0.01, 0.99),
            eta=0.5,
        ),
    ),
}

PRESETS: dict[str, Lesson] = {name: lesson for name, (_, _, lesson) in _EXAMPLES.items()}
"""The built-in lessons by name."""

TITLES: dict[str, str] = {name: title for name, (title, _, _) in _EXAMPLES.items()}
"""What a list of the examples calls each."""

DESCRIPTIONS: dict[str, str] = {name: text for name, (_, text, _) in _EXAMPLES.items()}
"""One line on what to look for in each."""


def preset_of(lesson: Lesson) -> str:
    """The name of the preset that a lesson is, at any step, on any row of its table; else ""."""
    wanted = lesson.without_place()
    return next((name for name in PRESETS if _on_row_of(PRESETS[name], wanted) == wanted), "")


def _on_row_of(preset: Lesson, lesson: Lesson) -> Lesson:
    if lesson.x + lesson.y in preset.data and len(lesson.x) == len(preset.x):
        return replace(preset, x=lesson.x, y=lesson.y)
    return preset


def origin_of(lesson: Lesson) -> str:
    """The name of the preset that a lesson was, as far as it still shows; else "".

    What shows it are the preset's x, y and table, or its sizes and weights; where several have
    them, the one with most else in common.
    """
    alike = {name: _in_common(preset, lesson) for name, preset in PRESETS.items()}
    best = max(alike, key=alike.__getitem__)
    return best if alike[best] else ""


def _in_common(preset: Lesson, lesson: Lesson) -> int:
    """How many values are those of the preset; 0 where they do not show that it was this one."""
    on_row = _on_row_of(preset, lesson)
    same = [name for name in _COMPARED if getattr(on_row, name) == getattr(lesson, name)]
    is_it = {*same} >= _EXAMPLE or {*same} >= _NETWORK
    return len(same) if is_it else 0


_EXAMPLE = {"x", "y", "data"}
_NETWORK = {"sizes", "seed", "spread", "weights"}
_COMPARED = (*_EXAMPLE, *_NETWORK, "activation", "cost", "eta")
