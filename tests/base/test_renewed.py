"""A knowledge base made from a former one is the same as one made of its tree alone."""

import random
from collections.abc import Callable, Mapping
from itertools import product
from pathlib import Path
from typing import Any, TypeVar

import pytest

from graph.argument.carried import carried_without
from graph.base import KnowledgeBase
from graph.base.reads import RememberedBy
from graph.semantics import Band
from graph.semantics.reweighing import Reweighing
from graph.store import Tree, read_tree
from graph.store.file_reading import read_file
from tests.examples import examples

T = TypeVar("T")

CLAIMS = [f"c{number}" for number in range(9)]
FOLDER = "claims/d"
SOURCES = ("s", "copy", "text")


def read(tree: Tree, path: str, text: str | None) -> Tree:
    """A tree with another text in one file, or without the file."""
    if text is None:
        return tree.with_file(path, None)
    file, problems = read_file(path, text)
    return tree.with_file(path, file, problems)


def claim_text(draw: random.Random, name: str) -> str:
    """A claim that argues about some others, which may not exist, in any way."""
    lines = [f"claim: {{en: {name} {draw.randrange(9)}.}}"]
    lines.append(f"kind: {draw.choice(('fact', 'fact', 'causal', 'question'))}")
    if draw.random() < 0.4:
        lines.append("implicit: true")
    elif draw.random() < 0.8:
        lines.append(f"passages: [{{source: {draw.choice(SOURCES)}, paragraph: 1, start: a}}]")
    for field in ("supports", "contradicts"):
        targets = [each for each in draw.sample(CLAIMS, draw.choice((0, 1, 1, 2))) if each != name]
        scheme = ", scheme: necessary-condition" if draw.random() < 0.2 else ""
        others = f", with: [{draw.choice(CLAIMS)}]" if draw.random() < 0.3 else ""
        if targets:
            steps = (f"{{claim: {each}{scheme}{others}}}" for each in targets)
            lines.append(f"{field}: [{', '.join(steps)}]")
    if draw.random() < 0.3:
        one, other = draw.sample(CLAIMS, 2)
        lines.append(f"undercuts: [{{link: {one} -> {other}}}]")
    if draw.random() < 0.15:
        lines.append(f"aliases: [{draw.choice(CLAIMS)}]")
    if draw.random() < 0.2:
        lines.append(f"base_score: 0.{draw.randrange(10)}\nbase_score_because: {{en: So.}}")
    return "---\n" + "\n".join(lines) + f"\n---\nNote {draw.randrange(9)}.\n"


def edited(draw: random.Random, tree: Tree) -> Tree:
    """A tree after one edit of one file."""
    chance = draw.random()
    if chance < 0.1:
        quality = draw.choice(("primary", "secondary"))
        text = f"type: article\ntitle: S\nquality: {quality}\n"
        if draw.random() < 0.5:
            text += f"aliases: [{draw.choice(('copy', 'older'))}]\n"
        return read(tree, "claims/sources/s.yaml", text)
    if chance < 0.15:
        source = draw.choice(SOURCES)
        text = f"title: {{en: D}}\nquestion: {{en: Q?}}\ntheses: [c0]\nsource: {source}\n"
        return read(tree, f"{FOLDER}/debate.yaml", text)
    if chance < 0.2:
        return read(tree, "claims/grounds.yaml", f"granted: 0.{draw.randrange(1, 9)}\n")
    name = draw.choice(CLAIMS)
    gone = draw.random() < 0.15
    return read(tree, f"{FOLDER}/{name}.md", None if gone else claim_text(draw, name))


def everything(kb: KnowledgeBase) -> tuple[object, ...]:
    """What follows from the links of a knowledge base, with every bit of every number."""
    assessment = kb.assessment
    return (
        kb.all_links,
        list(kb.links.items()),
        {claim: (kb.reasons(claim), kb.used_in(claim)) for claim in kb.claims},
        list(kb.grounds.items()),
        kb.framework,
        [
            list(map(float.hex, [*each.lower, *each.upper]))
            for each in (assessment.weighing, *assessment.turned)
        ],
        assessment.kinds,
        assessment.sides,
        assessment.standings,
        assessment.firm,
        assessment.labelling,
        {claim: kb.changes(claim) for claim in kb.claims},
        {pair: kb.effect(*pair) for pair in product(kb.claims, repeat=2)},
        {pair: kb.without(*pair) for pair in product(kb.claims, repeat=2)},
    )


