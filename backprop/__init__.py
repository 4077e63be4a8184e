"""Backpropagation step by step: a network, a run, and the trace that explains every number."""

from backprop.engine import (
    ACTIVATIONS,
    COSTS,
    Activation,
    Cost,
    Equation,
    Network,
    Operations,
    Proof,
    ProofLine,
    Quantity,
    Step,
    Trace,
    descend,
    equation_of,
    goes_into,
    made_from,
    operations,
    proof,
    run,
)

__all__ = [
    "ACTIVATIONS", "COSTS", "Activation", "Cost", "Equation", "Network", "Operations", "Proof",
    "ProofLine", "Quantity", "Step", "Trace", "descend", "equation_of", "goes_into", "made_from",
    "operations", "proof", "run",
]  # fmt: skip
