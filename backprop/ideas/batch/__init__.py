"""A step of gradient descent over a mini-batch, and an epoch of them (2.6)."""
