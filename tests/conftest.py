"""What holds for all tests: no stopwatch, the same examples in every run, and one browser."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from playwright.sync_api import Browser
from xdist.remote import Producer
from xdist.scheduler import LoadScopeScheduling

from tests.chromium import chromium as a_chromium

CLAIMS = [*Path(__file__).parent.glob("ideas/*/claims.py")]
pytest.register_assert_rewrite(
    "tests.claims", *(f"tests.ideas.{one.parent.name}.claims" for one in CLAIMS)
)

settings.register_profile(
    "steady",
    deadline=None,  # a busy machine is no failure
    derandomize=True,  # a red run can be repeated
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("steady")


class ServersTogether(LoadScopeScheduling):  # type: ignore[misc]  # xdist has no types
    """Tests that share the servers of tests/server go to one process, all others file by file.

    The groups of xdist 3.8 would say the same, but do nothing with pytest 9.2.
    """

    def _split_scope(self, nodeid: str) -> str:
        return "server" if nodeid.startswith("tests/server/") else nodeid.partition("::")[0]


def pytest_xdist_make_scheduler(config: pytest.Config, log: Producer) -> ServersTogether:
    """How the tests are shared out."""
    return ServersTogether(config, log)


@pytest.hookimpl(tryfirst=True)  # before pytest selects by marker
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what needs a browser, and what runs a page."""
    for item in items:
        if "chromium" in getattr(item, "fixturenames", ()):
            item.add_marker(pytest.mark.browser)
        if item.path.name.startswith(("test_page_", "test_view", "test_ideas", "test_new_")):
            item.add_marker(pytest.mark.pages)


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """One browser for all tests."""
    with a_chromium() as browser:
        yield browser
