"""Whole sites as MkDocs makes them, of knowledge bases of hard values.

`BETOOG_HARD_SITES=50 pytest tests/test_hard_site.py` tries so many; hand-written pages and the
search index are in these, too.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, Phase, given, settings

from tests.conftest import SAMPLE
from tests.examples import examples
from tests.hard_values import LINKS, knowledge_bases
from tests.slips import lay_out
from tests.soundness import faults

EXAMPLES = int(os.environ.get("BETOOG_HARD_SITES", examples(0.02)))

pytestmark = pytest.mark.process


def _site(root: Path, files: Mapping[str, bytes]) -> tuple[str, dict[str, bytes]]:
    """What a build says, and the files that come of it."""
    shutil.copytree(SAMPLE / "templates", root / "templates")
    (root / "mkdocs.yml").write_bytes((SAMPLE / "mkdocs.yml").read_bytes())
    for name in ("contribute.md", "contribute.nl.md"):
        # The sample's pages lead to claims of the sample.
        page = (SAMPLE / "site" / name).read_bytes()
        lay_out(root, {f"site/{name}": page.replace(b"(claims/", b"(https://example.org/")})
    lay_out(root, files)
    command = [sys.executable, "-P", "-m", "mkdocs", "build", "--quiet", "-d", str(root / "out")]
    done = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    out = root / "out"
    made = {
        path.relative_to(out).as_posix(): path.read_bytes()
        for path in out.rglob("*")
        if path.is_file()
    }
    return done.stderr, made


@settings(
    max_examples=EXAMPLES,
    phases=[Phase.explicit, Phase.reuse, Phase.generate],
    suppress_health_check=list(HealthCheck),
)
@given(files=knowledge_bases())
def test_a_site_of_hard_values_is_built_to_its_end(files: dict[str, bytes]) -> None:
    with TemporaryDirectory() as folder:
        said, made = _site(Path(folder), files)
    assert "Traceback" not in said
    assert ": B10" not in said
    assert "pagefind/pagefind-entry.json" in made
    assert faults(made, (), "https://example.org/kb/", LINKS) == []
