"""Betoog: a debate as data, weighed, checked and shown."""
