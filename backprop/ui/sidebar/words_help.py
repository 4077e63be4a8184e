"""What the sidebar's groups are called, and what each word in them means."""

from dataclasses import dataclass
from typing import NamedTuple


class Word(NamedTuple):
    """A word of the sidebar: where its control is, its label, and what it means, in a line."""

    at: str
    label: str
    meaning: str


@dataclass(frozen=True)
class Group:
    """A group of controls: its title, the name of its question mark, and its words."""

    title: str
    ask: str
    words: tuple[Word, ...]


GROUPS = {
    "example": Group(
        "Example",
        "What an example is",
        (
            Word(
                ".st-key-lesson_example",
                "Example",
                "A ready-made network with its numbers. It takes the place of yours; Undo brings "
                "yours back.",
            ),
        ),
    ),
    "network": Group(
        "Network",
        "What the words of the network mean",
        (
            Word(
                ".st-key-lesson_layers",
                "Layers",
                "How many columns of neurons there are: the inputs come first, the outputs last.",
            ),
            Word(
                ".st-key-neurons",
                "Neurons",
                "How many neurons each layer has, from the inputs to the outputs.",
            ),
            Word(
                ".st-key-lesson_activation",
                "Activation",
                "The function σ that turns a neuron's weighted input z into what it passes on, a.",
            ),
            Word(
                ".st-key-lesson_cost",
                "Cost",
                "How wrong the outputs are, as one number C: the smaller, the better.",
            ),
        ),
    ),
    "numbers": Group(
        "Numbers",
        "What the words of the numbers mean",
        (
            Word(
                ".st-key-lesson_x",
                "Inputs x",
                "What goes in: one number for each neuron of the first layer.",
            ),
            Word(
                ".st-key-lesson_y",
                "Desired y",
                "What should come out: one number for each output. A sigmoid only gives numbers "
                "between 0 and 1, tanh between −1 and 1.",
            ),
            Word(
                ".st-key-lesson_data",
                "Data set",
                "A table of several x, each with the y that should come out.",
            ),
            Word(
                ".st-key-lesson_row",
                "Row",
                "Which x and y of the table go through the network now.",
            ),
            Word(
                ".st-key-weights_open summary",
                "Weights and biases",
                "The numbers that the network learns. Draw them by chance or type each of them. "
                "Some books subtract a threshold θ instead of adding a bias b: b = −θ.",
            ),
            Word(
                ".st-key-lesson_seed",
                "Seed",
                "Where chance begins: the same seed always draws the same numbers for a network.",
            ),
            Word(".st-key-roll", "Roll", "Draw all weights and biases anew, from another seed."),
            Word(
                ".st-key-lesson_spread",
                "Standard deviation",
                "How far the drawn numbers lie from 0, as a rule: twice the standard deviation "
                "makes each twice as large.",
            ),
        ),
    ),
    "learning": Group(
        "Learning",
        "What the words of learning mean",
        (
            Word(
                ".st-key-lesson_eta",
                "Learning rate η",
                "How far one step goes: each weight and bias changes by −η times its gradient.",
            ),
            Word(
                ".st-key-take_step",
                "Take one step of gradient descent",
                "Change every weight and bias a little, against its gradient, so that the cost C "
                "goes down. Where it goes up, a smaller η helps.",
            ),
        ),
    ),
    "keep": Group(
        "Keep",
        "What the words of keeping mean",
        (
            Word(".st-key-undo", "Undo", "Take back the last change of network or numbers."),
            Word(".st-key-redo", "Redo", "Make the change again that Undo took back."),
            Word(
                ".st-key-copy_link",
                "Copy link",
                "Copy the address of this page: whoever opens it sees this lesson at this step.",
            ),
            Word(
                ".st-key-files_open summary",
                "Files",
                "Save this lesson and open it again, or take all its numbers with you.",
            ),
            Word(
                "[class*=st-key-download_lesson]",
                "Save lesson",
                "All that you have chosen here, in a small file.",
            ),
            Word(
                "[class*=st-key-lesson_file]",
                "Open lesson",
                "Open a file that was saved here. It takes the place of your lesson; Undo brings "
                "yours back.",
            ),
            Word(
                "[class*=st-key-download_trace-csv]",
                "Trace as CSV",
                "Every number of every step as a table, for a spreadsheet.",
            ),
            Word(
                "[class*=st-key-download_trace-json]",
                "Trace as JSON",
                "Every number of every step, for a program.",
            ),
        ),
    ),
    "conventions": Group(
        "Conventions",
        "What the conventions are",
        (
            Word(
                ".st-key-conventions_open summary",
                "What other books do",
                "The cost with or without its ½, a mean or a sum over the examples, biases that "
                "learn, stay or are not there. The book's are what is usual here.",
            ),
        ),
    ),
}
"""The groups of the sidebar by name, from top to bottom."""
