"""A connection is read in small portions, so that another soon has its turn.

A message may be as short as six bytes, and takes the event loop 20 microseconds: asyncio's 256 KB
of them are nearly a second.
"""

from asyncio import selector_events

READ_AT_ONCE = 16_384  # bytes


def read_in_small_portions() -> None:
    """Let every connection of this process be read in portions of READ_AT_ONCE."""
    vars(selector_events)["_SelectorSocketTransport"].max_size = READ_AT_ONCE
