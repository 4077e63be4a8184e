"""A token bucket, on a clock of the test's own."""

from backprop.server.bucket import Bucket
from tests.server.clock import Clock


def test_what_is_saved_is_free_and_then_each_token_takes_its_time() -> None:
    bucket = Bucket(rate=4, burst=2, clock=Clock())
    assert [bucket.take(1) for _ in range(5)] == [0, 0, 0.25, 0.5, 0.75]


def test_tokens_come_back_with_time_up_to_the_burst() -> None:
    clock = Clock()
    bucket = Bucket(rate=4, burst=2, clock=clock)
    bucket.take(2)
    clock.now += 0.25
    assert [bucket.take(1), bucket.take(1)] == [0, 0.25]
    clock.now += 3600
    assert [bucket.take(1) for _ in range(3)] == [0, 0, 0.25]


def test_a_dear_message_is_paid_later_by_those_that_follow() -> None:
    bucket = Bucket(rate=4, burst=2, clock=Clock())
    assert bucket.take(5) == 0.75
    assert bucket.take(1) == 1
