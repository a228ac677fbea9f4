"""Text as such: what of it can be seen, what of it is alive in Markdown, what is near to it."""
