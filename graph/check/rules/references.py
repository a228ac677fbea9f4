"""Family R1, R2: names of records that do not exist, or are not what they should be."""

from collections.abc import Collection, Iterator

from graph.argument.mentions import existing, is_broken, mentions, perhaps_named
from graph.argument.renamed import renamed_by_hand
from graph.base import KnowledgeBase
from graph.check.finding import Severity
from graph.check.fix import removed, renamed
from graph.check.rule import Remark, at, rule
from graph.records.link_name import LinkName
from graph.store import FieldPath
from graph.text.nearest import asked, did_you_mean, listed, nearest, unmistakable

_SHOWN = 3


def _unknown(kb: KnowledgeBase, kind: str, otherwise: str) -> Iterator[Remark]:
    known = existing(kb)[kind]
    renamings = renamed_by_hand(kb) if kind == "claim" else {}
    for mention in mentions(kb):
        if mention.kind == kind and mention.id not in known:
            slip, now = unmistakable(mention.id, known), renamings.get(mention.id)
            near = nearest(mention.id, known)
            help_ = asked(near) or otherwise
            if now and not slip:
                help_, near = _renamed(mention.id, now), ()
            meant = slip or now
            fix = renamed(kb, mention.path, mention.field, meant) if meant else None
            message = f"unknown {kind} `{mention.id}`"
            yield at(kb, mention.path, mention.field, message, help_, fix=fix, names=near)


def _renamed(old: str, now: str) -> str:
    return (
        f"`{now}` has its words: keep the older id with it, as `aliases: [{old}]`, or name "
        f"`{now}` here; `betoog rename` does both"
    )


@rule("R101", "unknown-claim", Severity.ERROR)
def unknown_claim(kb: KnowledgeBase) -> Iterator[Remark]:
    """A claim is named that does not exist.

    ## Why

    A link, a linked premise, a thesis or a theme's root that leads nowhere drops out of the
    argument.

    ## Example

        supports:
          - claim: lower-entry-barier

    ## Way out

    Use the id the finding suggests: a claim's id is the name of its file without `.md`. Or
    write the missing claim. A claim whose file was renamed by hand is told by the words that the
    links to it were made for.
    """
    return _unknown(kb, "claim", "a claim's id is the name of its file without .md")


@rule("R102", "unknown-link", Severity.ERROR)
def unknown_link(kb: KnowledgeBase) -> Iterator[Remark]:
    """An undercut is aimed at a link that does not exist.

    ## Why

    An undercut objects to a step from one claim to another; without that step it objects
    to nothing.

    ## Example

        undercuts:
          - link: chip-scarcity -> cheaper-models

    ## Way out

    Name a link as `claim -> target`, as `claim -> (claim -> target)` for an undercut, or by
    its own `id`. The finding lists the links that the target does have.
    """
    names = {link.id for link in kb.all_links}
    known = existing(kb)["claim"]
    possible = names | perhaps_named(kb)
    for link in kb.all_links:
        if not link.type.at_link or link.target in possible:
            continue
        named = LinkName.meant(link.target)
        joins = not named.own and all(named.words)
        if joins and named.claim in known and is_broken(kb, kb.resolve(named.claim)):
            continue
        message = f"unknown link `{link.target}`"
        # Nobody means a step of the claim that argues.
        others = {each.id for each in kb.all_links if each.claim != link.claim}
        near = nearest(link.target, others)
        help_ = asked(near) or "name it `claim -> target`, or by its own id"
        if named.own and kb.resolve(link.target) in known:
            message = f"`{link.target}` is a claim, and no step"
            help_, near = _instead(kb, kb.resolve(link.target), others), ()
        elif joins:
            message, help_ = _about_ends(kb, link.target, named, known)
        path = kb.paths["claim", link.claim]
        field = (*link.field, "link")
        meant = unmistakable(link.target, names)
        fix = renamed(kb, path, field, meant) if meant else None
        yield at(kb, path, field, message, help_, fix=fix, names=near)


def _instead(kb: KnowledgeBase, claim: str, others: Collection[str]) -> str:
    """What may be meant by who undercuts a claim."""
    steps = sorted(
        each.id for each in kb.all_links if each.id in others and claim in (each.claim, each.target)
    )
    if not steps:
        return "put it under `contradicts` to object to the claim itself; no step is to or from it"
    shown = listed([f"`{each}`" for each in steps[:_SHOWN]], "or")
    return f"put it under `contradicts` to object to the claim itself, or name a step: {shown}"


