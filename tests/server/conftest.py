"""A real server: app.py and its settings as they are, around a small page of the tests."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.server.visitor import get

ROOT = Path(__file__).parents[2]
HERE = Path(__file__).parent


@dataclass(frozen=True)
class Server:
    """A server that answers at `url`, and the files in which it leaves its traces."""

    url: str
    pid: int
    log_file: Path
    outgoing_file: Path

    @property
    def log(self) -> str:
        """What it has logged so far."""
        return self.log_file.read_text(encoding="utf-8")

    @property
    def outgoing(self) -> set[str]:
        """The hosts it has turned to so far."""
        return set(self.outgoing_file.read_text(encoding="utf-8").split())


Start = Callable[..., Server]


@contextmanager
def running(folder: Path, *options: str, before: str = "", **environment: str) -> Iterator[Server]:
    """A server with a copy of app.py in `folder`, started from somewhere else.

    `before` are commands for the shell that starts it, such as `ulimit`.
    """
    site = folder / "site"
    shutil.copytree(ROOT / ".streamlit", site / ".streamlit")
    shutil.copy(ROOT / "app.py", site)
    (site / "pages").mkdir()
    shutil.copy(HERE / "page.py", site / "pages" / "shell.py")
    shutil.copy(HERE / "outgoing.py", folder / "sitecustomize.py")
    log, outgoing = folder / "log", folder / "outgoing"
    outgoing.touch()
    shell = ["sh", "-ec", f'{before}\nexec "$@"', "sh"]
    command = [*shell, sys.executable, "-m", "streamlit", "run", str(site / "app.py")]
    variables = {"PYTHONPATH": f"{folder}:{ROOT}", "OUTGOING": str(outgoing), **environment}
    with (
        log.open("w") as errors,
        subprocess.Popen(
            [*command, "--server.port=0", "--server.headless=true", *options],
            cwd=folder,
            env={**os.environ, **variables},
            stdout=subprocess.PIPE,
            stderr=errors,
            text=True,
        ) as process,
    ):
        try:
            url = _printed_url(process)
            assert get(f"{url}/_stcore/health").status == 200, log.read_text(encoding="utf-8")
            yield Server(url, process.pid, log, outgoing)
        finally:
            process.terminate()


def _printed_url(process: "subprocess.Popen[str]") -> str:
    """The address that the server prints; from then on a request waits until it has started."""
    assert process.stdout
    for line in process.stdout:
        if found := re.search(r"URL: (\S+)", line):
            return found[1]
    raise AssertionError("the server has printed no address")


@pytest.fixture(scope="session")
def start(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Start]:
    """Start a server with these options and variables; it ends with the tests."""
    with ExitStack() as stack:

        def start_one(*options: str, **environment: str) -> Server:
            folder = tmp_path_factory.mktemp("server")
            return stack.enter_context(running(folder, *options, **environment))

        yield start_one


@pytest.fixture(scope="session")
def server(start: Start) -> Server:
    """The server as a user starts it."""
    return start()
