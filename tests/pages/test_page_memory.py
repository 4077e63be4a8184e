"""What a session keeps between its runs: a class shares one server, and traces are large."""

import gc
from collections.abc import Iterator
from types import CellType, FunctionType, MethodType, ModuleType
from typing import Any

import pytest

from backprop.chapter import SECTIONS
from backprop.engine import Trace
from backprop.ideas.remove.compute_faulty_backward import WrongPass
from tests.pages.chapter_app import opened

PARTS = [(section.page, part.name) for section in SECTIONS for part in section.parts]


def kept(thing: object, seen: set[int]) -> Iterator[object]:
    """All that a function keeps alive by its closure, without what modules and classes hold."""
    if id(thing) in seen or isinstance(thing, type | ModuleType):
        return
    seen.add(id(thing))
    yield thing
    if isinstance(thing, FunctionType):
        inside: Any = [*(thing.__closure__ or ()), thing.__defaults__]
    elif isinstance(thing, CellType | MethodType | tuple | list | dict) or type(
        thing
    ).__module__.startswith("backprop"):
        inside = gc.get_referents(thing)
    else:
        return
    for one in inside:
        yield from kept(one, seen)


@pytest.mark.parametrize(("page", "part"), PARTS)
def test_the_fragments_of_a_page_keep_no_traces(page: str, part: str) -> None:
    app = opened(page, part=part, data="0,1,0,1,0;1,1,0,0,1", off="bp2-slope")
    seen: set[int] = set()
    fragments = app._fragment_storage._fragments.values()
    assert fragments
    everything = [one for fragment in fragments for one in kept(fragment, seen)]
    assert not [one for one in everything if isinstance(one, Trace | WrongPass)]
