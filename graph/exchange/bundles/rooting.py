"""Claims of a bundle among the roots of themes, of debates that come along or are there."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from graph.base import KnowledgeBase
from graph.check import Finding
from graph.check.suggestions import Suggestions
from graph.drafting.draft import DraftFile
from graph.exchange.bundles.arrivals import Arrival
from graph.exchange.bundles.columns import BETWEEN
from graph.exchange.bundles.entry import Bundle, Entry
from graph.records import Debate
from graph.store.amending import Append, NotAmendableError, amend
from graph.text.nearest import listed


@dataclass
class Rooted:
    """The arrivals, debates among them with their new roots; the files of debates that are there
    and get some; and what is wrong."""

    arrivals: list[Arrival]
    changed: list[DraftFile] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)


def rooted(kb: KnowledgeBase, bundle: Bundle, arrivals: Sequence[Arrival]) -> Rooted:
    """The arrivals with the claims that name a `theme` among its roots, in their order."""
    found = Rooted(list(arrivals))
    coming = {each.id: at for at, each in enumerate(found.arrivals) if each.entry.kind == "debate"}
    for debate, claims in _by_debate(arrivals).items():
        at = coming.get(debate)
        if at is not None:
            arrival = found.arrivals[at]
            record = arrival.file.record if arrival.file is not None else None
            path, text = arrival.path, arrival.text
        elif debate in kb.debates:
            record, path = kb.debates[debate], kb.paths["debate", debate]
            text = kb.tree.by_path[path].text
        else:
            continue
        if not isinstance(record, Debate):
            continue
        changes = list(_roots(bundle, record, claims, found.findings))
        if not changes:
            continue
        try:
            new = amend(path, text, changes)
        except NotAmendableError as error:
            place = claims[0].entry.place(("theme",))
            help_ = "lay out the debate with `betoog fmt`, or add the roots by hand"
            found.findings.append(bundle.fault("F104", place, str(error), help_))
            continue
        if at is not None:
            found.arrivals[at] = found.arrivals[at].reading(new)
        else:
            found.changed.append(DraftFile(path, new))
    return found


def _by_debate(arrivals: Sequence[Arrival]) -> Mapping[str, list[Arrival]]:
    found: dict[str, list[Arrival]] = {}
    for each in arrivals:
        if each.entry.kind == "claim" and themes_of(each.entry):
            found.setdefault(each.path.split("/")[1], []).append(each)
    return found


def themes_of(entry: Entry) -> list[str]:
    """The themes of which a claim is to be a root."""
    said = entry.fields.get("theme")
    names = said.split(BETWEEN) if isinstance(said, str) else said
    given = names if isinstance(names, list) else ()
    return [each.strip() for each in given if isinstance(each, str) and each.strip()]


def _roots(
    bundle: Bundle, debate: Debate, claims: Sequence[Arrival], findings: list[Finding]
) -> Iterator[Append]:
    themes, suggestions = {each.id: at for at, each in enumerate(debate.themes)}, Suggestions()
    added: set[tuple[str, str]] = {(each.id, root) for each in debate.themes for root in each.roots}
    for claim in claims:
        for theme in themes_of(claim.entry):
            if theme not in themes:
                help_ = suggestions.of(theme, themes) or (
                    f"its themes are {listed(themes)}" if themes else "it has none"
                )
                said = f"the debate `{debate.id}` has no theme `{theme[:100]}`"
                place = claim.entry.place(("theme",))
                findings.append(bundle.fault("F104", place, said, help_))
            elif (theme, claim.id) not in added:
                added.add((theme, claim.id))
                yield Append(("themes", themes[theme], "roots"), claim.id)
