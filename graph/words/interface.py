"""The languages of one site: which they are, in which order, and their words.

They are those of the debates and those of the files in `languages/` beside `claims/`, unless the
site's configuration names others; the first has the site's root to itself. `languages/fr.yaml`
gives the words of French; `languages/en.yaml` replaces single words of English. What such a file
lacks, or fills in wrongly, is shown in the program's own words: those of the same language where
it brings them, as for `de-AT`, and else in English.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from string import Formatter
from typing import Any

from babel import Locale, UnknownLocaleError
from babel.core import get_global

from graph.records import limits
from graph.store.problem import FieldPath
from graph.store.regular_file import Refusal, read_regular
from graph.store.splices import as_read
from graph.store.surroundings import LARGEST_TEXT
from graph.store.yaml_reading import read_yaml
from graph.text.visible import visible
from graph.words.language import BUNDLED, Language, language
from graph.words.language_codes import language_told
from graph.words.note import Note

FOLDER = "languages"
_NOTES, _NOTE = 50, 400
"""The notes that are told, and the characters of each."""
Codes = tuple[str, ...]
_PLURALS = frozenset(("zero", "one", "two", "few", "many", "other"))


@dataclass(frozen=True)
class Interface:
    """The languages of a site, the one at its root first, and what is amiss in its own files."""

    languages: tuple[Language, ...]
    amiss: tuple[Note, ...] = ()

    @property
    def notes(self) -> tuple[str, ...]:
        """What is amiss, in words."""
        return tuple(map(str, self.amiss))

    @property
    def codes(self) -> tuple[str, ...]:
        """The languages' codes, in the same order."""
        return tuple(each.code for each in self.languages)

    def language(self, code: str) -> Language:
        """The language of this code. Raises KeyError for one that the site does not have."""
        return dict(zip(self.codes, self.languages, strict=True))[code]


def in_order(languages: Iterable[Language]) -> tuple[Language, ...]:
    """Languages as those of one site: the first with its root, the others with folders of it."""
    return tuple(
        replace(each, prefix=f"{each.code}/" if place else "")
        for place, each in enumerate(languages)
    )


def read_interface(
    root: Path,
    languages: Sequence[str] = (),
    site_name: str = "",
    chosen: Sequence[str] = (),
) -> Interface:
    """The interface of the knowledge base in a folder, with the site's name in every language.

    `languages` are those of its debates, to which the files in its folder add; or those `chosen`
    for the site and no others.
    """
    return _interface(_own(root), languages, site_name, chosen)


def brought_along(languages: Sequence[str]) -> Interface:
    """The interface in these languages, with no other words than those of the program."""
    return _interface({}, languages)


def _own(root: Path) -> Mapping[str, Path]:
    """The files of words below a root, by what they are called."""
    return {path.stem: path for path in sorted((root / FOLDER).glob("*.yaml"))}


def codes_of_site(root: Path, languages: Sequence[str] = (), chosen: Sequence[str] = ()) -> Codes:
    """The codes of the languages that `read_interface` would give, without reading any words."""
    asked, known, _ = _parted(_own(root), languages, chosen)
    return (*asked, *known[: _room(asked)]) or (BUNDLED[0],)


def _parted(
    own: Iterable[str], languages: Sequence[str], chosen: Sequence[str]
) -> tuple[Codes, Codes, Codes]:
    """The languages that are asked for, those that the files of words of these names add, and the
    names that are none of a language."""
    names = tuple(own)
    asked = tuple(dict.fromkeys(chosen or languages))
    standing_in = {each.partition("-")[0] for each in asked if each not in names}
    added = () if chosen else tuple(each for each in names if each not in (*asked, *standing_in))
    strange = tuple(each for each in added if _locale(each) is None)
    return asked, tuple(each for each in added if each not in strange), strange


def _room(asked: Codes) -> int:
    # Every language is a whole site again.
    return max(0, limits.LANGUAGES - len(asked))


def _interface(
    own: Mapping[str, Path],
    languages: Sequence[str],
    site_name: str = "",
    chosen: Sequence[str] = (),
) -> Interface:
    asked, known, strange = _parted(own, languages, chosen)
    notes = [
        Note(_path(each), f"{each} is not the code of a language, so the file is left out")
        for each in strange
    ]
    room = _room(asked)
    notes += [
        Note(
            _path(each),
            f"a site has {limits.LANGUAGES} languages at most, so the file is left out",
        )
        for each in known[room:]
    ]
    found = [
        _language(code, own.get(code, own.get(code.partition("-")[0])), site_name, notes)
        for code in (*asked, *known[:room])
    ]
    return Interface(in_order(found or [language(BUNDLED[0])]), tuple(_told(notes)))


