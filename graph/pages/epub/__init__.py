"""Debates as e-books."""
