"""Section 2.9: the big picture."""

from backprop.chapter.record import Section, equations, figures

SECTION = Section(
    "2.9",
    "The big picture",
    "backpropagation_the_big_picture",
    later=(
        *equations(*map(str, range(47, 54))),
        *figures(*(f"a change spreads to the cost {n}" for n in (1, 2, 3, 4))),
        *figures("one neuron on the way", "one path with its rates"),
    ),
)
