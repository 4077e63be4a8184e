"""What holds for all tests: no stopwatch, the same examples in every run, and one browser."""

from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, settings
from playwright.sync_api import Browser
from xdist.remote import Producer
from xdist.scheduler import LoadScopeScheduling

from tests.chromium import chromium as a_chromium

settings.register_profile(
    "steady",
    deadline=None,  # a busy machine is no failure
    derandomize=True,  # a red run can be repeated
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("steady")


class BrowserApart(LoadScopeScheduling):  # type: ignore[misc]  # xdist has no types
    """All tests in the browser go to one process: two browsers would only slow each other."""

    def _split_scope(self, nodeid: str) -> str:
        return "browser" if "test_browser" in nodeid else nodeid.partition("::")[0]


def pytest_xdist_make_scheduler(config: pytest.Config, log: Producer) -> BrowserApart:
    """How the tests are shared out."""
    return BrowserApart(config, log)


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """One browser for all tests."""
    with a_chromium() as browser:
        yield browser
