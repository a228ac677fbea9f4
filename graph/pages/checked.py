"""Records that were checked before a site is built of them, and need not be checked again."""

from graph.base.fingerprint import combined, fingerprint
from graph.store import Tree

CHECKED = "BETOOG_CHECKED"
"""Of which records a build is told, in its environment, that they were checked and have no
errors."""


def told(tree: Tree) -> str:
    """What tells records from others."""
    return combined([fingerprint((each.path, each.text)) for each in tree.files]).hex()
