"""Section 2.5: the proof."""

from backprop.chapter.readers import one_of
from backprop.chapter.record import Choice, Part, Section, equations
from backprop.inputs.parsing import parse_whole

SECTION = Section(
    "2.5",
    "Proof of the four equations",
    "proof_of_the_four_fundamental_equations_(optional)",
    "proof.py",
    (
        Part(
            "proof",
            "The proof",
            "Why are BP1 and BP2 true?",
            equations(*map(str, range(36, 46))),
            (
                Choice("proof-of", "BP1", one_of(("BP1", "BP2")), "BP2"),
                Choice("proof-line", "1", parse_whole, "3"),
            ),
        ),
    ),
    promise="At the end of this page you know why the four equations hold, and have proved two of "
    "them yourself.",
)
