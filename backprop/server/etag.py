"""ETags: what a browser has already is not sent again."""

import hashlib

from starlette.datastructures import Headers


def content_hash(content: bytes) -> str:
    """A name for these bytes and no others: 20 hexadecimal digits."""
    return hashlib.sha256(content).hexdigest()[:20]


def is_known(etag: str, request: Headers) -> bool:
    """Whether the browser that sends these headers has what `etag` stands for."""
    listed = request.get("if-none-match", "").split(",")
    known = {tag.strip().removeprefix("W/") for tag in listed}
    return etag in known or "*" in known
