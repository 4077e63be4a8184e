"""Section 2.5: the proof."""

from backprop.chapter.readers import one_of, some_of
from backprop.chapter.record import Choice, Item, Part, Section, equations
from backprop.inputs.parsing import parse_whole

CARDS = (
    "bp3-twice", "bp3-only", "bp3-slope", "bp3-definition", "bp3-all", "bp3-rate", "bp3-chain",
    "bp3-value", "bp3-z", "bp3-end", "bp3-a",
    "bp4-sum", "bp4-end", "bp4-z", "bp4-twice", "bp4-only", "bp4-value", "bp4-chain", "bp4-delta",
    "bp4-rate", "bp4-a", "bp4-definition",
)  # fmt: skip
"""What may be put into the proofs of BP3 and BP4, right or wrong, in the order of the pool."""

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
                Choice("proof-of", "", one_of(("BP1", "BP2")), "BP2"),
                Choice("proof-line", "1", parse_whole, "3"),
            ),
        ),
        Part(
            "prove",
            "Prove it yourself",
            "Can you prove BP3 and BP4?",
            (Item("exercise", "prove BP3 and BP4"),),
            (
                Choice("prove-of", "BP3", one_of(("BP3", "BP4")), "BP4"),
                Choice("prove-lines", "", some_of(CARDS), "bp3-chain"),
            ),
        ),
    ),
    promise="At the end of this page you know why the four equations hold, and have proved two of "
    "them yourself.",
    learned=(
        "that they follow from the definition of δ, the forward pass and the chain rule, used "
        "again and again",
        "how to prove one yourself, line by line",
    ),
)
