"""Family F: fields that are unknown, missing or wrong by themselves."""

from collections.abc import Iterator, Mapping, Sequence

from graph.base import KnowledgeBase
from graph.check.finding import Severity
from graph.check.fix import Fix, rewritten, ways
from graph.check.rule import Remark, field_name, rule
from graph.records import Certainty, Kind, Stance, State
from graph.records.doi import doi_meant
from graph.records.link_types import LinkType
from graph.records.text import per_language
from graph.store import Expected, Fault, Problem
from graph.store.misfit import LONGEST_SHOWN
from graph.store.writing import scalar
from graph.text.nearest import asked, did_you_mean, formed_id, nearest, unmistakable
from graph.words.language_codes import language_meant

_LANGUAGES = "{…}"
"""Stands for one text per language of the debates."""
_OFFERED = 10
"""The values offered where none is near; there are ten kinds of claims."""
_WHAT_BELONGS: Mapping[str, str] = {
    "claim": "the sentence in each language, as in `claim: {…}`",
    "kind": "one of " + ", ".join(Kind),
    "stance": "one of " + ", ".join(Stance),
    "certainty": "one of " + ", ".join(Certainty),
    "state": "one of " + ", ".join(State),
    "on": "the day as of which it was judged, as in 2025-01-31",
    "because": "what is seen, in each language, as in `because: {…}`",
    "type": "a CSL type such as webpage, report or article-journal",
    "source": "the id of a source in claims/sources/",
    "start": "the first words of the passage",
    "link": "the name of a link, as in `claim -> target`",
    "finding": "what was found, in each language, as in `finding: {…}`",
    "claims": "the ids of the claims that bear it out",
    "topic": "the word that stands in the `topics` of claims",
    "roots": "the ids of the claims the theme begins with",
}

_SEE_ANOTHER = "see what the field holds in a record of the same kind"
_FIRST_FIELDS = {
    "passages": "source",
    **{each.field: "link" if each.at_link else "claim" for each in LinkType},
    "fit": "bears",
    "outcome": "state",
    "quality": "level",
}
"""The fields that hold others, or a list of such, with the one of these that stands first."""
_SHAPES: Mapping[Expected | None, str] = {
    Expected.TEXT_PER_LANGUAGE: "write the text once per language: `{…}`",
    Expected.LISTS_PER_LANGUAGE: "write a list of words per language: `{en: […, …]}`",
    Expected.FLAG: "write true or false",
    Expected.NUMBER: "write the number in digits",
}
_RIGHT_VALUES: Mapping[Expected | None, str] = {
    Expected.SOMETHING: "give a value, or leave the field out where that is allowed",
    Expected.DATE: "write it from year to day, as in 2025-01-31, and leave out what is not known",
    Expected.DAY: "write the day, from year to day, as in 2025-01-31",
    Expected.ADDRESS: "copy it from the browser's address bar, with https:// in front",
    Expected.FINGERPRINT: "remove it and run `betoog verify --texts DIR --update`, which writes it",
    Expected.MARK: "remove it and run `betoog confirm`, which writes it",
    Expected.OTHER_ID: "add a word to it: Windows can check out no file of that name",
    Expected.DOI: "copy it from the source: 10., digits, a slash and what follows",
    Expected.LANGUAGE_CODE: "use the code of the language, such as en or nl",
}


def _of(kb: KnowledgeBase, fault: Fault) -> Iterator[Problem]:
    return (problem for problem in kb.tree.problems if problem.fault is fault)


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
        near = nearest(problem.found, problem.allowed)
        help_ = asked(near)
        if not help_:
            help_ = "the fields here are " + ", ".join(
                each for each in problem.allowed if each != "id" or len(problem.field) > 1
            )
        fix = _respelt(kb, problem)
        several = ways(kb.tree, problem.path, problem.span, near)
        message = f"unknown field `{problem.found}`"
        yield Remark(problem.path, problem.span, message, help_, fix, several)


