"""Formulas for KaTeX: in letters, with addresses, with the numbers put in."""
