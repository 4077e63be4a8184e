"""The sections of the chapter in the book's order, each with its page and the parts of it.

A section whose ``page`` is empty has none yet.
"""

from dataclasses import dataclass

from backprop.engine.equation import BOOK

CHAPTER = f"{BOOK}/chap2.html"


@dataclass(frozen=True)
class Part:
    """One idea of a section: the question that it answers, and the name that a link has for it."""

    name: str
    title: str
    question: str


@dataclass(frozen=True)
class Section:
    """A section of the chapter; ``anchor`` is where it begins on the book's page."""

    number: str
    title: str
    anchor: str
    page: str = ""
    parts: tuple[Part, ...] = ()

    @property
    def book(self) -> str:
        """The address of the section in the book."""
        return f"{CHAPTER}#{self.anchor}"


SECTIONS = (
    Section(
        "2.1",
        "Notation and the forward pass",
        "warm_up_a_fast_matrix-based_approach_to_computing_the_output_from_a_neural_network",
        "notation.py",
        (
            Part("address", "Which weight is which", "Which weight is w³₂₄, and why is 2 first?"),
            Part("terms", "Term by term", "Do the sum and the matrix compute the same numbers?"),
            Part(
                "elementwise",
                "A function of a vector",
                "What does a function make of a whole vector?",
            ),
        ),
    ),
    Section(
        "2.2",
        "The cost and its two assumptions",
        "the_two_assumptions_we_need_about_the_cost_function",
        "cost.py",
        (
            Part("mean", "An average over examples", "What is the gradient of many examples?"),
            Part("outputs", "A function of the outputs", "What does the cost depend on?"),
        ),
    ),
    Section(
        "2.3",
        "The Hadamard product",
        "the_hadamard_product_%24s_%5Codot_t%24",
        "hadamard.py",
        (
            Part("own", "Two products", "What is s ⊙ t, and how is it not a matrix product?"),
            Part("places", "Where each occurs", "Which product is where in the four equations?"),
        ),
    ),
    Section(
        "2.4",
        "The four equations",
        "the_four_fundamental_equations_behind_backpropagation",
        "equations.py",
        (
            Part("demon", "The demon", "What is an error of a neuron?"),
            Part("remove", "Take a part away", "What is each part of the equations for?"),
            Part("tell", "What they tell", "Where is learning slow, and why?"),
            Part("matrices", "As matrices alone", "Can it all be done by the matrix product?"),
        ),
    ),
    Section(
        "2.5",
        "Proof of the four equations",
        "proof_of_the_four_fundamental_equations_(optional)",
    ),
    Section("2.6", "The algorithm", "the_backpropagation_algorithm"),
    Section("2.7", "The code", "the_code_for_backpropagation"),
    Section(
        "2.8", "In what sense is it fast?", "in_what_sense_is_backpropagation_a_fast_algorithm"
    ),
    Section("2.9", "The big picture", "backpropagation_the_big_picture"),
)
"""All sections of chapter 2."""

PARTS = tuple(part.name for section in SECTIONS for part in section.parts)
"""The names of all parts, each once."""


def after(section: Section) -> Section | None:
    """The next section that has a page."""
    rest = SECTIONS[SECTIONS.index(section) + 1 :]
    return next((one for one in rest if one.page), None)


def section_of(number: str) -> Section:
    """The section with this number. Raises KeyError where there is none."""
    return {section.number: section for section in SECTIONS}[number]
