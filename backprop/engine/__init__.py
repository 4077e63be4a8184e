"""The engine: a forward and a backward pass in NumPy that keeps the record of every step."""

from backprop.engine.activations import ACTIVATIONS, Activation
from backprop.engine.algorithm import descend, run
from backprop.engine.costs import COSTS, Cost
from backprop.engine.equation import Equation
from backprop.engine.gradient_check import GradientCheck, check_gradients
from backprop.engine.listing import Line, listing, program
from backprop.engine.mini_batch import mini_batch
from backprop.engine.network import Network
from backprop.engine.operations import Operations, operations
from backprop.engine.paths import Path, path_count, paths
from backprop.engine.proof import Proof, ProofLine, proof
from backprop.engine.provenance import equation_of, goes_into, made_from
from backprop.engine.quantity import Quantity
from backprop.engine.step import Step
from backprop.engine.trace import Trace

__all__ = [
    "ACTIVATIONS", "COSTS", "Activation", "Cost", "Equation", "GradientCheck", "Line",
    "Network", "Operations", "Path", "Proof", "ProofLine", "Quantity", "Step", "Trace",
    "check_gradients", "descend", "equation_of", "goes_into", "listing", "made_from",
    "mini_batch", "operations", "path_count", "paths", "program", "proof", "run",
]  # fmt: skip
