"""A whole mini-batch as one matrix, a column for each example (the problem of 2.7)."""
