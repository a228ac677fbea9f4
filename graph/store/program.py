"""What tells this program from others that may make something else of the same records."""

import platform
import sys
from functools import cache
from hashlib import blake2b
from pathlib import Path

_DIGEST = 16


@cache
def program() -> bytes:
    """The fingerprint of this program, of the packages beside it and of Python."""
    found = blake2b(digest_size=_DIGEST)
    for file in sorted(Path(__file__).parents[1].rglob("*")):
        if file.is_file() and file.suffix not in (".pyc", ".pyo"):
            found.update(file.name.encode())
            found.update(blake2b(file.read_bytes(), digest_size=_DIGEST).digest())
    told = (*packages(), platform.python_version(), platform.machine())
    found.update("\n".join(told).encode())
    return found.digest()


@cache
def packages() -> tuple[str, ...]:
    """The packages beside this program, by names that have their versions in them."""
    found = {each.name for path in sys.path for each in Path(path).glob("*.dist-info")}
    return tuple(sorted(found))
