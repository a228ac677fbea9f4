"""Family F: what readers need to know of a source and its record does not say."""

from collections.abc import Iterator

from graph.base import KnowledgeBase
from graph.check.finding import Severity
from graph.check.rule import Remark, at, rule
from graph.records import SourceType

_NO_ADDRESS_NEEDED = frozenset((SourceType.BOOK, SourceType.CHAPTER))
_OF_THE_SEEN = ("accessed", "fingerprint", "text", "paragraphs")


@rule("F301", "source-without-address", Severity.WARNING)
def source_without_address(kb: KnowledgeBase) -> Iterator[Remark]:
    """A source has neither a web address nor a DOI.

    ## Why

    Readers are led from every claim to the place where it is said. Books and chapters are
    excepted, and originals that were not seen.

    ## Example

        type: webpage
        title: A page that cannot be found

    ## Way out

    Add `URL:` or `DOI:`.
    """
    for source in kb.sources.values():
        path = kb.paths["source", source.id]
        if path in kb.tree.broken_paths or source.type in _NO_ADDRESS_NEEDED or not source.seen:
            continue
        if source.url is None and source.doi is None:
            yield at(kb, path, (), "a source without an address", "add `URL:` or `DOI:`")


@rule("F302", "source-without-date", Severity.WARNING)
def source_without_date(kb: KnowledgeBase) -> Iterator[Remark]:
    """A source has no date.

    ## Why

    What was known when something was said decides how it is to be read.

    ## Example

        type: report
        title: A report from some time or other

    ## Way out

    Add `issued:`, as precise as it is known: `2025`, `2025-01` or `2025-01-31`.
    """
    for source in kb.sources.values():
        path = kb.paths["source", source.id]
        if path not in kb.tree.broken_paths and source.issued is None:
            yield at(kb, path, (), "a source without a date", "add `issued:`, such as 2025-01")


@rule("F304", "source-without-quality", Severity.WARNING)
def source_without_quality(kb: KnowledgeBase) -> Iterator[Remark]:
    """A source does not say how good it is.

    ## Why

    Readers are shown what they should know before leaning on a source: whether it is the
    original, whether peers reviewed it, and whether it has a stake in what it says. Nobody leans
    on an original that was not seen.

    ## Example

        type: report
        title: A report whose quality nobody recorded

    ## Way out

    Add `quality:` with its `level` (primary, copy or secondary), and `peer_reviewed: true` or
    `interested: true` where that is so.
    """
    for source in kb.sources.values():
        path = kb.paths["source", source.id]
        if path not in kb.tree.broken_paths and source.quality is None and source.seen:
            help_ = "add `quality:`, such as {level: primary}"
            yield at(kb, path, (), "a source without its quality", help_)


@rule("F303", "author-without-name", Severity.WARNING)
def author_without_name(kb: KnowledgeBase) -> Iterator[Remark]:
    """An author has no family name and no literal name.

    ## Why

    Nothing can be shown or sorted for such an author.

    ## Example

        author:
          - {given: Marieke}

    ## Way out

    Add `family:`, or `literal:` for an organisation.
    """
    for source in kb.sources.values():
        for index, name in enumerate(source.author):
            if name.family is None and name.literal is None:
                path = kb.paths["source", source.id]
                help_ = "add `family:`, or `literal:` for an organisation"
                yield at(kb, path, ("author", index), "an author without a name", help_)


@rule("F305", "unseen-and-seen", Severity.WARNING)
def unseen_and_seen(kb: KnowledgeBase) -> Iterator[Remark]:
    """A source that nobody here has seen has what only a source that was seen can have.

    ## Why

    Readers are told that it was not seen. A day on which it was, a fingerprint, a text or a guide
    to its paragraphs says otherwise.

    ## Example

        seen: false
        accessed: 2025-01-31

    ## Way out

    Remove `seen: false`, or the fields that speak against it.
    """
    for source in kb.sources.values():
        if source.seen:
            continue
        for name in _OF_THE_SEEN:
            if getattr(source, name):
                message = f"`{name}` of a source that nobody here has seen"
                help_ = f"remove `seen: false`, or `{name}`"
                yield at(kb, kb.paths["source", source.id], (name,), message, help_, key=True)
