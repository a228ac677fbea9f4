"""A new claim as somebody fills it in, and the files that it comes to.

Pure: the files follow from the draft, the ids that are taken and a date, so that a form in a
browser can make the same ones. `tests/drafting/drafts.json` has drafts with their files.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any, Final, NamedTuple

from pydantic import Field, ValidationInfo, field_validator
from pydantic_core import PydanticCustomError

from graph.records import (
    Certainty,
    Claim,
    Kind,
    Level,
    Source,
    SourceType,
    Speaker,
    Stance,
    limits,
)
from graph.records.kinds import RECORD_KINDS
from graph.records.link_types import LinkType
from graph.records.scalars import (
    Fingerprint,
    Language,
    Record,
    RecordId,
    Relevance,
    Url,
    WordingMark,
)
from graph.records.source import ON_THE_WEB
from graph.store.writing import record_text
from graph.text.naming import clean, plain, slug, slug_of, unique

Texts = Mapping[str, str]

_DEEP: Final = f"nothing is read in a folder within {limits.FOLDERS} others"


class DraftLink(Record):
    """A step that the new claim takes: a reason for, an objection to or a condition of what is
    there."""

    type: LinkType
    """What it does to its target."""
    target: str
    """A claim's id or, for an undercut, the name of a link."""
    because: dict[str, str] = Field(default_factory=dict)
    """The warrant per language."""
    premises: tuple[RecordId, ...] = Field(default=(), alias="with")
    """Claims that carry the step only together with the new one."""
    scheme: RecordId | None = None
    """The argumentation scheme; a condition has one of its own."""
    relevance: Relevance | None = None
    """How much it bears on its target, in (0, 1]; wholly when absent."""
    id: RecordId | None = None
    """A name of its own, where the claim takes two steps to one target."""
    wording: WordingMark | None = None
    """The mark of the target's words, as whoever makes the draft sees them."""

    @field_validator("scheme")
    @classmethod
    def _of_its_type(cls, scheme: str | None, info: ValidationInfo) -> str | None:
        type_: LinkType | None = info.data.get("type")
        own = type_.traits.scheme if type_ is not None else ""
        if type_ is not None and own and scheme not in (own, None):
            raise ValueError(f"what {type_.value} a claim has the scheme {own}")
        return scheme


class DraftSource(Record):
    """A source that is not there yet."""

    type: SourceType = SourceType.WEBPAGE
    """The CSL item type."""
    title: str
    """Its title."""
    author: tuple[str, ...] = ()
    """Who wrote it: `Family, Given`, or a body's name without a comma."""
    issued: str | None = None
    """When it was published: a year, a month or a day."""
    container_title: str | None = Field(default=None, alias="container-title")
    """What it appeared in."""
    language: str | None = None
    """The language it is in."""
    url: str | None = Field(default=None, alias="URL")
    """Its own page, or where to read it."""
    seen_at: Url | None = None
    """Where its text was read, when that is another place than its own page."""
    doi: str | None = Field(default=None, alias="DOI")
    """Its DOI."""
    level: Level = Level.PRIMARY
    """How near it is to whoever says it."""
    peer_reviewed: bool = False
    """Whether peers reviewed it."""
    interested: bool = False
    """Whether it has a stake in what it says."""


class DraftSpeaker(Record):
    """A speaker who is not there yet."""

    name: str
    """The name, the same in every language."""
    url: str | None = None
    """A page about them."""


class Draft(Record):
    """A new claim with everything that comes with it.

    A claim without a source is a premise that nobody states, and is recorded as implicit.
    """

    debate: RecordId
    """The debate, by the name of its folder."""
    folder: tuple[RecordId, ...] = ()
    """The folders below that, no more than are looked into."""
    languages: tuple[Language, ...] = ()
    """The languages of the debate, in which order texts are written: the first of them that there
    is a text in is that of the original. Other texts follow as they are given."""
    id: RecordId | None = None
    """The claim's id; made from the sentence when absent."""
    claim: dict[str, str]
    """The sentence per language."""
    translates: dict[str, WordingMark] = Field(default_factory=dict)
    """For each other language, the mark of the sentence that it translates."""
    label: dict[str, str] = Field(default_factory=dict)
    """A few words for maps and lists, per language."""
    kind: Kind
    """What sort of proposition it is."""
    speaker: RecordId | None = None
    """Who says it."""
    new_speaker: DraftSpeaker | None = None
    """Who says it, if that is somebody new."""
    stance: Stance = Stance.ENDORSES
    """How the source's author stands to it."""
    certainty: Certainty | None = None
    """How sure the source words it."""
    source: RecordId | None = None
    """Where it is said."""
    new_source: DraftSource | None = None
    """Where it is said, if that is a new source."""
    paragraph: int | None = Field(default=None, ge=0)
    """The paragraph of the source."""
    start: str | None = None
    """The first words of the passage."""
    end: str | None = None
    """Its last words."""
    fingerprint: Fingerprint | None = None
    """That of the passage, where its text was at hand."""
    links: tuple[DraftLink, ...] = ()
    """What it supports, contradicts or undercuts."""
    specifies: tuple[RecordId, ...] = ()
    """The claims it is a part or an instance of."""
    answers: tuple[RecordId, ...] = ()
    """The questions it answers."""
    topics: tuple[str, ...] = ()
    """Words to find it by."""
    note: str = ""
    """The annotation: why the claim is read this way."""

    @field_validator("folder")
    @classmethod
    def _looked_into(cls, folder: tuple[str, ...]) -> tuple[str, ...]:
        # The debate is a folder itself.
        if len(folder) >= limits.FOLDERS:
            raise PydanticCustomError("deep_folder", _DEEP)
        return folder