def _about_ends(
    kb: KnowledgeBase, name: str, named: LinkName, known: frozenset[str]
) -> tuple[str, str]:
    """What is wrong with `claim -> target`, and which links there are instead."""
    message = f"unknown link `{name}`"
    for end in (named.claim, named.final):
        if end not in known:
            now = renamed_by_hand(kb).get(end)
            help_ = did_you_mean(end, known) or "a link is named `claim -> target`"
            help_ = _renamed(end, now) if now and not unmistakable(end, known) else help_
            return f"{message}: there is no claim `{end}`", help_
    same = [
        link.id
        for link in kb.all_links
        if link.record.id is not None and (link.claim, link.target) == (named.claim, named.final)
    ]
    if same:
        return message, f"that link has an id of its own: `{same[0]}`"
    here = sorted(link.id for link in kb.all_links if link.target == kb.resolve(named.final))
    if not here:
        return message, f"no link bears on `{named.final}`"
    shown = listed([f"`{each}`" for each in here[:_SHOWN]])
    more = f" and {len(here) - _SHOWN} more" if len(here) > _SHOWN else ""
    return message, did_you_mean(name, here) or f"`{named.final}` has {shown}{more}"


@rule("R103", "unknown-source", Severity.ERROR)
def unknown_source(kb: KnowledgeBase) -> Iterator[Remark]:
    """A source is named that does not exist.

    ## Why

    Without its source a passage cannot be found or verified.

    ## Example

        passages:
          - {source: bloom-2025, paragraph: 4, start: the first words}

    ## Way out

    Use the id the finding suggests, or add `claims/sources/<id>.yaml`.
    """
    return _unknown(
        kb,
        "source",
        "add the source to claims/sources/, or name one that `betoog list sources` lists",
    )


@rule("R104", "unknown-speaker", Severity.ERROR)
def unknown_speaker(kb: KnowledgeBase) -> Iterator[Remark]:
    """A speaker is named that does not exist.

    ## Why

    A claim's page leads to what else its speaker says.

    ## Example

        speaker: marieke-bloom

    ## Way out

    Use the id the finding suggests, or add `claims/speakers/<id>.yaml`.
    """
    return _unknown(
        kb,
        "speaker",
        "add the speaker to claims/speakers/, or name one that `betoog list speakers` lists",
    )


@rule("R105", "unknown-scheme", Severity.ERROR)
def unknown_scheme(kb: KnowledgeBase) -> Iterator[Remark]:
    """An argumentation scheme is named that the catalogue does not have.

    ## Why

    A scheme brings the critical questions that test a step of its form.

    ## Example

        scheme: cause-and-effect

    ## Way out

    Use the id the finding suggests, or leave the scheme out.
    """
    return _unknown(kb, "scheme", "choose one that `betoog list schemes` lists, or leave it out")


@rule("R201", "not-a-question", Severity.ERROR)
def not_a_question(kb: KnowledgeBase) -> Iterator[Remark]:
    """Something is raised or answered that is not a question.

    ## Why

    `raises` and `answers` lead to open questions. What a claim says about another claim is
    a support, a contradiction or an undercut.

    ## Example

        answers: [lower-entry-barriers]

    ## Way out

    Use `supports:` or `contradicts:`, or give the other record the kind `question`.
    """
    for claim in kb.claims.values():
        for name in ("raises", "answers"):
            for index, other in enumerate(getattr(claim, name)):
                target = kb.resolve(other)
                if is_broken(kb, target) or kb.is_question(target) or target == claim.id:
                    continue
                message = f"`{other}` is of kind {kb.claims[target].kind}, not a question"
                help_ = "use `supports:` or `contradicts:` for what bears on a claim"
                yield at(kb, kb.paths["claim", claim.id], (name, index), message, help_)


@rule("R202", "old-id", Severity.HINT)
def old_id(kb: KnowledgeBase) -> Iterator[Remark]:
    """A claim, source or speaker is named by an id that it no longer has.

    ## Why

    Old ids keep working for readers' bookmarks; within the records the present one is
    easier to follow.

    ## Example

        supports:
          - claim: an-id-listed-under-aliases

    ## Way out

    Use the present id.
    """
    for mention in mentions(kb):
        present = kb.present(mention.kind, mention.id)
        if present != mention.id:
            message = f"`{mention.id}` is an older id of `{present}`"
            fix = renamed(kb, mention.path, mention.field, present)
            yield at(kb, mention.path, mention.field, message, "use the present id", fix=fix)


@rule("R203", "listed-twice", Severity.WARNING)
def listed_twice(kb: KnowledgeBase) -> Iterator[Remark]:
    """A list names the same claim twice.

    ## Why

    The second time adds nothing, and may have been meant for another claim.

    ## Example

        specifies: [three-types-of-ai-use, three-types-of-ai-use]

    ## Way out

    Remove the second, or put the claim there that was meant.
    """
    seen: set[tuple[str, FieldPath, str]] = set()
    for mention in mentions(kb):
        plain_list = isinstance(mention.field[-1], int) and "with" not in mention.field
        if mention.kind != "claim" or not plain_list:
            continue
        key = (mention.path, mention.field[:-1], kb.resolve(mention.id))
        if key in seen:
            message = f"`{mention.id}` is listed twice"
            fix = removed(kb, mention.path, mention.field)
            yield at(kb, mention.path, mention.field, message, "remove the second", fix=fix)
        seen.add(key)
