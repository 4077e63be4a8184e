"""A cursor, which says where the next element goes on a page, is copied by hand.

Each fragment copies those of its page when it is declared and when it runs; in Python's own way,
which asks a cursor what it is made of, a change calls `deepcopy` five hundred times for it.
"""

from copy import deepcopy
from typing import Any

from streamlit.cursor import Cursor, SparseList


def copy_cursors_by_hand() -> None:
    """Let deepcopy copy a cursor's attributes as they are: all but its elements are immutable."""
    Cursor.__deepcopy__ = _copied  # type: ignore[attr-defined]


def _copied(cursor: Cursor, memo: dict[int, Any]) -> Cursor:
    copied = object.__new__(type(cursor))
    vars(copied).update(vars(cursor))
    elements = cursor.transient_elements
    copied._transient_elements = deepcopy(elements, memo) if len(elements) else SparseList()
    return copied
