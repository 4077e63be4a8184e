"""Backpropagation step by step: a network, a run, and the trace that explains every number."""

from backprop.engine import (
    ACTIVATIONS,
    COSTS,
    Activation,
    Cost,
    Equation,
    Line,
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
    listing,
    made_from,
    mini_batch,
    operations,
    program,
    proof,
    run,
)

__all__ = [
    "ACTIVATIONS", "COSTS", "Activation", "Cost", "Equation", "Line", "Network", "Operations",
    "Proof", "ProofLine", "Quantity", "Step", "Trace", "descend", "equation_of", "goes_into",
    "listing", "made_from", "mini_batch", "operations", "program", "proof", "run",
]  # fmt: skip
