"""Family R3: records that nothing names, and debates and claims without each other."""

from collections.abc import Iterator

from graph.argument.mentions import existing, mentions
from graph.base import KnowledgeBase
from graph.check.finding import Severity
from graph.check.rule import TOP, Remark, at, rule
from graph.check.suggestions import Suggestions


def _unused(kb: KnowledgeBase, kind: str) -> Iterator[Remark]:
    # A passage or a speaker that could not be read may have been the use.
    if any(path.endswith(".md") or "/debate." in path for path in kb.tree.broken_paths):
        return
    if kind == "source" and any("/sources/" in path for path in kb.tree.broken_paths):
        # Nor is it known what a source that could not be read copies or reports.
        return
    used = {kb.present(kind, mention.id) for mention in mentions(kb) if mention.kind == kind}
    for file in kb.tree.of_kind(kind):
        if file.id not in used:
            help_ = f"remove the file, or name the {kind} in a claim"
            yield Remark(file.path, TOP, f"no claim names the {kind} `{file.id}`", help_)


@rule("R301", "unused-source", Severity.HINT)
def unused_source(kb: KnowledgeBase) -> Iterator[Remark]:
    """No passage and no debate names a source, and it is the original of none.

    ## Why

    A source page without claims tells readers nothing.

    ## Example

    A file in `claims/sources/` that was added before the claims read from it.

    ## Way out

    Add the passages, or the `original:` of what copies or reports it; or remove the file.
    """
    return _unused(kb, "source")


@rule("R302", "unused-speaker", Severity.HINT)
def unused_speaker(kb: KnowledgeBase) -> Iterator[Remark]:
    """No claim names a speaker.

    ## Why

    A speaker page without claims tells readers nothing.

    ## Example

    A file in `claims/speakers/` left over after a claim was given to somebody else.

    ## Way out

    Name the speaker in a claim, or remove the file.
    """
    return _unused(kb, "speaker")


@rule("R303", "debate-without-claims", Severity.WARNING)
def debate_without_claims(kb: KnowledgeBase) -> Iterator[Remark]:
    """A debate's folder holds no claims.

    ## Why

    A debate is argued by the claims beside it.

    ## Example

    A `debate.yaml` in a folder of its own.

    ## Way out

    Add claims to the folder, or remove the debate.
    """
    folders = {file.debate for file in kb.tree.of_kind("claim")}
    folders |= {path.split("/")[1] for path in kb.tree.broken_paths if path.endswith(".md")}
    for file in kb.tree.of_kind("debate"):
        if file.debate not in folders:
            message = f"the debate `{file.debate}` has no claims"
            yield Remark(file.path, TOP, message, "add claims to its folder, or remove it")


@rule("R306", "debate-without-thesis", Severity.WARNING)
def debate_without_thesis(kb: KnowledgeBase) -> Iterator[Remark]:
    """A debate has no thesis.

    ## Why

    What a claim does to the argument is what it does to a thesis. Until there is one, nothing
    is said of claims that reach none.

    ## Example

    A debate with a question, and no `theses:`.

    ## Way out

    Write the claim that answers the question, and name it: `theses: [free-buses-help-the-town]`.
    """
    for debate in kb.debates.values():
        path = kb.paths["debate", debate.id]
        if not debate.theses and path not in kb.tree.broken_paths:
            message = f"the debate `{debate.id}` has no thesis"
            help_ = "name the claims that answer its question under `theses:`"
            yield at(kb, path, ("question",), message, help_, key=True)


@rule("R308", "question-as-thesis", Severity.WARNING)
def question_as_thesis(kb: KnowledgeBase) -> Iterator[Remark]:
    """A thesis of a debate is a question.

    ## Why

    A thesis answers the question of its debate, and reasons and objections are weighed for it. A
    question is not argued for, so that there is nothing to weigh.

    ## Example

    `theses: [should-buses-be-free]`, where that claim is `kind: question`.

    ## Way out

    Name the claims that answer it, and write what is asked under `question:`.
    """
    for debate in kb.debates.values():
        for place, thesis in enumerate(debate.theses):
            if (claim := kb.resolve(thesis)) in kb.claims and kb.is_question(claim):
                message = f"the thesis `{thesis}` is a question"
                help_ = "name the claims that answer it"
                field = ("theses", place)
                yield at(kb, kb.paths["debate", debate.id], field, message, help_)


@rule("R304", "claims-without-debate", Severity.WARNING)
def claims_without_debate(kb: KnowledgeBase) -> Iterator[Remark]:
    """A folder of claims has no debate.yaml.

    ## Why

    The debate says what the claims are about, in which themes and to what end.

    ## Example

    `claims/europe/lower-barriers.md` without `claims/europe/debate.yaml`

    ## Way out

    Add a `debate.yaml` with a title, a question and at least one thesis.
    """
    with_debate = {file.debate for file in kb.tree.of_kind("debate")}
    with_debate |= {path.split("/")[1] for path in kb.tree.broken_paths if "/debate." in path}
    for file in kb.tree.of_kind("claim"):
        if file.debate not in with_debate:
            with_debate.add(file.debate)
            message = f"the folder claims/{file.debate} has no debate.yaml"
            yield Remark(file.path, TOP, message, f"add claims/{file.debate}/debate.yaml")


@rule("R305", "annotation-without-claim", Severity.ERROR)
def annotation_without_claim(kb: KnowledgeBase) -> Iterator[Remark]:
    """An annotation in another language belongs to no claim.

    ## Why

    `<id>.nl.md` is shown with the claim `<id>`; under any other name nobody sees it.

    ## Example

    `lower-barier.nl.md` beside `lower-barriers.md`

    ## Way out

    Give the file the claim's id, then a full stop and the language.
    """
    known, suggestions = existing(kb)["claim"] - set(kb.older["claim"]), Suggestions()
    for file in kb.tree.of_kind("annotation"):
        if file.id not in known:
            message = f"an annotation of `{file.id}`, which is no claim"
            help_ = suggestions.of(file.id, known) or "name it after a claim: <id>.<language>.md"
            yield Remark(file.path, TOP, message, help_)
