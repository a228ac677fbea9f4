"""Bundles: many records in one file, as they are exported, and as they come in."""
