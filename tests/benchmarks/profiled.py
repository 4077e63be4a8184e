"""Streamlit under the profiler: python -P profiled.py FILE run app.py ...

SIGUSR1 begins an account of the runs of scripts, without the profiler; SIGUSR2 ends it, and begins
a profile; the next SIGUSR1 ends that. FILE.json has the milliseconds of CPU of all runs, FILE the
profile.
"""

import json
import signal
import sys
from cProfile import Profile
from pathlib import Path
from threading import Lock
from time import thread_time
from typing import Any

from streamlit.runtime.scriptrunner.script_runner import ScriptRunner
from streamlit.web import cli

FILE = Path(sys.argv.pop(1))
run_script: Any = ScriptRunner._run_script
one_at_a_time = Lock()
profile: Profile | None = None
spent = 0.0  # milliseconds


def run(self: ScriptRunner, data: Any) -> None:
    """A run of the script, with its account."""
    global spent
    with one_at_a_time:
        begin = thread_time()
        if profile:
            profile.enable()
        try:
            run_script(self, data)
        finally:
            if profile:
                profile.disable()
            spent += 1000 * (thread_time() - begin)


def account(*_: object) -> None:
    """Begin an account; a profile that there is ends."""
    global spent, profile
    if profile:
        profile.dump_stats(FILE)
    spent, profile = 0.0, None


def profiling(*_: object) -> None:
    """End the account, and begin a profile."""
    global profile
    FILE.with_suffix(".json").write_text(json.dumps(spent))
    profile = Profile(thread_time)  # waiting costs nobody anything


ScriptRunner._run_script = run  # type: ignore[assignment, method-assign]
signal.signal(signal.SIGUSR1, account)
signal.signal(signal.SIGUSR2, profiling)
sys.argv[0] = "streamlit"
sys.exit(cli.main())
