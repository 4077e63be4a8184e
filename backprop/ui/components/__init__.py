"""Small components of our own, each a folder with its JavaScript."""
