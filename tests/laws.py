"""How many random cases a law is tried on."""

from hypothesis import settings

laws = settings(max_examples=100)
"""For what holds of every network, lesson or trace.

Among 100 of them is every activation as a hidden and as an output layer, each cost and convention,
every depth and every number of examples (tests/engine/test_engine_lessons.py says so). A law has
no rarer case; where one has, its test has it by name. Hypothesis draws the same cases in every run,
so that more of them would not find more in the next run either.
"""
