"""Section 2.7: the code."""

from backprop.chapter.record import Item, Section

SECTION = Section(
    "2.7",
    "The code",
    "the_code_for_backpropagation",
    later=(Item("problem", "a mini-batch as one matrix"),),
)
