"""Backpropagation step by step: a network, a run, and the trace that explains every number."""

from backprop.engine import (
    ACTIVATIONS,
    COSTS,
    Activation,
    Cost,
    Equation,
    Network,
    Operations,
    Quantity,
    Step,
    Trace,
    descend,
    equation_of,
    goes_into,
    made_from,
    mini_batch,
    operations,
    run,
)

__all__ = [
    "ACTIVATIONS", "COSTS", "Activation", "Cost", "Equation", "Network", "Operations",
    "Quantity", "Step", "Trace", "descend", "equation_of", "goes_into", "made_from", "mini_batch",
    "operations", "run",
]  # fmt: skip
