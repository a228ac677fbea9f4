"""In which direction a language is written."""

from functools import cache

from babel.core import get_global

_RIGHT_TO_LEFT = frozenset(
    ("Adlm", "Arab", "Aran", "Hebr", "Mand", "Mend", "Nkoo", "Rohg", "Samr", "Syrc", "Thaa", "Yezi")
)
"""The scripts in use whose letters Unicode has run to the left (classes R and AL of UAX #9)."""


@cache
def direction(code: str) -> str:
    """`rtl` or `ltr`: of the script that a language's code names, as `az-Arab` does, or of the one
    in which it is mostly written (CLDR, likely subtags)."""
    language, *others = code.split("-")
    script = next((each.title() for each in others if len(each) == 4), None)
    if script is None:
        likely = get_global("likely_subtags")
        country = next((each.upper() for each in others if len(each) == 2), "")
        found = likely.get(f"{language.lower()}_{country}") or likely.get(language.lower()) or ""
        script = next((each for each in found.split("_") if len(each) == 4), "")
    return "rtl" if script in _RIGHT_TO_LEFT else "ltr"
