"""The clock counts rounds and keeps the calls apart; how long they take is not asserted."""

from backprop.engine.timing import timed


def test_the_calls_take_turns() -> None:
    order: list[str] = []
    found = timed({"a": lambda: order.append("a"), "b": lambda: order.append("b")}, 0, least=3)
    assert order == ["a", "b"] * 3
    assert {one.rounds for one in found.values()} == {3}
    assert all(0 <= one.low <= one.median <= one.high for one in found.values())


def test_there_is_an_end_to_the_rounds() -> None:
    calls: list[int] = []
    timed({"a": lambda: calls.append(1)}, seconds=60, most=5)
    assert len(calls) == 5
