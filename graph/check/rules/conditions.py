"""Family A, third part: reasons that read as conditions."""

import re
from collections.abc import Iterator, Mapping

from graph.base import KnowledgeBase
from graph.check.finding import Severity
from graph.check.rule import Remark, at, rule
from graph.records.link_types import LinkType

SCHEME = LinkType.CONDITION.traits.scheme
"""The scheme by which a support is a condition."""

# In these a premise is what would hardly be there without the target: so wide a road is built only
# where there is traffic. "Only if" then tells of the target, and the step is a reason.
_SHOWS_THE_TARGET = frozenset(
    ("commitment", "evidence-to-hypothesis", "expert-opinion", "position-to-know", "sign",
     "verbal-report")
)  # fmt: skip

# An exception is no condition: after "unless" or "tenzij" the sentence before must deny something.
# "If and only if" says that the premise is enough, too.
_ONLY: Mapping[str, re.Pattern[str]] = {
    "en": re.compile(
        r"(?<!\bnot )(?<!\band )\bonly (?:if|when|once|where|as long as)\b", re.IGNORECASE
    ),
    "nl": re.compile(
        r"(?<!\bniet )(?<!\ben )\b(?:alleen|enkel|slechts|uitsluitend|pas) "
        r"(?:als|wanneer|indien|nadat|zolang|waar)\b",
        re.IGNORECASE,
    ),
    "de": re.compile(
        r"(?<!\bnicht )(?<!\bund )\b(?:nur|allein|erst|lediglich) "
        r"(?:wenn|falls|sofern|dann|sobald|solange|wo)\b",
        re.IGNORECASE,
    ),
}
# One before the other in a clause. They are looked for one by one: a pattern of both would start
# over at every "not".
_ONE_BEFORE_OTHER: Mapping[str, tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]] = {
    language: tuple((re.compile(a, re.IGNORECASE), re.compile(b, re.IGNORECASE)) for a, b in pairs)
    for language, pairs in {
        "en": (
            (r"\b(?:not|no|never|nothing|nobody|none|cannot|\w+n[’']t)\b", r"\bunless\b"),
            (r"\bunless\b", r"\bfirst\b"),
        ),
        "nl": (
            (r"\b(?:niet|geen|nooit|niets|niemand)\b", r"\btenzij\b"),
            (r"\btenzij\b", r"\beerst\b"),
        ),
        "de": (
            (r"\b(?:nicht|kein\w*|nie|niemals|nichts|niemand)\b", r"\bes sei denn\b"),
            (r"\bes sei denn\b", r"\bzuerst\b"),
        ),
    }.items()
}
_CLAUSES = re.compile(r"[.;:]")


def reads_as_condition(text: str, language: str) -> bool:
    """Whether a sentence says that something holds only if something else does.

    False in languages other than English, Dutch and German.
    """
    only = _ONLY.get(language)
    if only is None:
        return False
    return only.search(text) is not None or any(
        (begun := one.search(clause)) is not None and other.search(clause, begun.end()) is not None
        for clause in _CLAUSES.split(text)
        for one, other in _ONE_BEFORE_OTHER[language]
    )


@rule("A203", "reason-reads-as-condition", Severity.HINT)
def reason_reads_as_condition(kb: KnowledgeBase) -> Iterator[Remark]:
    """A support is worded as a condition: the target can hold only if the premise does.

    ## Why

    What is indispensable is not for that reason enough: that there is fuel does not show that
    the car will go. A condition carries nothing, and takes away as far as it is opposed; a reason
    carries.

    ## Example

        supports:
          - claim: europe-can-build-models
            scheme: cause-to-effect
            because: {en: Models can be built only if there are enough chips.}

    ## Way out

    Give the step `scheme: necessary-condition`, or word the warrant as a reason. Where the premise
    shows that the target holds, the scheme is `sign`.
    """
    for link in kb.links.values():
        if link.type is not LinkType.SUPPORT or link.record.scheme in _SHOWS_THE_TARGET:
            continue
        wordings = link.record.because.root if link.record.because is not None else {}
        for language, text in wordings.items():
            if reads_as_condition(text, language):
                message = "a reason that reads as a condition"
                help_ = f"give it `scheme: {SCHEME}`, or word the warrant as a reason"
                field = (*link.field, "because", language)
                yield at(kb, kb.paths["claim", link.claim], field, message, help_)
                break
