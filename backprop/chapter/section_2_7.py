"""Section 2.7: the code."""

from backprop.chapter.record import Choice, Item, Part, Section
from backprop.inputs.parsing import parse_whole

SECTION = Section(
    "2.7",
    "The code",
    "the_code_for_backpropagation",
    "listing.py",
    (
        Part(
            "code",
            "Line by line",
            "What does the algorithm look like as code?",
            choices=(Choice("code-step", "1", parse_whole, "5"),),
        ),
        Part(
            "columns",
            "All examples at once",
            "Can a whole mini-batch go through the network at once?",
            (Item("problem", "a mini-batch as one matrix"),),
            (Choice("columns-example", "1", parse_whole, "2"),),
        ),
    ),
    promise="At the end of this page you know how four equations become a dozen lines of NumPy, "
    "and how a whole mini-batch goes through them as one matrix.",
    learned=(
        "that each equation is a line of NumPy",
        "that examples go through as columns of one matrix, and one product adds up their "
        "gradients",
    ),
)
