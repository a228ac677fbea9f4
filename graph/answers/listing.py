"""Lists of what there is: claims, the records they name, and the words that records may use."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, fields
from types import MappingProxyType
from typing import NamedTuple

from rich.console import Group, RenderableType
from rich.text import Text
from typing_extensions import TypedDict

from graph.answers.printed import standing_word
from graph.argument.attribution import own_certainty
from graph.argument.debated import debate_claims, theme_claims
from graph.argument.finding import having
from graph.argument.lines import LineState
from graph.argument.lookup import find_record, sought, unknown
from graph.argument.objections import Reply
from graph.argument.outcomes import UNJUDGED
from graph.argument.phrases import LANGUAGE, count
from graph.argument.qualities import QUALITIES, qualities
from graph.argument.roles import Role, replies_to, roles
from graph.argument.theme_bearing import Strand, ThemeBearing, theme_bearing
from graph.argument.themes import find_theme, theme_names
from graph.argument.thesis_sides import sides_of
from graph.base import KnowledgeBase
from graph.errors import AnswerError
from graph.records import Certainty, Kind, State
from graph.records.source import SourceType
from graph.semantics import Side, Standing
from graph.text.nearest import listed
from graph.text.visible import visible
from graph.words.language import BUNDLED, language


class ThemeLine(TypedDict):
    """A line of argument in which a theme has a part."""

    claim: str
    """The claim by which the line runs into the thesis, by its id."""
    thesis: str
    """The thesis, by its id."""
    state: LineState
    weakens: bool
    """Whether the part of the theme is to weaken it."""


class ListItem(TypedDict):
    """One of what is listed."""

    id: str
    """Its name in commands and records."""
    title: dict[str, str]
    """What it says or is called, per language; under `und` where nobody says which that is."""
    kind: str | None
    """Of a claim its kind, of a source its type, of a rule its severity."""
    standing: Standing | None
    """Of a claim that is no question."""
    outcome: State | None
    """Of a prediction that somebody has judged, what became of it."""
    debates: list[str]
    """Of a claim or a theme, the debates it belongs to."""
    uses: int | None
    """How many claims belong to it, are read from it, said by it or of this kind; of a scheme, how
    many steps are of that form. None of a claim and of a rule."""
    lines: list[ThemeLine] | None
    """Of a theme, the lines of argument in which it has a part, in their order."""
    turning: list[str] | None
    """Of a theme, the claims on which its link to a thesis turns, that which does most first."""
    path: str | None
    """The file of its record, from the root; None of what comes with the program."""


class ListAnswer(TypedDict):
    """What there is of a sort, in order of id; what comes with the program in its own order."""

    what: str
    items: list[ListItem]
    total: int
    """How many there are, of which a limit may have left some out."""


@dataclass(frozen=True)
class Narrowing:
    """What a list is narrowed down by: names of records and words, as somebody gave them."""

    debate: str | None = None
    theme: str | None = None
    kind: str | None = None
    standing: str | None = None
    speaker: str | None = None
    source: str | None = None
    outcome: str | None = None
    role: str | None = None
    reply: str | None = None
    side: str | None = None
    certainty: str | None = None
    quality: str | None = None
    words: str | None = None


class _Sort(NamedTuple):
    """What can be listed: what it is narrowed down by, its kinds, and its items, of which those
    of some claims are wanted."""

    by: tuple[str, ...]
    kinds: tuple[str, ...]
    items: Callable[[KnowledgeBase, frozenset[str]], Iterator[ListItem]]


def list_answer(
    kb: KnowledgeBase, what: str, by: Narrowing, limit: int | None = None
) -> ListAnswer:
    """What there is of one of `SORTS`.

    Raises:
        AnswerError: there is no such sort, or nothing of a name that was given, or the sort is not
            narrowed down by it.
    """
    if what not in SORTS:
        raise unknown("list", what, SORTS)
    sort = SORTS[what]
    for each in fields(by):
        if getattr(by, each.name) is not None and each.name not in sort.by:
            able = listed([name for name in SORTS if each.name in SORTS[name].by])
            raise AnswerError(f"--{each.name} narrows down {able}, and not {what}")
    for name, word, known in (
        ("kind", by.kind, sort.kinds),
        ("standing", by.standing, tuple(Standing)),
        ("outcome", by.outcome, (*State, UNJUDGED)),
        ("role", by.role, tuple(Role)),
        ("reply", by.reply, tuple(Reply)),
        ("side", by.side, tuple(Side)),
        ("certainty", by.certainty, tuple(Certainty)),
        ("quality", by.quality, QUALITIES),
    ):
        if word is not None and word not in known:
            raise unknown(name, word, known)
    wanted = _wanted(kb, by)
    narrowed = by != Narrowing(kind=by.kind, standing=by.standing, outcome=by.outcome)
    items = [
        item
        for item in sort.items(kb, wanted)
        if by.kind in (None, item["kind"])
        and by.standing in (None, item["standing"])
        and by.outcome in (None, _outcome(item))
        # Of what claims make use of, only what these make use of.
        and (item["uses"] != 0 or not narrowed)
    ]
    return {"what": what, "items": items[:limit], "total": len(items)}


def list_text(answer: ListAnswer) -> RenderableType:
    """The list in words: a line each, which begins with the id."""
    what, items, total = answer["what"], answer["items"], answer["total"]
    if not items:
        return Text(f"There are no such {what}.")
    lines = [_line(item, "step" if what == "schemes" else "claim") for item in items]
    if len(items) < total:
        lines.append(Text(f"{len(items)} of {total} {what}", "dim"))
    return Group(*lines)


def _outcome(item: ListItem) -> str | None:
    """What became of a prediction, as it is asked for; None of what is none."""
    if item["outcome"] is None and item["kind"] == Kind.PREDICTION:
        return UNJUDGED
    return item["outcome"]


def _line(item: ListItem, used: str) -> Text:
    title = item["title"].get(LANGUAGE) or next(iter(item["title"].values()))
    line = Text.assemble((item["id"], "bold"), "  ", visible(title))
    if item["kind"] is not None:
        line.append(f" · {item['kind']}")
    if item["standing"] is not None:
        line = Text.assemble(line, " · ", standing_word(item["standing"]))
    if item["outcome"] is not None:
        line.append(f" · {item['outcome']}")
    if item["uses"] is not None:
        line.append(f" · {count(item['uses'], used)}", "dim")
    return line


def _wanted(kb: KnowledgeBase, by: Narrowing) -> frozenset[str]:
    """The claims of what was given, beside their kind, their standing and their outcome."""
    wanted = frozenset(kb.claims)
    if by.debate is not None:
        wanted &= debate_claims(kb)[find_record(kb, "debate", by.debate)]
    if by.theme is not None:
        here = f"{by.debate}/" if by.debate is not None and "/" not in by.theme else ""
        wanted &= theme_claims(kb)[find_theme(kb, here + by.theme)]
    if by.speaker is not None:
        speaker = find_record(kb, "speaker", by.speaker)
        wanted = frozenset(each for each in wanted if kb.claims[each].speaker == speaker)
    if by.source is not None:
        source = find_record(kb, "source", by.source)
        wanted &= {each.claim for each in kb.cited.get(source, ())}
    if by.words is not None:
        wanted &= having(kb, sought(by.words))
    for word, said in (
        (by.role, lambda claim: roles(kb, claim)),
        (by.reply, lambda claim: replies_to(kb, claim)),
        (by.side, lambda claim: sides_of(kb, claim).sides.values()),
        (by.certainty, lambda claim: (own_certainty(kb, claim),)),
        (by.quality, lambda claim: qualities(kb, claim)),
    ):
        if word is not None:
            wanted = frozenset(each for each in wanted if word in said(each))
    return wanted


def _item(
    id_: str,
    title: Mapping[str, str],
    *,
    kind: str | None = None,
    standing: Standing | None = None,
    outcome: State | None = None,
    debates: tuple[str, ...] = (),
    uses: int | None = None,
    bearing: ThemeBearing | None = None,
    path: str | None = None,
) -> ListItem:
    return {
        "id": id_,
        "title": dict(title),
        "kind": kind,
        "standing": standing,
        "outcome": outcome,
        "debates": list(debates),
        "uses": uses,
        "lines": None if bearing is None else [_theme_line(each) for each in bearing.strands],
        "turning": None if bearing is None else list(bearing.turning),
        "path": path,
    }


def _theme_line(strand: Strand) -> ThemeLine:
    line = strand.line
    return {
        "claim": line.link.claim,
        "thesis": line.link.target,
        "state": line.state,
        "weakens": strand.weakens,
    }


def _claims(kb: KnowledgeBase, wanted: frozenset[str]) -> Iterator[ListItem]:
    belonging = debate_claims(kb)
    for claim in kb.claims.values():
        if claim.id in wanted:
            yield _item(
                claim.id,
                claim.claim.root,
                kind=claim.kind.value,
                standing=None if kb.is_question(claim.id) else kb.assessment.standings[claim.id],
                outcome=None if claim.outcome is None else claim.outcome.state,
                debates=tuple(each for each in belonging if claim.id in belonging[each]),
                path=kb.paths["claim", claim.id],
            )


def _sources(kb: KnowledgeBase, wanted: frozenset[str]) -> Iterator[ListItem]:
    for source in sorted(kb.sources.values(), key=lambda each: each.id):
        read = {each.claim for each in kb.cited.get(source.id, ())}
        title = {source.language or "und": source.title}
        path = kb.paths["source", source.id]
        yield _item(source.id, title, kind=source.type, uses=len(read & wanted), path=path)


def _speakers(kb: KnowledgeBase, wanted: frozenset[str]) -> Iterator[ListItem]:
    said = Counter(kb.claims[claim].speaker for claim in wanted)
    for speaker in sorted(kb.speakers.values(), key=lambda each: each.id):
        path = kb.paths["speaker", speaker.id]
        yield _item(speaker.id, speaker.name.root, uses=said[speaker.id], path=path)


def _debates(kb: KnowledgeBase, wanted: frozenset[str]) -> Iterator[ListItem]:
    for id_, claims in sorted(debate_claims(kb).items()):
        path, title = kb.paths["debate", id_], kb.debates[id_].title
        yield _item(id_, title.root, uses=len(claims & wanted), path=path)


def _themes(kb: KnowledgeBase, wanted: frozenset[str]) -> Iterator[ListItem]:
    titles = {
        (debate.id, theme.id): theme.title
        for debate in kb.debates.values()
        for theme in debate.themes
    }
    for (debate, theme), name in theme_names(kb).items():
        yield _item(
            name,
            titles[debate, theme].root,
            debates=(debate,),
            uses=len(theme_claims(kb)[debate, theme] & wanted),
            bearing=theme_bearing(kb, debate, theme),
            path=kb.paths["debate", debate],
        )


def _schemes(kb: KnowledgeBase, wanted: frozenset[str]) -> Iterator[ListItem]:
    of_form = Counter(
        link.record.scheme for link in kb.links.values() if wanted.issuperset(link.premises)
    )
    for scheme in kb.schemes.values():
        yield _item(scheme.id, scheme.name.root, uses=of_form[scheme.id])


def _kinds(kb: KnowledgeBase, wanted: frozenset[str]) -> Iterator[ListItem]:
    of_kind = Counter(kb.claims[claim].kind for claim in wanted)
    for kind in Kind:
        title = {code: language(code).t(f"kind.{kind.value}") for code in BUNDLED}
        yield _item(kind.value, title, uses=of_kind[kind])


def _rules(_: KnowledgeBase, __: frozenset[str]) -> Iterator[ListItem]:
    # A tenth of what most lists take: the rules bring much with them.
    from graph.check import RULES

    for rule in RULES.values():
        yield _item(rule.code, {"en": rule.summary}, kind=rule.severity.value)


_OF_CLAIMS = ("debate", "theme", "speaker", "source")
_CLAIMS_ONLY = (
    *("kind", "standing", "outcome", "role", "reply", "side", "certainty", "quality", "words"),
)

SORTS: Mapping[str, _Sort] = MappingProxyType(
    {
        "claims": _Sort((*_OF_CLAIMS, *_CLAIMS_ONLY), tuple(Kind), _claims),
        "sources": _Sort(("debate", "theme", "speaker", "kind"), tuple(SourceType), _sources),
        "speakers": _Sort(("debate", "theme", "source"), (), _speakers),
        "debates": _Sort(("speaker", "source"), (), _debates),
        "themes": _Sort(("debate", "speaker", "source"), (), _themes),
        "schemes": _Sort(_OF_CLAIMS, (), _schemes),
        "kinds": _Sort(_OF_CLAIMS, (), _kinds),
        "rules": _Sort(("kind",), ("error", "warning", "hint"), _rules),
    }
)
"""What can be listed, by what it is called."""
