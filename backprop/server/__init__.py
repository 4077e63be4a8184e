"""The server around the pages: what is sent, how small, with which headers, and how it starts."""
