"""Where the program was installed from, and what installs it again elsewhere.

Installers note the origin of what does not come from an index: PEP 610, `direct_url.json`.
"""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit, urlunsplit

# What can stand in a Makefile and in quotes of a shell as it is.
_PLAIN = re.compile(r"[\w@:/.,+~%=& -]+(?:#[\w=&/.-]+)?\Z")
WHEELS = "wheels"
"""The folder of a knowledge base in which a wheel of the program is kept."""


@dataclass(frozen=True)
class Origin:
    """What installs the program: a line of requirements.

    `source` is what its wheel is first to be made from, a git address with its commit or a
    folder; `wheel` a file of this machine that has to come along. Both are empty for what any
    machine can fetch. `indexed` tells that it came from an index, as far as we know.
    """

    requirement: str
    source: str = ""
    wheel: Path | None = None
    indexed: bool = False


def origin(direct_url: str | None, version: str) -> Origin:
    """The origin of a program of this version, from the text of its `direct_url.json`, if any."""
    made = f"./{WHEELS}/betoog-{version}-py3-none-any.whl[host]"
    noted = _read(direct_url)
    address = noted.get("url")
    if isinstance(address, str) and (parts := _parts(address)) is not None:
        git = noted.get("vcs_info")
        if isinstance(git, Mapping) and git.get("vcs") == "git":
            below = noted.get("subdirectory")
            place = f"git+{address}@{git.get('commit_id')}"
            place += f"#subdirectory={below}" if below else ""
            if _PLAIN.match(place):
                return Origin(made, place)
        elif parts.scheme == "file" and parts.netloc in ("", "localhost"):
            file = Path(unquote(parts.path))
            if file.suffix == ".whl" and file.is_file():
                return Origin(f"./{WHEELS}/{file.name}[host]", wheel=file)
            if "dir_info" in noted and file.is_dir() and _PLAIN.match(str(file)):
                return Origin(made, str(file))
        elif parts.scheme == "https" and parts.path.endswith(".whl"):
            bare = urlunsplit((parts.scheme, parts.netloc.rpartition("@")[2], parts.path, "", ""))
            return Origin(f"betoog[host] @ {bare}")
    return Origin(f"betoog[host]=={version}", indexed=True)


def _read(direct_url: str | None) -> Mapping[str, Any]:
    try:
        noted = json.loads(direct_url or "{}")
    except ValueError:
        return {}
    return noted if isinstance(noted, dict) else {}


def _parts(address: str) -> Any:
    try:
        return urlsplit(address)
    except ValueError:
        return None
