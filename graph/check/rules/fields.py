"""Family F: fields that are unknown, missing or wrong by themselves."""

import re
from collections.abc import Iterator, Mapping

from graph.base import KnowledgeBase
from graph.check.finding import Severity
from graph.check.fix import Fix, replaced
from graph.check.rule import Remark, at, rule
from graph.records import Certainty, Claim, Kind, LocalizedText, SourceType, Stance
from graph.store import Fault, FieldPath, Problem
from graph.store.writing import scalar
from graph.text.nearest import did_you_mean, formed_id, unmistakable

LONGEST_LABEL = 40
"""The length of a label, in characters, that still fits a node of a map."""

_AMONG_FEW = 74.0
_SENTENCE_END = re.compile(r"[.?!…]['\"’”»)\]]*\Z")
_NO_ADDRESS_NEEDED = frozenset((SourceType.BOOK, SourceType.CHAPTER))
_WHAT_BELONGS: Mapping[str, str] = {
    "claim": "the sentence in each language, as in `claim: {en: …, nl: …}`",
    "kind": "one of " + ", ".join(Kind),
    "stance": "one of " + ", ".join(Stance),
    "certainty": "one of " + ", ".join(Certainty),
    "type": "a CSL type such as webpage, report or article-journal",
    "source": "the id of a source in claims/sources/",
    "start": "the first words of the passage",
    "link": "the name of a link, as in `claim -> target`",
    "theses": "the ids of the claims the debate is about",
    "roots": "the ids of the claims the theme begins with",
}

_RIGHT_VALUES: Mapping[str, str] = {
    "a date": "write it from year to day, as in 2025-01-31, and leave out what is not known",
    "web address": "copy it from the browser's address bar, with https:// in front",
    "sha256": "remove it and run `betoog verify --update`, which writes it",
    "language code": "use the code of the language, such as en or nl",
    "than 0": "write a number above 0 and at most 1; left out, it is 1",
    "to 0": "write a number from 0 to 1",
    "to 1": "write a number from 0 to 1",
}


def _of(kb: KnowledgeBase, fault: Fault) -> Iterator[Problem]:
    return (problem for problem in kb.tree.problems if problem.fault is fault)


def _name(field: FieldPath) -> str:
    """The field as a person would point to it: `supports, item 2, scheme`."""
    parts = [f"item {step + 1}" if isinstance(step, int) else f"`{step}`" for step in field]
    return ", ".join(parts)


@rule("F101", "unknown-field", Severity.ERROR)
def unknown_field(kb: KnowledgeBase) -> Iterator[Remark]:
    """A field has a name that records of this kind do not have.

    ## Why

    A misspelt field would silently count for nothing: a `contradict:` is no objection.

    ## Example

        suports:
          - claim: lower-entry-barriers

    ## Way out

    Use the name the finding suggests. Remarks in prose belong below the second `---`.
    """
    for problem in _of(kb, Fault.UNKNOWN_FIELD):
        help_ = did_you_mean(problem.found, problem.allowed)
        if not help_:
            help_ = "the fields here are " + ", ".join(
                each for each in problem.allowed if each != "id" or len(problem.field) > 1
            )
        fix = _respelt(kb, problem)
        yield Remark(problem.path, problem.span, f"unknown field `{problem.found}`", help_, fix)


def _respelt(kb: KnowledgeBase, problem: Problem) -> Fix | None:
    """The field or value that must have been meant, put where it was misspelt."""
    known = [each for each in problem.allowed if each != "id"]
    meant = unmistakable(problem.found, known, slip=_AMONG_FEW)
    return replaced(kb.tree, problem.path, problem.span, scalar(meant)) if meant else None


@rule("F102", "missing-field", Severity.ERROR)
def missing_field(kb: KnowledgeBase) -> Iterator[Remark]:
    """A field that a record cannot do without is missing.

    ## Why

    A claim needs its sentence and its kind, a link its target, a passage its source and
    first words; without them there is nothing to show.

    ## Example

        ---
        claim: {en: A claim without a kind., nl: Een bewering zonder soort.}
        ---

    ## Way out

    Add the field the finding names.
    """
    for problem in _of(kb, Fault.MISSING_FIELD):
        belongs = _WHAT_BELONGS.get(problem.found)
        if problem.found == "claim" and len(problem.field) > 1:
            belongs = "the id of the claim that the link bears on"
        where = f" in {_name(problem.field[:-1])}" if len(problem.field) > 1 else ""
        help_ = f"add `{problem.found}:`" + (f", {belongs}" if belongs else "")
        message = f"missing field `{problem.found}`{where}"
        yield Remark(problem.path, problem.span, message, help_)


