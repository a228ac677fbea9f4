"""Debates whose claims name each other, in whatever way, from one state of the records to another.

What is said of a claim by what is around it follows from the records of its region, and of those
that belong to none.
"""

from collections.abc import Iterable, Iterator

from graph.base.joined import Joined
from graph.base.link import Link
from graph.base.linked import Linked
from graph.records import Claim
from graph.store import RecordFile


def regions_of(base: Linked) -> Joined:
    """All claims, those of a region together."""
    joined = Joined()
    for claims in _of_debates(base):
        joined.join(base.resolve(each) for each in claims)
    _join_links(joined, base, base.links.values())
    _join_records(joined, base, base.claims.values())
    return joined


def of_a_region(file: RecordFile, base: Linked) -> bool:
    """Whether a file belongs to the region of a claim, and not to all of them."""
    return file.kind in ("claim", "annotation") and file.id in base.claims


def touched_regions(joined: Joined, former: Linked, base: Linked) -> tuple[Joined, set[str]] | None:
    """The regions of a state of the records that comes after a former one, and the names of those
    in which a file is not as it was; None where something is not that belongs to all of them.

    Two regions of the former state that have nothing to do with each other any more are still
    taken for one: to find that out takes longer than it saves.
    """
    files, others = former.tree.by_path, base.tree.by_path
    changed = [each for path, each in others.items() if files.get(path) is not each]
    gone = [each for path, each in files.items() if path not in others]
    if gone or any(each.path not in files for each in changed):
        return None
    if not all(of_a_region(each, base) for each in changed):
        return None
    if base.folders != former.folders or base.older != former.older:
        return None
    after = joined.copy()
    if base.links is not former.links:
        known = former.links
        _join_links(
            after, base, (each for name, each in base.links.items() if known.get(name) is not each)
        )
    _join_records(after, base, (base.claims[each.id] for each in changed))
    return after, {after.top(each.id) for each in changed}


def _of_debates(base: Linked) -> Iterator[list[str]]:
    folders: dict[str, list[str]] = {}
    for claim, folder in base.folders.items():
        folders.setdefault(folder, []).append(claim)
    for debate in base.debates.values():
        named = folders.setdefault(debate.id, [])
        named.extend(debate.theses)
        for theme in debate.themes:
            named.extend(theme.roots)
        for finding in debate.findings:
            named.extend(finding.claims)
    yield from folders.values()


def _join_links(joined: Joined, base: Linked, links: Iterable[Link]) -> None:
    for link in links:
        joined.join((*link.premises, base.final_target(link)))


def _join_records(joined: Joined, base: Linked, claims: Iterable[Claim]) -> None:
    for claim in claims:
        outcome = () if claim.outcome is None else claim.outcome.claims
        named = (*claim.specifies, *claim.raises, *claim.answers, *outcome)
        if named:
            joined.join((claim.id, *map(base.resolve, named)))
