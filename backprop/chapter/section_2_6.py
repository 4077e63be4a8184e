"""Section 2.6: the algorithm."""

from backprop.chapter.readers import one_of
from backprop.chapter.record import Choice, Item, Part, Section
from backprop.engine import ACTIVATIONS
from backprop.inputs.parsing import parse_link_number, parse_whole

FUNCTIONS = ("sine", "square", "bell", "softplus", *ACTIVATIONS)
"""What one neuron may have in place of its activation."""

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
        Part(
            "function",
            "Another function",
            "What changes if one neuron has another function f?",
            (Item("exercise", "one neuron with another function"),),
            (
                Choice("function-f", "sine", one_of(FUNCTIONS), "bell"),
                Choice("function-slope", "own", one_of(("own", "kept")), "kept"),
            ),
        ),
        Part(
            "linear",
            "Linear neurons",
            "What is left of the equations where every neuron is linear?",
            (Item("exercise", "linear neurons"),),
            (Choice("linear-share", "0", parse_link_number, "1"),),
        ),
        Part(
            "batch",
            "A mini-batch",
            "How does a network learn from several examples at once?",
            (Item("algorithm", "a step over a mini-batch"),),
            (
                Choice("batch-size", "2", parse_whole, "3"),
                Choice("batch-order", "table", one_of(("table", "shuffled")), "shuffled"),
                Choice("batch-number", "1", parse_whole, "2"),
            ),
        ),
    ),
    promise="At the end of this page you know the whole algorithm, and how a network learns by it.",
    learned=(
        "the five steps, and why they go backward: each hidden error is made from those of the "
        "next layer",
        "that a step of learning goes against the gradient over a mini-batch",
    ),
)
