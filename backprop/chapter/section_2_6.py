"""Section 2.6: the algorithm."""

from backprop.chapter.record import Choice, Item, Part, Section
from backprop.inputs.parsing import parse_whole

SECTION = Section(
    "2.6",
    "The algorithm",
    "the_backpropagation_algorithm",
    "algorithm.py",
    (
        Part(
            "lanes",
            "Five steps",
            "What happens in which order, and why backward?",
            (Item("algorithm", "backpropagation"),),
            (Choice("lanes-step", "1", parse_whole, "5"),),
        ),
    ),
    later=(
        Item("exercise", "one neuron with another function"),
        Item("exercise", "linear neurons"),
        Item("algorithm", "a step over a mini-batch"),
    ),
    promise="At the end of this page you know the whole algorithm, and how a network learns by it.",
)
