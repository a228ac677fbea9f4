"""Family P: where a source's text comes from: its own address, where it was read, its original."""

from collections import Counter
from collections.abc import Iterator

from graph.argument.meaning import same_address
from graph.base import KnowledgeBase
from graph.check.finding import Severity
from graph.check.fix import removed
from graph.check.rule import Remark, at, rule
from graph.passages.second_hand import is_second_hand, shown_there
from graph.records import Level, Source

_OF_OTHERS = {Level.COPY: "a copy", Level.SECONDARY: "a report by others"}


@rule("P601", "seen-at-its-address", Severity.WARNING)
def seen_at_its_address(kb: KnowledgeBase) -> Iterator[Remark]:
    """A source is said to have been read elsewhere, at its own address.

    ## Why

    `seen_at` is for a text that was read at another place than the publisher's own page: a mirror,
    an archive, a repost. Readers are told of that as a second address.

    ## Example

        URL: https://example.org/report
        seen_at: https://www.example.org/report/

    ## Way out

    Remove `seen_at:`; or, if `URL:` is where it was read and not the publisher's own page, put that
    there.
    """
    for source in kb.sources.values():
        if source.url is None or source.seen_at is None:
            continue
        if same_address(source.url) == same_address(source.seen_at):
            here = (kb.paths["source", source.id], ("seen_at",))
            help_ = "remove `seen_at:`, or put the publisher's own page under `URL:`"
            message = "this is the source's own address, too"
            yield at(kb, *here, message, help_, fix=removed(kb, *here))


@rule("P602", "address-of-a-copy", Severity.HINT)
def address_of_a_copy(kb: KnowledgeBase) -> Iterator[Remark]:
    """The address of a source is that of an archive, a cache or a proxy.

    ## Why

    Such services show what others published. The link of a source is the publisher's own page:
    readers see by it who says what they read. Where the text was read is told beside it.

    ## Example

        URL: https://web.archive.org/web/2024/https://example.org/report

    ## Way out

    Put the publisher's own address under `URL:`, also where nothing answers there any more, and
    this one under `seen_at:`.
    """
    for source in kb.sources.values():
        if source.url is not None and is_second_hand(source.url):
            own = shown_there(source.url)
            named = f"`URL: {own}`" if own else "the publisher's own page under `URL:`"
            help_ = f"put {named} and this under `seen_at:`"
            message = "an address at which a service shows what others published"
            yield at(kb, kb.paths["source", source.id], ("URL",), message, help_)


def _without_original(kb: KnowledgeBase) -> Iterator[tuple[Source, str, str]]:
    """The sources that say what others say and name no record of that; with what such a source
    is, and how many others go back to it."""
    named = Counter(each.original for each in kb.sources.values())
    for source in kb.sources.values():
        level = source.level
        if level not in _OF_OTHERS or source.original is not None:
            continue
        if kb.paths["source", source.id] in kb.tree.broken_paths:
            # It may say so in what could not be read.
            continue
        if level is Level.COPY and source.seen_at and (source.url or source.doi):
            # The record is that of the original, which was read in a copy.
            continue
        others = named[source.id]
        count = f", to which {others} other{'s go' if others > 1 else ' goes'} back"
        yield source, _OF_OTHERS[level], count if others else ""


@rule("P603", "no-original", Severity.HINT)
def no_original(kb: KnowledgeBase) -> Iterator[Remark]:
    """A source is a copy or a report by others, and does not say of what.

    ## Why

    Sources with one original count as one, however many they are. Where nobody says what a source
    goes back to, one study is counted as often as it is reported; and readers cannot look further.

    ## Example

        title: Study finds that trams pay
        quality: {level: secondary}

    ## Way out

    Name the record of what it copies or reports under `original:`; make one with `seen: false` if
    nobody has seen that. A copy of which the publisher's own page is known is one record: its
    `URL:`, and `seen_at:` for where it was read. A source that found out for itself what it says is
    `level: primary`.
    """
    for source, what, count in _without_original(kb):
        if source.reports is None:
            path, help_ = kb.paths["source", source.id], "name its record under `original:`"
            message = f"{what} that does not say of what{count}"
            yield at(kb, path, ("quality", "level"), message, help_)


@rule("P604", "original-in-words", Severity.HINT)
def original_in_words(kb: KnowledgeBase) -> Iterator[Remark]:
    """A source says in words what it copies or reports, and names no record of that.

    ## Why

    Only by a record are sources known to go back to the same, and so to count as one.

    ## Example

        quality: {level: secondary}
        reports: The ministry's statement of 3 May

    ## Way out

    Make a record of what it copies or reports, with `seen: false` if nobody has seen that, and
    name it under `original:`.
    """
    for source, what, count in _without_original(kb):
        if source.reports is not None:
            help_ = "make a record of that, `seen: false` if nobody has, and name it: `original:`"
            message = f"{what} of something that has no record{count}"
            yield at(kb, kb.paths["source", source.id], ("reports",), message, help_)


@rule("P605", "same-source-twice", Severity.WARNING)
def same_source_twice(kb: KnowledgeBase) -> Iterator[Remark]:
    """Two sources have the same address or the same DOI.

    ## Why

    They are one source, and count as two.

    ## Example

    `claims/sources/study-2024.yaml` with `URL: https://example.org/study`, and
    `claims/sources/mirror-2024.yaml` with `seen_at: https://example.org/study`

    ## Way out

    Make one of the two: `betoog remove mirror-2024 --for study-2024` names the other wherever the
    one is named; what only its own record says is moved by hand before. Where a text was read
    elsewhere than at its own page, that is one record, with `seen_at:`.
    """
    own: dict[str, str] = {}
    for source in kb.sources.values():
        for address in (source.url, source.doi):
            if address is not None:
                own.setdefault(same_address(address), source.id)
    for source in kb.sources.values():
        # One page may show the texts of two, so where both were read does not tell.
        for field in ("url", "doi", "seen_at"):
            address = getattr(source, field)
            other = own.get(same_address(address)) if address is not None else None
            if other not in (source.id, None):
                name = Source.model_fields[field].alias or field
                path = kb.paths["source", source.id]
                way = f"`betoog remove {source.id} --for {other}`"
                help_ = f"make one of the two: {way}; or put this right"
                yield at(kb, path, (name,), f"`{other}` has the same address", help_)
                break
