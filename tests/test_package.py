"""`pip install` takes the whole package: its JavaScript, its styles, its types, its libraries."""

import tomllib
from pathlib import Path

ROOT = Path(__file__).parents[1]
BACKPROP = ROOT / "backprop"
PYPROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def test_every_file_is_packed() -> None:
    patterns = PYPROJECT["tool"]["setuptools"]["package-data"]["backprop"]
    packed = {path for pattern in patterns for path in BACKPROP.glob(pattern)}
    packed |= {path for path in BACKPROP.rglob("*.py") if (path.parent / "__init__.py").exists()}
    there = {path for path in BACKPROP.rglob("*") if path.is_file() and path.suffix != ".pyc"}
    assert len(there) > 200
    assert there - packed == set()
    assert BACKPROP / "py.typed" in packed


def test_a_notebook_gets_the_versions_that_the_app_has() -> None:
    project, setuptools = PYPROJECT["project"], PYPROJECT["tool"]["setuptools"]
    app = (ROOT / "requirements.txt").read_text(encoding="utf-8").split("\n")
    assert setuptools["dynamic"]["optional-dependencies"]["app"]["file"] == ["requirements.txt"]
    assert set(project["dependencies"]) <= set(app)
