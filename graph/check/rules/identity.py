"""Family I: ids that are malformed, in conflict or used twice."""

import re
import unicodedata
from collections.abc import Iterator, Sequence

from graph.base import KnowledgeBase
from graph.base.older_ids import WithOlder
from graph.check.finding import Severity
from graph.check.fix import removed
from graph.check.rule import TOP, Remark, at, rule
from graph.records import limits
from graph.records.scalars import RecordId, is_well_formed_id, misfit
from graph.store import FieldPath
from graph.text.naming import DEVICES
from graph.text.nearest import formed_id


@rule("I101", "malformed-id", Severity.ERROR)
def malformed_id(kb: KnowledgeBase) -> Iterator[Remark]:
    """A file's name is not a well-formed id.

    ## Why

    The file's name is the record's id and the address of its page, on every file system
    and in every browser: lower-case letters, digits and single hyphens, at most 100 of them.
    Windows keeps some names for devices, such as `con`, `nul` and `com1`, and can check out no
    such file.

    ## Example

    `claims/europe/Lower_Barriers.md`

    ## Way out

    Rename the file, as in `lower-barriers.md`, and the links that mean it.
    """
    for file in kb.tree.files:
        if file.kind != "text" and not is_well_formed_id(file.id):
            what = "folder" if file.kind == "debate" else "file"
            yield Remark(file.path, TOP, *_unfit_id(what, file.id))


def _unfit_id(what: str, id_: str) -> tuple[str, str]:
    """Why a name is no id, and how to make it one."""
    if len(id_) > limits.ID:
        why = misfit(RecordId, id_)
        return f"the {what}'s name is {why}", "keep the words that tell it from others"
    if formed_id(id_) == id_:
        help_ = f"add a word to it, as in `{id_}-claim`; Windows can check out no such file"
        return f"the {what}'s name `{id_}` is {misfit(RecordId, id_)}", help_
    help_ = f"use lower-case words joined by hyphens, as in `{formed_id(id_)}`"
    return f"the {what}'s name `{id_}` is not a well-formed id", help_


@rule("I102", "id-differs-from-name", Severity.ERROR)
def stated_id(kb: KnowledgeBase) -> Iterator[Remark]:
    """A record states an id other than its file's name.

    ## Why

    The file's name is the id. A second one inside the file misleads whoever reads it.

    ## Example

    `id: cheaper-models` in `models-expected-to-get-cheaper.md`

    ## Way out

    Remove the `id:`, or rename the file while the record is not yet published. To keep a
    published id working, list it under `aliases:`.
    """
    for file in kb.tree.files:
        if file.stated_id is not None and file.stated_id != file.id:
            message = f"the id `{file.stated_id}` is not the name of the file"
            yield at(kb, file.path, ("id",), message, f"remove it: the id is `{file.id}`")


@rule("I103", "id-twice", Severity.ERROR)
def id_twice(kb: KnowledgeBase) -> Iterator[Remark]:
    """Two records of one kind have the same id.

    ## Why

    An id stands for one record in the whole tree, whatever folder it is in; links to it
    would otherwise go to the one or the other.

    ## Example

    `claims/europe/chips/scarcity.md` and `claims/europe/prices/scarcity.md`

    ## Way out

    Rename the newer of the two files and the links that mean it.
    """
    first: dict[tuple[str, str, str], str] = {}
    for file in kb.tree.files:
        key = (file.kind, file.id, file.language)
        other = first.setdefault(key, file.path)
        if other != file.path:
            message = f"the id `{file.id}` is used twice: here and in {other}"
            help_ = "rename the newer of the two files, and the links that mean it"
            yield Remark(file.path, TOP, message, help_)


@rule("I104", "alias-clash", Severity.ERROR)
def alias_clash(kb: KnowledgeBase) -> Iterator[Remark]:
    """An alias is the id or the alias of another record of its kind.

    ## Why

    An alias keeps the old id of a claim, source, speaker, debate or theme working. When it names
    another one as well, old links can go either way.

    ## Example

    `aliases: [chip-scarcity]` while `chip-scarcity.md` exists

    ## Way out

    Remove the alias from the record that never had that id.
    """
    for kind, records in kb.by_kind.items():
        yield from _clashes(
            kb, [(id_, record, kb.paths[kind, id_], ()) for id_, record in records.items()]
        )
    for debate in kb.debates.values():
        path = kb.paths["debate", debate.id]
        themes = enumerate(debate.themes)
        yield from _clashes(
            kb, [(theme.id, theme, path, ("themes", index)) for index, theme in themes]
        )


