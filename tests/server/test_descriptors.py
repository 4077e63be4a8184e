"""The limit of open descriptors is raised as far as it can be."""

import resource

import pytest

from backprop.server.descriptors import raise_descriptor_limit

INFINITY = resource.RLIM_INFINITY


class Limits:
    """A machine with these limits, which takes no soft one above `most`."""

    def __init__(self, soft: int, hard: int, most: int) -> None:
        self.now = (soft, hard)
        self._most = most

    def getrlimit(self, kind: int) -> tuple[int, int]:
        assert kind == resource.RLIMIT_NOFILE
        return self.now

    def setrlimit(self, kind: int, limits: tuple[int, int]) -> None:
        assert kind == resource.RLIMIT_NOFILE
        if not 0 <= limits[0] <= self._most:
            raise ValueError("current limit exceeds maximum limit")
        self.now = limits


@pytest.mark.parametrize(
    ("soft", "hard", "most", "raised"),
    [
        (1_024, 4_096, 4_096, 4_096),
        (4_096, 4_096, 4_096, 4_096),
        (256, INFINITY, 10_240, 10_240),  # macOS
        (20_000, INFINITY, 10_240, 20_000),
        (256, INFINITY, 8_192, 256),
    ],
)
def test_it_is_raised(
    monkeypatch: pytest.MonkeyPatch, soft: int, hard: int, most: int, raised: int
) -> None:
    limits = Limits(soft, hard, most)
    monkeypatch.setattr(resource, "getrlimit", limits.getrlimit)
    monkeypatch.setattr(resource, "setrlimit", limits.setrlimit)
    raise_descriptor_limit()
    assert limits.now == (raised, hard)
