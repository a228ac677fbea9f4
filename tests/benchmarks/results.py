"""What was measured, as it is kept: one file, of which pages are made and with which is compared.

Each size is measured in one run. Sizes that a run leaves out stay as they were measured before.
"""

import dataclasses
import json
import platform
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

from tests.benchmarks.commands import Cost
from tests.benchmarks.rows import PLAIN

RESULTS = Path(__file__).with_name("results.json")
_PROGRAMS = ("mkdocs", "properdocs", "hugo")


def _versions() -> dict[str, str]:
    found = {"python": platform.python_version()}
    for name in _PROGRAMS:
        try:
            found[name] = version(name)
        except PackageNotFoundError:
            continue
    return found


@dataclass(frozen=True)
class Measurement:
    """Everything measured at one size.

    `pages` are those that plain MkDocs makes as well, in `page_bytes` and `plain_bytes`; `files`
    are all of the site, in `site_bytes`. `costs` are by row.
    """

    claims: int
    links: int
    files: int
    pages: int
    site_bytes: int
    page_bytes: int
    plain_bytes: int
    commit: str
    machine: str
    costs: Mapping[str, Cost]
    executor: str = "serial"
    system: str = field(default_factory=lambda: f"{platform.system()} {platform.machine()}")
    versions: Mapping[str, str] = field(default_factory=_versions)

    def ratio(self, row: str, to: str = PLAIN) -> float | None:
        """Seconds of processors to those of another row; None where one was not measured."""
        if row not in self.costs or to not in self.costs:
            return None
        return self.costs[row].processor / self.costs[to].processor


def as_json(measurements: Iterable[Measurement]) -> str:
    """Results as text, smallest size first."""
    found = sorted(measurements, key=lambda each: each.claims)
    rows = [_rounded(dataclasses.asdict(each)) for each in found]
    return json.dumps({"measurements": rows}, indent=2) + "\n"


def _rounded(value: Any) -> Any:
    """Seconds to a microsecond, which is more than can be measured."""
    if isinstance(value, dict):
        return {key: _rounded(each) for key, each in value.items()}
    return round(value, 6) if isinstance(value, float) else value


def from_json(text: str) -> list[Measurement]:
    """What was kept as text.

    Raises:
        KeyError, TypeError, ValueError: it is not such a text.
    """
    rows = json.loads(text)["measurements"]
    return [
        Measurement(**{**row, "costs": {key: Cost(**each) for key, each in row["costs"].items()}})
        for row in rows
    ]


def write_results(file: Path, measurements: Iterable[Measurement]) -> None:
    """Keep measurements in a file, with those of other sizes that are in it."""
    before = from_json(file.read_text("utf-8")) if file.exists() else []
    by_size = {each.claims: each for each in (*before, *measurements)}
    file.write_text(as_json(by_size.values()), "utf-8")
