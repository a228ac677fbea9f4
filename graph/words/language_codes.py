"""The codes of languages: which there are, and which one somebody means by one that is none.

What there is, CLDR says, and for the languages that it has nothing on, ISO 639-3 (the table of
SIL International; those in `languages_beyond_cldr.txt`).
"""

import re
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from babel import Locale
from babel.core import get_global
from babel.languages import get_official_languages

from graph.records.scalars import Language, misfit
from graph.words.language import BUNDLED

# BCP 47 keeps these for whoever agrees on them.
_PRIVATE = re.compile(r"q[a-t][a-z]\Z")


def is_language(code: str) -> bool:
    """Whether a well-formed code begins with that of a language that somebody has named."""
    primary = code.partition("-")[0]
    return primary in BUNDLED or primary in _known() or _PRIVATE.match(primary) is not None


def language_meant(written: str) -> str | None:
    """The code that must be meant by something that is none: one spelt otherwise, one that is
    longer than it should be (`nld`), a country's (`dk`) or a language's name in English."""
    text = written.strip().replace("_", "-")
    first, dash, rest = text.partition("-")
    code = _meant(first.lower())
    meant = f"{code}{dash}{rest}" if code else ""
    return meant if meant and meant != written and not misfit(Language, meant) else None


def language_unfit(written: str, known: bool = True) -> str:
    """Why something is no code of a language, with the one that is meant; empty where it is.

    Without `known`, it may be a code that nobody has named, of which rules warn.
    """
    why = misfit(Language, written)
    if not why and known and not is_language(written):
        why = "no language has this code"
    meant = language_meant(written) if why else None
    return f"{why}: did you mean {meant}?" if meant else why


def language_told(code: str) -> str:
    """What a language is called in English; the code of one without a name."""
    return str(Locale("en").languages.get(code, code))


def _meant(code: str) -> str | None:
    if code in _known():
        return code
    if (alias := get_global("language_aliases").get(code)) is not None:
        return str(alias).partition("_")[0]
    official = get_official_languages(code.upper(), de_facto=True)
    return official[0].partition("_")[0] if official else _names().get(code)


@cache
def _known() -> frozenset[str]:
    beyond = files("graph.words").joinpath("languages_beyond_cldr.txt").read_text("utf-8")
    return frozenset((*get_global("likely_subtags"), *Locale("en").languages, *beyond.split()))


@cache
def _names() -> Mapping[str, str]:
    named = Locale("en").languages
    return {named[code].lower(): code for code in sorted(named, reverse=True)}
