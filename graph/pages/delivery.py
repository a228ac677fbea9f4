"""What was made of a site, put into its folder."""

from collections.abc import Generator
from contextlib import closing
from pathlib import Path

from graph.pages.made import Made
from graph.store.collecting import collecting_rarely


def deliver(made: Generator[Made, None, None], folder: Path) -> None:
    """Write every file as soon as it is made, so that no more of a site is in memory than that.

    Raises:
        OSError: one could not be written.
    """
    there: set[str] = set()
    with collecting_rarely(), closing(made):
        for each in made:
            if each.content is None:
                continue
            target = folder / each.file
            above = each.file.rpartition("/")[0]
            if above not in there:
                target.parent.mkdir(parents=True, exist_ok=True)
                there.add(above)
            with target.open("wb", buffering=0) as file:
                file.write(each.content)
