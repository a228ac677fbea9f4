"""The site, built and served by MkDocs in a process of its own."""

import os
import re
import subprocess
import sys
from pathlib import Path

from graph.errors import AnswerError

_TRACE = "Traceback (most recent call last)"
_TOLD = ("strict mode", ": B101 ")
"""What is said where a build ended with findings, and did not break off without one."""
_FRAME = re.compile(r'^  File "(.+)", line (\d+), in ', re.MULTILINE)


def build_site(root: Path, site_dir: Path) -> tuple[bool, str]:
    """Build the site, strictly; whether that went well, and what MkDocs warned of.

    Raises:
        AnswerError: there is no `mkdocs.yml`, or the build broke off for another reason than
            warnings.
    """
    # Not --quiet: it hides warnings from --strict too, which then never fails.
    command = _mkdocs(root, "build", "--strict", "--site-dir", str(site_dir.absolute()))
    done = subprocess.run(command, cwd=root, capture_output=True, text=True, errors="replace")
    lines = (done.stderr + done.stdout).splitlines()
    said = "\n".join(line for line in lines if line.strip() and not line.startswith("INFO "))
    if done.returncode and not any(told in said for told in _TOLD):
        raise AnswerError(f"the site could not be built: {_broke_off(root, said)}")
    return done.returncode == 0, said


def _broke_off(root: Path, said: str) -> str:
    """Why a build broke off: all that was said or, where the program gave up, the last of it
    with the place in a file of this knowledge base, such as a template of its own."""
    if _TRACE not in said or os.environ.get("BETOOG_TRACEBACK"):
        return f"\n{said}"
    last = said.splitlines()[-1]
    for path, line in reversed(_FRAME.findall(said)):
        place = Path(path)
        if place.is_relative_to(root.resolve()) and ".venv" not in place.parts:
            what = last.partition(": ")[2] or last
            return f"{place.relative_to(root.resolve()).as_posix()}:{line}: {what}"
    return f"a mistake in this program: {last} (BETOOG_TRACEBACK=1 shows where)"


def serve_site(root: Path, address: str) -> int:
    """Serve the site until interrupted, rebuilding on change; MkDocs's exit status.

    Raises:
        AnswerError: there is no `mkdocs.yml`.
    """
    # Live reload is asked for by name: with some versions of click it is off by default.
    command = _mkdocs(root, "serve", "--livereload", "--dev-addr", address)
    with subprocess.Popen(command, cwd=root) as server:
        try:
            return server.wait()
        except KeyboardInterrupt:
            # The terminal has interrupted the server too, which stops by itself.
            server.wait()
            return 0


def _mkdocs(root: Path, command: str, *options: str) -> list[str]:
    configuration = root / "mkdocs.yml"
    if not configuration.is_file():
        raise AnswerError(f"there is no mkdocs.yml in {root} to build a site with")
    file = str(configuration.absolute())
    # -P: a folder of records may hold a file called as a module is, such as graph.py.
    return [sys.executable, "-P", "-m", "mkdocs", command, "--config-file", file, *options]