@rule("F103", "wrong-type", Severity.ERROR)
def wrong_type(kb: KnowledgeBase) -> Iterator[Remark]:
    """A field holds another sort of thing than it should: a text for a list, say.

    ## Why

    The parts of a record have fixed shapes; a list that is one word long is still written
    as a list.

    ## Example

        specifies: three-types-of-ai-use

    ## Way out

    Write `specifies: [three-types-of-ai-use]`. Texts stand per language, as in
    `{en: …, nl: …}`, with quotes around a text that contains a comma.
    """
    for problem in _of(kb, Fault.WRONG_TYPE):
        message = f"{_name(problem.field)}: {problem.detail}" if problem.field else problem.detail
        fix = None
        if "a list" in problem.detail and problem.found and len(problem.found) < 80:
            shown = f"[{scalar(problem.found)}]"
            fix = replaced(kb.tree, problem.path, problem.span, shown)
        yield Remark(problem.path, problem.span, message, _shape(problem), fix)


def _shape(problem: Problem) -> str:
    if "found nothing" in problem.detail:
        return "give a value or leave the field out; inside { } a text with a comma needs quotes"
    if "a list" in problem.detail:
        shown = problem.found or "…"
        return f"write a list: `[{shown}]`, or one item a line, each after a hyphen"
    if "per language" in problem.detail:
        return "write the text once per language: `{en: …, nl: …}`"
    if "true or false" in problem.detail:
        return "write true or false"
    if "number" in problem.detail:
        return "write the number in digits"
    return "see what the field holds in a record of the same kind"


@rule("F104", "wrong-value", Severity.ERROR)
def wrong_value(kb: KnowledgeBase) -> Iterator[Remark]:
    """A field has a value that is not among those it can have.

    ## Why

    Kinds, stances, dates, ids and numbers have meaning only within their range.

    ## Example

        kind: facts

    ## Way out

    Use one of the values that the finding lists.
    """
    for problem in _of(kb, Fault.WRONG_VALUE):
        shown = f" is `{problem.found}`" if problem.found else ""
        if problem.field[-1:] == (problem.found,):
            shown = ""
        message = f"{_name(problem.field)}{shown}: {problem.detail}"
        fix = _respelt(kb, problem)
        if "joined by hyphens" in problem.detail and problem.found:
            formed = formed_id(problem.found)
            if formed in _every_id(kb):
                fix = replaced(kb.tree, problem.path, problem.span, scalar(formed))
        yield Remark(problem.path, problem.span, message, _right_value(problem), fix)


def _every_id(kb: KnowledgeBase) -> frozenset[str]:
    return frozenset((*kb.known_ids, *kb.sources, *kb.speakers, *kb.schemes))


def _right_value(problem: Problem) -> str:
    if problem.allowed:
        return did_you_mean(problem.found, problem.allowed) or "choose the one that comes nearest"
    if "joined by hyphens" in problem.detail:
        return f"an id is the name of a file, as in `{formed_id(problem.found)}`"
    if "at least one" in problem.detail or "some text" in problem.detail:
        return "give a value, or leave the field out where that is allowed"
    return next(
        (help_ for words, help_ in _RIGHT_VALUES.items() if words in problem.detail),
        "see what the field holds in a record of the same kind",
    )


@rule("F201", "label-too-long", Severity.WARNING)
def label_too_long(kb: KnowledgeBase) -> Iterator[Remark]:
    """A label is longer than 40 characters.

    ## Why

    Labels stand in maps and lists, where a longer one is cut off.

    ## Example

        label: {en: The barriers to making AI models turn out lower, nl: Lagere drempels}

    ## Way out

    Name what the claim is about and leave out the verb: `Lower entry barriers`.
    """
    for claim in kb.claims.values():
        texts = claim.label.root if claim.label is not None else {}
        for language, text in texts.items():
            if len(text) > LONGEST_LABEL:
                message = f"a label of {len(text)} characters; maps show {LONGEST_LABEL}"
                path = kb.paths["claim", claim.id]
                yield at(kb, path, ("label", language), message, "shorten it to its key words")


