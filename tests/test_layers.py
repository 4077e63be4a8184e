"""The house: imports point down only, each library in its own layer, one idea per file."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

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


def layer(path: Path) -> str:
    """The layer of a file of ours: "engine" of backprop/engine/trace.py, "" of the root's."""
    return [*path.relative_to(ROOT / "backprop").parts[:-1], ""][0]


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text())


def imports(path: Path) -> Iterator[str]:
    """Everything that a file imports, anywhere in it, by its full name."""
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert not node.level, f"{name(path)}:{node.lineno} must import by the full name"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def may_import(here: str, module: str) -> bool:
    """Whether a file of this layer may import this module."""
    first, second = [*module.split("."), ""][:2]
    if first != "backprop":
        if here == "server" and first == "streamlit":
            return second in STREAMLIT_OF_THE_SERVER
        return first in LIBRARIES[here] | set(sys.stdlib_module_names)
    if second not in LAYERS:
        # The root gives the engine's public names, so it stands just above the engine.
        return here != "engine"
    return second in (LAYERS[: LAYERS.index(here) + 1] if here else ["engine"])


def by_name(path: Path) -> bool:
    """Whether a file imports modules whose names are not in its import statements."""
    names = {
        node.id if isinstance(node, ast.Name) else node.attr
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Name | ast.Attribute)
    }
    return not names.isdisjoint({"import_module", "__import__"})


def test_the_house_is_found() -> None:
    assert {layer(path) for path in CODE} >= {"engine", "server", "lesson"}
    assert len(TEXTS) > len(CODE) > len(PAGES) > 1


def test_import_backprop_loads_neither_streamlit_nor_plotly() -> None:
    code = "import sys, backprop; print(*sorted({name.split('.')[0] for name in sys.modules}))"
    command = [sys.executable, "-c", code]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    loaded = set(done.stdout.split())
    assert {"backprop", "numpy"} <= loaded
    assert loaded.isdisjoint({"streamlit", "plotly", "pandas", "starlette"})


def test_imports_point_down() -> None:
    offenders = [
        f"{name(path)}: {module}"
        for path in CODE
        for module in imports(path)
        if not may_import(layer(path), module)
    ]
    assert offenders == []


def test_only_the_warm_up_imports_by_name() -> None:
    offenders = [name(path) for path in [*CODE, *PAGES] if path != WARMUP and by_name(path)]
    assert offenders == []


def test_a_page_only_arranges() -> None:
    """It takes from Streamlit and from the layers, and no other library."""
    allowed = {"streamlit", "starlette", "backprop"} | set(sys.stdlib_module_names)
    offenders = [
        f"{name(path)}: {module}"
        for path in PAGES
        for module in imports(path)
        if module.split(".")[0] not in allowed
    ]
    assert offenders == []


def test_one_idea_per_file() -> None:
    assert [name(path) for path in TEXTS if len(path.read_text().splitlines()) > 250] == []


def test_every_file_says_what_it_is() -> None:
    assert [name(path) for path in [*CODE, *PAGES] if not ast.get_docstring(tree(path))] == []
