"""The app as the README starts it: a process of its own, on a free port, its log watched."""

import os
import socket
import subprocess
import sys
from pathlib import Path
from time import monotonic
from urllib.error import URLError
from urllib.request import urlopen

ROOT = Path(__file__).parents[2]
PATIENCE = 120  # seconds for a cold start on a busy machine


class Server:
    """`streamlit run app.py`, from the moment it answers until `stop`."""

    def __init__(self, log: Path) -> None:
        self._log = log
        self._read = 0
        self._port = free_port()
        self.url = f"http://localhost:{self._port}"
        self.start()

    def start(self) -> None:
        """Start it, and wait until it answers."""
        command = [sys.executable, "-m", "streamlit", "run", "app.py"]
        command += ["--server.port", str(self._port), "--server.headless", "true"]
        environment = {k: v for k, v in os.environ.items() if not k.startswith("BACKPROP_")}
        with self._log.open("a") as out:
            self._process = subprocess.Popen(
                command, cwd=ROOT, stdout=out, stderr=subprocess.STDOUT, env=environment
            )
        self._wait_until_healthy()

    def kill(self) -> None:
        """End the process as a crash does, with no time to say goodbye."""
        self._process.kill()
        self._process.wait()

    def _wait_until_healthy(self) -> None:
        end = monotonic() + PATIENCE
        while not self._answers():
            try:
                self._process.wait(0.2)
            except subprocess.TimeoutExpired:
                if monotonic() < end:
                    continue
                self.stop()
            raise RuntimeError(f"the server did not start:\n{self._log.read_text()}")

    def _answers(self) -> bool:
        try:
            with urlopen(f"{self.url}/_stcore/health", timeout=5) as answer:
                return bool(answer.status == 200)
        except (URLError, OSError):
            return False

    def new_tracebacks(self) -> str:
        """What the log says since the last look, if there is a traceback in it; else nothing."""
        text = self._log.read_text()
        new, self._read = text[self._read :], len(text)
        return new if "Traceback (most recent call last)" in new else ""

    def stop(self) -> None:
        """End the process."""
        self._process.terminate()
        try:
            self._process.wait(20)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("localhost", 0))
        return int(probe.getsockname()[1])
