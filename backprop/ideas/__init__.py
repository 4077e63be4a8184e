"""One folder for each idea: a part of a page, from its numbers to its picture."""
