"""All measurements of one size."""

import json
import os
import shutil
import subprocess
import sys
import sysconfig
import tempfile
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from tests.benchmarks.argument import CLAIMS_PER_DEBATE, write_argument
from tests.benchmarks.bare import hugo_is_there, write_bare_project
from tests.benchmarks.commands import Cost, cost_of
from tests.benchmarks.plain import write_plain_project
from tests.benchmarks.results import Measurement
from tests.benchmarks.rows import COLD, HUGO, PLAIN
from tests.benchmarks.work import reword

REPOSITORY = Path(__file__).resolve().parents[2]
_BETOOG = str(Path(sysconfig.get_path("scripts"), "betoog"))
_CONFIG = """\
site_name: Betoog
docs_dir: site
theme: {{name: null, custom_dir: {repository}/templates}}
plugins:
  - betoog: {{search: {search}, languages: [{languages}]}}
nav: []
markdown_extensions: [tables, admonition]
"""
_CONTRIBUTE = '# Contribute\n\n<h2 id="own-words">Words</h2>\n\n<h2 id="correct">Correct</h2>\n'
"""To which pages that come with the program lead."""
_SERIAL = {"BETOOG_EXECUTOR": "serial"}
"""One process makes all pages: seconds of processors can be compared then."""


def measure(
    size: int,
    per_debate: int = CLAIMS_PER_DEBATE,
    repeat: int = 1,
    say: Callable[[str], None] = lambda _: None,
    machine: str = "",
    languages: Sequence[str] = (),
) -> Measurement:
    """Generate a knowledge base of this size and measure all work on it.

    All is done `repeat` times in turn, each time in fresh processes and with a fresh folder for
    what is kept from run to run; of each piece of work the time counts that was cheapest for
    processors. `say` is told what comes next; `machine` is what the machine is called; the site
    is in `languages`, or in those of the claims where none is named.

    Raises:
        subprocess.CalledProcessError: a piece of work failed.
    """
    with tempfile.TemporaryDirectory() as temporary:
        bench = _Bench(Path(temporary), say)
        say(f"generating {size:,} claims")
        bench.write(size, per_debate, languages)
        found: dict[str, list[Cost]] = defaultdict(list)
        for _ in range(repeat):
            for row, cost in bench.costs():
                found[row].append(cost)
        costs = {row: min(each, key=lambda cost: cost.processor) for row, each in found.items()}
        return Measurement(size, *bench.made(), commit=_commit(), machine=machine, costs=costs)


class _Bench:
    """Projects in a folder that is thrown away, and what is done with them."""

    def __init__(self, folder: Path, say: Callable[[str], None]) -> None:
        self._folder = folder
        self._kb = folder / "searched"
        self._unsearched = folder / "unsearched"
        self._say = say

    def write(self, size: int, per_debate: int, languages: Sequence[str]) -> None:
        write_argument(self._kb, size, per_debate)
        shutil.copytree(self._kb, self._unsearched)
        for project in (self._kb, self._unsearched):
            search = str(project is self._kb).lower()
            text = _CONFIG.format(
                repository=REPOSITORY, search=search, languages=", ".join(languages)
            )
            (project / "mkdocs.yml").write_text(text, "utf-8")
            (project / "site").mkdir()
            for name in ("contribute.md", "contribute.nl.md"):
                (project / "site" / name).write_text(_CONTRIBUTE, "utf-8")

    def costs(self) -> Iterator[tuple[str, Cost]]:
        """Each piece of work, done once, and what it cost."""
        with tempfile.TemporaryDirectory(dir=self._folder) as kept:
            yield "read", self._work("read", "off")
            for name in ("read again", "check", "diff", "weigh", "cruxes", "serve"):
                yield name.replace(" ", "_"), self._work(name, kept)
        for project, row in ((self._unsearched, "unsearched"), (self._kb, COLD)):
            shutil.rmtree(project / "_site", ignore_errors=True)
            with tempfile.TemporaryDirectory(dir=self._folder) as kept:
                yield row, self._build(row, project, kept)
                if row == COLD:
                    yield "warm", self._build("warm", project, kept)
                    reword(project)
                    yield "edit", self._build("edit", project, kept)
        yield from self._others()

    def _others(self) -> Iterator[tuple[str, Cost]]:
        """The same pages, made by others."""
        for row, program in (
            (PLAIN, "mkdocs"), ("plain_full", "mkdocs"), ("properdocs", "properdocs")
        ):  # fmt: skip
            project = self._folder / ("full" if row == "plain_full" else "prose")
            if not project.exists():
                write_plain_project(self._kb / "_site", project, row == "plain_full")
            command = ["-m", program, "build", "--quiet", "--config-file", "mkdocs.yml"]
            yield row, self._command(row, command, project)
        if hugo_is_there():
            bare = self._folder / "bare"
            if not bare.exists():
                write_bare_project(self._folder / "prose", bare)
            command = ["-m", "hugo", "--quiet", "--cacheDir", str(bare / "kept")]
            yield HUGO, self._command(HUGO, command, bare)
            assert sum(1 for _ in (bare / "public").rglob("*.html")) == self.made()[2]

    def _command(self, row: str, command: list[str], folder: Path) -> Cost:
        self._say(row)
        # As new: MkDocs and Hugo write what was not there.
        for out in ("out", "public", "kept"):
            shutil.rmtree(folder / out, ignore_errors=True)
        return cost_of([sys.executable, *command], folder, {})

    def _build(self, row: str, project: Path, kept: str) -> Cost:
        self._say(row)
        environment = {"BETOOG_CACHE": kept, **_SERIAL}
        return cost_of([_BETOOG, "--root", str(project), "build"], project, environment)

    def _work(self, name: str, kept: str) -> Cost:
        self._say(name)
        done = subprocess.run(
            [sys.executable, "-m", "tests.benchmarks.work", name, str(self._kb)],
            cwd=REPOSITORY,
            stdout=subprocess.PIPE,
            check=True,
            env={**os.environ, "BETOOG_CACHE": kept, **_SERIAL},
        )
        return Cost(**json.loads(done.stdout.splitlines()[-1]))

    def made(self) -> tuple[int, int, int, int, int, int]:
        """Links; files, pages and bytes of the site; bytes of its pages, and of those in MkDocs."""
        site = self._kb / "_site"
        links = json.loads((site / "knowledge-base.json").read_text("utf-8"))["links"]
        sizes = [each.stat().st_size for each in site.rglob("*") if each.is_file()]
        pages = [each.stat().st_size for each in site.rglob("index.html")]
        plain = [each.stat().st_size for each in (self._folder / "prose/out").rglob("index.html")]
        return len(links), len(sizes), len(pages), sum(sizes), sum(pages), sum(plain)


def _commit() -> str:
    """The commit that is measured, in short; with a plus where files are not as in it."""
    command = ["git", "-C", str(REPOSITORY), "describe", "--always", "--exclude=*", "--dirty=+"]
    found = subprocess.run(command, capture_output=True, text=True, check=False)
    return found.stdout.strip()
