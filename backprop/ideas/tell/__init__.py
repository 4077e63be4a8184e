"""What the four equations tell: where learning is slow, and why (2.4)."""
