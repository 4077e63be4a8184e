"""What the README and CONTRIBUTING say is true: the examples run, all that is there is named."""

import re
import subprocess
import sys
from pathlib import Path

import backprop

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_the_examples_run_and_print_what_the_readme_shows() -> None:
    first, *more = re.findall(r"```python\n(.*?)```", README, re.DOTALL)
    printed = "".join(re.findall(r"```text\n(.*?)```", README, re.DOTALL))
    run = subprocess.run(
        [sys.executable, "-X", "utf8", "-c", "\n".join([first, *more])],
        cwd=ROOT, capture_output=True, encoding="utf-8", check=True,
    )  # fmt: skip
    assert run.stdout == printed
    assert len(first.splitlines()) <= 15
    assert more


def test_each_call_that_it_names_gives_something() -> None:
    x, y = [0.05, 0.10], [0.01, 0.99]
    net = backprop.Network.random([2, 2, 2])
    known = vars(backprop) | {"net": net, "x": x, "y": y, "trace": backprop.run(net, x, y)}
    calls = re.findall(r"^\| `(\w+\(.*\))` \|", README, re.MULTILINE)
    assert len(calls) > 5
    assert all(eval(call, dict(known)) for call in calls)


def test_every_file_that_it_links_is_there() -> None:
    linked = re.findall(r"\]\(((?!http)[^)]+)\)", README)
    assert len(linked) > 4
    assert [path for path in linked if not (ROOT / path).exists()] == []


def test_contributing_says_where_each_layer_stands() -> None:
    contributing = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    named = re.findall(r"^\| `([^`]+)` \|", contributing.split("## Add an idea")[0], re.MULTILINE)
    layers = [path.parent for path in (ROOT / "backprop").glob("*/*") if path.suffix != ".pyc"]
    there = {f"{path.relative_to(ROOT)}/" for path in layers} | {"app.py", "pages/", "tests/"}
    assert there == set(named)
