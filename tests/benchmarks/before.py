"""The code as it was at another commit, to be served beside this one."""

import subprocess
import tarfile
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.browser.server import ROOT


@contextmanager
def before(revision: str | None) -> Iterator[Path | None]:
    """A folder with the files of a revision; None, and a line that says so, where it is not had.

    Without a revision, the commit at which this branch left main, or on main the one before.
    """
    with TemporaryDirectory() as folder:
        found = revision or _fork()
        archive = _git("archive", "--format=tar", found) if found else b""
        if not archive:
            print(f"  nothing to compare with: git has no {revision or 'commit before this one'}")
            yield None
            return
        with tarfile.open(fileobj=BytesIO(archive)) as files:
            files.extractall(folder, filter="data")
        subject = _git("log", "-1", "--format=%h %s", found).decode().strip()
        print(f"  the commit before is {subject}")
        yield Path(folder)


def _fork() -> str:
    here = _git("rev-parse", "HEAD").decode().strip()
    fork = _git("merge-base", "HEAD", "main").decode().strip()
    return (
        fork if fork not in ("", here) else _git("rev-parse", "--verify", "HEAD^").decode().strip()
    )


def _git(*command: str) -> bytes:
    """What git says; nothing where it fails or there is none."""
    try:
        done = subprocess.run(["git", *command], cwd=ROOT, capture_output=True, check=False)
    except FileNotFoundError:
        return b""
    return done.stdout if done.returncode == 0 else b""
