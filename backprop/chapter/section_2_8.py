"""Section 2.8: how fast it is."""

from backprop.chapter.record import Section, equations

SECTION = Section(
    "2.8",
    "In what sense is it fast?",
    "in_what_sense_is_backpropagation_a_fast_algorithm",
    later=equations("46"),
)
