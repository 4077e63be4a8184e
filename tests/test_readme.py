"""What the README says is true: its example prints what stands under it, its files exist."""

import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_the_example_prints_what_the_readme_shows() -> None:
    code, printed = re.findall(r"```(?:python|text)\n(.*?)```", README, re.DOTALL)
    run = subprocess.run(
        [sys.executable, "-X", "utf8", "-c", code],
        cwd=ROOT, capture_output=True, encoding="utf-8", check=True,
    )  # fmt: skip
    assert run.stdout == printed
    assert len(code.splitlines()) <= 15


def test_every_file_that_it_names_is_there() -> None:
    named = re.findall(r"\]\((docs/[^)]+)\)|`([\w./]+/|[\w.]+\.py)`", README)
    inside = {"shell.py": "pages", "browser/": "tests", "benchmarks/": "tests"}
    paths = [ROOT / inside.get(path, "") / (picture or path) for picture, path in named]
    assert len(paths) > 8
    assert [path for path in paths if not path.exists()] == []