def _told(notes: Sequence[Note]) -> Iterator[Note]:
    """Notes as they can be written to a terminal or a log: each on one line, and not too many."""
    for each in notes[:_NOTES]:
        yield each.put(lambda text: visible(text if len(text) <= _NOTE else f"{text[:_NOTE]}…"))
    if (more := len(notes) - _NOTES) > 0:
        yield Note(FOLDER, f"{more} more are left out here")


def _path(code: str) -> str:
    return f"{FOLDER}/{code}.yaml"


def _locale(code: str) -> Locale | None:
    """What CLDR knows of a language; there are some that it has nothing on."""
    try:
        return Locale.parse(code, sep="-")
    except (UnknownLocaleError, ValueError):
        return None


def _nearest(code: str) -> str:
    """The language that the program brings words of, and that stands in for those of another."""
    primary = code.partition("-")[0]
    return next((each for each in (code, primary) if each in BUNDLED), BUNDLED[0])


def _language(code: str, path: Path | None, site_name: str, notes: list[Note]) -> Language:
    base = language(_nearest(code))
    known = code.partition("-")[0] == base.code.partition("-")[0]
    texts: Mapping[str, Any] = base.texts
    if site_name:
        texts = {**texts, "site": {**texts["site"], "name": site_name}}
    if path is None and code == base.code:
        return replace(base, texts=texts)
    name = _path(code if path is None else path.stem)
    locale = _locale(code)
    own = {} if path is None else _words(path, name, notes)
    faults: list[tuple[FieldPath, str]] = []
    lacking: list[str] = []
    if locale is None and not known:
        own.setdefault("name", code)
    elif locale is not None and code != base.code:
        _fill_in(own, _of_the_language(code, locale))
    if site_name:
        # One name in every language, unless a language has its own.
        site = own.setdefault("site", {})
        if isinstance(site, dict):
            site.setdefault("name", site_name)
    merged = _merged(texts, own, (), faults, lacking)
    notes.extend(Note(name, said, field) for field, said in faults)
    if lacking and path is None and not known:
        called = language_told(code)
        said = f"there are no words for pages in {called}, which are shown in English"
        notes.append(Note(name, said, lacking=True, absent=True))
    elif lacking and not known:
        some = ", ".join(lacking[:3]) + (", …" if len(lacking) > 3 else "")
        words = "1 text is" if len(lacking) == 1 else f"{len(lacking)} texts are"
        notes.append(Note(name, f"{words} not there, and shown in English ({some})", lacking=True))
    borrows = bool(lacking) and not known
    return Language(code, merged, str(merged["decimal"]), locale or base.locale, borrows=borrows)


def _of_the_language(code: str, locale: Locale) -> dict[str, Any]:
    """The words that need nobody to write them: CLDR has them for every language that it knows."""
    # Where nobody said which language it is (`und`), CLDR takes it for American English.
    if not code.lower().startswith(locale.language):
        return {"name": code}
    named = locale.get_display_name(locale) or str(locale)
    decimal = locale.number_symbols["latn"]["decimal"]
    likely = get_global("likely_subtags").get(locale.language, "")
    place = locale.territory or next((each for each in likely.split("_")[2:]), "")
    return {
        "name": named[:1].upper() + named[1:],
        "decimal": decimal,
        "script": {"decimal": decimal},
        "share": {"locale": f"{locale.language}_{place}" if place else locale.language},
    }


def _fill_in(own: dict[str, Any], more: Mapping[str, Any]) -> None:
    """Put what is not there yet among the words of a file."""
    for key, said in more.items():
        if isinstance(said, Mapping):
            below = own.setdefault(key, {})
            if isinstance(below, dict):
                _fill_in(below, said)
        else:
            own.setdefault(key, said)


