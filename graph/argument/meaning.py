"""What a person means who names a record by its id, by its address or by words of it."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from graph.argument.likeness import matching
from graph.argument.phrases import sentence, worded
from graph.base import KnowledgeBase, Link
from graph.records import Source, SourceType
from graph.records.doi import bare_doi, doi_meant
from graph.records.link_name import LinkName, normalised_link_name
from graph.text.nearest import nearest
from graph.text.one_line import compared
from graph.text.unspaced import has_unspaced
from graph.text.visible import visible

MOST = 5
"""The records to choose from at most."""


@dataclass(frozen=True)
class Choice:
    """What somebody means: the id of the one record that it is, or else those it may be."""

    id: str | None
    options: tuple[str, ...] = ()


def claim_meant(kb: KnowledgeBase, said: str) -> Choice:
    """The claim with this id or older id, or those with these words or a similar id."""
    if (claim := kb.resolve(said)) in kb.claims:
        return Choice(claim)
    alike = (kb.resolve(each) for each in nearest(said, {*kb.claims, *kb.aliases}))
    return _options((*matching(kb, said, MOST), *alike))


def step_meant(kb: KnowledgeBase, said: str) -> Choice:
    """The step of this name, or those from and to the claims that are meant by it."""
    name = normalised_link_name(said)
    if name in kb.links:
        return Choice(name)
    meant = LinkName.meant(said)
    if not meant.own:
        there = str(meant.renamed(kb.resolve))
        return Choice(there) if there in kb.links else _options(nearest(name, kb.links))
    found = claim_meant(kb, name)
    claims = (found.id,) if found.id is not None else found.options
    steps = (link for each in claims for link in _steps_at(kb, each))
    return _options((*(link.id for link in steps), *nearest(name, kb.links)))


def _steps_at(kb: KnowledgeBase, claim: str) -> tuple[Link, ...]:
    return (
        *kb.used_in(claim),
        *kb.reasons(claim),
        *kb.conditions(claim),
        *kb.objections(claim),
    )


def sources_by_address(kb: KnowledgeBase) -> dict[str, str]:
    """The ids of sources by their addresses, as these are compared: `same_address`."""
    return {
        same_address(each): source.id
        for source in reversed(tuple(kb.sources.values()))
        for each in source_addresses(source)
    }


def source_meant(kb: KnowledgeBase, said: str) -> Choice:
    """The source with this id, an older one, address or DOI, or those with such words or ids."""
    if (there := kb.present("source", said)) in kb.sources:
        return Choice(there)
    for source in kb.sources.values():
        if same_address(said) in set(map(same_address, source_addresses(source))):
            return Choice(source.id)
    texts = {each.id: f"{each.id} {each.title} {each.by}" for each in kb.sources.values()}
    return _options((*_with_words(texts, said), *nearest(said, texts)))


def speaker_meant(kb: KnowledgeBase, said: str) -> Choice:
    """The speaker with this id, older id or name, or those with these words or a similar id."""
    texts: dict[str, str] = {}
    there = kb.present("speaker", said)
    for each in kb.speakers.values():
        names = each.name.root.values()
        if there == each.id or compared(said) in set(map(compared, names)):
            return Choice(each.id)
        texts[each.id] = " ".join((each.id, *names))
    return _options((*_with_words(texts, said), *nearest(said, texts)))


def claim_option(kb: KnowledgeBase, id_: str) -> str:
    """A claim among others to choose from: its id and its sentence."""
    return f"{id_}: {sentence(kb, id_)}"


def step_option(kb: KnowledgeBase, id_: str) -> str:
    """A step among others to choose from: its name and its warrant."""
    because = worded(kb.links[id_].record.because)
    return f"{visible(id_)}: {because}" if because else visible(id_)


def source_option(kb: KnowledgeBase, id_: str) -> str:
    """A source among others to choose from: its id and its title."""
    return f"{id_}: {visible(kb.sources[id_].title)}"


def speakers_by_name(kb: KnowledgeBase) -> dict[str, str]:
    """The ids of speakers by what they may be called, as that is compared: their ids and names."""
    ids = {compared(each.id): each.id for each in kb.speakers.values()}
    for each in kb.speakers.values():
        ids.update({compared(name): each.id for name in each.name.root.values()})
    return ids


def speaker_option(kb: KnowledgeBase, id_: str) -> str:
    """A speaker among others to choose from: their id and their name."""
    return f"{id_}: {worded(kb.speakers[id_].name)}"


Meaning = Callable[[KnowledgeBase, str], Choice]
Option = Callable[[KnowledgeBase, str], str]


def is_address(said: str) -> bool:
    """Whether this is a web address or a DOI, and no id."""
    return said.startswith(("http://", "https://")) or doi_meant(said) is not None


NEW = "new"
"""What a source is called that is not here yet and has no address."""


def source_named(kb: KnowledgeBase, said: str, more: Mapping[str, Any]) -> dict[str, Any]:
    """The fields of a draft that say where: a source that is here, by its id or address, or a
    new one of this address or DOI or, where it is said to be `NEW`, of neither, with `more` about
    it. One that is new but for its title and its date is here."""
    if said == NEW and said not in kb.sources:
        same = (more.get("title"), more.get("issued"))
        for source in kb.sources.values():
            if (source.title, source.issued) == same:
                return {"source": source.id}
        return {"new_source": {"type": type_of_new(said), **more}}
    if (there := source_meant(kb, said).id) is not None or not is_address(said):
        return {"source": there or said}
    doi = doi_meant(said)
    where = {"URL": said} if doi is None else {"DOI": doi}
    return {"new_source": {**where, "type": type_of_new(said), **more}}


def type_of_new(said: str) -> SourceType:
    """What a new source most likely is, by its address or DOI, or by having neither."""
    if doi_meant(said) is not None:
        return SourceType.ARTICLE_JOURNAL
    return SourceType.WEBPAGE if is_address(said) else SourceType.BOOK


def source_addresses(source: Source) -> tuple[str, ...]:
    """The addresses and the DOI that a source has: its own, and where it was read."""
    return tuple(each for each in (source.url, source.doi, source.seen_at) if each)


def same_address(text: str) -> str:
    """An address or a DOI without what may differ between two ways to write the same."""
    plain = text.strip().casefold().removeprefix("https://").removeprefix("http://")
    return bare_doi(plain).removeprefix("www.").rstrip("/")


def _with_words(texts: dict[str, str], said: str) -> list[str]:
    """Those with all the words, or words that begin so; of a script without spaces, any part."""
    wanted = said.casefold().replace("-", " ").split()
    return [
        id_
        for id_, text in texts.items()
        if all(
            any(own.startswith(word) for own in text.casefold().replace("-", " ").split())
            or (has_unspaced(word) and word in text.casefold())
            for word in wanted
        )
    ]


def _options(ids: Iterable[str]) -> Choice:
    return Choice(None, tuple(dict.fromkeys(ids))[:MOST])
