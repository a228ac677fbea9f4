"""A source as it is read: its paragraphs, its text, and the claims read from it."""
