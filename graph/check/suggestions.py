"""What may be meant by names that nothing has, where there can be any number of such names."""

from collections.abc import Collection

from graph.text.nearest import did_you_mean

MOST = 200
"""Names of which it is asked; to go through all that there is for more of them would take long, and
nobody reads as many findings."""


class Suggestions:
    """The questions whether another name was meant, each worked out once."""

    def __init__(self) -> None:
        self._known: dict[tuple[str, str], str] = {}

    def of(self, name: str, choices: Collection[str], among: str = "") -> str:
        """The question for a name; empty where nothing is like it, or too many were asked for.
        `among` tells the choices from others of which is asked as well."""
        key = among, name
        if key not in self._known and len(self._known) < MOST:
            self._known[key] = did_you_mean(name, choices)
        return self._known.get(key, "")