class DraftFile(NamedTuple):
    """A file to write: its path from the root, with forward slashes, and its text."""

    path: str
    text: str


class Shortcoming(NamedTuple):
    """What a draft lacks before it can become a record: the field, and the request; where the
    words of a language have that too, `said` is its name among them."""

    field: str
    request: str
    said: str = ""


class Taken(NamedTuple):
    """The ids that exist; those of claims with their older ones."""

    claims: Collection[str] = ()
    sources: Collection[str] = ()
    speakers: Collection[str] = ()


def shortcomings(draft: Draft) -> tuple[Shortcoming, ...]:
    """What the draft lacks, in the order of its fields."""
    return tuple(Shortcoming(*each) for each in _shortcomings(draft))


def _shortcomings(draft: Draft) -> Iterator[tuple[str, str] | tuple[str, str, str]]:
    if not worded(draft.claim):
        yield "claim", "write the claim as one full sentence", "sentence"
    if any(len(each) > limits.TEXT for each in _every_text(draft)):
        yield "claim", f"keep every text to {limits.TEXT:,} characters", "long"
    if len(draft.note) > limits.NOTE:
        yield "note", f"keep the annotation to {limits.NOTE:,} characters", "long_note"
    if draft.new_source is not None and len(draft.new_source.author) > limits.ITEMS:
        yield "source", f"name {limits.ITEMS} authors at most", "authors"
    has_source = draft.source is not None or draft.new_source is not None
    has_speaker = draft.speaker is not None or draft.new_speaker is not None
    if has_speaker and not has_source:
        yield "source", "say where the speaker says it: a source and the passage"
    if has_source and not clean(draft.start or ""):
        yield "start", "give the first few words of the passage in the source", "start"
    if not has_source and clean(draft.start or ""):
        yield "source", "say which source the passage is in"
    new = draft.new_source
    if new is not None and not clean(new.title):
        yield "source", "give the title of the source", "title"
    if new is not None and new.type in ON_THE_WEB and not (new.url or new.doi):
        yield "source", "give the web address or the DOI of the source", "address"
    if new is not None and not new.issued:
        yield "source", "give the date of the source: a year, a month or a day", "issued"
    if draft.kind is Kind.QUESTION and draft.links:
        yield "links", "a question is no reason and no objection: leave its links out", "question"
    for link in draft.links:
        if not worded(link.because):
            yield "because", f"say why it {link.type.value} {plain(link.target)[:200]}", "because"


def _every_text(draft: Draft) -> Iterator[str]:
    yield from (*draft.claim.values(), *draft.label.values(), *draft.topics)
    yield from (each for each in (draft.start, draft.end) if each)
    for link in draft.links:
        yield from (link.target, *link.because.values())
    if draft.new_source is not None:
        source = draft.new_source
        about = (source.title, *source.author, source.doi, source.url, source.seen_at)
        yield from (each for each in about if each)
    if draft.new_speaker is not None:
        yield draft.new_speaker.name


def draft_files(draft: Draft, taken: Taken, today: str) -> tuple[DraftFile, ...]:
    """The files of a draft that lacks nothing: the claim, then a new source, a new speaker.

    `today`, as YYYY-MM-DD, is when a new source was seen.

    Raises:
        ValueError: a field has a value that no record can have.
    """
    files: list[DraftFile] = []
    source_id, speaker_id = draft.source, draft.speaker
    if draft.new_speaker is not None:
        speaker_id = unique(slug(draft.new_speaker.name, "speaker"), taken.speakers)
    if draft.new_source is not None:
        source_id = unique(_source_name(draft.new_source), taken.sources)
        files.append(_source_file(source_id, draft.new_source, today))
    if draft.new_speaker is not None and speaker_id is not None:
        files.append(_speaker_file(speaker_id, draft.new_speaker))
    return (_claim_file(draft, taken, source_id, speaker_id), *files)


