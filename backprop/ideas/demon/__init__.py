"""The demon at a neuron: what its error promises, and what really happens (2.4, equation 29)."""
