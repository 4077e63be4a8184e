"""Section 2.5: the proof."""

from backprop.chapter.record import Item, Section, equations

SECTION = Section(
    "2.5",
    "Proof of the four equations",
    "proof_of_the_four_fundamental_equations_(optional)",
    later=(
        *equations(*map(str, range(36, 46))),
        Item("exercise", "prove BP3 and BP4"),
    ),
)
