"""What became of typed weights and of the table when the sizes were changed."""

from collections.abc import Sequence

from backprop.engine.quantity import lowered
from backprop.lesson import Lesson, kept_weights
from backprop.lesson.counts import number_of_weights
from backprop.writing import short

UNDO_BRINGS = "Undo brings all of it back."


def what_became(old: Lesson, new: Lesson) -> str:
    """What of the old weights and rows is kept, new or gone; "" where neither was typed."""
    said, lost = [], False
    if old.sizes != new.sizes and old.weights is not None:
        had, has = number_of_weights(old.sizes), number_of_weights(new.sizes)
        kept = kept_weights(old.sizes, new.sizes)
        lost = kept < had
        said += [_weights(kept, had), _drawn(has - kept)]
    if old.sizes != new.sizes and old.data:
        before, after = _columns(old), _columns(new)
        row = dict(zip(after, new.data[0], strict=True))
        added = [f"{name} = {short(row[name])}" for name in after if name not in before]
        gone = [name for name in before if name not in after]
        lost = lost or bool(gone)
        said += [_added(added), _gone(gone)]
    return " ".join(filter(None, [*said, UNDO_BRINGS if lost else ""]))


def _weights(kept: int, had: int) -> str:
    if kept == had:
        return f"All {had} weights and biases are kept."
    return f"{kept} of {had} weights and biases are kept."


def _drawn(new: int) -> str:
    if new == 1:
        return "1 new one is drawn from the seed."
    return f"{new} new ones are drawn from the seed." if new else ""


def _added(names: Sequence[str]) -> str:
    return f"New in each row of the table: {', '.join(names)}." if names else ""


def _gone(names: Sequence[str]) -> str:
    return f"Gone from each row of the table: {', '.join(names)}." if names else ""


def _columns(lesson: Lesson) -> list[str]:
    return [
        f"{letter}{lowered(i)}"
        for letter, numbers in (("x", lesson.x), ("y", lesson.y))
        for i in range(1, len(numbers) + 1)
    ]
