"""Many numbers as one short word that a link can carry, exact to the last bit.

The word is the numbers as little-endian float64, compressed by zlib, in URL-safe base64. It may
come from anybody: no more is decompressed than the numbers that must come out.
"""

import zlib
from base64 import b64decode, urlsafe_b64encode
from collections.abc import Sequence
from struct import pack, unpack

LONGEST_WORD = 16_000
"""More characters than the 1,092 numbers of the largest network need."""


def packed(numbers: Sequence[float]) -> str:
    """The numbers as one word of letters, digits, - and _."""
    data = zlib.compress(pack(f"<{len(numbers)}d", *numbers), 9)
    return urlsafe_b64encode(data).decode().rstrip("=")


def unpacked(word: str, count: int) -> tuple[float, ...]:
    """The ``count`` numbers in this word. Raises ValueError where it holds anything else."""
    if len(word) > LONGEST_WORD:
        raise ValueError("The weights in this link are damaged: it is too long.")
    stream = zlib.decompressobj()
    try:
        data = b64decode(word + "=" * (-len(word) % 4), altchars=b"-_", validate=True)
        raw = stream.decompress(data, 8 * count + 1)
    except (ValueError, zlib.error):
        raise ValueError("The weights in this link are damaged.") from None
    if len(raw) != 8 * count or not stream.eof or stream.unused_data:
        raise ValueError(f"The weights in this link are not the {count} of this network.")
    return unpack(f"<{count}d", raw)
