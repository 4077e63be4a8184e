"""Section 2.6: the algorithm."""

from backprop.chapter.record import Item, Section

SECTION = Section(
    "2.6",
    "The algorithm",
    "the_backpropagation_algorithm",
    later=(
        Item("algorithm", "backpropagation"),
        Item("exercise", "one neuron with another function"),
        Item("exercise", "linear neurons"),
        Item("algorithm", "a step over a mini-batch"),
    ),
)
