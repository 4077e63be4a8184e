"""The house: imports point down only, ideas are private, each library in its own layer."""

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

ROOT = Path(__file__).parent.parent
LAYERS = [
    "engine", "inputs", "writing", "figures", "chapter", "lesson", "stage", "server", "ui", "ideas",
]  # fmt: skip
# What a file of an idea is for is the beginning of its name; each may use those before it.
KINDS = ["compute", "words", "stage", "view"]
LIBRARIES = {
    "engine": {"numpy"},
    "inputs": set(),
    "writing": {"numpy"},
    "figures": {"numpy", "plotly"},
    "chapter": set(),
    "lesson": {"numpy"},
    "stage": {"numpy"},
    "server": {"google", "numpy", "segno", "starlette", "uvicorn"},
    "ui": {"numpy", "streamlit", "pandas"},
    "ideas": {"numpy", "streamlit", "pandas"},
    "": set(),
}
# The server stands around Streamlit's runtime; it uses nothing of what draws a page.
STREAMLIT_OF_THE_SERVER = {"config", "cursor", "net_util", "proto", "runtime"}
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
        # The root gives the public names of the engine and of lessons, so it stands above both.
        return not here or LAYERS.index(here) > LAYERS.index("lesson")
    return second in (LAYERS[: LAYERS.index(here) + 1] if here else ["engine", "lesson"])


def idea(path: Path) -> str:
    """The idea that a file belongs to: "demon" of backprop/ideas/demon/view.py, else ""."""
    own = path.relative_to(ROOT).parts
    return own[2] if own[:2] == ("backprop", "ideas") and len(own) > 3 else ""


def kind(file: str) -> str:
    """What a file of an idea is for: "view" of view_box."""
    return file.split("_")[0]


def may_use(path: Path, module: str) -> bool:
    """Whether a file of an idea may import this module, by what the file is for."""
    here, (first, *rest) = kind(path.stem), module.split(".")
    if first != "backprop":
        return here == "view" or first not in {"streamlit", "pandas"}
    if rest[0] == "ideas":
        other = kind(rest[2]) if len(rest) > 2 else ""
        return other in KINDS[: KINDS.index(here) + 1]
    if here == "compute":
        return rest[0] == "engine"
    return here == "view" or rest[0] not in ("ui", "server")


def modules_of(path: Path) -> Iterator[str]:
    """The modules of ours that a file imports, packages by the name of their __init__."""
    for module in imports(path):
        for full in (module, module.rpartition(".")[0]):
            if (ROOT / full.replace(".", "/")).with_suffix(".py").exists():
                yield full


def by_name(path: Path) -> bool:
    """Whether a file imports modules whose names are not in its import statements."""
    names = {
        node.id if isinstance(node, ast.Name) else node.attr
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Name | ast.Attribute)
    }
    return not names.isdisjoint({"import_module", "__import__"})


def test_the_house_is_found() -> None:
    assert {layer(path) for path in CODE} == {*LAYERS, ""}
    assert len(TEXTS) > len(CODE) > len(PAGES) > 1


def test_import_backprop_loads_neither_streamlit_nor_plotly() -> None:
    code = (
        "import sys, backprop; assert 'backprop.lesson' not in sys.modules; backprop.lesson_link;"
        "print(*sorted({name.split('.')[0] for name in sys.modules}))"
    )
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


def test_no_modules_import_each_other_in_a_circle() -> None:
    uses = {name(path)[:-3].replace("/", "."): [*modules_of(path)] for path in CODE}
    try:
        TopologicalSorter(uses).prepare()
    except CycleError as error:
        raise AssertionError(" -> ".join(error.args[1])) from None


def test_an_idea_is_imported_by_itself_and_by_pages_only() -> None:
    """What two ideas need stands a layer below."""
    offenders = [
        f"{name(path)}: {module}"
        for path in CODE
        for module in imports(path)
        if module.startswith("backprop.ideas.") and module.split(".")[2] != idea(path)
    ]
    assert offenders == []


def test_the_files_of_an_idea_are_numbers_words_stage_and_view() -> None:
    """Numbers know only the engine, and only the view knows Streamlit."""
    files = [path for path in CODE if idea(path) and path.stem != "__init__"]
    offenders = [
        *(name(path) for path in files if kind(path.stem) not in KINDS),
        *(
            f"{name(path)}: {module}"
            for path in files
            for module in imports(path)
            if kind(path.stem) in KINDS and not may_use(path, module)
        ),
    ]
    assert offenders == []
    kinds = {(idea(path), kind(path.stem)) for path in files}
    lacking = {(one, need) for one, _ in kinds for need in ("words", "stage", "view")} - kinds
    assert lacking == set(), "each idea has words, a stage and a view"


def test_the_browser_knows_no_idea() -> None:
    """Its JavaScript reaches an idea's only through the module that a stage names.

    No style that all share is for one idea, or for parts that happen to stand together in one.
    """
    shared = [path for path in (ROOT / "backprop").rglob("*.css") if not idea(path)]
    of_one = re.compile(r"part_\w|\.bp-stage[^{]*:has\(")
    offenders = [f"{name(path)}: styles" for path in shared if of_one.search(path.read_text())]
    for path in (ROOT / "backprop").rglob("*.js"):
        text, own = path.read_text(), idea(path)
        for module in re.findall(r'(?:from|import)\s*\(?\s*"(\.[^"]+)"', text):
            target = (path.parent / module).resolve()
            made = target.with_suffix(".d.ts")  # of a module that the server makes
            if not (target.exists() or made.exists()) or idea(target) not in ("", own):
                offenders.append(f"{name(path)}: {module}")
        if path.parent.name == "browser" and "ideas/" in text:
            offenders.append(name(path))
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
