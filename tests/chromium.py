"""A Chromium for tests and benchmarks: the machine's, or Playwright's, or one installed now."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar

from playwright.sync_api import Browser, BrowserContext, Error, Playwright, expect, sync_playwright

T = TypeVar("T")

PATIENCE = 30_000  # milliseconds: the machine may be busy

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")

FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-default-apps",
    "--disable-sync",
    "--no-first-run",
    "--no-pings",
    # Or each window brings a renderer for its address bar.
    "--disable-features=WebUIOmniboxPopup,WebUIOmniboxAimPopup,WebUIOmniboxFullPopup",
    "--force-color-profile=srgb",
    # Nothing but this machine has an address.
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1",
]

PLAYWRIGHT = [sys.executable, "-m", "playwright", "install"]
INSTALLERS = [["apt-get", "update"], ["apt-get", "install", "-y", "chromium"]]


@contextmanager
def chromium() -> Iterator[Browser]:
    """A headless Chromium that has never been anywhere.

    Raises RuntimeError, saying what to install, where none can be had. Playwright allows one at
    a time in a process.
    """
    expect.set_options(timeout=PATIENCE)  # as long as all else in Playwright waits
    with sync_playwright() as playwright:
        browser = _launch(playwright)
        try:
            yield browser
        finally:
            browser.close()


def visitor(browser: Browser, folder: Path, **options: Any) -> BrowserContext:
    """The browser of somebody who comes again: it keeps in ``folder`` what it has compiled.

    Its second and later visits take two thirds of the time of a first one.
    """
    kind, tried = browser.browser_type, list[str]()
    found = _first_that_runs(
        lambda path: kind.launch_persistent_context(
            folder, executable_path=path, args=FLAGS, **options
        ),
        tried,
    )
    assert found, tried
    return found


def returning(context: BrowserContext) -> BrowserContext:
    """The browser of somebody who has seen the first minute."""
    context.add_cookies([{"name": "backprop-seen", "value": "1", "url": "http://localhost"}])
    return context


def _launch(playwright: Playwright) -> Browser:
    tried: list[str] = []

    def launch(path: str | None) -> Browser:
        return playwright.chromium.launch(executable_path=path, args=FLAGS)

    if browser := _first_that_runs(launch, tried):
        return browser
    for command in _installers():
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        tried.append(f"{' '.join(command)}: {done.stdout[-500:]}{done.stderr[-500:]}")
        if browser := _first_that_runs(launch, tried):
            return browser
    raise RuntimeError(
        "The browser tests need Chromium: install it with `python -m playwright install "
        "--with-deps chromium` or `apt-get install chromium`. Tried:\n" + "\n".join(tried)
    )


def _first_that_runs(launch: Callable[[str | None], T], tried: list[str]) -> T | None:
    on_path = [path for name in NAMES if (path := shutil.which(name))]
    for path in [*on_path, None]:  # None is the browser that Playwright has installed
        try:
            return launch(path)
        except Error as error:
            tried.append(f"{path or 'the browser of Playwright'}: {error.message[:300]}")
    return None


def _installers() -> Iterator[list[str]]:
    root = hasattr(os, "geteuid") and os.geteuid() == 0
    if root:
        yield [*PLAYWRIGHT, "--with-deps", "chromium"]
    yield [*PLAYWRIGHT, "chromium"]
    if root and shutil.which("apt-get"):
        yield from INSTALLERS
