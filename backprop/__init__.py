"""Backpropagation step by step: a network, a run, and the trace that explains every number."""

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

__all__ = [
    "ACTIVATIONS", "COSTS", "Activation", "Cost", "Equation", "GradientCheck", "Line",
    "Network", "Operations", "Path", "Proof", "ProofLine", "Quantity", "Step", "Trace",
    "check_gradients", "descend", "equation_of", "goes_into", "listing", "made_from",
    "mini_batch", "operations", "path_count", "paths", "program", "proof", "run",
]  # fmt: skip
