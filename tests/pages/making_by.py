"""What a crew makes of a site."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from graph.pages.batches import Batch, batches
from graph.pages.hands import Crew
from graph.pages.made import Made
from graph.pages.making import Making
from graph.pages.making_together import made_together
from graph.pages.workshop import Workshop


class Outcome(NamedTuple):
    """Files in the order in which they came, and what is said of those that could not be made."""

    made: tuple[tuple[str, bytes | None], ...]
    findings: tuple[tuple[str, int, str], ...]
    told: tuple[str, ...]


def every(_batches: Sequence[Batch]) -> Sequence[Batch]:
    """All of them."""
    return _batches


def made_by(
    crew: Crew | None,
    making: Making,
    chosen: Callable[[Sequence[Batch]], Sequence[Batch]] = every,
    meanwhile: Callable[[Made], object] = lambda _made: None,
) -> Outcome:
    """What a crew makes of some batches of a site; `meanwhile` is called for each file."""
    listed = [(place, file.file) for place, file in making.numbered()]
    told: list[str] = []
    made: list[tuple[str, bytes | None]] = []
    work = chosen(list(batches(listed, size=8)))
    for each in making.taken(made_together(crew, Workshop.of(making), work, told.append)):
        made.append((each.file, each.content))
        meanwhile(each)
    findings = tuple((each.path, each.line, each.message) for each in making.findings)
    return Outcome(tuple(made), findings, tuple(told))
