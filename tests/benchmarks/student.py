"""One student: steps through a network of their own and changes it, and checks every answer.

A step or a change is over when the numbers that the student has worked out are there.
"""

import json
import re
from collections.abc import Callable
from dataclasses import replace
from time import perf_counter
from typing import Any

from streamlit.proto.Element_pb2 import Element

from backprop.engine import descend
from backprop.lesson import Lesson, at_step, to_query, with_network, with_sizes, with_value
from tests.benchmarks.client import Client, is_in
from tests.benchmarks.expected import formula, written

STAGE, PLACE = "backprop_stage stage", "backprop_place place"
NEURONS = "backprop_grid neurons"
DESCEND, UNDO, X = "Take one step of gradient descent", "Undo", "Inputs x"
CHANGES = ("a step of descent", "a weight", "a size", "an input", "undo")
"""What a student changes, one after the other; undo takes back the input."""


class Student(Client):
    """Opens the page with this lesson."""

    def __init__(self, url: str, lesson: Lesson) -> None:
        super().__init__(url, to_query(lesson))
        self.lesson = lesson
        self.changes = 0
        self._past: list[Lesson] = []
        self._trace = self.lesson.trace()
        self._direction = 1
        self._blocks: list[bytes] = []  # what the panel has been told of this network

    @property
    def steps(self) -> int:
        """How many steps the lesson has."""
        return len(self._trace.at(self.lesson.level))

    async def open(self) -> float:
        """Connect and get the page: the seconds until all of it is there."""
        start = perf_counter()
        await self.connect()
        await self.ask(None, self._formula())
        return perf_counter() - start

    async def step(self) -> float:
        """Report the next step as the stage does: the seconds until its equation is there."""
        if not 1 <= self.lesson.step + self._direction <= self.steps:
            self._direction = -self._direction
        self.lesson = replace(self.lesson, step=self.lesson.step + self._direction)
        place = {"step": self.lesson.step, "selected": "", "moved": self._moved}
        told: dict[str, Any] = {"place": {**place, "choices": {}}}
        self.tell(PLACE, json_value=json.dumps(told, separators=(",", ":")))
        self.query = to_query(self.lesson)
        expected, start = self._formula(), perf_counter()
        is_there = any(is_in(body, expected) for body in self._blocks)
        await self.ask(PLACE, *(() if is_there else (expected,)))
        return perf_counter() - start

    async def change(self) -> float:
        """The next of CHANGES: the seconds until the numbers of the new network are there."""
        act = self._acts[self.changes % len(CHANGES)]
        self.changes += 1
        return await act(self)

    async def _descend(self) -> float:
        network = descend(self._trace.network, self._trace, self.lesson.eta)
        lesson = with_network(self.lesson, network)
        return await self._get(lesson, lambda shown: self.press(DESCEND, *shown))

    async def _weight(self) -> float:
        """Type another weight into the stage."""
        text = str(round(0.3 + self.changes / 1000, 3))
        lesson = with_value(self.lesson, "w3_2_1", float(text))
        edit = {"id": "w3_2_1", "text": text}
        return await self._get(lesson, lambda shown: self.trigger(STAGE, "edit", edit, *shown))

    async def _size(self) -> float:
        """Another neuron in layer 2, or one less."""
        n = 9 - self.lesson.sizes[1]
        lesson = with_sizes(self.lesson, [self.lesson.sizes[0], n, *self.lesson.sizes[2:]])
        edit = {"number": str(self.changes), "edits": [{"cell": "2", "text": str(n)}]}
        return await self._get(lesson, lambda shown: self.trigger(NEURONS, "edit", edit, *shown))

    async def _input(self) -> float:
        """Type other inputs."""
        x = (round(self.changes / 1000, 3), *self.lesson.x[1:])
        self.tell(X, string_value=written(x))
        lesson = replace(self.lesson, x=x)
        return await self._get(lesson, lambda shown: self.ask(X, *shown))

    async def _undo(self) -> float:
        before = at_step(replace(self._past[-1], step=1), self.lesson.step)
        seconds = await self._get(before, lambda shown: self.press(UNDO, *shown))
        del self._past[-2:]
        return seconds

    _acts = (_descend, _weight, _size, _input, _undo)

    async def _get(self, lesson: Lesson, ask: Callable[[tuple[str, ...]], Any]) -> float:
        """Ask for this lesson; its equation and its stage are to come."""
        self._past.append(self.lesson)
        self.lesson = lesson
        self._trace = lesson.trace()
        shown, start = (self._formula(), "backprop_stage"), perf_counter()
        await ask(shown)
        seconds = perf_counter() - start
        self.query = to_query(lesson)
        return seconds

    def _formula(self) -> str:
        return formula(self._trace.at(self.lesson.level)[self.lesson.step - 1])

    def saw(self, kind: str, element: Element, fragment: str) -> None:
        """The stage says which move its place belongs to; the panel has steps beforehand."""
        if kind == "backprop_blocks":
            self._blocks.append(element.SerializeToString())
        if kind == "backprop_stage":
            self._blocks.clear()
            found = re.search(rb'\\*"moved\\*": ?\\*"([^"\\]*)', element.SerializeToString())
            assert found
            self._moved = found[1].decode()
