"""A network of linear neurons: what is left of the four equations, an exercise of the book."""
