"""Section 2.9: the big picture."""

from backprop.chapter.readers import one_of, one_weight
from backprop.chapter.record import Choice, Part, Section, equations, figures
from backprop.inputs.parsing import parse_link_number, parse_whole

SECTION = Section(
    "2.9",
    "The big picture",
    "backpropagation_the_big_picture",
    "paths.py",
    (
        Part(
            "spread",
            "A change spreads",
            "What happens when one weight changes a little?",
            (
                *equations("47", "48", "49", "50"),
                *figures(*(f"a change spreads to the cost {n}" for n in (1, 2, 3, 4))),
                *figures("one neuron on the way"),
            ),
            (
                Choice("spread-w", "", one_weight, "w2_2_1"),
                Choice("spread-dw", "0.5", parse_link_number, "-0.25"),
                Choice("spread-step", "1", parse_whole, "2"),
            ),
        ),
        Part(
            "paths",
            "All paths at once",
            "How does backpropagation sum over all paths at once?",
            (*equations("51", "52", "53"), *figures("one path with its rates")),
            (
                Choice("paths-view", "each", one_of(("each", "once")), "once"),
                Choice("paths-sort", "size", one_of(("size", "order")), "order"),
                Choice("paths-n", "1", parse_whole, "2"),
            ),
        ),
    ),
    promise="At the end of this page you know how one weight reaches the cost, and why "
    "backpropagation need not walk a single one of its paths.",
    learned=(
        "that a change of one weight spreads to C along paths, each a product of rates",
        "that backpropagation adds up all paths at once, and walks none of them",
    ),
)
