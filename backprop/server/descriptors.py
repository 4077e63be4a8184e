"""As many open connections as the machine allows, not the 1,024 or 256 of a usual shell."""

import sys
from contextlib import suppress

# macOS names no hard limit, and then takes no soft one above this.
_OPEN_MAX = 10_240


def raise_descriptor_limit() -> None:
    """Raise this process's limit of open file descriptors to the hard limit; Windows has none."""
    if sys.platform == "win32":
        return
    import resource

    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    for most in (hard, _OPEN_MAX):
        if soft == hard or (most == _OPEN_MAX and soft > most):
            return  # there is no more to be had
        with suppress(ValueError, OSError):
            resource.setrlimit(resource.RLIMIT_NOFILE, (most, hard))
            return
