"""Backpropagation step by step: a network, a run, and the trace that explains every number."""

from typing import TYPE_CHECKING

from backprop.engine import (
    ACTIVATIONS,
    COSTS,
    Activation,
    Cost,
    Equation,
    GradientCheck,
    Line,
    Network,
    Operations,
    Path,
    Proof,
    ProofLine,
    Quantity,
    Step,
    Trace,
    check_gradients,
    descend,
    equation_of,
    goes_into,
    listing,
    made_from,
    mini_batch,
    operations,
    path_count,
    paths,
    program,
    proof,
    run,
)

if TYPE_CHECKING:
    from backprop.lesson.notebook import lesson_link, open_lesson

__all__ = [
    "ACTIVATIONS", "COSTS", "Activation", "Cost", "Equation", "GradientCheck", "Line",
    "Network", "Operations", "Path", "Proof", "ProofLine", "Quantity", "Step", "Trace",
    "check_gradients", "descend", "equation_of", "goes_into", "lesson_link",
    "listing", "made_from", "mini_batch", "open_lesson", "operations", "path_count", "paths",
    "program", "proof", "run",
]  # fmt: skip


def __getattr__(name: str) -> object:
    """What knows of the app's lessons is loaded when it is asked for."""
    if name not in ("lesson_link", "open_lesson"):
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from backprop.lesson import notebook

    return getattr(notebook, name)


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
