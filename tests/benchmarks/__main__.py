"""Everything that is to be fast, measured, in one table.

python -m tests.benchmarks [engine] [paint] [slider] [chapter] [classroom] [load] [siege] [kills]
With --quick it takes fewer numbers.

Less is better everywhere. What is compared is measured by turns on the same machine, so a busy one
spoils the numbers more than the ratios; the load says how busy it was.
"""

import os
from argparse import ArgumentParser
from collections.abc import Callable, Iterable
from time import monotonic

from tests.benchmarks import chapter, classroom, engine, kills, load, paint, siege, slider
from tests.benchmarks.machine import load as load_average
from tests.benchmarks.table import HEADER, WIDTHS, Row, line

Part = tuple[str, Callable[[bool], Iterable[Row]]]

PARTS: dict[str, Part] = {
    "engine": (
        "The engine, a run and its record, against plain NumPy that keeps nothing",
        lambda _quick: engine.rows(),
    ),
    "paint": (
        "A press in Chromium, 3-4-2 at 1400 x 900, against st.plotly_chart with the same figures",
        lambda quick: paint.rows(1 if quick else 5),
    ),
    "slider": (
        "A slider in Chromium, the demon on 3-4-2, against st.slider with st.plotly_chart",
        lambda quick: slider.rows(10 if quick else 60),
    ),
    "chapter": (
        "A press on the stages of 2.5 to 2.9, against one in the explorer; the gradient check",
        lambda quick: chapter.rows(2 if quick else 8),
    ),
    "classroom": (
        "Students who step every 3 s, against Streamlit's defaults",
        lambda quick: classroom.rows(classroom.QUICK if quick else classroom.Size()),
    ),
    "load": (
        "A first visit with an empty browser, against the page with st.plotly_chart",
        lambda quick: load.rows(2 if quick else 7),
    ),
    "siege": (
        "Three students, while one visitor does their worst; then a class with few descriptors",
        lambda quick: siege.rows(3, 40) if quick else siege.rows(10),
    ),
    "kills": (
        "Browsers with long links at a server that is killed and started again",
        lambda quick: kills.rows(2 if quick else 10),
    ),
}


def main() -> None:
    parser = ArgumentParser(prog="python -m tests.benchmarks", description="Measures what is fast.")
    parser.add_argument("parts", nargs="*", help=f"any of {', '.join(PARTS)}; all if none is named")
    parser.add_argument("--quick", action="store_true", help="fewer numbers, in a minute or two")
    options = parser.parse_args()
    if unknown := set(options.parts) - set(PARTS):
        parser.error(f"the parts are {', '.join(PARTS)}, got {', '.join(sorted(unknown))}")
    missed = 0
    print(line(HEADER), flush=True)
    for name in options.parts or PARTS:
        title, measure = PARTS[name]
        begin, busy = monotonic(), load_average()
        print(f"{'-' * (sum(WIDTHS) + 2 * len(WIDTHS) - 2)}\n{title}", flush=True)
        for row in measure(options.quick):
            missed += row.reached is False
            print(line(row.cells), flush=True)
        print(
            f"  load {busy:.1f} before and {load_average():.1f} after, on {os.cpu_count()} CPUs; "
            f"took {monotonic() - begin:.0f} s",
            flush=True,
        )
    print(f"{missed} targets missed" if missed else "every target reached")


if __name__ == "__main__":
    main()
