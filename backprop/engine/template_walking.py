"""Walks through a template's tree: its parts, all its nodes, and the same tree with an edit."""

from collections.abc import Callable, Iterator
from dataclasses import replace

from backprop.engine.template import Node, Ref


def parts(node: Node) -> list[Node]:
    """The parts of a node from left to right, as they are written."""
    return [part for part in vars(node).values() if isinstance(part, Node)]


def nodes(node: Node) -> Iterator[Node]:
    """All nodes of a tree, each before its parts, from left to right."""
    yield node
    for part in parts(node):
        yield from nodes(part)


def leaves(node: Node) -> list[Ref]:
    """The operands in a tree from left to right."""
    return [one for one in nodes(node) if isinstance(one, Ref)]


def mapped(node: Node, change: Callable[[Node], Node]) -> Node:
    """The node with each of its parts changed; the node itself where no part becomes another."""
    new = {name: change(part) for name, part in vars(node).items() if isinstance(part, Node)}
    same = all(part is getattr(node, name) for name, part in new.items())
    return node if same else replace(node, **new)


def edited(node: Node, edit: Callable[[Node], Node]) -> Node:
    """The tree with ``edit`` applied to every node, the parts of a node before the node itself."""
    return edit(mapped(node, lambda part: edited(part, edit)))
