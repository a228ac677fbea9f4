"""Knowledge bases made of frameworks, so that the sentences on pages can be held to the engine."""

from collections.abc import Collection, Iterable, Mapping
from pathlib import Path

import pytest

from graph.base import KnowledgeBase, Link
from graph.records import Claim, ClaimLink, Kind, LinkLink, LocalizedText
from graph.semantics import Framework, LinkKind
from graph.store import Tree
from graph.store.record_file import RecordFile


def knowledge_base(
    framework: Framework,
    *,
    implicit: Collection[str] = (),
    answers: Mapping[str, str] | None = None,
) -> KnowledgeBase:
    """The knowledge base of a framework. `answers` maps claims to the questions they answer."""
    answers = answers or {}
    questions = set(answers.values())
    files = []
    for name, ground in framework.grounds.items():
        own = [link for link in framework.links if link.premises[0] == name]
        steps: dict[LinkKind, list[ClaimLink]] = {kind: [] for kind in LinkKind}
        undercuts = []
        for link in own:
            own_id = link.id.replace(" ", "-")
            common = {"id": own_id, "with": link.premises[1:], "relevance": link.relevance}
            if link.kind is LinkKind.CONDITION:
                common["scheme"] = "necessary-condition"
            if link.kind is LinkKind.UNDERCUT:
                undercuts.append(LinkLink.model_validate({"link": link.target, **common}))
            else:
                step = ClaimLink.model_validate({"claim": link.target, **common})
                steps[link.kind].append(step)
        claim = Claim(
            id=name,
            claim=LocalizedText({"en": f"So says {name}.", "nl": f"Aldus {name}."}),
            label=LocalizedText({"en": f"Says {name}", "nl": f"Zegt {name}"}),
            kind=Kind.QUESTION if name in questions else Kind.FACT,
            implicit=name in implicit,
            base_score=ground,
            base_score_because=LocalizedText({"en": "As drawn.", "nl": "Zo getrokken."}),
            supports=(*steps[LinkKind.SUPPORT], *steps[LinkKind.CONDITION]),
            contradicts=tuple(steps[LinkKind.CONTRADICTION]),
            undercuts=tuple(undercuts),
            answers=(answers[name],) if name in answers else (),
        )
        files.append(RecordFile(f"claims/d/{name}.md", "claim", name, "d", "", record=claim))
    return KnowledgeBase(Tree(Path(), tuple(files), ()))


def links_put_in_order(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """How many links are put in order from here on, each time that some are."""
    ordered: list[int] = []
    by_force = KnowledgeBase.by_force

    def counted(self: KnowledgeBase, links: Iterable[Link]) -> tuple[Link, ...]:
        links = tuple(links)
        ordered.append(len(links))
        return by_force(self, links)

    monkeypatch.setattr(KnowledgeBase, "by_force", counted)
    return ordered
