"""What may be meant by names that nothing has, where there can be any number of such names."""

from collections.abc import Collection

from graph.text.nearest import asked, nearest, unmistakable

MOST = 200
"""Names of which it is asked; to go through all that there is for more of them would take long, and
nobody reads as many findings."""


class Suggestions:
    """The questions whether another name was meant, each worked out once.

    After as many as `MOST` different ones, nothing is like any further name. `among` tells the
    choices from others of which is asked as well.
    """

    def __init__(self) -> None:
        self._near: dict[tuple[str, str], tuple[str, ...]] = {}
        self._slips: dict[tuple[str, str], str | None] = {}

    def near(
        self, name: str, choices: Collection[str], among: str = "", but: Collection[str] = ()
    ) -> tuple[str, ...]:
        """The choices that are like a name, without those that are not meant."""
        key = among, name
        if key not in self._near and len(self._near) < MOST:
            self._near[key] = nearest(name, choices, but)
        return self._near.get(key, ())

    def of(self, name: str, choices: Collection[str], among: str = "") -> str:
        """The question for a name; empty where nothing is like it."""
        return asked(self.near(name, choices, among))

    def slip(self, name: str, choices: Collection[str], among: str = "") -> str | None:
        """The one choice that a name must be a slip of the pen for; None where in doubt."""
        key = among, name
        if key not in self._slips and len(self._slips) < MOST:
            self._slips[key] = unmistakable(name, choices)
        return self._slips.get(key)
