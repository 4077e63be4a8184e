"""The forward pass of a layer, term by term (2.1, equations 23 and 25)."""
