"""The paths from one weight to the cost, and how they are summed at once (2.9, 51 to 53)."""
