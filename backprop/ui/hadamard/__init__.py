"""What the page of section 2.3 shows: one file for each of its parts."""
