"""Commands that add to the argument: new, link and from-issue."""

import re
import sys
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Annotated, Any

import typer

from graph.answers.error import AnswerError
from graph.answers.terminal import print_answer
from graph.cli.program import Json, app, claim_ids, example, exit_if, knowledge_base, remark

if TYPE_CHECKING:
    from graph.answers.drafting import Drafted
    from graph.base import KnowledgeBase
    from graph.drafting.draft import Draft, DraftLink

_LANGUAGE = re.compile(r"(?P<language>[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})?)=(?P<text>.*)\Z", re.DOTALL)
_TEXTS = "a text that begins with a language and =, as nl=…, is in that language"
_UNDERCUT = "A step to undercut, as 'claim -> target'; may be given again."

Because = Annotated[
    list[str] | None,
    typer.Option("--because", "--warrant", metavar="TEXT", help=f"Why the step holds; {_TEXTS}."),
]
With = Annotated[
    list[str] | None,
    typer.Option(
        "--with",
        metavar="ID",
        help="A claim that carries the step only together with this one; may be given again.",
        autocompletion=claim_ids,
    ),
]
Scheme = Annotated[str | None, typer.Option(metavar="ID", help="The argumentation scheme.")]
Language = Annotated[str, typer.Option("--language", "-l", help="The language of the texts.")]
DryRun = Annotated[bool, typer.Option("--dry-run", help="Write nothing; print the record.")]


