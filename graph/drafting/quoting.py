"""A quotation that was pasted into a record as a passage, recorded by where its words stand."""

from pathlib import Path

from graph.answers.locate import located, record_of, texts_at_hand, the_place
from graph.base import KnowledgeBase
from graph.records import Claim, Passage
from graph.store.amending import Change, Remove, Set, amendment
from graph.store.splices import Splice


def quoting(
    kb: KnowledgeBase, path: str, index: int, folder: Path | None
) -> tuple[Passage, tuple[Splice, ...]]:
    """The passage of a claim's file that is recorded in place of the words at this position, and
    what changes for it in the file's text.

    Without last words the first are all that was quoted; with them, all from the first to the last.

    Raises:
        AnswerError: there is no text to look into, or the words are in no one place of it.
        NotAmendableError: the file cannot be changed so.
    """
    record = kb.tree.by_path[path].record
    given = record.passages[index] if isinstance(record, Claim) else None
    if given is None:
        raise LookupError(f"{path} has no passages")
    quotation = given.start if given.end is None else f"{given.start} … {given.end}"
    text = texts_at_hand(kb, folder, given.source)
    found = record_of(*the_place(located(text, quotation, given.paragraph)))
    changes: list[Change] = [
        Set(("passages", index, name), value)
        for name, value in found.model_dump(exclude_none=True).items()
        if value != getattr(given, name)
    ]
    if found.end is None and given.end is not None:
        changes.append(Remove(("passages", index, "end")))
    return found, amendment(path, kb.tree.by_path[path].text, changes) if changes else ()
