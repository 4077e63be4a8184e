"""Why BP1 and BP2 are true: the book's proof line by line, with numbers (2.5, 36 to 45)."""
