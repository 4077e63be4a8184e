"""What holds for all tests: no stopwatch, the same examples in every run, and one browser."""

from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, settings
from playwright.sync_api import Browser

from tests.chromium import chromium as a_chromium

settings.register_profile(
    "steady",
    deadline=None,  # a busy machine is no failure
    derandomize=True,  # a red run can be repeated
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("steady")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """All that use the browser go to one process: two browsers would only slow each other."""
    for item in items:
        if "chromium" in getattr(item, "fixturenames", ()):
            item.add_marker(pytest.mark.xdist_group("browser"))


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """One browser for all tests."""
    with a_chromium() as browser:
        yield browser
