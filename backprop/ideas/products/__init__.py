"""All products of two vectors (2.3, equation 28)."""
