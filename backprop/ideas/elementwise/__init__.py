"""A function of a vector is the function of each entry (2.1, equation 24)."""
