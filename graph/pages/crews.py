"""Who makes the files of a site: one process alone, threads, processes, or machines.

Whoever it is, the same bytes come of it: they all make files of one recipe, and what comes back is
taken in the order in which it was handed out.
"""

import sys
from collections.abc import Callable

from graph.errors import AnswerError
from graph.pages.crew_names import DASK, misnamed
from graph.pages.dask_crew import dask_crew
from graph.pages.hands import Crew
from graph.pages.local_crews import processes, processors, threads

FEW = 500
"""Files of a site below which it costs more to start processes than they give."""


def crew(name: str, files: int, serving: bool = False) -> Crew | None:
    """The crew of this name, None for a process that does it alone; without a name, the one that
    fits so many files. A server has threads from which nothing may part, and does it alone unless
    another is named.

    Raises:
        AnswerError: none is called this.
    """
    if not name:
        small = serving or files < FEW or processors() == 1
        name = "serial" if small else "processes" if _one_at_a_time() else "threads"
    if (why := misnamed(name)) is not None:
        raise AnswerError(why)
    if name.startswith(DASK):
        return dask_crew(name.removeprefix(DASK))
    return {"serial": None, "threads": threads, "processes": processes}[name]


def _one_at_a_time() -> bool:
    """Whether of the threads of this Python one works at a time."""
    enabled: Callable[[], bool] | None = getattr(sys, "_is_gil_enabled", None)
    return enabled is None or enabled()
