"""What a gradient costs: P + 1 forward passes against one forward and one backward pass (2.8)."""
