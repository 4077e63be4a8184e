"""What the chapter holds, item by item: equations, figures, exercises, problems, algorithms.

Each has its section, and the part of that section's page which shows it; where the section has no
page yet, ``part`` is empty.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Item:
    """One equation, figure, exercise, problem or algorithm of the chapter."""

    kind: str
    name: str
    section: str
    part: str = ""

    @property
    def id(self) -> str:
        """Its name in one word, by which a page says that it shows it: equation-23."""
        return "-".join([self.kind, *self.name.replace(",", "").split()])


def equations(section: str, part: str, *numbers: str) -> tuple[Item, ...]:
    return tuple(Item("equation", number, section, part) for number in numbers)


def numbered(first: int, last: int) -> list[str]:
    return [str(number) for number in range(first, last + 1)]


ITEMS = (
    Item("figure", "the address of a weight", "2.1", "address"),
    Item("figure", "a bias and an activation", "2.1", "address"),
    *equations("2.1", "terms", "23", "25"),
    *equations("2.1", "elementwise", "24"),
    *equations("2.2", "mean", "26"),
    *equations("2.2", "outputs", "27"),
    Item("figure", "the cost over the outputs", "2.2", "outputs"),
    *equations("2.3", "own", "28"),
    Item("figure", "the demon", "2.4", "demon"),
    *equations("2.4", "demon", "29"),
    *equations("2.4", "remove", "BP1", "BP1a", "30", "BP2", "BP3", "31", "BP4", "32"),
    Item("figure", "activation in, error out", "2.4", "remove"),
    Item("figure", "the four equations", "2.4", "remove"),
    Item("problem", "the equations as matrix products", "2.4", "matrices"),
    *equations("2.4", "matrices", "33", "34", "35"),
    *equations("2.5", "", *numbered(36, 45)),
    Item("exercise", "prove BP3 and BP4", "2.5"),
    Item("algorithm", "backpropagation", "2.6"),
    Item("exercise", "one neuron with another function", "2.6"),
    Item("exercise", "linear neurons", "2.6"),
    Item("algorithm", "a step over a mini-batch", "2.6"),
    Item("problem", "a mini-batch as one matrix", "2.7"),
    *equations("2.8", "", "46"),
    *equations("2.9", "", *numbered(47, 53)),
    *(Item("figure", f"a change spreads to the cost {n}", "2.9") for n in (1, 2, 3, 4)),
    Item("figure", "one neuron on the way", "2.9"),
    Item("figure", "one path with its rates", "2.9"),
)
"""Everything of chapter 2."""
