"""Turns: one at a time, and of those who wait the one who has taken the least."""

from concurrent.futures import ThreadPoolExecutor
from threading import Event

import pytest

from backprop.server.turns import HALF_LIFE, WEIGHT, Account, Turns
from tests.server.clock import Clock


def account(seconds: float) -> Account:
    """An account that stands at so many seconds."""
    found = Account(Clock())
    found.charge(seconds)
    return found


def test_half_of_what_was_taken_is_forgotten_after_each_half_life() -> None:
    clock = Clock()
    found = Account(clock)
    found.charge(8)
    clock.now += 2 * HALF_LIFE
    found.charge(1)
    assert found.taken == pytest.approx(3)


def served(*comers: tuple[str, float, float]) -> list[str]:
    """In which order they get a turn who come one after the other: name, time, seconds taken."""
    clock, order = Clock(), list[str]()
    turns, busy, begun = Turns(clock), Event(), Event()

    def hold() -> None:
        with turns.turn(account(0)):
            begun.set()
            busy.wait()

    def wait(name: str, seconds: float) -> None:
        with turns.turn(account(seconds)):
            order.append(name)

    with ThreadPoolExecutor(1 + len(comers)) as threads:
        threads.submit(hold)
        begun.wait()
        for number, (name, clock.now, seconds) in enumerate(comers, start=1):
            threads.submit(wait, name, seconds)
            while len(turns.waiting) < number:
                pass
        busy.set()
    return order


def test_who_has_taken_the_least_is_next_and_equals_in_the_order_they_came() -> None:
    comers = [("much", 0, 3), ("first", 0, 1), ("second", 0, 1), ("none", 0, 0)]
    assert served(*comers) == ["none", "first", "second", "much"]


def test_who_has_taken_much_waits_for_those_who_come_later_but_not_for_all() -> None:
    comers = [("much", 0, 1), ("soon", 0.9 * WEIGHT, 0), ("late", 1.1 * WEIGHT, 0)]
    assert served(*comers) == ["soon", "much", "late"]


def test_a_turn_that_fails_is_charged_and_handed_on() -> None:
    turns, mine = Turns(), Account()

    def work_and_fail() -> None:
        with turns.turn(mine):
            sum(range(100_000))
            raise RuntimeError("the page failed")

    with pytest.raises(RuntimeError, match="the page failed"):
        work_and_fail()
    assert mine.taken > 0
    with turns.turn(Account()):
        pass
