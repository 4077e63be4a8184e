"""Backpropagation step by step: a network, a run, and the trace that explains every number."""

from backprop.engine import (
    ACTIVATIONS,
    COSTS,
    Activation,
    Cost,
    Equation,
    Network,
    Operations,
    Path,
    Quantity,
    Step,
    Trace,
    descend,
    equation_of,
    goes_into,
    made_from,
    operations,
    path_count,
    paths,
    run,
)

__all__ = [
    "ACTIVATIONS", "COSTS", "Activation", "Cost", "Equation", "Network", "Operations", "Path",
    "Quantity", "Step", "Trace", "descend", "equation_of", "goes_into", "made_from", "operations",
    "path_count", "paths", "run",
]  # fmt: skip
