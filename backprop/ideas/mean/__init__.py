"""The cost as a mean over examples (2.2, equation 26)."""
