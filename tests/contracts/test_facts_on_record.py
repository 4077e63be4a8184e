"""What is known of an activation or a cost stands on its record: no name is compared."""

import ast
from collections.abc import Iterator
from pathlib import Path

from backprop.engine import ACTIVATIONS, COSTS
from tests.contracts.missing_words import missing_words

BACKPROP = Path(__file__).parents[2] / "backprop"


def compared(source: str) -> Iterator[object]:
    """The constants that the code compares something with, or matches it against."""
    for node in ast.walk(ast.parse(source)):
        parts = [node.value] if isinstance(node, ast.MatchValue) else []
        if isinstance(node, ast.Compare):
            parts = [node.left, *node.comparators]
        for part in parts:
            yield from (one.value for one in ast.walk(part) if isinstance(one, ast.Constant))


def test_no_name_of_an_activation_or_a_cost_is_compared() -> None:
    assert set(compared("name == 'relu' or name in ('tanh',)")) == {"relu", "tanh"}
    names = {*ACTIVATIONS, *COSTS}
    found = {
        (path.name, value)
        for path in BACKPROP.rglob("*.py")
        for value in compared(path.read_text())
        if value in names
    }
    assert found == set()


def test_every_activation_and_cost_has_its_words() -> None:
    assert missing_words() == []
