"""Findings written down: for a person, and for the programs that take them."""