def _claim_file(draft: Draft, taken: Taken, source: str | None, speaker: str | None) -> DraftFile:
    sentences = worded(draft.claim, draft.languages)
    labels = worded(draft.label, draft.languages)
    named = slug_of((*sentences.values(), *labels.values()), "claim")
    claim_id = unique(draft.id or named, taken.claims)
    fields: dict[str, Any] = {
        "id": claim_id,
        "claim": sentences,
        "translates": {
            each: draft.translates[each] for each in sentences if each in draft.translates
        },
        "label": labels,
        "kind": draft.kind.value,
        "speaker": speaker,
        "stance": draft.stance.value,
        "certainty": draft.certainty.value if draft.certainty else None,
        "implicit": source is None,
        "specifies": list(draft.specifies),
        "answers": list(draft.answers),
        "topics": [text for each in draft.topics if (text := plain(each))],
    }
    if source is not None:
        passage: dict[str, Any] = {"source": source, "start": clean(draft.start or "")}
        passage["paragraph"] = draft.paragraph
        passage["end"] = clean(draft.end or "")
        passage["fingerprint"] = draft.fingerprint
        fields["passages"] = [_given(passage)]
    for link in draft.links:
        fields.setdefault(link.type.field, []).append(link_fields(link, draft.languages))
    claim = Claim.model_validate(_given(fields))
    path = "/".join(("claims", draft.debate, *draft.folder, f"{claim_id}.md"))
    depth = "../" * (1 + len(draft.folder))
    text = f"---\n{schema_line(depth, 'claim')}{record_text(claim)}---\n{_body(draft.note)}"
    return DraftFile(path, text)


def link_fields(link: DraftLink, languages: Sequence[str]) -> dict[str, Any]:
    """A link as it stands in a record, its texts cleaned, with only the fields that are given.

    `languages` are those of its debate, in which order texts are written.
    """
    return _given(
        {
            link.type.names: plain(link.target),
            "with": list(link.premises),
            "scheme": link.type.traits.scheme or link.scheme,
            "because": worded(link.because, languages),
            "relevance": link.relevance,
            "id": link.id,
            "wording": link.wording,
        }
    )


def _source_file(source_id: str, new: DraftSource, today: str) -> DraftFile:
    fields = {
        "id": source_id,
        "type": new.type.value,
        "title": clean(new.title),
        "author": [_name(name) for each in new.author if (name := clean(each))],
        "issued": plain(new.issued or ""),
        "container-title": clean(new.container_title or ""),
        "language": plain(new.language or ""),
        "URL": plain(new.url or ""),
        "seen_at": plain(new.seen_at or ""),
        "DOI": plain(new.doi or ""),
        "accessed": today,
        "quality": _given(
            {
                "level": new.level.value,
                "peer_reviewed": new.peer_reviewed,
                "interested": new.interested,
            }
        ),
    }
    text = record_text(Source.model_validate(_given(fields)))
    return DraftFile(RECORD_KINDS["source"].path(source_id), schema_line("../", "source") + text)


def _speaker_file(speaker_id: str, new: DraftSpeaker) -> DraftFile:
    fields = {"id": speaker_id, "name": clean(new.name), "url": plain(new.url or "")}
    text = record_text(Speaker.model_validate(_given(fields)))
    return DraftFile(RECORD_KINDS["speaker"].path(speaker_id), schema_line("../", "speaker") + text)


def _source_name(new: DraftSource) -> str:
    """The first author's family name, or else the title, with the year behind it."""
    names = [name for each in new.author if (name := clean(each))]
    by = names[0].partition(",")[0] if names else new.title
    year = plain(new.issued or "")[:4]
    return "-".join(part for part in (slug(by, "source"), year if year.isdigit() else "") if part)


def _name(author: str) -> dict[str, str]:
    family, comma, given = (each.strip() for each in author.partition(","))
    return _given({"family": family, "given": given}) if comma else {"literal": author}


def worded(texts: Texts, languages: Sequence[str] = ()) -> dict[str, str]:
    """The texts that are not empty, cleaned: those in these languages first, in their order."""
    order = [*languages, *(each for each in texts if each not in languages)]
    return {each: text for each in order if (text := clean(texts.get(each, "")))}


def _given(fields: dict[str, Any]) -> dict[str, Any]:
    """The fields that say something: neither false nor empty, though perhaps the number 0."""
    return {name: value for name, value in fields.items() if value or _is_zero(value)}


def _is_zero(value: Any) -> bool:
    return value == 0 and not isinstance(value, bool)


def schema_line(way_up: str, kind: str) -> str:
    """The line by which editors find the form of the record."""
    return f"# yaml-language-server: $schema={way_up}.schema/{kind}.json\n"


def _body(note: str) -> str:
    """The annotation with a blank line above it; more than one blank line becomes one."""
    lines = [clean(line) for line in note.replace("\r\n", "\n").replace("\r", "\n").split("\n")]
    kept: list[str] = []
    for line in lines:
        if line or (kept and kept[-1]):
            kept.append(line)
    while kept and not kept[-1]:
        kept.pop()
    return "\n" + "\n".join(kept) + "\n" if kept else ""
