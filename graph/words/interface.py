"""The languages of one site: those of the program, with a knowledge base's own words.

A file `languages/de.yaml` beside `claims/` adds German; `languages/en.yaml` replaces single
words of English. What such a file lacks, or fills in wrongly, is shown in English.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from string import Formatter
from typing import Any

from babel import Locale, UnknownLocaleError

from graph.store.regular_file import Refusal, read_regular
from graph.store.splices import as_read
from graph.store.surroundings import LARGEST_TEXT
from graph.store.yaml_reading import read_yaml
from graph.words.language import BUNDLED, Language, language

FOLDER = "languages"
_PLURALS = frozenset(("zero", "one", "two", "few", "many", "other"))


@dataclass(frozen=True)
class Interface:
    """The languages of a site, the one at its root first, and what is amiss in its own files."""

    languages: tuple[Language, ...]
    notes: tuple[str, ...] = ()

    @property
    def codes(self) -> tuple[str, ...]:
        """The languages' codes, in the same order."""
        return tuple(each.code for each in self.languages)

    def language(self, code: str) -> Language:
        """The language of this code. Raises KeyError for one that the site does not have."""
        return dict(zip(self.codes, self.languages, strict=True))[code]


def read_interface(root: Path, site_name: str = "") -> Interface:
    """The languages of the knowledge base in a folder; the site's name in all of them."""
    own = {path.stem: path for path in sorted((root / FOLDER).glob("*.yaml"))}
    notes: list[str] = []
    languages: list[Language] = []
    for code in (*BUNDLED, *(each for each in own if each not in BUNDLED)):
        found = _language(code, own.get(code), site_name, notes)
        if found is not None:
            languages.append(found)
    return Interface(tuple(languages), tuple(notes))


def _language(code: str, path: Path | None, site_name: str, notes: list[str]) -> Language | None:
    known = code in BUNDLED
    base = language(code if known else BUNDLED[0])
    texts: Mapping[str, Any] = base.texts
    if site_name:
        texts = {**texts, "site": {**texts["site"], "name": site_name}}
    if path is None:
        return replace(base, texts=texts)
    name = f"{FOLDER}/{path.name}"
    try:
        locale = Locale.parse(code, sep="-")
    except (UnknownLocaleError, ValueError):
        notes.append(f"{name}: {code} is not the code of a language, so the file is left out")
        return None
    own = _words(path, name, notes)
    faults: list[str] = []
    lacking: list[str] = []
    for field, said in _own_name(locale).items() if not known else ():
        own.setdefault(field, said)
    if site_name:
        # One name in every language, unless a language has its own.
        site = own.setdefault("site", {})
        if isinstance(site, dict):
            site.setdefault("name", site_name)
    merged = _merged(texts, own, "", faults, lacking)
    notes.extend(f"{name}: {each}" for each in faults)
    if lacking and not known:
        some = ", ".join(lacking[:3]) + (", …" if len(lacking) > 3 else "")
        words = "1 text is" if len(lacking) == 1 else f"{len(lacking)} texts are"
        notes.append(f"{name}: {words} not there, and shown in English ({some})")
    return Language(code, merged, str(merged["decimal"]), locale)


def _own_name(locale: Locale) -> dict[str, str]:
    named = locale.get_display_name(locale) or str(locale)
    return {
        "name": named[:1].upper() + named[1:],
        "decimal": locale.number_symbols["latn"]["decimal"],
    }


def _words(path: Path, name: str, notes: list[str]) -> dict[str, Any]:
    raw = read_regular(path, path.parent, LARGEST_TEXT)
    if isinstance(raw, Refusal):
        notes.append(f"{name}: {raw.detail}, so its words are left out")
        return {}
    try:
        reading = read_yaml(as_read(raw.decode("utf-8")))
    except UnicodeDecodeError:
        notes.append(f"{name}: this is not UTF-8 text, so its words are left out")
        return {}
    notes.extend(f"{name}: line {each.span.line}: {each.detail}" for each in reading.complaints)
    return dict(reading.data) if isinstance(reading.data, Mapping) else {}


def _merged(
    english: Mapping[str, Any],
    own: Mapping[str, Any],
    above: str,
    faults: list[str],
    lacking: list[str],
) -> dict[str, Any]:
    """The program's words with a file's own in their places."""
    whole: dict[str, Any] = {}
    for key, text in english.items():
        name = f"{above}{key}"
        said = own.get(key)
        if isinstance(text, Mapping) and not _is_plural(text):
            if key in own and not isinstance(said, Mapping):
                faults.append(f"{name} is a group of words, and one text stands there")
            below = said if isinstance(said, Mapping) else {}
            whole[key] = _merged(text, below, f"{name}.", faults, lacking)
        elif said is None:
            lacking.append(name)
            whole[key] = text
        elif fault := _fault(text, said):
            faults.append(f"{name} {fault}")
            whole[key] = text
        else:
            whole[key] = said
    faults.extend(f"there is no {above}{key}" for key in own if key not in english)
    return whole


def _is_plural(text: Mapping[str, Any]) -> bool:
    return "other" in text and set(text) <= _PLURALS


def _fault(english: Any, said: Any) -> str:
    """Why a text cannot stand where an English one does; empty when it can."""
    if isinstance(said, Mapping):
        if not (isinstance(english, Mapping) and _is_plural(said)):
            return "must be a text" if isinstance(english, str) else "lacks the form “other”"
    elif isinstance(said, str) != isinstance(english, str) and not isinstance(english, Mapping):
        return "has another form than in English"
    try:
        blanks = set(_blanks(said))
    except ValueError:
        return "has a brace that is not closed"
    # Where English shows braces as they are, nothing is filled in.
    literal = any(shape for _, shape in _blanks(english))
    if not literal and (shaped := [name for name, shape in blanks if shape]):
        return f"has more than a name in the braces of {{{min(shaped)}}}"
    strange = {name for name, _ in blanks} - {name for name, _ in _blanks(english)}
    return f"has {{{min(strange)}}}, which is not filled in there" if strange else ""


def _blanks(text: Any) -> Iterator[tuple[str, str]]:
    """The blanks of a text by their names, each with what it says of the form of what fills it.

    A form can ask for a number of two thousand million places, so that none may have any.
    """
    if isinstance(text, Mapping):
        for each in text.values():
            yield from _blanks(each)
    elif isinstance(text, list):
        for each in text:
            yield from _blanks(each)
    else:
        for _, name, form, conversion in Formatter().parse(str(text)):
            if name is not None:
                yield name, f"{form or ''}{conversion or ''}"