def _words(path: Path, name: str, notes: list[Note]) -> dict[str, Any]:
    raw = read_regular(path, path.parent, LARGEST_TEXT)
    if isinstance(raw, Refusal):
        notes.append(Note(name, f"{raw.detail}, so its words are left out"))
        return {}
    try:
        reading = read_yaml(as_read(raw.decode("utf-8")))
    except UnicodeDecodeError:
        notes.append(Note(name, "this is not UTF-8 text, so its words are left out"))
        return {}
    notes.extend(Note(name, each.detail, line=each.span.line) for each in reading.complaints)
    if isinstance(reading.data, Mapping):
        return dict(reading.data)
    if reading.data is not None:
        notes.append(Note(name, "these are no names with their texts, so its words are left out"))
    return {}


def _merged(
    english: Mapping[str, Any],
    own: Mapping[str, Any],
    above: FieldPath,
    faults: list[tuple[FieldPath, str]],
    lacking: list[str],
) -> dict[str, Any]:
    """The program's words with a file's own in their places."""
    whole: dict[str, Any] = {}
    for key, text in english.items():
        field = (*above, key)
        name = ".".join(map(str, field))
        said = own.get(key)
        if isinstance(text, Mapping) and not _is_plural(text):
            if key in own and not isinstance(said, Mapping):
                faults.append((field, f"{name} is a group of words, and one text stands there"))
            below = said if isinstance(said, Mapping) else {}
            whole[key] = _merged(text, below, field, faults, lacking)
        elif said is None or (isinstance(said, str) and not said.strip()):
            # Who translates a copy leaves a text empty until it is there.
            lacking.append(name)
            whole[key] = text
        elif fault := _fault(text, said):
            faults.append((field, f"{name} {fault}"))
            whole[key] = text
        elif isinstance(text, Mapping):
            # A language without a form that English has, such as for one, has another for it.
            forms = said if isinstance(said, Mapping) else {"other": said}
            whole[key] = {**dict.fromkeys(text, forms["other"]), **forms}
        else:
            whole[key] = said
    for key in own:
        if key not in english:
            field = (*above, key)
            faults.append((field, f"there is no {'.'.join(map(str, field))}"))
    return whole


def _is_plural(text: Mapping[str, Any]) -> bool:
    return "other" in text and set(text) <= _PLURALS


def _fault(english: Any, said: Any) -> str:
    """Why a text cannot stand where an English one does; empty when it can."""
    if isinstance(said, Mapping):
        if not (isinstance(english, Mapping) and _is_plural(said)):
            return "must be a text" if isinstance(english, str) else "lacks the form “other”"
        if listed := [each for each in said if not isinstance(said[each], str)]:
            return f"has no text as the form “{listed[0]}”"
    elif isinstance(said, str) != (not isinstance(english, list)):
        return "has another form than in English"
    if isinstance(said, list) and len(said) > limits.ITEMS:
        return f"has more than {limits.ITEMS} items"
    # It stands on every page.
    if any(len(each) > limits.TEXT for each in _texts(said)):
        return f"has more than {limits.TEXT:,} characters"
    try:
        blanks = list(_blanks(said))
    except ValueError:
        return "has a brace that is not closed"
    theirs = list(_blanks(english))
    # Where English shows braces as they are, nothing is filled in.
    if any(shape for _, shape in theirs):
        return ""
    if shaped := [name for name, shape in blanks if shape]:
        return f"has more than a name in the braces of {{{min(shaped)}}}"
    if strange := {name for name, _ in blanks} - {name for name, _ in theirs}:
        return f"has {{{min(strange)}}}, which is not filled in there"
    # What a nameless blank stands for is put between two halves.
    halved = [name for name, _ in theirs].count("")
    if [name for name, _ in blanks].count("") != halved:
        return f"must have {{}} {'once' if halved == 1 else f'{halved} times'}"
    return ""


def _texts(said: Any) -> Iterator[str]:
    """The texts of a text, of its plural forms or of a list."""
    if isinstance(said, Mapping | list):
        for each in said.values() if isinstance(said, Mapping) else said:
            yield from _texts(each)
    else:
        yield str(said)


def _blanks(text: Any) -> Iterator[tuple[str, str]]:
    """The blanks of a text by their names, each with what it says of the form of what fills it.

    A form can ask for a number of two thousand million places, so that none may have any.
    """
    for each in _texts(text):
        for _, name, form, conversion in Formatter().parse(each):
            if name is not None:
                yield name, f"{form or ''}{conversion or ''}"
