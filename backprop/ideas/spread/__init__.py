"""A change of one weight spreads to the cost, really and as predicted (2.9, equations 47 to 50)."""
