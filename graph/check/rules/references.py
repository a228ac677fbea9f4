"""Family R1, R2: names of records that do not exist, or are not what they should be."""

from collections.abc import Iterable, Iterator, Set
from itertools import islice

from graph.argument.mentions import existing, is_broken, mentions, perhaps_named
from graph.argument.renamed import renamed_by_hand
from graph.base import KnowledgeBase
from graph.check.finding import Severity
from graph.check.fix import removed, renamed
from graph.check.rule import Remark, at, rule
from graph.check.suggestions import Suggestions
from graph.records.link_name import LinkName
from graph.store import FieldPath
from graph.text.nearest import asked, listed

_SHOWN = 3
_CLAIMS = "claims"


def _unknown(kb: KnowledgeBase, kind: str, otherwise: str) -> Iterator[Remark]:
    known, suggestions = existing(kb)[kind], Suggestions()
    renamings = renamed_by_hand(kb) if kind == "claim" else {}
    for mention in mentions(kb):
        if mention.kind == kind and mention.id not in known:
            file = kb.tree.by_path[mention.path]
            # No record means itself.
            own = file.id if file.kind == kind else ""
            slip, now = suggestions.slip(mention.id, known), renamings.get(mention.id)
            near = tuple(each for each in suggestions.near(mention.id, known) if each != own)
            help_ = asked(near) or otherwise
            if now and (not slip or slip == own):
                help_, near = _renamed(mention.id, now), ()
            meant = slip if slip and slip != own else now
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
    steps, suggestions = _Steps(kb), Suggestions()
    known = existing(kb)["claim"]
    possible = steps.names | perhaps_named(kb)
    for link in kb.all_links:
        if not link.type.at_link or link.target in possible:
            continue
        named = LinkName.meant(link.target)
        joins = not named.own and all(named.words)
        if joins and named.claim in known and is_broken(kb, kb.resolve(named.claim)):
            continue
        message = f"unknown link `{link.target}`"
        # Nobody means a step of the claim that argues.
        own = steps.of_claim[link.claim]
        near = suggestions.near(link.target, steps.names, link.claim, own)
        help_ = asked(near) or "name it `claim -> target`, or by its own id"
        if named.own and kb.resolve(link.target) in known:
            message = f"`{link.target}` is a claim, and no step"
            help_, near = _instead(steps.at_claim.get(kb.resolve(link.target), ()), own), ()
        elif joins:
            message, help_ = _about_ends(kb, steps, link.target, named, suggestions)
        path = kb.paths["claim", link.claim]
        field = (*link.field, "link")
        meant = suggestions.slip(link.target, steps.names)
        fix = renamed(kb, path, field, meant) if meant else None
        yield at(kb, path, field, message, help_, fix=fix, names=near)


class _Steps:
    """The names of the steps from one claim to another, sorted, by what they are told by."""

    def __init__(self, kb: KnowledgeBase) -> None:
        self.names = frozenset(link.id for link in kb.all_links)
        self.of_claim: dict[str, set[str]] = {}
        self.at_claim: dict[str, list[str]] = {}
        self.to_target: dict[str, list[str]] = {}
        self.with_id: dict[tuple[str, str], str] = {}
        for link in kb.all_links:
            self.of_claim.setdefault(link.claim, set()).add(link.id)
            if link.record.id is not None:
                self.with_id.setdefault((link.claim, link.target), link.id)
        for link in sorted(kb.all_links, key=lambda each: each.id):
            self.to_target.setdefault(link.target, []).append(link.id)
            for claim in dict.fromkeys((link.claim, link.target)):
                self.at_claim.setdefault(claim, []).append(link.id)


def _instead(at_claim: Iterable[str], own: Set[str]) -> str:
    """What may be meant by who undercuts a claim that these steps are from or to."""
    steps = [f"`{each}`" for each in islice((each for each in at_claim if each not in own), _SHOWN)]
    if not steps:
        return "put it under `contradicts` to object to the claim itself; no step is to or from it"
    said = "put it under `contradicts` to object to the claim itself, or name a step"
    return f"{said}: {listed(steps, 'or')}"


def _about_ends(
    kb: KnowledgeBase, steps: _Steps, name: str, named: LinkName, suggestions: Suggestions
) -> tuple[str, str]:
    """What is wrong with `claim -> target`, and which links there are instead."""
    message, known = f"unknown link `{name}`", existing(kb)["claim"]
    for end in (named.claim, named.final):
        if end not in known:
            message += f": there is no claim `{end}`"
            now = renamed_by_hand(kb).get(end)
            if now and not suggestions.slip(end, known, _CLAIMS):
                return message, _renamed(end, now)
            near = suggestions.of(end, known, _CLAIMS)
            return message, near or "a link is named `claim -> target`"
    same = steps.with_id.get((named.claim, named.final))
    if same is not None:
        return message, f"that link has an id of its own: `{same}`"
    here = steps.to_target.get(kb.resolve(named.final), ())
    if not here:
        return message, f"no link bears on `{named.final}`"
    shown = listed([f"`{each}`" for each in here[:_SHOWN]])
    more = f" and {len(here) - _SHOWN} more" if len(here) > _SHOWN else ""
    near = suggestions.of(name, here, f"-> {named.final}")
    return message, near or f"`{named.final}` has {shown}{more}"


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
