"""Small repositories whose every commit is made here, with no one's configuration."""

import os
import subprocess
from pathlib import Path

DEBATE = "title: {en: Paths, nl: Paden}\nquestion: {en: Q?, nl: V?}\ntheses: [top]\n"
TOP = "---\nclaim: {en: We should build paths., nl: We moeten paden bouwen.}\nkind: value\n---\n"
FIT = """\
---
claim: {en: Riding keeps us fit., nl: Fietsen houdt ons fit.}
kind: causal
supports:
  - {claim: top, because: {en: Health matters., nl: Gezondheid telt.}}
---
"""
SMALL = {
    "claims/d/debate.yaml": DEBATE,
    "claims/d/top.md": TOP,
    "claims/d/fit.md": FIT,
    "claims/speakers/ada.yaml": "name: Ada Bron\n",
}
_DAY = 86400
_FIRST = 1_700_000_000  # 14 November 2023
_CONFIG = {
    "user.name": "Nemo Ignotus",
    "user.email": "nemo@example.org",
    "commit.gpgSign": "false",
    "core.hooksPath": os.devnull,
    "core.autocrlf": "false",
    "gc.auto": "0",
    "init.defaultBranch": "main",
    "protocol.file.allow": "always",
}


def git(folder: Path, *arguments: str, day: int = 0, stdin: bytes = b"") -> str:
    """What git says, run in a folder; the days are counted from the first commit."""
    settings = [part for each in _CONFIG.items() for part in ("-c", "=".join(each))]
    when = f"{_FIRST + day * _DAY} +0000"
    environment = {
        "PATH": os.environ["PATH"],
        "HOME": os.devnull,
        "GIT_CONFIG_GLOBAL": os.devnull,
        "GIT_CONFIG_NOSYSTEM": "1",
        "GIT_AUTHOR_DATE": when,
        "GIT_COMMITTER_DATE": when,
    }
    done = subprocess.run(
        ["git", *settings, *arguments],
        cwd=folder,
        env=environment,
        input=stdin,
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr.decode()
    return done.stdout.decode().strip()


class Committed:
    """A repository with a knowledge base in it, one day to a commit."""

    def __init__(self, folder: Path, root: str = "") -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self.folder = folder
        self.root = folder / root
        self.day = -1
        git(folder, "init", "--quiet")

    def commit(self, files: dict[str, str | bytes | None], message: str = "A change") -> str:
        """Commit these files, those with None removed; the commit's id."""
        self.day += 1
        for path, content in files.items():
            place = self.root / path
            if content is None:
                place.unlink()
                continue
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(content.encode() if isinstance(content, str) else content)
        git(self.folder, "add", "--all")
        git(
            self.folder, "commit", "--quiet", "--allow-empty", "--cleanup=verbatim", "--file=-",
            day=self.day, stdin=message.encode(),
        )  # fmt: skip
        return git(self.folder, "rev-parse", "HEAD")
