"""A server of its own for each measurement, with the app's settings unless told otherwise."""

import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryFile
from time import monotonic
from urllib.error import URLError
from urllib.request import urlopen

from tests.benchmarks.machine import Usage
from tests.browser.server import PATIENCE, ROOT, free_port

APP = ("app.py",)
OPTIONS = ("--runner.postScriptGC=true", "--server.fileWatcherType=auto")
# Streamlit as it comes: the same page without app.py's warm-up, and with the options it has. It
# answers students; a browser finds the stage's files only with app.py.
DEFAULTS = ("pages/shell.py", *OPTIONS)
APP_BY_DEFAULT = (*APP, *OPTIONS)
BARE = ("tests/benchmarks/pages/bare.py",)
PLOTLY_CHART = ("tests/benchmarks/pages/plotly_chart.py",)
PLOTLY_SLIDER = ("tests/benchmarks/pages/plotly_slider.py",)


@dataclass(frozen=True)
class Served:
    """A server that answers at `url`, what it uses, and how long it took to start."""

    url: str
    usage: Usage
    seconds: float


@contextmanager
def served(
    script: str,
    *options: str,
    descriptors: int | None = None,
    root: Path = ROOT,
    launcher: Sequence[str] = ("-m", "streamlit"),
) -> Iterator[Served]:
    """`streamlit run SCRIPT OPTIONS` in ``root``, from when it answers to the end of the block.

    With ``descriptors``, the process may never have more than so many.
    """
    port = free_port()
    command = [sys.executable, *launcher, "run", script, *options]
    command += ["--server.port", str(port), "--server.headless", "true"]
    if descriptors:
        command = ["bash", "-c", f'ulimit -n {descriptors}; exec "$@"', "bash", *command]
    ours = {k: v for k, v in os.environ.items() if not k.startswith("BACKPROP_")}
    begin, url = monotonic(), f"http://localhost:{port}"
    with (
        TemporaryFile("w+") as log,
        subprocess.Popen(
            command, cwd=root, stdout=log, stderr=log, env={**ours, "PYTHONPATH": str(root)}
        ) as process,
    ):
        try:
            while not _answers(url):
                if process.poll() is not None or monotonic() > begin + PATIENCE:
                    log.seek(0)
                    raise RuntimeError(f"the server did not start:\n{log.read()}")
            yield Served(url, Usage(process.pid), monotonic() - begin)
        finally:
            process.kill()


def _answers(url: str) -> bool:
    try:
        with urlopen(f"{url}/_stcore/health", timeout=5) as answer:
            return bool(answer.status == 200)
    except (URLError, OSError):
        return False
