"""The link of a large lesson is taken, whatever the portions in which it arrives.

uvicorn lets h11 refuse a head of more than 16 KB that does not come at once, as on every real
network; the link of a large lesson has 45.
"""

from uvicorn.protocols.http import h11_impl

LONGEST_HEAD = 131_072  # bytes


def take_long_links() -> None:
    """Let the head of a request have LONGEST_HEAD bytes."""
    vars(h11_impl)["DEFAULT_MAX_INCOMPLETE_EVENT_SIZE"] = LONGEST_HEAD
