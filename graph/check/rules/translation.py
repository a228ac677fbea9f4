"""Family T: texts that are missing in a language of the site."""

from collections.abc import Iterator

from graph.base import KnowledgeBase
from graph.check.finding import Severity
from graph.check.rule import Remark, at, rule
from graph.records import LocalizedText
from graph.records.text import ANY_LANGUAGE
from graph.store import FieldPath
from graph.text.nearest import listed
from graph.words.language_codes import language_told

Text = tuple[str, FieldPath, LocalizedText]


def _missing(kb: KnowledgeBase, texts: Iterator[Text]) -> Iterator[Remark]:
    known = _known(kb)
    # Where no debate can be read, nobody says which languages are expected.
    for path, field, text in texts if kb.debates else ():
        missing = text.missing(kb.languages)
        if not missing:
            continue
        names = listed(language_told(each) for each in missing)
        strange = [each for each in text.languages if known and each not in known]
        help_ = "add " + listed(f"`{each}: …`" for each in missing)
        if strange:
            help_ += f"; no debate has `{strange[0]}` among its `languages`"
        yield at(kb, path, field, f"no {names} text for `{field[-1]}`", help_, key=True)


def _known(kb: KnowledgeBase) -> frozenset[str]:
    """The languages that a text may be in: those of the debates, and any. Empty where there is no
    debate, or one that cannot be read in full, since it is not known then which they are."""
    unread = any(file.path in kb.tree.broken_paths for file in kb.tree.of_kind("debate"))
    return frozenset((*kb.languages, ANY_LANGUAGE)) if kb.debates and not unread else frozenset()


def _claims(kb: KnowledgeBase) -> Iterator[Text]:
    for claim in kb.claims.values():
        yield kb.paths["claim", claim.id], ("claim",), claim.claim


def _labels(kb: KnowledgeBase) -> Iterator[Text]:
    for claim in kb.claims.values():
        if claim.label is not None:
            yield kb.paths["claim", claim.id], ("label",), claim.label


def _warrants(kb: KnowledgeBase) -> Iterator[Text]:
    for link in kb.all_links:
        if link.record.because is not None:
            yield kb.paths["claim", link.claim], (*link.field, "because"), link.record.because
    for claim in kb.claims.values():
        if claim.base_score_because is not None:
            field = ("base_score_because",)
            yield kb.paths["claim", claim.id], field, claim.base_score_because
        if claim.outcome is not None:
            yield kb.paths["claim", claim.id], ("outcome", "because"), claim.outcome.because


def _debates(kb: KnowledgeBase) -> Iterator[Text]:
    for debate in kb.debates.values():
        path = kb.paths["debate", debate.id]
        parts = [((), debate), *((("themes", at), each) for at, each in enumerate(debate.themes))]
        for field, part in parts:
            for name in ("title", "question", "summary"):
                text = getattr(part, name)
                if text is not None:
                    yield path, (*field, name), text
        for at_, each in enumerate(debate.findings):
            yield path, ("findings", at_, "finding"), each.finding
        for at_, topic in enumerate(debate.topics):
            yield path, ("topics", at_, "title"), topic.title


def _speakers(kb: KnowledgeBase) -> Iterator[Text]:
    for speaker in kb.speakers.values():
        path = kb.paths["speaker", speaker.id]
        yield path, ("name",), speaker.name
        if speaker.role is not None:
            yield path, ("role",), speaker.role


def _paragraphs(kb: KnowledgeBase) -> Iterator[Text]:
    for source in kb.sources.values():
        path = kb.paths["source", source.id]
        for index, paragraph in enumerate(source.paragraphs):
            yield path, ("paragraphs", index, "gist"), paragraph.gist
            if paragraph.move is not None:
                yield path, ("paragraphs", index, "move"), paragraph.move


@rule("T101", "untranslated-claim", Severity.WARNING)
def untranslated_claim(kb: KnowledgeBase) -> Iterator[Remark]:
    """A claim's sentence is missing in a language of the site.

    ## Why

    Readers of that language get the sentence in another, with a notice.

    ## Example

        claim: {en: Models become cheaper.}

    ## Way out

    Add the sentence in the other language.
    """
    return _missing(kb, _claims(kb))


@rule("T102", "untranslated-label", Severity.WARNING)
def untranslated_label(kb: KnowledgeBase) -> Iterator[Remark]:
    """A claim's label is missing in a language of the site.

    ## Why

    Maps and lists show labels.

    ## Example

        label: {en: Cheaper models}

    ## Way out

    Add the label in the other language, at most 40 characters.
    """
    return _missing(kb, _labels(kb))


@rule("T103", "untranslated-warrant", Severity.WARNING)
def untranslated_warrant(kb: KnowledgeBase) -> Iterator[Remark]:
    """The reason for a step or for a base score is missing in a language of the site.

    ## Why

    The warrant is shown with the step and is what an undercut objects to.

    ## Example

        because: {en: What is cheaper is used more.}

    ## Way out

    Add the sentence in the other language.
    """
    return _missing(kb, _warrants(kb))


@rule("T104", "untranslated-debate", Severity.WARNING)
def untranslated_debate(kb: KnowledgeBase) -> Iterator[Remark]:
    """A text of a debate or a theme is missing in a language of the site.

    ## Why

    These are the first things a reader sees.

    ## Example

        title: {en: Buses in town}

    ## Way out

    Add the text in the other language.
    """
    return _missing(kb, _debates(kb))


@rule("T105", "untranslated-speaker", Severity.WARNING)
def untranslated_speaker(kb: KnowledgeBase) -> Iterator[Remark]:
    """A speaker's name or role is given in one language of the site only.

    ## Why

    A name that is the same everywhere is written without a language; one that is not needs
    each.

    ## Example

        role: {en: chief economist}

    ## Way out

    Add the other language, or write the text without one: `name: Dario Amodei`.
    """
    return _missing(kb, _speakers(kb))


@rule("T106", "untranslated-paragraph", Severity.WARNING)
def untranslated_paragraph(kb: KnowledgeBase) -> Iterator[Remark]:
    """What a paragraph says or does is missing in a language of the site.

    ## Why

    The guide to a source is read paragraph by paragraph; a line in another language breaks it.

    ## Example

        gist: {en: Europe has fewer workers than jobs.}

    ## Way out

    Add the sentence in the other language.
    """
    return _missing(kb, _paragraphs(kb))


@rule("T201", "other-language", Severity.WARNING)
def other_language(kb: KnowledgeBase) -> Iterator[Remark]:
    """A text is given in a language that no debate has among its `languages`.

    ## Why

    Nobody will see it; most often the language code is a slip.

    ## Example

        claim: {en: Models become cheaper., nl: Modellen worden goedkoper., ln: …}

    ## Way out

    Correct the code, remove the text, or add the language to the debate's `languages`.
    """
    if not (known := _known(kb)):
        return
    everything = (_claims, _labels, _warrants, _debates, _speakers, _paragraphs)
    for texts in everything:
        for path, field, text in texts(kb):
            # With a text missing, the finding about that names the strange code.
            if text.missing(kb.languages):
                continue
            for language in text.languages:
                if language not in known:
                    message = f"no debate has `{language}` among its `languages`"
                    help_ = f"they have {listed(kb.languages)}"
                    yield at(kb, path, (*field, language), message, help_, key=True)
