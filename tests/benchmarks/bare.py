"""The floor: what Streamlit itself takes to run one fragment with one text again."""

import asyncio
from dataclasses import dataclass
from time import perf_counter

from streamlit.proto.Element_pb2 import Element

from tests.benchmarks.client import Client, Widget
from tests.benchmarks.served import BARE, Served, served
from tests.benchmarks.table import median

PAUSE = 0.1  # seconds


@dataclass(frozen=True)
class Floor:
    """Milliseconds of the server's CPU, thousands of bytes and milliseconds of waiting."""

    cpu: float
    kilobytes: float
    wait: float


class Reader(Client):
    """A tab that asks for the text again."""

    def saw(self, kind: str, element: Element, fragment: str) -> None:
        """The text has come."""
        if kind == "markdown":
            self.widgets["text"] = Widget("", fragment)


def floor(runs: int) -> Floor:
    """The cost of one run, over so many."""
    with served(*BARE) as server:
        return asyncio.run(_read(server, runs))


async def _read(server: Served, runs: int) -> Floor:
    reader = Reader(server.url, {})
    waits: list[float] = []
    await reader.connect()
    await reader.ask(None, "This is run 1.")
    for run in range(2, runs + 2):
        if run == 4:  # the first ones import what later ones have
            cpu, received, waits = server.usage.cpu_ms(), reader.received, []
        start = perf_counter()
        await reader.ask("text", f"This is run {run}.")
        waits.append(1000 * (perf_counter() - start))
        await asyncio.sleep(PAUSE)
    await reader.close()
    n = len(waits)
    cost = (server.usage.cpu_ms() - cpu) / n
    return Floor(cost, (reader.received - received) / 1000 / n, median(waits))
