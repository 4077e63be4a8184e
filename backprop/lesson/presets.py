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
        "Three inputs, four hidden neurons, two outputs, both still wrong: each error in the "
        "hidden layer is made from the two at the outputs.",
        Lesson(),
    ),
    "deep": (
        "Two hidden layers",
        "The error goes back twice by the same rule, BP2, and six paths lead from a weight in the "
        "first hidden layer to the cost.",
        Lesson(sizes=(3, 4, 3, 2), activation=("sigmoid",) * 3, seed=15),
    ),
    "xor": (
        "XOR, solved",
        "One hidden neuron answers OR, the other NAND, and the output joins them with AND: go "
        "through the rows of the table.",
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
        "Output 1 is as wrong as it can be, and still its weights hardly learn: sigma' is near 0 "
        "there. Output 2 is less wrong and learns well.",
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
        "Five hidden layers of sigmoids: the gradients shrink at each layer on the way back, so "
        "that layer 2 learns hundreds of times more slowly than the outputs.",
        Lesson(sizes=(2, 3, 3, 3, 3, 3, 2), activation=("sigmoid",) * 6, seed=217, x=(0.2, 0.5)),
    ),
    "nielsen-neuron": (
        "One neuron",
        "One weight and one bias must learn to turn 1 into 0, as in the book's chapter 3: small "
        "enough to work out by hand.",
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
        "The numbers of Matt Mazur's “A Step by Step Backpropagation Example”: check them against "
        "his. He leaves the biases as they are; here they learn, too.",
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
