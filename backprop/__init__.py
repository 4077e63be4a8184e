"""Backpropagation step by step: a network, a run, and the trace that explains every number."""

from backprop.engine import (
    ACTIVATIONS,
    COSTS,
    Activation,
    Cost,
    Equation,
    GradientCheck,
    Network,
    Operations,
    Quantity,
    Step,
    Trace,
    check_gradients,
    descend,
    equation_of,
    goes_into,
    made_from,
    operations,
    run,
)

__all__ = [
    "ACTIVATIONS", "COSTS", "Activation", "Cost", "Equation", "GradientCheck", "Network",
    "Operations", "Quantity", "Step", "Trace", "check_gradients", "descend", "equation_of",
    "goes_into", "made_from", "operations", "run",
]  # fmt: skip
