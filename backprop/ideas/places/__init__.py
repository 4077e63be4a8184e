"""Where the four equations multiply entry by entry, and where matrices (2.3)."""
