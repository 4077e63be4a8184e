"""Which other sites may show the app in an iframe: a lesson inside the school's own web page."""

import os
import re

SETTING = "BACKPROP_FRAME_ANCESTORS"
_ORIGIN = re.compile(r"https?://(\*\.)?[a-z0-9-]+(\.[a-z0-9-]+)*(:[0-9]{1,5})?", re.IGNORECASE)


def frame_ancestors() -> tuple[str, ...]:
    """The origins named by the environment variable BACKPROP_FRAME_ANCESTORS, none by default.

    Written as `https://school.example https://*.other.example`, with single spaces between.
    Raises ValueError for anything that is not such an origin, so nothing else gets into the policy.
    """
    origins = tuple(os.environ.get(SETTING, "").strip(" ").split(" "))
    if origins == ("",):
        return ()
    for origin in origins:
        if not _ORIGIN.fullmatch(origin):
            raise ValueError(
                f"{SETTING} must be origins such as https://school.example with a space between "
                f"them (no path, comma, semicolon or line break), got {origin!r}"
            )
    return origins