def _texts(given: list[str] | None, language: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for each in given or ():
        match = _LANGUAGE.match(each)
        found[match["language"] if match else language] = match["text"] if match else each
    return found


def _today() -> str:
    return datetime.now(tz=UTC).date().isoformat()


@app.command(
    epilog=example(
        'betoog new "Quiet models win." "nl=Stille modellen winnen." --kind prediction --dry-run'
    )
)
def new(
    context: typer.Context,
    sentence: Annotated[
        list[str] | None,
        typer.Argument(metavar="SENTENCE", help=f"The claim, a full sentence; {_TEXTS}."),
    ] = None,
    kind: Annotated[str | None, typer.Option(help="fact, causal, prediction, value, …")] = None,
    language: Language = "en",
    supports: Annotated[
        list[str] | None,
        typer.Option(metavar="ID", help="A claim to support.", autocompletion=claim_ids),
    ] = None,
    contradicts: Annotated[
        list[str] | None,
        typer.Option(metavar="ID", help="A claim to contradict.", autocompletion=claim_ids),
    ] = None,
    undercuts: Annotated[list[str] | None, typer.Option(metavar="LINK", help=_UNDERCUT)] = None,
    because: Because = None,
    with_: With = None,
    scheme: Scheme = None,
    label: Annotated[
        list[str] | None, typer.Option(metavar="TEXT", help="A few words for maps and lists.")
    ] = None,
    speaker: Annotated[str | None, typer.Option(metavar="ID", help="Who says it.")] = None,
    new_speaker: Annotated[
        str | None, typer.Option(metavar="NAME", help="Who says it, if not there yet.")
    ] = None,
    stance: Annotated[str, typer.Option(help="endorses, reports or disputes.")] = "endorses",
    certainty: Annotated[
        str | None, typer.Option(help="As the source words it: certain, likely, possible, open.")
    ] = None,
    source: Annotated[
        str | None, typer.Option(metavar="ID|URL|DOI", help="Where it is said; absent: nowhere.")
    ] = None,
    title: Annotated[str | None, typer.Option(help="The title of a new source.")] = None,
    type_: Annotated[str, typer.Option("--type", help="Its CSL type.")] = "webpage",
    author: Annotated[
        list[str] | None,
        typer.Option(metavar="NAME", help="Its author: Family, Given; or the name of a body."),
    ] = None,
    issued: Annotated[str | None, typer.Option(metavar="DATE", help="Its date.")] = None,
    container: Annotated[str | None, typer.Option(help="What it appeared in.")] = None,
    source_language: Annotated[str | None, typer.Option(help="The language it is in.")] = None,
    level: Annotated[str, typer.Option(help="primary, copy or secondary.")] = "primary",
    paragraph: Annotated[
        int | None, typer.Option(min=0, help="The paragraph, from 1; 0 is the headline.")
    ] = None,
    start: Annotated[str | None, typer.Option(help="The first words of the passage.")] = None,
    end: Annotated[str | None, typer.Option(help="Its last words.")] = None,
    answers: Annotated[
        list[str] | None, typer.Option(metavar="ID", help="A question that it answers.")
    ] = None,
    specifies: Annotated[
        list[str] | None, typer.Option(metavar="ID", help="A claim that it is a part of.")
    ] = None,
    topic: Annotated[list[str] | None, typer.Option(help="A word to find it by.")] = None,
    debate: Annotated[
        str | None, typer.Option(metavar="NAME", help="The debate; needed if there are more.")
    ] = None,
    folder: Annotated[str, typer.Option(help="A folder of the debate to put it in.")] = "",
    id_: Annotated[str | None, typer.Option("--id", help="An id of your choice.")] = None,
    anyway: Annotated[
        bool, typer.Option("--anyway", help="Also if a claim says the same already.")
    ] = False,
    dry_run: DryRun = False,
    as_json: Json = False,
) -> None:
    """Write a new claim, from options or by asking.

    On a terminal, without a sentence, everything is asked for. Looks first for claims that
    say the same or the opposite. A claim without a source is a premise that nobody states.
    """
    from graph.answers.drafting import SAME, drafted
    from graph.answers.wording import sentence as wording_of

    kb = knowledge_base(context)
    asking = not sentence and sys.stdin.isatty() and not as_json
    if asking:
        draft = _asked(kb, language, _debate(kb, debate))
    else:
        if not sentence or kind is None:
            raise AnswerError("give the claim as a sentence, and its --kind")
        links = [("supports", each) for each in supports or ()]
        links += [("contradicts", each) for each in contradicts or ()]
        links += [("undercuts", each) for each in undercuts or ()]
        if kind == "question" and links:
            remark("a question is no reason and no objection: it is kept as one about its target")
            about = [target.split(" -> ")[0] for _, target in links]
            links, specifies = [], [*(specifies or ()), *about]
        warrant = _texts(because, language)
        fields: dict[str, Any] = {
            "debate": _debate(kb, debate),
            "folder": [each for each in folder.split("/") if each],
            "id": id_,
            "claim": _texts(sentence, language),
            "label": _texts(label, language),
            "kind": kind,
            "speaker": speaker,
            "new_speaker": {"name": new_speaker} if new_speaker else None,
            "stance": stance,
            "certainty": certainty,
            "paragraph": paragraph,
            "start": start,
            "end": end,
            "links": [
                {"type": type_of, "target": target, "because": warrant,
                 "with": with_ or [], "scheme": scheme}
                for type_of, target in links
            ],
            "answers": answers or [],
            "specifies": specifies or [],
            "topics": topic or [],
            **_source(source, {"title": title or "", "type": type_, "author": author or [],
                               "issued": issued, "container-title": container,
                               "language": source_language, "level": level}),
        }  # fmt: skip
        draft = _draft(fields)
    outcome = drafted(kb, draft, _today())
    if asking and outcome.alike and (chosen := _instead(kb, outcome)):
        for link in draft.links:
            _finish(knowledge_base(context, warn=False), _linked(kb, chosen, link), dry_run, False)
        return
    same = next((each for each in outcome.alike if each.score >= SAME and not each.opposite), None)
    if same is not None and not anyway and not asking and not dry_run:
        raise AnswerError(
            f"{same.claim} says so already: “{wording_of(kb, same.claim)}”; add a link to it with "
            f"betoog link {same.claim} …, or write the new claim with --anyway"
        )
    _finish(kb, outcome, dry_run, as_json)


def _draft(fields: dict[str, Any]) -> "Draft":
    from pydantic import ValidationError

    from graph.answers.drafting import faults
    from graph.drafting.draft import Draft

    try:
        return Draft.model_validate(fields)
    except ValidationError as error:
        raise AnswerError(faults(error)) from error


def _source(given: str | None, more: dict[str, Any]) -> dict[str, Any]:
    """The fields of a draft that say where: an id, or a new source by its address or DOI."""
    if given is None:
        return {}
    if given.startswith(("http://doi.org/", "https://doi.org/", "doi:")):
        return {"new_source": {"DOI": re.sub(r"\A(https?://doi\.org/|doi:)", "", given), **more}}
    if given.startswith("10."):
        return {"new_source": {"DOI": given, **more}}
    if given.startswith(("http://", "https://")):
        return {"new_source": {"URL": given, **more}}
    return {"source": given}


def _debate(kb: "KnowledgeBase", given: str | None) -> str:
    if given is not None:
        return given
    if len(kb.debates) != 1:
        raise AnswerError("say which debate with --debate: " + ", ".join(sorted(kb.debates)))
    return next(iter(kb.debates))


def _finish(kb: "KnowledgeBase", outcome: "Drafted", dry_run: bool, as_json: bool) -> None:
    from graph.answers.drafting import drafted_answer, drafted_text, write_files

    writing = not dry_run and not outcome.errors
    if writing:
        write_files(kb.tree.root, outcome.files)
    print_answer(
        as_json,
        lambda: drafted_answer(outcome, writing),
        lambda: drafted_text(kb, outcome, writing),
    )
    if outcome.errors:
        remark("nothing written: put right the errors above")
    exit_if(bool(outcome.errors))


def _asked(kb: "KnowledgeBase", language: str, debate: str) -> "Draft":
    """A draft from the answers of a person at a terminal."""
    from graph.records import Kind, Stance

    def ask(question: str, default: str = "") -> str:
        return str(typer.prompt(question, default=default, show_default=bool(default))).strip()

    def ask_texts(question: str) -> dict[str, str]:
        ordered = [language, *(each for each in kb.languages if each != language)]
        return {each: text for each in ordered if (text := ask(f"{question} [{each}]"))}

    fields: dict[str, Any] = {"debate": debate, "claim": ask_texts("The claim, one full sentence")}
    fields["kind"] = ask(f"Kind ({', '.join(Kind)})", Kind.FACT)
    given = ask("Source: an id, a web address or a DOI (empty: nobody states it)")
    if given:
        more: dict[str, Any] = {}
        if given not in kb.sources:
            more = {
                "title": ask("Title of the source"),
                "author": [each for each in ask("Authors: Family, Given; …").split(";") if each],
                "issued": ask("Date, such as 2025-01-31"),
                "type": ask("CSL type", "webpage"),
                "level": ask("Level (primary, copy, secondary)", "primary"),
                "language": ask("Language of the source", language),
            }
        fields.update(_source(given, more))
        paragraph = ask("Paragraph, counted from 1")
        fields["paragraph"] = int(paragraph) if paragraph.isdigit() else None
        fields["start"], fields["end"] = ask("First words of the passage"), ask("Last words")
        speaker = ask("Speaker: an id or a name (empty: none)")
        if speaker in kb.speakers:
            fields["speaker"] = speaker
        elif speaker:
            fields["new_speaker"] = {"name": speaker}
        fields["stance"] = ask(f"The author ({', '.join(Stance)}) it", Stance.ENDORSES)
    links: list[dict[str, Any]] = []
    for type_ in ("supports", "contradicts", "undercuts") if fields["kind"] != "question" else ():
        what = "claim -> target" if type_ == "undercuts" else "id"
        while target := ask(f"It {type_} ({what}; empty: nothing more)"):
            links.append({"type": type_, "target": target, "because": ask_texts("Why")})
    return _draft({**fields, "links": links})


def _instead(kb: "KnowledgeBase", outcome: "Drafted") -> str | None:
    """The claim that somebody would rather link than write a new one."""
    from graph.answers.wording import sentence

    for number, each in enumerate(outcome.alike, start=1):
        what = "the opposite of " if each.opposite else ""
        typer.echo(f"{number}. looks like {what}{each.claim}: {sentence(kb, each.claim)}")
    answer = str(typer.prompt("Add the links to one of these instead? Its number, or nothing",
                              default="", show_default=False))  # fmt: skip
    if answer.isdigit() and 1 <= int(answer) <= len(outcome.alike):
        return outcome.alike[int(answer) - 1].claim
    return None


def _linked(kb: "KnowledgeBase", claim: str, link: "DraftLink") -> "Drafted":
    from graph.answers.drafting import linked

    return linked(kb, claim, link)


@app.command(
    epilog=example("betoog link ai-spreads-slowly contradicts single-winner-thesis --dry-run")
)
def link(
    context: typer.Context,
    claim: Annotated[
        str, typer.Argument(metavar="A", help="The arguing claim.", autocompletion=claim_ids)
    ],
    type_: Annotated[
        str, typer.Argument(metavar="HOW", help="supports, contradicts or undercuts.")
    ],
    target: Annotated[
        str,
        typer.Argument(
            metavar="B",
            help="A claim's id or, to undercut, a step as 'claim -> target'.",
            autocompletion=claim_ids,
        ),
    ],
    because: Because = None,
    with_: With = None,
    scheme: Scheme = None,
    language: Language = "en",
    dry_run: DryRun = False,
    as_json: Json = False,
) -> None:
    """Add a link to a claim's record, its comments and layout kept."""
    from pydantic import ValidationError

    from graph.answers.drafting import faults
    from graph.answers.lookup import find_claim
    from graph.drafting.draft import DraftLink, LinkField

    if type_ not in list(LinkField):
        raise AnswerError("a claim supports, contradicts or undercuts: say which")
    kb = knowledge_base(context)
    arguing = find_claim(kb, claim)
    if type_ != LinkField.UNDERCUTS:
        target = find_claim(kb, target)
    fields = {"type": type_, "target": target, "because": _texts(because, language),
              "with": [find_claim(kb, each) for each in with_ or ()], "scheme": scheme}  # fmt: skip
    try:
        step = DraftLink.model_validate(fields)
    except ValidationError as error:
        raise AnswerError(faults(error)) from error
    _finish(kb, _linked(kb, arguing, step), dry_run, as_json)


@app.command("from-issue", epilog=example("betoog from-issue --help"))
def from_issue(
    context: typer.Context,
    file: Annotated[
        typer.FileText,
        typer.Argument(
            metavar="FILE", help="The issue's body or the event with it; - reads standard input."
        ),
    ],
    branch: Annotated[
        bool, typer.Option("--branch", help="Commit on a new branch; leave the files here alone.")
    ] = False,
    debate: Annotated[
        str | None, typer.Option(metavar="NAME", help="The debate; needed if there are more.")
    ] = None,
    dry_run: DryRun = False,
    as_json: Json = False,
) -> None:
    """Make a record of an issue form, or list in Markdown what is missing.

    The issue is taken for untrusted text. Exit status 1 when something is missing.
    """
    from rich.text import Text

    from graph.answers.from_issue import commit_on_branch, missing_markdown
    from graph.answers.from_issue import from_issue as made

    kb = knowledge_base(context)
    outcome = made(kb, file.read(1_000_000), _debate(kb, debate), _today())
    if outcome.drafted is None:
        lacking = [{"field": each.field, "request": each.request} for each in outcome.missing]
        markdown = missing_markdown(outcome.missing)
        print_answer(
            as_json,
            lambda: {"missing": lacking, "markdown": markdown},
            lambda: Text(markdown.rstrip()),
        )
        raise typer.Exit(1)
    if branch and not dry_run:
        name = commit_on_branch(kb.tree.root, outcome.drafted.claim, outcome.drafted.files)
        said = {"claim": outcome.drafted.claim, "branch": name}
        print_answer(as_json, lambda: said, lambda: f"Committed on the branch {name}.")
        return
    _finish(kb, outcome.drafted, dry_run, as_json)
