"""The algorithm as a program, stepped through line by line (2.7)."""
