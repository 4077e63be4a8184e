"""What the machine is doing: how busy it is, and what one process takes of it."""

import os
from pathlib import Path
from time import clock_gettime

PAGE = os.sysconf("SC_PAGE_SIZE")


def load() -> float:
    """How many processes wanted a CPU in the last minute, on average."""
    return os.getloadavg()[0]


class Usage:
    """What the process with this id uses, as Linux tells it."""

    def __init__(self, pid: int) -> None:
        self._pid = pid
        self._folder = Path("/proc") / str(pid)
        self._clock = ~pid << 3 | 2  # how Linux numbers the CPU clock of a process
        if not self._folder.exists():
            raise OSError(f"the server's use of the machine must be in {self._folder} (Linux)")

    def signal(self, number: int) -> None:
        """Send it a signal."""
        os.kill(self._pid, number)

    def cpu_ms(self) -> float:
        """The CPU time that it has taken so far, in milliseconds."""
        return clock_gettime(self._clock) * 1000

    def memory_mb(self) -> float:
        """The memory that it holds now (RSS), in millions of bytes."""
        return int((self._folder / "statm").read_text().split()[1]) * PAGE / 1e6

    def peak_mb(self) -> float:
        """The most memory that it has held (RSS) since its peak was last forgotten."""
        lines = (self._folder / "status").read_text().splitlines()
        return next(int(one.split()[1]) for one in lines if one.startswith("VmHWM")) * 1024 / 1e6

    def forget_peak(self) -> None:
        """Let the peak of its memory be what it holds now."""
        (self._folder / "clear_refs").write_text("5")

    def descriptors(self) -> int:
        """How many descriptors it has open: files, sockets, event loops."""
        return len(list((self._folder / "fd").iterdir()))
