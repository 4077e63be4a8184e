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


@pytest.hookimpl(tryfirst=True)  # before pytest selects by marker
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what needs a browser, and what runs a page.

    All tests in the browser go to one process: two browsers would only slow each other.
    """
    for item in items:
        if "chromium" in getattr(item, "fixturenames", ()):
            item.add_marker(pytest.mark.browser)
            item.add_marker(pytest.mark.xdist_group("browser"))
        if item.path.name.startswith(("test_page_", "test_view", "test_ideas", "test_new_")):
            item.add_marker(pytest.mark.pages)


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """One browser for all tests."""
    with a_chromium() as browser:
        yield browser
