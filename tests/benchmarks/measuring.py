"""All measurements of one size."""

import json
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from tests.benchmarks.argument import CLAIMS_PER_DEBATE, write_argument
from tests.benchmarks.plain import write_plain_project

REPOSITORY = Path(__file__).resolve().parents[2]
_CONFIG = """\
site_name: Betoog
docs_dir: {written}
site_dir: out
theme: {{name: null, custom_dir: {repository}/templates}}
plugins:
  - betoog: {{search: {search}}}
nav: []
markdown_extensions: [tables, admonition]
"""


@dataclass(frozen=True)
class Cost:
    """What a piece of work cost: seconds by the clock and of processors, and peak MiB."""

    seconds: float
    processor: float
    mebibytes: float


@dataclass(frozen=True)
class Measurement:
    """Everything measured at one size.

    `bytes_made` and `plain_bytes` are the mean sizes of the HTML pages of either build.
    """

    claims: int
    links: int
    pages: int
    bytes_made: float
    plain_bytes: float
    read: Cost
    read_again: Cost
    check: Cost
    diff: Cost
    weigh: Cost
    build: Cost
    build_with_search: Cost
    plain: Cost
    plain_full: Cost

    @property
    def ratio(self) -> float:
        """Seconds of a build with a search index to those of plain MkDocs with prose."""
        return self.build_with_search.seconds / self.plain.seconds

    @property
    def ratio_without_search(self) -> float:
        """The same without the search index, which plain MkDocs here does not make either."""
        return self.build.seconds / self.plain.seconds


def measure(
    size: int,
    per_debate: int = CLAIMS_PER_DEBATE,
    repeat: int = 1,
    say: Callable[[str], None] = lambda _: None,
    written: Path = REPOSITORY / "site",
) -> Measurement:
    """Generate a knowledge base of this size and measure all work on it.

    Each piece of work is done `repeat` times, each time in a fresh process, and the fastest
    counts. `say` is told what comes next. The pages in the folder `written` are part of the site.

    Raises:
        subprocess.CalledProcessError: a piece of work failed.
    """
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        say(f"generating {size:,} claims")
        write_argument(folder, size, per_debate)

        def cost(name: str, project: Path) -> Cost:
            say(f"{name} {project.name if name == 'build' else ''}".strip())
            found = [_run(name, project) for _ in range(repeat)]
            return min(found, key=lambda each: each.seconds)

        read, read_again = cost("read", folder), cost("read again", folder)
        checked, compared = cost("check", folder), cost("diff", folder)
        weighed = cost("weigh", folder)
        built: dict[bool, Cost] = {}
        for search in (False, True):
            project = folder / f"search-{'on' if search else 'off'}"
            project.mkdir()
            (project / "claims").symlink_to(folder / "claims", target_is_directory=True)
            text = _CONFIG.format(
                written=written, repository=REPOSITORY, search=str(search).lower()
            )
            (project / "mkdocs.yml").write_text(text, "utf-8")
            built[search] = cost("build", project)
            if search:
                shutil.rmtree(project / "out")
        made = folder / "search-off" / "out"
        pages = 0
        plain: dict[bool, Cost] = {}
        for full in (False, True):
            project = folder / f"plain-{'full' if full else 'prose'}"
            pages = write_plain_project(made, project, full)
            plain[full] = cost("build", project)
        return Measurement(
            claims=size,
            links=_links(made),
            pages=pages,
            bytes_made=_mean_size(made),
            plain_bytes=_mean_size(folder / "plain-prose" / "out"),
            read=read,
            read_again=read_again,
            check=checked,
            diff=compared,
            weigh=weighed,
            build=built[False],
            build_with_search=built[True],
            plain=plain[False],
            plain_full=plain[True],
        )


def _run(name: str, folder: Path) -> Cost:
    command = [sys.executable, "-m", "tests.benchmarks.work", name, str(folder)]
    done = subprocess.run(command, cwd=REPOSITORY, stdout=subprocess.PIPE, check=True)
    return Cost(**json.loads(done.stdout.splitlines()[-1]))


def _links(site: Path) -> int:
    return len(json.loads((site / "knowledge-base.json").read_text("utf-8"))["links"])


def _mean_size(site: Path) -> float:
    sizes = [page.stat().st_size for page in site.rglob("index.html")]
    return sum(sizes) / len(sizes)