def _clashes(
    kb: KnowledgeBase, records: Sequence[tuple[str, WithOlder, str, FieldPath]]
) -> Iterator[Remark]:
    """The aliases that two of these have, or that are the id of one; each is an id, what has it,
    and where that stands."""
    own = {id_: path for id_, _, path, _ in records}
    met: dict[str, str] = {}
    for id_, record, path, place in records:
        for index, alias in enumerate(record.aliases):
            first, here = met.setdefault(alias, id_), (*place, "aliases", index)
            if alias == id_ and kb.paths.get(("debate", id_)) == path and not place:
                # It leads to itself; so it stands until the folder of a debate is renamed too.
                continue
            if alias in own:
                what = _whose(alias, id_, "" if place else own[alias])
                fix = removed(kb, path, here) if alias == id_ else None
                said = f"the alias `{alias}` is {what}"
                yield at(kb, path, here, said, "remove the alias", fix=fix)
            elif first != id_ or alias in record.aliases[:index]:
                where = f"with `{first}`" if place else f"in {own[first]}"
                help_ = "keep it only with the one that had this id"
                yield at(kb, path, here, f"the alias `{alias}` is also given {where}", help_)


def _whose(alias: str, id_: str, path: str) -> str:
    if alias == id_:
        return "the record's own id"
    return f"the id of {path}" if path else "the id of another theme"


@rule("I105", "theme-id-twice", Severity.ERROR)
def theme_id_twice(kb: KnowledgeBase) -> Iterator[Remark]:
    """Two themes of a debate have the same id.

    ## Why

    A theme has a page under its id, below that of its debate, and two pages cannot have one
    address. Themes of different debates may be called the same: where they are named together,
    each is `debate/theme`.

    ## Example

        themes:
          - {id: entry-barriers, title: {en: …, nl: …}, roots: [lower-barriers]}
          - {id: entry-barriers, title: {en: …, nl: …}, roots: [single-winner]}

    ## Way out

    Give one of the two another id.
    """
    for debate in kb.debates.values():
        path, met = kb.paths["debate", debate.id], set[str]()
        for index, theme in enumerate(debate.themes):
            if theme.id in met:
                message = f"the theme id `{theme.id}` is used twice in this debate"
                field = ("themes", index, "id")
                yield at(kb, path, field, message, "give one of the two another id")
            met.add(theme.id)


@rule("I107", "name-not-for-every-system", Severity.WARNING)
def name_not_for_every_system(kb: KnowledgeBase) -> Iterator[Remark]:
    """A folder or a text has a name that some systems refuse, or take for another.

    ## Why

    Windows keeps names such as `aux` and `com1` for devices and takes none with `? * : " < > |`
    or a backslash in it, or with a stop or a space at its end. It and macOS take two names for
    one where they differ in capitals alone. A whole repository cannot be checked out there because
    of one such name.

    ## Example

    `claims/europe/what-if?/single-winner.md`, or `claims/europe/Chips/` beside
    `claims/europe/chips/`

    ## Way out

    Rename the folder or the text, as in `what-if`.
    """
    first: dict[str, str] = {}
    told: set[str] = set()
    for file in kb.tree.files:
        parts = file.path.split("/")
        for depth in range(3, len(parts) + (file.kind == "text")):
            place = "/".join(parts[:depth])
            other = first.setdefault(unicodedata.normalize("NFC", place).casefold(), place)
            why = _refused(parts[depth - 1])
            if other != place:
                why = f"is `{other}` on systems that make no difference between capitals"
            if why and place not in told:
                told.add(place)
                yield Remark(file.path, TOP, f"the name `{place}` {why}", "rename it")


def _refused(name: str) -> str:
    """What Windows has against the name of a folder or a file."""
    if re.fullmatch(DEVICES, name.partition(".")[0].lower()):
        return "is one that Windows keeps for a device"
    if re.search(r'[<>:"|?*\\]|[. ]\Z', name):
        return "has a sign that Windows takes in no name"
    return ""


_OF_DEBATES = ("map", "booklet")
"""What else stands below the page of a debate, as themes do."""


@rule("I110", "theme-id-taken", Severity.ERROR)
def theme_id_taken(kb: KnowledgeBase) -> Iterator[Remark]:
    """A theme has the id under which the map of its debate stands, or its booklet.

    ## Why

    The page of a theme, that of the map and that of the booklet stand below the page of the
    debate, and two pages cannot have one address.

    ## Example

        themes:
          - {id: map, title: {en: The map, nl: De kaart}, roots: [lower-barriers]}

    ## Way out

    Give the theme another id, such as `mapping`.
    """
    for debate in kb.debates.values():
        for index, theme in enumerate(debate.themes):
            if theme.id in _OF_DEBATES:
                path, field = kb.paths["debate", debate.id], ("themes", index, "id")
                message = f"the theme id `{theme.id}` is the address of the debate's {theme.id}"
                yield at(kb, path, field, message, "give the theme another id")