def _whole(kb: KnowledgeBase) -> Iterator[tuple[str, Claim]]:
    """The claims of which every field was read, each with its path."""
    for claim in kb.claims.values():
        path = kb.paths["claim", claim.id]
        if path not in kb.tree.broken_paths:
            yield path, claim


@rule("F202", "base-score-without-reason", Severity.ERROR)
def base_score_without_reason(kb: KnowledgeBase) -> Iterator[Remark]:
    """A claim has a base score of its own and nothing says why.

    ## Why

    A base score moves every strength that rests on it. Whoever sets one owes readers the
    ground for it.

    ## Example

        base_score: 0.8

    ## Way out

    Add `base_score_because: {en: …, nl: …}`, or leave the score out: it is then 0.5.
    """
    for path, claim in _whole(kb):
        if "base_score" in claim.model_fields_set and claim.base_score_because is None:
            help_ = "add `base_score_because: {en: …, nl: …}`, or leave the score out"
            yield at(kb, path, ("base_score",), "a base score without a reason", help_)


@rule("F203", "reason-without-base-score", Severity.WARNING)
def reason_without_base_score(kb: KnowledgeBase) -> Iterator[Remark]:
    """A claim gives a reason for a base score that it does not have.

    ## Why

    Either the score was forgotten or the reason is left over.

    ## Example

        base_score_because: {en: Measured twice., nl: Tweemaal gemeten.}

    ## Way out

    Add `base_score:` with a number between 0 and 1, or remove the reason.
    """
    for path, claim in _whole(kb):
        if claim.base_score_because is not None and "base_score" not in claim.model_fields_set:
            message = "a reason for a base score that is not given"
            help_ = "add `base_score:`, a number from 0 to 1, or remove the reason"
            yield at(kb, path, ("base_score_because",), message, help_, key=True)


@rule("F204", "sentence-without-end", Severity.HINT)
def sentence_without_end(kb: KnowledgeBase) -> Iterator[Remark]:
    """A sentence does not end with a full stop or a question mark.

    ## Why

    Claims and warrants are shown one after the other, where a missing stop shows. It can
    also mean that the end of the sentence got lost.

    ## Example

        claim: {en: Models become cheaper, nl: Modellen worden goedkoper.}

    ## Way out

    Write a whole sentence, with its closing sign.
    """
    for claim in kb.claims.values():
        path = kb.paths["claim", claim.id]
        for field, text in _sentences(kb, claim):
            for language, sentence in text.root.items():
                if sentence != "…" and not _SENTENCE_END.search(sentence):
                    message = "the sentence has no closing sign"
                    yield at(kb, path, (*field, language), message, "end it with a full stop")


def _sentences(kb: KnowledgeBase, claim: Claim) -> Iterator[tuple[FieldPath, LocalizedText]]:
    yield ("claim",), claim.claim
    for name in ("supports", "contradicts", "undercuts"):
        for index, step in enumerate(getattr(claim, name)):
            if step.because is not None:
                yield (name, index, "because"), step.because


@rule("F301", "source-without-address", Severity.WARNING)
def source_without_address(kb: KnowledgeBase) -> Iterator[Remark]:
    """A source has neither a web address nor a DOI.

    ## Why

    Readers are led from every claim to the place where it is said. Books and chapters are
    excepted.

    ## Example

        type: webpage
        title: A page that cannot be found

    ## Way out

    Add `URL:` or `DOI:`.
    """
    for source in kb.sources.values():
        path = kb.paths["source", source.id]
        if path in kb.tree.broken_paths or source.type in _NO_ADDRESS_NEEDED:
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
    original, whether peers reviewed it, and whether it has a stake in what it says.

    ## Example

        type: report
        title: A report whose quality nobody recorded

    ## Way out

    Add `quality:` with its `level` (primary, copy or secondary), and `peer_reviewed: true` or
    `interested: true` where that is so.
    """
    for source in kb.sources.values():
        path = kb.paths["source", source.id]
        if path not in kb.tree.broken_paths and source.quality is None:
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
