"""The demon at a neuron: the cost predicted by its error, and the true one (2.4, equation 29)."""
