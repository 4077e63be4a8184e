"""Section 2.4: the four fundamental equations."""

from backprop.chapter.readers import some_of
from backprop.chapter.record import Choice, Item, Part, Section, equations, figures
from backprop.inputs.parsing import parse_link_number

MISTAKES = (
    "bp1-slope", "bp1-of-a", "bp1-kept", "bp1-sign", "bp1-minus", "bp2-slope", "bp2-of-a",
    "bp2-layer", "bp2-product", "bp2-transpose", "bp2-new", "bp3-bias", "bp3-input", "bp4-order",
    "bp4-transpose", "bp4-a", "bp4-delta", "step-sign",
)  # fmt: skip
"""What can be taken away or swapped in the equations, in the order in which that is done."""

SECTION = Section(
    "2.4",
    "The four equations",
    "the_four_fundamental_equations_behind_backpropagation",
    "equations.py",
    (
        Part(
            "demon",
            "The demon",
            "What is the error of a neuron?",
            (*figures("the demon"), *equations("29")),
            (Choice("dz", "0", parse_link_number, "0.5"),),
        ),
        Part(
            "remove",
            "Take a part away",
            "What is each part of the equations for?",
            (
                *equations("BP1", "BP1a", "30", "BP2", "BP3", "31", "BP4", "32"),
                *figures("activation in, error out", "the four equations"),
            ),
            (Choice("off", "", some_of(MISTAKES), "bp2-transpose"),),
        ),
        Part(
            "tell",
            "What they tell",
            "Where is learning slow, and why?",
            choices=(Choice("drive", "0", parse_link_number, "2"),),
        ),
        Part(
            "matrices",
            "As matrices alone",
            "Can everything be done with matrix products alone?",
            (Item("problem", "the equations as matrix products"), *equations("33", "34", "35")),
        ),
    ),
    promise="At the end of this page you know the four equations, what each part of them is "
    "for, and what they tell of slow learning.",
    learned=(
        "how BP1 begins the errors at the outputs, and BP2 leads them back, layer by layer",
        "how BP3 and BP4 turn each error into gradients",
        "where learning is slow: at a low input, a flat slope, or little that comes back",
    ),
)
