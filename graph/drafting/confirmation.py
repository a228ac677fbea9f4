"""Confirming links, translations and fits as they stand: a person has read them again."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from graph.argument.lookup import find_claim, unknown
from graph.argument.suspect import (
    fit_mark,
    suspect_fits,
    suspect_links,
    target_mark,
    translation_marks,
)
from graph.base import KnowledgeBase, Link
from graph.drafting.confirming import with_marks
from graph.drafting.draft import DraftFile
from graph.records import Claim
from graph.records.link_name import LinkName, normalised_link_name
from graph.store import FieldPath
from graph.store.amending import NotAmendableError


@dataclass(frozen=True)
class Confirming:
    """What confirming comes to: the links, and the claims whose translations or fits, get another
    mark; the files to write, and why others cannot be written."""

    links: tuple[str, ...]
    translations: tuple[str, ...]
    files: tuple[DraftFile, ...]
    refused: tuple[str, ...]
    left: tuple[str, ...] = ()
    """Links to the named claims that were made for other words of them, and stay so."""
    fits: tuple[str, ...] = ()
    """The claims of whose passages it is confirmed how they bear on them."""


def confirming(
    kb: KnowledgeBase, names: Iterable[str], everything: bool = False, today: str | None = None
) -> Confirming:
    """Confirm the links, and the claims' translations and fits, of these names, or everything
    there is. A fit that was of other words was read again `today`, as YYYY-MM-DD.

    Raises:
        AnswerError: there is no link or claim of a name.
    """
    links: dict[str, Link] = dict(kb.links) if everything else {}
    claims: dict[str, None] = dict.fromkeys(kb.claims if everything else ())
    for name in names:
        link = kb.links.get(normalised_link_name(name))
        if link is not None:
            links[link.id] = link
        elif not LinkName.meant(name).own:
            raise unknown("link", name, kb.links)
        else:
            claims[find_claim(kb, name)] = None
    outcome = _confirmed(kb, links, claims, today)
    left = tuple(
        link.id
        for link in suspect_links(kb)
        if kb.resolve(link.target) in claims and link.id not in links
    )
    return replace(outcome, left=left)


def _confirmed(
    kb: KnowledgeBase, links: dict[str, Link], claims: dict[str, None], today: str | None
) -> Confirming:
    steps: dict[str, dict[FieldPath, str]] = {}
    named: dict[str, list[str]] = {}
    for link in links.values():
        mark = target_mark(kb, link.type, link.target)
        if mark is not None and mark != link.record.wording:
            steps.setdefault(link.claim, {})[link.field] = mark
            named.setdefault(link.claim, []).append(link.id)
    translated: dict[str, dict[str, str]] = {}
    for claim in claims:
        recorded = kb.claims[claim].translates
        known = recorded.root if recorded is not None else {}
        marks = translation_marks(kb.claims[claim])
        if new := {each: mark for each, mark in marks.items() if known.get(each) != mark}:
            translated[claim] = new
    fits = {claim: fitted for claim in claims if (fitted := _fits(kb.claims[claim]))}
    read: dict[str, dict[FieldPath, str]] = {}
    for suspect in suspect_fits(kb):
        if today is not None:
            read.setdefault(suspect.claim, {})["passages", suspect.position, "fit"] = today
    files: list[DraftFile] = []
    refused: list[str] = []
    done: list[str] = []
    for claim in sorted({*steps, *translated, *fits}):
        path = kb.paths["claim", claim]
        text = kb.tree.by_path[path].text
        try:
            own = {**steps.get(claim, {}), **fits.get(claim, {})}
            days = read.get(claim, {}) if claim in fits else {}
            changed = with_marks(path, text, own, translated.get(claim, {}), days)
        except NotAmendableError as error:
            refused.append(str(error))
        else:
            files.append(DraftFile(path, changed))
            done.append(claim)
    return Confirming(
        tuple(link for claim in done for link in named.get(claim, ())),
        tuple(claim for claim in done if claim in translated),
        tuple(files),
        tuple(refused),
        fits=tuple(claim for claim in done if claim in fits),
    )


def _fits(claim: Claim) -> dict[FieldPath, str]:
    """The fits of a claim's passages that get another mark, by field."""
    mark = fit_mark(claim)
    return {
        ("passages", index, "fit"): mark
        for index, passage in enumerate(claim.passages)
        if passage.fit is not None and passage.fit.wording != mark
    }
