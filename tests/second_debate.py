"""The sample with a second debate beside it: they share claims, a source and a speaker."""

import shutil
from pathlib import Path

_HERE = Path(__file__).parent


def lay_out_second(root: Path) -> None:
    """Write the records of both below a root."""
    for records in ("sample", "second"):
        shutil.copytree(_HERE / records / "claims", root / "claims", dirs_exist_ok=True)
