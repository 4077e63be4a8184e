"""The four equations with a part taken away (2.4), and what comes of it."""
