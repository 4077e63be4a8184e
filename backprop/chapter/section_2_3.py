"""Section 2.3: the Hadamard product."""

from backprop.chapter.record import Choice, Part, Section, equations
from backprop.inputs.parsing import parse_link_vector

SECTION = Section(
    "2.3",
    "The Hadamard product",
    "the_hadamard_product_%24s_%5Codot_t%24",
    "hadamard.py",
    (
        Part(
            "own",
            "Two products",
            "What is s ⊙ t, and how does it differ from a matrix product?",
            equations("28"),
            (
                Choice("s", "1, 2", parse_link_vector, "1, 1"),
                Choice("t", "3, 4", parse_link_vector, "2, 2"),
            ),
        ),
        Part(
            "places",
            "Where each occurs",
            "Which product occurs where in the four equations?",
        ),
    ),
    promise="At the end of this page you know what ⊙ does, and where the four equations have it "
    "and where a matrix product.",
    learned=(
        "that ⊙ multiplies entry by entry, two numbers of the same neuron",
        "that a matrix product brings two layers together",
    ),
)
