"""Everything that is to be fast, measured, in one table.

python -m tests.benchmarks [engine] [paint] [flow] [slider] [chapter] [classroom] [changes] ...
With --quick it takes fewer numbers; --before names the commit that stands beside this one.

Less is better everywhere. What is compared is measured by turns on the same machine, so a busy one
spoils the numbers more than the ratios; the load says how busy it was.
"""

import os
from argparse import ArgumentParser
from collections.abc import Callable, Iterable
from pathlib import Path
from time import monotonic

from tests.benchmarks import (
    changes,
    chapter,
    classroom,
    engine,
    flow,
    kills,
    load,
    navigation,
    paint,
    profile,
    repaint,
    siege,
    slider,
)
from tests.benchmarks.before import before
from tests.benchmarks.machine import load as load_average
from tests.benchmarks.rooms import QUICK, Size
from tests.benchmarks.table import HEADER, WIDTHS, Row, line

Part = tuple[str, Callable[[bool, Path | None], Iterable[Row]]]

PARTS: dict[str, Part] = {
    "engine": (
        "The engine, a run and its record, against plain NumPy that keeps nothing",
        lambda _quick, _before: engine.rows(),
    ),
    "paint": (
        "A press in Chromium, 3-4-2 at 1400 x 900, against st.plotly_chart with the same figures",
        lambda quick, before: paint.rows(1 if quick else 5, before),
    ),
    "repaint": (
        "A change in Chromium, 3-4-2 at 1400 x 900, against st.plotly_chart with the same figures",
        lambda quick, before: repaint.rows(10 if quick else 40, before),
    ),
    "navigation": (
        "Another page in Chromium, against the app with Streamlit's default options",
        lambda quick, before: navigation.rows(1 if quick else 4, before),
    ),
    "flow": (
        "The motion of a step in Chromium, frame by frame",
        lambda quick, _before: flow.rows(1 if quick else 4),
    ),
    "slider": (
        "A slider in Chromium, the demon on 3-4-2, against st.slider with st.plotly_chart",
        lambda quick, _before: slider.rows(10 if quick else 60),
    ),
    "chapter": (
        "A press on the stages of 2.5 to 2.9, against one in the explorer; the gradient check",
        lambda quick, _before: chapter.rows(2 if quick else 8),
    ),
    "classroom": (
        "Students who step every 3 s, against Streamlit's defaults",
        lambda quick, before: classroom.rows(QUICK if quick else Size(), before),
    ),
    "changes": (
        "Students who change the network, against Streamlit's defaults",
        lambda quick, before: changes.rows(QUICK if quick else Size(), before),
    ),
    "profile": (
        "Where the CPU of a change goes, part by part",
        lambda quick, before: profile.rows(4 if quick else 12, before),
    ),
    "load": (
        "A first visit with an empty browser, against the page with st.plotly_chart",
        lambda quick, _before: load.rows(2 if quick else 7),
    ),
    "siege": (
        "Three students, while one visitor does their worst; then a class with few descriptors",
        lambda quick, _before: siege.rows(3, 40) if quick else siege.rows(10),
    ),
    "kills": (
        "Browsers with long links at a server that is killed and started again",
        lambda quick, _before: kills.rows(2 if quick else 10),
    ),
}


def main() -> None:
    parser = ArgumentParser(prog="python -m tests.benchmarks", description="Measures what is fast.")
    parser.add_argument("parts", nargs="*", help=f"any of {', '.join(PARTS)}; all if none is named")
    parser.add_argument("--quick", action="store_true", help="fewer numbers, in a minute or two")
    parser.add_argument("--before", metavar="REVISION", help="stands beside; else where main is")
    options = parser.parse_args()
    if unknown := set(options.parts) - set(PARTS):
        parser.error(f"the parts are {', '.join(PARTS)}, got {', '.join(sorted(unknown))}")
    with before(options.before) as folder:
        print(line(HEADER), flush=True)
        missed = sum(show(name, options.quick, folder) for name in options.parts or PARTS)
    print(f"{missed} targets missed" if missed else "every target reached")


def show(name: str, quick: bool, before: Path | None) -> int:
    """Measure and print one part; how many targets it has missed."""
    title, measure = PARTS[name]
    begin, busy, missed = monotonic(), load_average(), 0
    print(f"{'-' * (sum(WIDTHS) + 2 * len(WIDTHS) - 2)}\n{title}", flush=True)
    for row in measure(quick, before):
        missed += row.reached is False
        print(line(row.cells), flush=True)
    print(
        f"  load {busy:.1f} before and {load_average():.1f} after, on {os.cpu_count()} CPUs; "
        f"took {monotonic() - begin:.0f} s",
        flush=True,
    )
    return missed


if __name__ == "__main__":
    main()