def _respelt(kb: KnowledgeBase, problem: Problem) -> Fix | None:
    """The field or value that must have been meant, put where it was misspelt."""
    known = [each for each in problem.allowed if each != "id"]
    meant = unmistakable(problem.found, known)
    return rewritten(kb.tree, problem.path, problem.span, scalar(meant)) if meant else None


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
        where = f" in {field_name(problem.field[:-1])}" if len(problem.field) > 1 else ""
        help_ = f"add `{problem.found}:`" + (f", {belongs}" if belongs else "")
        help_ = help_.replace(_LANGUAGES, per_language(kb.languages))
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
        message = (
            f"{field_name(problem.field)}: {problem.detail}" if problem.field else problem.detail
        )
        fix = None
        if (
            problem.expected is Expected.LIST
            and problem.found
            and len(problem.found) < LONGEST_SHOWN
        ):
            shown = f"[{scalar(problem.found)}]"
            fix = rewritten(kb.tree, problem.path, problem.span, shown)
        yield Remark(problem.path, problem.span, message, _shape(problem, kb.languages), fix)


def _shape(problem: Problem, languages: Sequence[str]) -> str:
    if problem.empty:
        return "give a value or leave the field out; inside { } a text with a comma needs quotes"
    if problem.expected is Expected.LIST:
        shown = problem.found or "…"
        return f"write a list: `[{shown}]`, or one item a line, each after a hyphen"
    *_, name = (each for each in ("", *problem.field) if isinstance(each, str))
    if problem.expected is Expected.FIELDS and problem.found and name in _FIRST_FIELDS:
        first = f"{_FIRST_FIELDS[name]}: {problem.found}"
        if problem.field[-1] == name:
            return f"write its fields, as in `{name}: {{{first}, …}}`"
        return f"write its fields: `- {first}`, and the others below it"
    way_out = _SHAPES.get(problem.expected, _SEE_ANOTHER)
    return way_out.replace(_LANGUAGES, per_language(languages))


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
        message = f"{field_name(problem.field)}{shown}: {problem.detail}"
        fix = _respelt(kb, problem)
        if problem.expected is Expected.ID and problem.found:
            formed = formed_id(problem.found)
            if formed in _every_id(kb):
                fix = rewritten(kb.tree, problem.path, problem.span, scalar(formed))
        elif (bare := _bare_doi(problem)) is not None:
            fix = rewritten(kb.tree, problem.path, problem.span, scalar(bare))
        near = nearest(problem.found, problem.allowed) or problem.allowed[:_OFFERED]
        several = ways(kb.tree, problem.path, problem.span, near if problem.found else ())
        yield Remark(problem.path, problem.span, message, _right_value(problem), fix, several)


def _every_id(kb: KnowledgeBase) -> frozenset[str]:
    return frozenset((*kb.known_ids, *kb.sources, *kb.speakers, *kb.schemes))


def _bare_doi(problem: Problem) -> str | None:
    """The DOI alone, where that is what stands there with something before it."""
    whole = problem.expected is Expected.DOI and len(problem.found) < LONGEST_SHOWN
    return doi_meant(problem.found) if whole else None


def _right_value(problem: Problem) -> str:
    if problem.expected is Expected.LANGUAGE_CODE and (meant := language_meant(problem.found)):
        return f"did you mean `{meant}`?"
    if (bare := _bare_doi(problem)) is not None:
        return f"write `{bare}`"
    if problem.allowed:
        return did_you_mean(problem.found, problem.allowed) or "choose the one that comes nearest"
    if problem.expected is Expected.ID:
        return f"an id is the name of a file, as in `{formed_id(problem.found)}`"
    if problem.bounds is not None:
        least, greatest = problem.bounds
        if problem.expected is Expected.ABOVE_LOWEST:
            return f"write a number above {least:g} and at most {greatest:g}; left out, it is 1"
        return f"write a number from {least:g} to {greatest:g}"
    return _RIGHT_VALUES.get(problem.expected, _SEE_ANOTHER)
