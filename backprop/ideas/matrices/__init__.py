"""The errors by matrix products alone (2.4, equations 33 to 35)."""
