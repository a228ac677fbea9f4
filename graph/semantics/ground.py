"""Grounds: what a claim has of itself, before any link."""

from enum import StrEnum


class GroundKind(StrEnum):
    """Where a claim has its ground from."""

    DOCUMENTED = "documented"
    """It reports what a source of its own shows."""
    GRANTED = "granted"
    """It is put forward, and whoever does so gives no reason."""
    CONCLUDED = "concluded"
    """Its own text gives reasons for it, so of itself it has nothing."""
