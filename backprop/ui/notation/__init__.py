"""What the page of section 2.1 shows: one file for each of its parts."""
