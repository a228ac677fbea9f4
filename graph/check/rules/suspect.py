"""Rules on suspect links and translations: made for words that have changed since."""

from collections.abc import Iterator

from graph.argument.suspect import suspect_links, suspect_translations
from graph.base import KnowledgeBase
from graph.check.finding import Severity
from graph.check.rule import Remark, at, rule


@rule("A501", "suspect-link", Severity.WARNING)
def suspect_link(kb: KnowledgeBase) -> Iterator[Remark]:
    """The words of a link's target have changed since the link was made or confirmed.

    ## Why

    A reason for, or an objection to, one sentence need not be one for another. Only a person
    can tell whether the step still holds. For an undercut the words are those of the warrant
    that it objects to.

    ## Example

        supports:
          - {claim: cheaper-models, wording: abcdefghij}

    where `cheaper-models` had other words when that mark was made.

    ## Way out

    Read the link beside what its target says now. If it holds, confirm it with
    `betoog confirm 'claim -> target'`; if not, change or remove it.
    """
    for link in suspect_links(kb):
        undercut = link.type.at_link
        what = f"warrant of `{link.target}`" if undercut else f"words of `{link.target}`"
        verb = "has" if undercut else "have"
        yield at(
            kb,
            kb.paths["claim", link.claim],
            (*link.field, "wording"),
            f"the {what} {verb} changed since the link `{link.id}` was made",
            f"read the link again; if it still holds, `betoog confirm '{link.id}'`",
        )


@rule("T301", "suspect-translation", Severity.WARNING)
def suspect_translation(kb: KnowledgeBase) -> Iterator[Remark]:
    """A claim's sentence has changed since it was translated.

    ## Why

    Readers in two languages would read two different claims. The sentence that stands first is
    the original; the others are its translations.

    ## Example

        claim:
          en: Models become much cheaper.
          nl: Modellen worden goedkoper.
        translates: {nl: abcdefghij}

    where the mark was made of `Models become cheaper.`

    ## Way out

    Put the translation right, or leave it if it says the same; then confirm it with
    `betoog confirm CLAIM`.
    """
    for claim, language in suspect_translations(kb):
        original = kb.claims[claim].claim.original.language
        yield at(
            kb,
            kb.paths["claim", claim],
            ("translates", language),
            f"the `{original}` words of `{claim}` have changed since the `{language}` ones were "
            "made from them",
            f"put the translation right where it must, then `betoog confirm {claim}`",
        )
