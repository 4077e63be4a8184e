"""Section 2.2: the cost and its two assumptions."""

from backprop.chapter.readers import pair
from backprop.chapter.record import Choice, Part, Section, equations, figures

SECTION = Section(
    "2.2",
    "The cost and its two assumptions",
    "the_two_assumptions_we_need_about_the_cost_function",
    "cost.py",
    (
        Part(
            "mean",
            "An average over examples",
            "How does the gradient come from many examples?",
            equations("26"),
        ),
        Part(
            "outputs",
            "A function of the outputs",
            "What does the cost depend on?",
            (*equations("27"), *figures("the cost over the outputs")),
            (Choice("pair", "1,2", pair, "2,1"),),
        ),
    ),
    promise="At the end of this page you know what the cost depends on, and why its gradient is "
    "made of the gradients of single examples.",
    learned=(
        "that over many examples the gradient of C is the mean of their gradients, or their sum "
        "where C is a sum",
        "that of one example C is a function of the outputs alone: y is given",
    ),
)
