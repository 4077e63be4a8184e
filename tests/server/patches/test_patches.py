"""Each patch is still needed: what it mends is as it was when the patch was written."""

import inspect

from backprop.server.patches import REASONS


def test_what_is_patched_is_as_it_was() -> None:
    """Where this fails after an upgrade: see whether the patch is needed, and mend or drop it."""
    other = [
        f"{patch.__name__}: {reason}"
        for patch, (patched, reason) in REASONS.items()
        if reason not in inspect.getsource(patched)  # type: ignore[arg-type]
    ]
    assert other == []
