"""A change to the argument as a page."""
