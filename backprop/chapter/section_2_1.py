"""Section 2.1: notation and the forward pass."""

from backprop.chapter.readers import one_of, vector_or_z
from backprop.chapter.record import Choice, Part, Section, equations, figures
from backprop.engine import ACTIVATIONS
from backprop.inputs.parsing import parse_whole


def a_function(text: str) -> str:
    """A reader for a function that can be applied to a vector: the chapter's example is first."""
    return one_of(("square", *ACTIVATIONS, "cube", "half", "absolute", "exp"))(text)


SECTION = Section(
    "2.1",
    "Notation and the forward pass",
    "warm_up_a_fast_matrix-based_approach_to_computing_the_output%0A_from_a_neural_network",
    "notation.py",
    (
        Part(
            "address",
            "Which weight is which",
            "Which weight is w³₂₄, and why is 2 first?",
            figures("the address of a weight", "a bias and an activation"),
            (Choice("order", "jk", one_of(("jk", "kj")), "kj"),),
        ),
        Part(
            "terms",
            "Term by term",
            "Do the sum and the matrix compute the same numbers?",
            equations("23", "25"),
            (Choice("term", "1", parse_whole, "3"),),
        ),
        Part(
            "elementwise",
            "A function of a vector",
            "What does it mean to apply a function to a vector?",
            equations("24"),
            (
                Choice("f", "square", a_function, "tanh"),
                Choice("v", "2, 3", vector_or_z, "1, 2"),
            ),
        ),
    ),
    promise="At the end of this page you know how each weight, bias and activation is named, "
    "and how one line computes a whole layer.",
    learned=(
        "what each index of a weight says, and why the neuron that it leads to comes first",
        "that one matrix product, one sum and one function, entry by entry, make a whole layer",
    ),
)
