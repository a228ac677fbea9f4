"""Family T: the site's own words of a language, in the files beside the records."""

from collections.abc import Iterator
from pathlib import Path

from graph.base import KnowledgeBase
from graph.check.finding import Severity
from graph.check.rule import TOP, Remark, rule
from graph.store import Span
from graph.store.problem import KEY
from graph.store.regular_file import read_regular
from graph.store.splices import as_read
from graph.store.surroundings import LARGEST_TEXT
from graph.store.yaml_reading import places_in
from graph.words.chosen_languages import site_interface
from graph.words.interface import FOLDER
from graph.words.note import Note


def _amiss(kb: KnowledgeBase) -> Iterator[Note]:
    if not (kb.tree.root / FOLDER).is_dir():
        return
    told = {each.path for each in kb.tree.beside}
    for each in site_interface(kb.tree.root, kb.addressable.languages).amiss:
        # Words that are not there yet are shown in English, and nothing is broken.
        if not each.lacking and each.path not in told:
            yield each


@rule("T109", "unusable-words", Severity.WARNING)
def unusable_words(kb: KnowledgeBase) -> Iterator[Remark]:
    """A file of words of the site's own is not used, or not all of it.

    ## Why

    What is wrong in `languages/fr.yaml` is left out, and pages show the program's own words there,
    which may be English ones.

    ## Example

        count:
          claims: {one: "{number} affirmation", other: "{nombre} affirmations"}

    Nothing is filled in for `{nombre}`.

    ## Way out

    Take `graph/words/languages/en.yaml` for a pattern: the same names, and in each text the same
    names in braces. The file is called by the code of its language.
    """
    for each in _amiss(kb):
        help_ = "correct it after the program's own words, or take it out"
        yield Remark(each.path, _span(kb.tree.root, each), each.said, help_)


def _span(root: Path, note: Note) -> Span:
    """Where what is amiss stands in its file."""
    if note.line:
        return Span(note.line, *TOP[1:])
    raw = read_regular(root / note.path, root / FOLDER, LARGEST_TEXT) if note.field else None
    if not isinstance(raw, bytes):
        return TOP
    places = places_in(as_read(raw.decode("utf-8", "replace")))
    return places.get((*note.field, KEY), places.get(note.field, TOP))
