"""What the page of section 2.4 shows: one file for each of its parts."""
