"""Section 2.8: how fast it is."""

from backprop.chapter.readers import one_of, step_size
from backprop.chapter.record import Choice, Part, Section, equations
from backprop.engine.nudge import CENTRAL, FORWARD

SECTION = Section(
    "2.8",
    "In what sense is it fast?",
    "in_what_sense_is_backpropagation_a_fast_algorithm",
    "speed.py",
    (
        Part(
            "check",
            "Check the gradient",
            "Does backpropagation give the true gradient?",
            equations("46"),
            (
                Choice("check-eps", "1e-5", step_size, "0.01"),
                Choice("check-method", FORWARD, one_of((FORWARD, CENTRAL)), CENTRAL),
            ),
        ),
        Part(
            "count",
            "What it costs",
            "How many multiplications does a gradient take, one way and the other?",
        ),
    ),
    promise="At the end of this page you know how to check a gradient, and what it costs to find "
    "one.",
    learned=(
        "how to check a gradient: move each weight and bias a little, and see how C changes",
        "that one pass forward and one backward give every gradient, where differences take a "
        "pass for each weight and bias",
    ),
)
