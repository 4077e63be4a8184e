"""A page of a random lesson, read to the end: what of it is false, and what nobody checks."""

import importlib
import random
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from tests.claims.claims import Scene, formula_check, judge
from tests.claims.lessons import Visit
from tests.claims.said import Text, texts
from tests.pages.chapter_app import opened, stage

POSITIONS = 0.06
"""The part of the positions of a slider at which its sentences are read."""
TESTS = Path(__file__).parents[1]


def learn_claims() -> None:
    """Import what each idea, and each page around them, has said of its sentences."""
    for path in sorted(TESTS.rglob("claims_*.py")) + sorted(TESTS.glob("ideas/*/claims.py")):
        importlib.import_module(".".join(("tests", *path.relative_to(TESTS).with_suffix("").parts)))


def faults(visit: Visit) -> Iterator[str]:
    """Each false sentence or formula of the page, and each that nobody checks."""
    learn_claims()
    app = opened(visit.page, **visit.query)
    scene = Scene(visit.lesson, visit.page, visit.part, stage(app))
    for text in _some(texts(app), visit):
        yield from judge(text, scene)
        for latex in _formulas(text):
            try:
                formula_check(scene, text)(scene, text, latex)
            except AssertionError as error:
                yield f"formula at {text.where}: {error}"


def _some(every: Iterable[Text], visit: Visit) -> Iterator[Text]:
    """All texts, but of those at the positions of a slider only some."""
    rng = random.Random(visit.lesson.seed)
    for text in every:
        if "/frames/" not in text.where or rng.random() < POSITIONS:
            yield text


def _formulas(text: Text) -> list[str]:
    if "$" in text.text:
        return re.findall(r"\$\$?(.*?)\$\$?", text.text, re.DOTALL)
    return [text.text] if "\\" in text.text else []
