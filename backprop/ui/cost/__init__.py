"""What the page of section 2.2 shows: one file for each of its parts."""
