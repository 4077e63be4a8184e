"""A chain of relations cut into what it is written with."""

import re

from tests.claims.truth import Truth

_NUMBER = re.compile(r"\d+(?:\.\d+)?(?:\s*\{?\\times\}?\s*10\^\{-?\d+\})?|\.\d+")
_TOKEN = re.compile(
    rf"(?P<number>{_NUMBER.pattern})|(?P<command>\\[a-zA-Z]+'?)|(?P<letter>[a-zA-Z]'?)|(?P<sign>[^\s])"
)


class Tokens:
    """A chain, and the place up to which it has been read."""

    def __init__(self, text: str, truth: Truth) -> None:
        self.tokens = [
            (kind, found)
            for one in _TOKEN.finditer(text)
            for kind, found in one.groupdict().items()
            if found
        ]
        self.place, self.truth, self.text = 0, truth, text
        self.layer = 0

    @property
    def here(self) -> str:
        return self.tokens[self.place][1] if self.place < len(self.tokens) else ""

    def take(self, wanted: str = "") -> str:
        found = self.here
        if not found or (wanted and found != wanted):
            raise AssertionError(f"{wanted or 'more'} was expected, not {found!r}: {self.text}")
        self.place += 1
        return found

    def took(self, wanted: str) -> bool:
        if self.here == wanted:
            self.place += 1
            return True
        return False

    def group(self) -> str:
        """What stands in braces, as text."""
        self.take("{")
        depth, found = 1, ""
        while depth:
            token = self.take()
            depth += {"{": 1, "}": -1}.get(token, 0)
            found += token if depth else ""
        return found
