"""The gradient check: each slope against one found by moving a weight (2.8, equation 46)."""
