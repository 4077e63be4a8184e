"""The source of formulas as plain Python: what a formula computes, and the functions it needs.

It is read from the functions themselves and written without types, so that code that is shown is
the code that runs.
"""

import ast
import inspect
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from textwrap import dedent
from types import FunctionType
from typing import Any

from backprop.engine.activations import Array

Function = Callable[..., Array]


def expression(formula: Function, names: Mapping[str, str]) -> str:
    """What a formula returns as one expression, its operands under these names: a[L] - y."""
    returned = _tree(formula).body[-1]
    assert isinstance(returned, ast.Return), f"{formula} must be one line"
    assert returned.value is not None
    return _written(_Put({name: _read(text) for name, text in names.items()}).visit(returned.value))


def used(*formulas: Function) -> tuple[Function, ...]:
    """The functions of our own that these formulas call, and those that these call, each once."""
    found: dict[Function, None] = {}
    for formula in formulas:
        for value in _globals(formula).values():
            if isinstance(value, FunctionType) and value not in found:
                found |= dict.fromkeys((value, *used(value)))
    return tuple(found)


def definitions(functions: Iterable[Function]) -> list[str]:
    """The lines that define these functions, an empty one between two; constants by their value."""
    texts = []
    for function in functions:
        constants: dict[str, ast.expr] = {
            name: ast.Constant(value)
            for name, value in _globals(function).items()
            if isinstance(value, float)
        }
        texts.append(_written(_Put(constants).visit(_tree(function))))
    return "\n\n".join(texts).splitlines()


class _Put(ast.NodeTransformer):
    """Puts an expression in the place of each of these names."""

    def __init__(self, expressions: Mapping[str, ast.expr]) -> None:
        self.expressions = expressions

    def visit_Name(self, node: ast.Name) -> ast.expr:
        return self.expressions.get(node.id, node)


def _tree(function: Function) -> ast.FunctionDef:
    """A function without types and without its docstring."""
    (node,) = ast.parse(_source(inspect.unwrap(function))).body
    assert isinstance(node, ast.FunctionDef), f"{function} must be a function"
    node.returns = None
    for argument in node.args.args:
        argument.annotation = None
    if ast.get_docstring(node):
        del node.body[0]
    return node


@cache
def _source(function: Function) -> str:
    return dedent(inspect.getsource(function))


def _globals(function: Function) -> dict[str, Any]:
    """What the names in a function mean that are its module's, in the order in which they occur."""
    known = inspect.unwrap(function).__globals__
    names = [node.id for node in ast.walk(_tree(function)) if isinstance(node, ast.Name)]
    return {name: known[name] for name in names if name in known}


def _read(text: str) -> ast.expr:
    return ast.parse(text, mode="eval").body


def _written(node: ast.AST) -> str:
    """The code of a tree, in double quotes and with layers without blanks: a[l-1]."""
    text = ast.unparse(node).replace("'", '"')
    return text.replace("[l - 1]", "[l-1]").replace("[l + 1]", "[l+1]")


def by_layer(function: Callable[..., object], *names: str) -> str:
    """What a function puts into these dictionaries for each layer, a line for each of them."""
    (node,) = ast.parse(dedent(inspect.getsource(function))).body
    found = [
        f"{name}[l] = {ast.unparse(one.value.value)}"
        for one in ast.walk(node)
        if isinstance(one, ast.Assign) and isinstance(one.value, ast.DictComp)
        if (name := ast.unparse(one.targets[0])) in names
    ]
    return "\n".join(found)
