"""What a claim has of itself, in a sentence: from its sources, somebody's word or nothing."""

from graph.base import KnowledgeBase
from graph.records import Kind, Level, Source, Stance
from graph.records.roots import root_of
from graph.semantics import GroundKind
from graph.words.sentence import Name, Sentence

_ARTICLE = "article"


def grounded(kb: KnowledgeBase, claim: str) -> Sentence:
    """The ground of a claim, named with the source or the text that it comes from.

    Raises KeyError for an unknown claim.
    """
    if kb.claims[claim].kind is Kind.QUESTION:
        return Sentence("ground.asked")
    ground = kb.grounds[claim]
    if ground.stated:
        return Sentence("ground.stated")
    if ground.kind is GroundKind.DOCUMENTED:
        return _documented(kb, ground.sources)
    if ground.kind is GroundKind.CONCLUDED:
        return Sentence("ground.concluded")
    return _granted(kb, claim)


def _named(source: Source) -> Name:
    """A source goes by whoever it is by."""
    return Name(source.by, f"sources/{source.id}/")


def _documented(kb: KnowledgeBase, sources: tuple[str, ...]) -> Sentence:
    """The best of the sources, with its quality, and how many independent ones there are."""
    best = kb.sources[sources[0]]
    root = kb.sources.get(root_of(kb.sources, best.id))
    names = {"source": _named(best)}
    count = len(sources)
    form = "many" if count > 1 else "one"
    if root is not None and root is not best and root.by != best.by:
        names["root"] = _named(root)
        copy = best.level is Level.COPY
        return Sentence(f"ground.{'copied' if copy else 'reported'}.{form}", {}, {}, count, names)
    words = {"quality": f"ground.quality.{_quality(best)}"}
    return Sentence(f"ground.documented.{form}", {}, words, count, names)


def _quality(source: Source) -> str:
    quality = source.quality
    if quality is None:
        return "unspecified"
    level = quality.level.value
    if quality.peer_reviewed:
        level = "reviewed_report" if quality.level is Level.SECONDARY else "reviewed"
    return f"{level}_interested" if quality.interested else level


def _granted(kb: KnowledgeBase, claim: str) -> Sentence:
    """That a claim is put forward by somebody who gives no reason for it.

    Others may: then that is said, for the reasons are told of elsewhere.
    """
    record = kb.claims[claim]
    form = "argued" if kb.reasons(claim) else "alone"
    if record.implicit:
        return Sentence(f"ground.unstated.{form}")
    debate = kb.debates.get(kb.folders[claim])
    analysed = debate.sources if debate is not None else ()
    cited = [kb.sources[each.source] for each in record.passages if each.source in kb.sources]
    own = [source for source in cited if source.id in analysed]
    speaker = kb.speakers.get(record.speaker or "")
    stance = "" if record.stance is Stance.ENDORSES else f"_{record.stance.value}"
    # What a text disputes or reports it does not take for granted: whoever says it does.
    if own and not (stance and speaker is not None):
        article = own[0].type.value.startswith(_ARTICLE)
        return Sentence(f"ground.{'article' if article else 'text'}{stance}.{form}")
    if speaker is not None:
        who = Name(speaker.name, f"speakers/{speaker.id}/")
    elif cited and stance:
        return Sentence(f"ground.text{stance}.{form}")
    elif cited:
        who = _named(cited[0])
    else:
        return Sentence(f"ground.here.{form}")
    return Sentence(f"ground.word.{form}", names={"who": who})
