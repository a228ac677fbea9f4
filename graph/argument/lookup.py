"""Finding what a person named, and saying what they may have meant."""

from collections.abc import Collection, Iterable
from itertools import chain

from graph.base import KnowledgeBase
from graph.errors import AnswerError
from graph.records import limits
from graph.text.nearest import listed, nearest
from graph.text.visible import visible

_FEW = 10
"""Names of which all are told."""
LISTED = ("claim", "source", "speaker", "debate", "theme", "scheme", "kind", "rule")
"""What `betoog list` lists."""


def unknown(what: str, name: str, known: Collection[str]) -> AnswerError:
    """That there is no such thing, with the nearest names there are; with all of them where they
    are few and none comes near."""
    near = nearest(name, known)
    if near:
        hint = f": did you mean {listed(near, 'or')}?"
    elif 0 < len(known) <= _FEW:
        hint = f": there {'is only' if len(known) == 1 else 'are'} {listed(sorted(known))}"
    else:
        hint = f": betoog list {what}s tells which there are" if what in LISTED else ""
    return AnswerError(f"there is no {what} {visible(name)}{hint}")


def find_record(kb: KnowledgeBase, kind: str, name: str) -> str:
    """The present id of the claim, debate, source or speaker of this id, or of this older one.

    Raises:
        AnswerError: there is none, and the message names the nearest ids, or it cannot be read.
    """
    present = kb.present(kind, name)
    if (kind, present) in kb.paths:
        return present
    refuse_unread(kb, (kind,), name)
    there = {id_ for what, id_ in kb.paths if what == kind}
    raise unknown(kind, name, there | set(kb.older[kind]))


def find_claim(kb: KnowledgeBase, name: str) -> str:
    """The present id of the claim with this id or alias.

    Raises:
        AnswerError: there is none, and the message names the nearest ids, or it cannot be read.
    """
    return find_record(kb, "claim", name)


def refuse_unread(kb: KnowledgeBase, kinds: Iterable[str], name: str) -> None:
    """Nothing, unless there is a record of one of these kinds and of this id that cannot be read.

    Raises:
        AnswerError: there is one.
    """
    for each in chain.from_iterable(map(kb.tree.of_kind, kinds)):
        if each.id == name and each.record is None:
            way_out = "cannot be read; betoog check says why"
            raise AnswerError(f"the record of {name} in {each.path} {way_out}")


def find_step(kb: KnowledgeBase, name: str) -> str:
    """The name of the step that is meant.

    Raises:
        AnswerError: there is none; the message names those it may be.
    """
    # Most often a claim is named, and what compares words takes a while to load.
    from graph.argument.meaning import step_meant

    found = step_meant(kb, name)
    if found.id is not None:
        return found.id
    if kb.resolve(name) in kb.claims:
        steps = f": {listed(found.options[:3], 'or')}" if found.options else ""
        way_out = f"contradict it, or name one of its steps{steps}"
        raise AnswerError(f"{visible(name)} is a claim, and no step: {way_out}")
    hint = (
        f"did you mean {listed(found.options[:3], 'or')}?"
        if found.options
        else ("it is named 'claim -> target'")
    )
    raise AnswerError(f"there is no step {visible(name)}: {hint}")


def sought(words: str) -> str:
    """Words that are looked for, as they were given.

    Raises:
        AnswerError: they are more than any text here has.
    """
    if len(words) > limits.TEXT:
        said = f"{len(words):,} characters to look for; {limits.TEXT:,} are the most"
        raise AnswerError(said)
    return words
