"""Patterns that take longer to compile than most commands take to answer, and that few of these
need."""

import re
from functools import cached_property
from typing import Any, cast


def late_pattern(pattern: str) -> re.Pattern[str]:
    """A pattern that is compiled when something is first asked of it but how it reads."""
    return cast("re.Pattern[str]", _Late(pattern))


class _Late:
    def __init__(self, pattern: str) -> None:
        self.pattern = pattern

    @cached_property
    def _compiled(self) -> re.Pattern[str]:
        return re.compile(self.pattern)

    def __getattr__(self, name: str) -> Any:
        found = getattr(self._compiled, name)
        # So that it is asked for once.
        vars(self)[name] = found
        return found
