"""The house: imports point down only, each library in its own layer, one idea per file."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
LAYERS = ["engine", "writing", "figures", "chapter", "lesson", "server", "ui"]
LIBRARIES = {
    "engine": {"numpy"},
    "writing": {"numpy"},
    "figures": {"numpy", "plotly"},
    "chapter": set(),
    "lesson": {"numpy"},
    "server": {"google", "numpy", "starlette", "uvicorn"},
    "ui": {"numpy", "streamlit", "pandas"},
    "": set(),
}
# The server stands around Streamlit's runtime; it uses nothing of what draws a page.
STREAMLIT_OF_THE_SERVER = {"config", "net_util", "proto", "runtime"}
WARMUP = ROOT / "backprop/server/warmup.py"

CODE = sorted((ROOT / "backprop").rglob("*.py"))
PAGES = [ROOT / "app.py", *sorted((ROOT / "pages").rglob("*.py"))]
TEXTS = sorted(
    path
    for folder in ("backprop", "pages", "tests")
    for path in (ROOT / folder).rglob("*")
    if path.suffix in (".py", ".js", ".css", ".html")
)


def name(path: Path) -> str:
    return str(path.relative_to(ROOT))


def layer(module: str) -> str:
    """The layer of a module of ours: "engine" of backprop.engine.trace, and "" of backprop."""
    return [*module.split("."), ""][1]


def imports(path: Path) -> Iterator[str]:
    """Everything that a file imports, anywhere in it, by its full name."""
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert not node.level, f"{name(path)}:{node.lineno} must import by the full name"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def test_the_house_is_found() -> None:
    assert {layer(name(path).replace("/", ".")) for path in CODE} >= {"engine", "server", "lesson"}


def test_import_backprop_loads_neither_streamlit_nor_plotly() -> None:
    code = "import sys, backprop; print(*sorted({name.split('.')[0] for name in sys.modules}))"
    command = [sys.executable, "-c", code]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    loaded = set(done.stdout.split())
    assert {"backprop", "numpy"} <= loaded
    assert loaded.isdisjoint({"streamlit", "plotly", "pandas", "starlette"})


@pytest.mark.parametrize("path", CODE, ids=name)
def test_imports_point_down(path: Path) -> None:
    own = path.relative_to(ROOT / "backprop").parts
    here = own[0] if len(own) > 1 else ""
    below = LAYERS[: LAYERS.index(here) + 1] if here else ["engine"]
    allowed = LIBRARIES[here] | set(sys.stdlib_module_names)
    for module in imports(path):
        if module.split(".")[0] != "backprop":
            if here == "server" and module.startswith("streamlit."):
                assert module.split(".")[1] in STREAMLIT_OF_THE_SERVER, f"{module} in the server"
            else:
                assert module.split(".")[0] in allowed, f"{module} in {here or 'backprop'}"
        elif layer(module) in LAYERS:
            assert layer(module) in below, f"{module} is above {here or 'backprop'}"
        else:
            # The root gives the engine's public names, so it stands just above the engine.
            assert here != "engine", f"{module} is above the engine"


@pytest.mark.parametrize("path", [*CODE, *PAGES], ids=name)
def test_only_the_warm_up_imports_by_name(path: Path) -> None:
    names = {
        node.id if isinstance(node, ast.Name) else node.attr
        for node in ast.walk(ast.parse(path.read_text()))
        if isinstance(node, ast.Name | ast.Attribute)
    }
    assert path == WARMUP or names.isdisjoint({"import_module", "__import__"})


@pytest.mark.parametrize("path", PAGES, ids=name)
def test_a_page_only_arranges(path: Path) -> None:
    """It takes from Streamlit and from the layers, and no other library."""
    outside = {module.split(".")[0] for module in imports(path)} - set(sys.stdlib_module_names)
    assert outside <= {"streamlit", "starlette", "backprop"}


@pytest.mark.parametrize("path", TEXTS, ids=name)
def test_one_idea_per_file(path: Path) -> None:
    assert len(path.read_text().splitlines()) <= 250


@pytest.mark.parametrize("path", [*CODE, *PAGES], ids=name)
def test_every_file_says_what_it_is(path: Path) -> None:
    assert ast.get_docstring(ast.parse(path.read_text()))
