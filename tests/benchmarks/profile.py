"""Where the time of a change goes on the server, part by part, and what Streamlit's least is.

The milliseconds are those without the profiler, which makes small functions dear; their shares are
the profiler's.
"""

import asyncio
import json
import signal
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.benchmarks.bare import floor
from tests.benchmarks.changes import SETTLE, changers
from tests.benchmarks.served import APP, Served, served
from tests.benchmarks.shares import shares
from tests.benchmarks.student import CHANGES
from tests.benchmarks.table import Row, compared
from tests.browser.server import ROOT

PROFILED = Path(__file__).with_name("profiled.py")


@dataclass(frozen=True)
class Spent:
    """Milliseconds of CPU for a change: in all, in runs of the script, and the parts' shares."""

    cpu: float
    script: float
    shares: dict[str, float]

    def of(self, part: str) -> float:
        """What a part of the script takes."""
        return self.script * self.shares.get(part, 0)


def rows(rounds: int, before: Path | None) -> Iterator[Row]:
    """The table, of each change so many times."""
    ours = spent(ROOT, rounds)
    theirs = spent(before, rounds) if before else None
    met = [ours, None, theirs]

    def row(what: str, number: Callable[[Spent], float]) -> Row:
        share = 100 * number(ours) / ours.cpu
        return compared(f"{what}, {share:.0f} %", number, met, "ms")

    yield row("a change", lambda one: one.cpu)
    yield row("the event loop: receiving and sending", lambda one: one.cpu - one.script)
    for part in ours.shares:
        yield row(part, partial(Spent.of, part=part))
    yield Row("one text in a bare fragment", floor(20 * rounds).cpu, "ms")


def spent(root: Path, rounds: int) -> Spent:
    """What the app in this folder takes for a change."""
    with TemporaryDirectory() as folder:
        file = Path(folder) / "profile"
        launcher = ("-P", str(PROFILED), str(file))
        with served(*APP, root=root, launcher=launcher) as server:
            cpu = asyncio.run(_change(server, rounds))
        script = json.loads(file.with_suffix(".json").read_text())
        return Spent(cpu, script / rounds / len(CHANGES), shares(file))


async def _change(server: Served, rounds: int) -> float:
    """Each change so many times without the profiler, and with it; the CPU of those without."""
    [student] = changers(1, server.url)
    await student.open()

    async def change(times: int) -> None:
        for _ in range(times * len(CHANGES)):
            await student.change()
            await asyncio.sleep(SETTLE)

    await change(1)
    server.usage.signal(signal.SIGUSR1)
    before = server.usage.cpu_ms()
    await change(rounds)
    cpu = server.usage.cpu_ms() - before
    server.usage.signal(signal.SIGUSR2)
    await change(rounds)
    server.usage.signal(signal.SIGUSR1)
    await change(1)
    await student.close()
    return cpu / rounds / len(CHANGES)