@pytest.mark.long
def test_whatever_is_edited_it_is_as_if_it_was_made_alone() -> None:
    draw = random.Random(11)
    taken = cycles = 0
    for _ in range(examples(0.3)):
        tree = Tree(Path(), (), ())
        for name in CLAIMS:
            tree = read(tree, f"{FOLDER}/{name}.md", claim_text(draw, name))
        kb = KnowledgeBase(tree)
        for _ in range(8):
            everything(kb)
            tree = edited(draw, tree)
            former, kb = kb, kb.renewed(tree)
            assert everything(kb) == everything(KnowledgeBase(tree))
            taken += kb.assessment is former.assessment
            cycles += bool(kb.framework.incidence.cyclic)
    assert taken > examples(0.1)
    assert cycles > examples(0.3)


def test_a_tree_that_is_the_same_is_the_same_knowledge_base() -> None:
    kb = KnowledgeBase(Tree(Path(), (), ()))
    assert kb.renewed(kb.tree) is kb


def test_what_is_reworded_alone_is_not_weighed_again() -> None:
    draw = random.Random(2)
    text = claim_text(draw, "c1")
    tree = read(Tree(Path(), (), ()), f"{FOLDER}/c1.md", text)
    tree = read(tree, f"{FOLDER}/c0.md", claim_text(draw, "c0"))
    kb = KnowledgeBase(tree)
    renewed = kb.renewed(
        read(tree, f"{FOLDER}/c1.md", text.replace("claim: {en: c1", "claim: {en: So c1"))
    )
    assert renewed.claims["c1"].claim.root["en"].startswith("So c1")
    assert renewed.assessment is kb.assessment


def test_what_has_nothing_to_do_with_a_new_link_is_not_rejected_again(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    tree = Tree(Path(), (), ())
    claims = {f"{part}{number}": f"{part}{number - 1}" for part in "ab" for number in (1, 2, 3)}
    for name, reason in {"a0": "", "b0": "", **claims}.items():
        links = f"supports: [{{claim: {reason}}}]\n" if reason else ""
        text = f"---\nclaim: {{en: {name}.}}\nkind: fact\nimplicit: true\n{links}---\n"
        tree = read(tree, f"{FOLDER}/{name}.md", text)
    kb = KnowledgeBase(tree)
    before = {pair: kb.effect(*pair) for pair in product(kb.claims, repeat=2)}
    asked: list[str] = []
    after = Reweighing.after

    def noting(self: Reweighing, fixed: Mapping[int, Band], *others: Any) -> dict[int, Band]:
        asked.extend(self.assessment.framework.incidence.claims[node] for node in fixed)
        return after(self, fixed, *others)

    monkeypatch.setattr(Reweighing, "after", noting)
    text = text.replace("supports", "contradicts").replace("b2", "b0")
    renewed = kb.renewed(read(tree, f"{FOLDER}/b3.md", text))
    found = {pair: renewed.effect(*pair) for pair in product(kb.claims, repeat=2)}
    changed = {pair for pair in found if found[pair] != before[pair]}
    assert ("b3", "b0") in changed
    assert all(claim.startswith("b") for pair in changed for claim in pair)
    assert {each[0] for each in asked} == {"b"}


def test_who_looks_meanwhile_into_what_was_before_is_not_in_the_way(
    kb: KnowledgeBase, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    taken_over = RememberedBy.taken_over

    def while_another_looks(self: RememberedBy[T], same: Callable[[str], bool]) -> RememberedBy[T]:
        """As another thread does that asks for what was not worked out yet."""
        vars(kb)[f"asked for later {len(vars(kb))}"] = None
        return taken_over(self, same)

    for claim in kb.claims:
        for link in kb.reasons(claim):
            carried_without(kb, claim, link.claim)
    path = root / kb.paths["claim", next(iter(kb.claims))]
    path.write_text(path.read_text("utf-8") + "\nMore.\n", "utf-8")
    monkeypatch.setattr(RememberedBy, "taken_over", while_another_looks)
    before = len(vars(kb))
    kb.renewed(read_tree(root))
    assert len(vars(kb)) > before
