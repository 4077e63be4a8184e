"""The cost as a function of the outputs (2.2, equation 27)."""
