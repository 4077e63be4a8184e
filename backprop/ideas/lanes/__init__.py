"""The five steps of the algorithm as lanes over the network's trace (2.6)."""
