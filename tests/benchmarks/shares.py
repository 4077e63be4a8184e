"""What a profile says of the parts of the app: each function's own time goes to a part.

A function has the part of its file; one of no part has that of those that call it, by the time
that it takes for each.
"""

from collections import Counter, defaultdict
from pathlib import Path
from pstats import Stats
from typing import Any

Function = tuple[str, int, str]

START = "Streamlit: start and end of a run"
NAMES = {
    "_run_script": START,
    "on_script_will_rerun": "callbacks",
    "_enqueue_forward_msg": "sending",
    "navigation": "the page's frame",
}
FOLDERS = {
    "streamlit/components/v2/": "components: looked at and serialised",
    "backprop/engine/": "the engine",
    "backprop/lesson/": "the lesson",
    "backprop/server/": "the server's turns",
    "backprop/stage/": "the stage's data",
    "backprop/figures/": "the stage's data",
    "backprop/ui/stage/": "the stage's data",
    "backprop/ui/explorer/": "the panel and its formulas",
    "backprop/ui/panel.py": "the panel and its formulas",
    "backprop/ui/frame.py": "the page's frame",
    "backprop/ui/state.py": "the lesson",
}
"""Whatever else is in the sidebar has the name of its file."""
ROUNDS = 60


def shares(profile: Path) -> dict[str, float]:
    """The share of each part, of 1 in all; the largest first."""
    stats: dict[Function, Any] = Stats(str(profile)).stats  # type: ignore[attr-defined]
    parts = _parts(stats)
    found = Counter[str]()
    for function, (_, _, own, _, callers) in stats.items():
        if part := part_of(function):
            found[part] += own
            continue
        for caller, (_, _, its, _) in callers.items():
            for name, share in parts[caller].items():
                found[name] += its * share
    total = found.total()
    return {name: time / total for name, time in found.most_common()}


def _parts(stats: dict[Function, Any]) -> dict[Function, dict[str, float]]:
    """The parts that each function works for, with their shares; from callers to the called."""
    parts = {f: {name: 1.0} if (name := part_of(f)) else {} for f in stats}
    for _ in range(ROUNDS):
        for function, (*_, callers) in stats.items():
            if part_of(function) or not callers:
                continue
            sums: dict[str, float] = defaultdict(float)
            for caller, (_, _, _, time) in callers.items():
                for name, share in parts[caller].items():
                    sums[name] += (time or 1e-9) * share
            whole = sum(sums.values())
            parts[function] = {name: time / whole for name, time in sums.items()}
    return parts


def part_of(function: Function) -> str | None:
    """The part that this function stands in, if it stands in one."""
    file, _, name = function
    if "backprop/ui/sidebar/" in file:
        stem = Path(file).stem
        return "sidebar" if stem in ("__init__", "words") else f"sidebar: {stem}"
    folder = next((part for folder, part in FOLDERS.items() if folder in file), None)
    return folder or (NAMES.get(name) if "streamlit" in file else None)
