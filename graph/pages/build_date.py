"""The date that a build has, which `SOURCE_DATE_EPOCH` in the environment says.

https://reproducible-builds.org/specs/source-date-epoch/
"""

import os
from datetime import UTC, datetime

from graph.text.visible import visible

_DATE = "SOURCE_DATE_EPOCH"
_LONGEST = 40


def build_date_unfit() -> str:
    """What is wrong with the date that the environment says, as a sentence; empty where it can be
    used, or says none."""
    said = os.environ.get(_DATE)
    if said is None:
        return ""
    try:
        datetime.fromtimestamp(int(said), UTC)
    except (ValueError, OverflowError, OSError):
        shown = visible(said if len(said) <= _LONGEST else f"{said[:_LONGEST]}…")
        return (
            f"the environment has {_DATE}={shown}, which is no date: give the seconds since the "
            "beginning of 1970, such as 1735689600, or leave it out"
        )
    return ""
