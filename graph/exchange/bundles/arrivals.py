"""The files that the entries of a bundle come to, still with their faults."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from graph.argument.lookup import unknown
from graph.base import KnowledgeBase
from graph.check import Finding
from graph.check.suggestions import Suggestions
from graph.drafting.draft import schema_line
from graph.exchange.bundles.entry import BODIES, BODY, Bundle, Entry
from graph.exchange.bundles.naming import Names, text_of
from graph.exchange.bundles.references import renamed
from graph.records.kinds import RECORD_KINDS, AnyRecord
from graph.records.scalars import LANGUAGE, is_well_formed_id
from graph.store import FieldPath, RecordFile, Tree, read_file
from graph.store.file_names import unusable_path
from graph.store.writing import fields_text, record_text
from graph.text.nearest import listed

_UNKNOWN = {"claim": "R101", "source": "R103", "speaker": "R104"}


@dataclass(frozen=True)
class Arrival:
    """An entry with the file that it comes to, what can be read of that, and its annotations in
    other languages, each with a path and a text. `blamed` are fields of which all is said."""

    entry: Entry
    id: str
    path: str
    text: str
    file: RecordFile | None
    sound: bool
    annotations: Mapping[str, tuple[str, str]]
    blamed: frozenset[FieldPath] = frozenset()

    @property
    def is_draft(self) -> bool:
        """Whether it is a claim that is given without an id, to be completed as `new` does."""
        return self.entry.kind == "claim" and not text_of(self.entry, "id")

    @property
    def record(self) -> AnyRecord | None:
        """The record, where nothing is wrong with it."""
        return self.file.record if self.file is not None and self.sound else None

    def of(self, record: AnyRecord) -> "Arrival":
        """The arrival with the file that a record has, laid out in the canonical way."""
        kind = self.entry.kind
        schema = "" if kind == "grounds" else schema_line("../" * (self.path.count("/") - 1), kind)
        body = self.file.body if self.file is not None else ""
        return self.reading(_fenced(self.path, schema + record_text(record), body))

    def reading(self, text: str) -> "Arrival":
        """The arrival with another text."""
        return _read(self.entry, self.id, self.path, text, self.annotations, self.blamed)


class Arriving:
    """What a bundle comes to beside a knowledge base, and what is found wrong on the way.

    Raises:
        AnswerError: claims that say no debate are to be for one that is not there.
    """

    def __init__(self, kb: KnowledgeBase, bundle: Bundle, names: Names, debate: str | None) -> None:
        self._bundle = bundle
        self._names = names
        debates = {*kb.debates} | {
            names.ids[each.row] for each in bundle.entries if each.kind == "debate"
        }
        if debate is not None and debate not in debates:
            raise unknown("debate", debate, debates)
        self._debates = sorted(debates)
        self._debate = debate or (self._debates[0] if len(debates) == 1 else None)
        self._asked = False
        self._keys: dict[str, set[str]] = {}
        for kind, key in names.meant:
            self._keys.setdefault(kind, set()).add(key)
        self._suggestions = Suggestions()
        self.findings: list[Finding] = []
        self.arrivals: list[Arrival] = []
        for entry in bundle.entries:
            if entry.row not in names.twice:
                self.arrivals.append(self._arrival(entry))

    def _fault(self, entry: Entry, field: FieldPath, code: str, said: str, help_: str) -> None:
        self.findings.append(self._bundle.fault(code, entry.place(field), said, help_))

    def _arrival(self, entry: Entry) -> Arrival:
        id_, kind = self._names.ids[entry.row], entry.kind
        aside = {"id", "key"}
        if kind == "claim":
            aside |= {"debate", "folder", "theme", BODY, BODIES}
        elif RECORD_KINDS[kind].single:
            aside = set()
        blamed = set(entry.blamed)
        if kind == "claim" and not isinstance(entry.fields.get("theme", ""), (str, list)):
            help_ = "name a theme by its id, or several in a list"
            self._fault(entry, ("theme",), "F103", "expected the id of a theme", help_)

        def meant(what: str, name: str, way: FieldPath) -> str:
            found = self._names.meant.get((what, name))
            if found is None and not is_well_formed_id(name):
                near = self._suggestions.of(name, self._keys.get(what, ()), what)
                help_ = near or f"name a {what} by its id, or by its key here"
                said = f"no {what} is called `{name[:100]}`"
                self._fault(entry, way, _UNKNOWN[what], said, help_)
                blamed.add(way)
            return found or name

        own = {name: each for name, each in entry.fields.items() if name not in aside}
        fields = renamed(kind, own, meant)
        if kind == "claim" and not text_of(entry, "id"):
            stated = {"passages", "speaker", "implicit"} & {*fields}
            fields |= {} if stated else {"implicit": True}
        path = self._path(entry, id_)
        body = f"\n{said}\n" if kind == "claim" and (said := self._body(entry)) else ""
        text = _fenced(path, fields_text(fields), body)
        annotations = dict(self._annotations(entry, path)) if kind == "claim" else {}
        return _read(entry, id_, path, text, annotations, frozenset(blamed))

    def _path(self, entry: Entry, id_: str) -> str:
        if entry.kind != "claim":
            return RECORD_KINDS[entry.kind].path(id_, id_)
        debate = self._debate_of(entry)
        folder = text_of(entry, "folder")
        parts = [each for each in folder.split("/") if each]
        path = "/".join(("claims", debate, *parts, f"{id_}.md"))
        if any(each.startswith(".") or "\\" in each for each in parts) or unusable_path(path):
            said = f"`{folder[:100]}` is no folder of a debate"
            self._fault(entry, ("folder",), "F104", said, "name it as in `prices/chips`")
            path = f"claims/{debate}/{id_}.md"
        return path

    def _debate_of(self, entry: Entry) -> str:
        given = text_of(entry, "debate")
        named = self._names.meant.get(("debate", given), given)
        if given and named not in self._debates:
            near = self._suggestions.of(given, self._debates, "debate")
            help_ = near or "bring the debate in as well"
            self._fault(entry, ("debate",), "R304", f"there is no debate `{given[:100]}`", help_)
        elif not given and self._debate is None and not self._asked:
            # Once: all rows that say no debate are put right by one word.
            self._asked = True
            help_ = "give a `debate` with each claim, or --debate for all of them"
            those = f": {listed(self._debates, 'or')}" if self._debates else ""
            self._fault(entry, (), "F102", f"it is not said in which debate{those}", help_)
        return named if named in self._debates else (self._debate or "debate")

    def _body(self, entry: Entry) -> str:
        body = entry.fields.get(BODY)
        if body is not None and not isinstance(body, (str, int, float)):
            self._fault(entry, (BODY,), "F103", "expected text", "write it as one text")
            return ""
        return "" if body is None else str(body).strip("\n")

    def _annotations(self, entry: Entry, path: str) -> Iterator[tuple[str, tuple[str, str]]]:
        said = entry.fields.get(BODIES)
        for language, text in (said if isinstance(said, dict) else {}).items():
            if LANGUAGE.fullmatch(language) and isinstance(text, str):
                yield (
                    language,
                    (f"{path.removesuffix('.md')}.{language}.md", text.strip("\n") + "\n"),
                )
            else:
                help_ = "write one text per language: `{nl: …}`"
                self._fault(
                    entry, (BODIES, language), "F103", "expected a text of a language", help_
                )
        if said is not None and not isinstance(said, dict):
            help_ = "write one text per language: `{nl: …}`"
            self._fault(entry, (BODIES,), "F103", "expected one text per language", help_)


def merged(kb: KnowledgeBase, files: Iterable[RecordFile | None]) -> KnowledgeBase:
    """The knowledge base with these files in the places of those of the same paths."""
    by_path = {each.path: each for each in kb.tree.files}
    by_path |= {each.path: each for each in files if each is not None}
    return KnowledgeBase(Tree(kb.tree.root, tuple(by_path[each] for each in sorted(by_path)), ()))


def _fenced(path: str, fields: str, body: str) -> str:
    return f"---\n{fields}---\n{body}" if path.endswith(".md") else fields


def _read(
    entry: Entry,
    id_: str,
    path: str,
    text: str,
    annotations: Mapping[str, tuple[str, str]],
    blamed: frozenset[FieldPath],
) -> Arrival:
    file, problems = read_file(path, text)
    return Arrival(entry, id_, path, text, file, not problems, annotations, blamed)
