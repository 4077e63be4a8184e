"""What is logged has a limit; the first record of a kind is never left out."""

import logging

import pytest

from backprop.server.log_limit import BURST, PER_SECOND, Allowance, limit_log
from tests.server.clock import Clock

DAY = 24 * 60 * 60
MOST = 20_000_000  # characters a day


def record(text: str = "x" * 1000, line: int = 1) -> logging.LogRecord:
    return logging.LogRecord("page", logging.ERROR, "page.py", line, text, (), None)


def failed(kind: type[Exception]) -> logging.LogRecord:
    """What Streamlit logs of a run that ended with such an exception: always at one line."""
    try:
        raise kind("a detail")
    except Exception as error:
        reason = (kind, error, error.__traceback__)
        return logging.LogRecord("page", logging.ERROR, "page.py", 1, "Uncaught", (), reason)


def test_a_day_of_failing_runs_stays_below_the_limit() -> None:
    clock = Clock()
    allowance = Allowance(clock)
    written = 0
    for second in range(0, DAY, 60):
        clock.now = second
        for _ in range(20):
            one = record()
            written += len(one.getMessage()) if allowance.takes(one) else 0
    assert DAY * PER_SECOND / 2 < written < MOST


def test_the_next_one_says_how_many_were_left_out() -> None:
    clock = Clock()
    allowance = Allowance(clock)
    taken = [allowance.takes(record()) for _ in range(BURST // 1000 + 7)]
    assert taken == [True] * (BURST // 1000) + [False] * 7
    clock.now = 1000
    after, next_one = record("after"), record("next")
    assert allowance.takes(after)
    assert allowance.takes(next_one)
    assert after.getMessage() == "[7 entries left out, they came too fast] after"
    assert next_one.getMessage() == "next"


def test_the_first_of_another_kind_is_taken_when_nothing_else_is() -> None:
    allowance = Allowance(Clock())
    while allowance.takes(failed(ValueError)):
        pass
    assert [allowance.takes(failed(TypeError)) for _ in range(2)] == [True, False]
    assert [allowance.takes(record(line=2)) for _ in range(2)] == [True, False]


class Listen(logging.Handler):
    """Counts what it is given."""

    count = 0

    def emit(self, record: logging.LogRecord) -> None:
        self.count += 1


def test_all_that_is_written_shares_the_allowance(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(logging.Handler, "handle", logging.Handler.handle)  # put back after
    limit_log(Allowance(Clock()))
    loggers = [logging.Logger(name) for name in ("streamlit", "uvicorn")]  # of no family
    handlers = [Listen(logging.WARNING), Listen(logging.WARNING)]
    for logger, handler in zip(loggers, handlers, strict=True):
        logger.addHandler(handler)
        for _ in range(BURST // 1000 - 100):
            logger.error("x" * 1000)
            logger.info("x" * 1000)  # not written
    assert [handler.count for handler in handlers] == [BURST // 1000 - 100, 100]
