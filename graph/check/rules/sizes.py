"""Family F: texts and lists that are longer than a record may have them."""

from collections.abc import Callable, Iterator

from graph.base import KnowledgeBase
from graph.check.finding import Severity
from graph.check.rule import Remark, at, field_name, rule
from graph.records import limits
from graph.store import Fault, Problem


def _remarks(kb: KnowledgeBase, fault: Fault, help_: Callable[[Problem], str]) -> Iterator[Remark]:
    for problem in kb.tree.problems:
        if problem.fault is fault:
            of = f"{field_name(problem.field)}: " if problem.field else ""
            yield Remark(problem.path, problem.span, of + problem.detail, help_(problem))


def _shorter(problem: Problem) -> str:
    if problem.field[-1:] == ("link",):
        return "give the step that is meant an `id:` of its own, and name it by that"
    if problem.detail.startswith("a text"):
        return "shorten it; what explains it belongs in an annotation"
    return "shorten it"


@rule("F106", "text-too-long", Severity.ERROR)
def text_too_long(kb: KnowledgeBase) -> Iterator[Remark]:
    """A text is longer than any field needs to be.

    ## Why

    A claim is a sentence, and so is a warrant. A text of many pages is something else that was
    put in the wrong place, and makes pages, maps and pictures that nobody can read. A text has at
    most 2,000 characters, an annotation 20,000, an address 2,000, an id 100, the name of a step
    500 and a keyword 60.

    ## Example

    A whole article as the `note` of a source.

    ## Way out

    Shorten the text. What explains a claim belongs in its annotation, below the fields. A step
    whose name is too long can be given an `id:` of its own.
    """
    return _remarks(kb, Fault.TOO_LONG, _shorter)


@rule("F107", "too-many-items", Severity.ERROR)
def too_many_items(kb: KnowledgeBase) -> Iterator[Remark]:
    """The lists of a record have more items than any record needs, or its debates more languages.

    ## Why

    All that a record names is shown on one page and drawn on one map. A record has at most 500
    items in its lists together, and 20 keywords in one language. Every language has a page for
    each record, so that the debates have at most 24 of them together. A theme has an address for
    each id that it had under each that its debate had, which are at most 1,000 for all themes of a
    debate.

    ## Example

    A claim with 1,500 links.

    ## Way out

    Link the claims in between: what supports them need not support this one directly too. Of
    languages, name those that somebody writes texts in; of older ids, those that were published.
    """
    yield from _remarks(kb, Fault.TOO_MANY, lambda _: "keep those that matter most")
    yield from _too_many_languages(kb)
    yield from _too_many_older_addresses(kb)


def _too_many_languages(kb: KnowledgeBase) -> Iterator[Remark]:
    """One remark for each debate that adds to the languages when there are enough."""
    beyond = frozenset(kb.languages[limits.LANGUAGES :])
    for debate in kb.debates.values():
        for index, code in enumerate(debate.languages):
            if code in beyond:
                message = (
                    f"the debates have {len(kb.languages)} languages together; "
                    f"{limits.LANGUAGES} are the most"
                )
                # Without a field of their own, they are those of the title.
                written = "languages" in debate.model_fields_set
                field = ("languages", index) if written else ("title", code)
                path = kb.paths["debate", debate.id]
                yield at(kb, path, field, message, "name those that somebody writes texts in")
                break


def _too_many_older_addresses(kb: KnowledgeBase) -> Iterator[Remark]:
    for debate in kb.debates.values():
        ids = sum(1 + len(theme.aliases) for theme in debate.themes)
        number = (1 + len(debate.aliases)) * ids - len(debate.themes)
        if number > limits.OLDER:
            path = kb.paths["debate", debate.id]
            message = (
                f"`aliases`, with those of the themes, are {number:,} older addresses; "
                f"{limits.OLDER:,} are the most"
            )
            # Without an older id of the debate there are no more of them than items of a record.
            field = ("aliases",)
            yield at(kb, path, field, message, "keep those that were published", key=True)
