"""Which weight is which (2.1): the address of a number, and why j stands before k."""
