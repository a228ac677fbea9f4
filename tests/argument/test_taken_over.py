"""What is worked out around claims is taken over where nothing around them changed, and is as it
would be worked out alone."""

import random
from pathlib import Path

import pytest

from graph.argument.as_of import over_time
from graph.argument.debated import debate_claims, debate_links, debates_with
from graph.argument.downfall import brought_down_by
from graph.argument.finding import by_effect, words_of_claim
from graph.argument.narrowing import narrowed
from graph.argument.roles import Role, roles
from graph.base import KnowledgeBase, Link
from graph.pages.views.shared_debates import SharedDebates
from graph.store import Tree
from tests.base.test_renewed import read
from tests.examples import examples

DEBATES = {"tram": "t", "bike": "b", "ferry": "f"}
PATHS = {
    f"{first}{number}": f"claims/{debate}/{first}{number}.md"
    for debate, first in DEBATES.items()
    for number in range(5)
}
CLAIMS = list(PATHS)


def claim(draw: random.Random, name: str) -> str:
    """A claim that names others of its debate, and now and then one of another, in any way."""
    far = [each for each in CLAIMS if each != name]
    near = [each for each in far if each[0] == name[0]]

    def other() -> str:
        return draw.choice(
            near if draw.random() < 0.93 else [each for each in CLAIMS if each != name]
        )

    lines = [f"claim: {{en: {name} {draw.randrange(9)}.}}"]
    lines.append(f"kind: {draw.choice(('fact', 'fact', 'prediction', 'question'))}")
    lines.append(
        draw.choice(("implicit: true", "speaker: ann", "passages: [{source: s, start: a}]"))
    )
    fields = [each for each in ("supports", "contradicts") if draw.random() < 0.5]
    lines += [f"{field}: [{{claim: {other()}}}]" for field in fields]
    if draw.random() < 0.2:
        lines.append(f"undercuts: [{{link: {other()} -> {other()}}}]")
    fields = [each for each in ("specifies", "answers", "raises") if draw.random() < 0.15]
    lines += [f"{field}: [{other()}]" for field in fields]
    return "---\n" + "\n".join(lines) + f"\n---\nNote {draw.randrange(9)}.\n"


def debate(draw: random.Random, name: str) -> str:
    """A debate with a theme, which may begin with a claim of another."""
    root = draw.choice(CLAIMS) if draw.random() < 0.1 else f"{DEBATES[name]}1"
    return (
        f"title: {{en: {name}}}\nquestion: {{en: Q?}}\ntheses: [{DEBATES[name]}0]\n"
        f"themes: [{{id: one, title: {{en: One {draw.randrange(3)}}}, roots: [{root}]}}]\n"
    )


def edited(draw: random.Random, tree: Tree) -> Tree:
    """A tree after one edit."""
    chance = draw.random()
    if chance < 0.06:
        name = draw.choice(list(DEBATES))
        return read(tree, f"claims/{name}/debate.yaml", debate(draw, name))
    if chance < 0.12:
        return read(tree, "claims/speakers/ann.yaml", f"name: {{en: Ann {draw.randrange(9)}}}\n")
    name = draw.choice(CLAIMS)
    return read(tree, PATHS[name], None if draw.random() < 0.06 else claim(draw, name))


def first(draw: random.Random) -> Tree:
    """All debates and claims."""
    tree = read(Tree(Path(), (), ()), "claims/sources/s.yaml", "type: report\ntitle: S\n")
    for name in DEBATES:
        tree = read(tree, f"claims/{name}/debate.yaml", debate(draw, name))
    for name, path in PATHS.items():
        tree = read(tree, path, claim(draw, name))
    return tree


def everything(kb: KnowledgeBase) -> tuple[object, ...]:
    """What is worked out around each claim and each debate, and what is put together of that."""
    work = (narrowed, words_of_claim, over_time, brought_down_by)
    around = {each: [how(kb, each) for how in work] for each in kb.claims}
    shared = SharedDebates(kb)
    debates = [
        (shared.numbers(each), shared.unanswered(each), shared.bearing(each, "one"))
        for each in kb.debates
    ]
    return around, by_effect(kb), debates


@pytest.mark.long
def test_whatever_is_edited_it_is_as_if_it_was_worked_out_alone() -> None:
    draw = random.Random(19)
    for _ in range(examples(0.3)):
        tree = first(draw)
        kb = KnowledgeBase(tree)
        for _ in range(8):
            everything(kb)
            tree = edited(draw, tree)
            kb, alone = kb.renewed(tree), KnowledgeBase(tree)
            assert everything(kb) == everything(alone)
            for name, debates in debates_with(kb).items():
                belonging = debate_claims(alone)
                assert debates == tuple(each for each in alone.debates if name in belonging[each])


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The claims of which it is worked out, from now on, what they are found under."""
    found: list[str] = []

    def noted(kb: KnowledgeBase, name: str) -> tuple[Role, ...]:
        found.append(name)
        return roles(kb, name)

    monkeypatch.setattr("graph.argument.narrowing.roles", noted)
    return found


@pytest.fixture
def asked_of_debates(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The debates of which it is worked out, from now on, which links they have."""
    found: list[str] = []

    def noted(kb: KnowledgeBase, name: str) -> tuple[Link, ...]:
        found.append(name)
        return debate_links(kb, name)

    monkeypatch.setattr("graph.argument.debated.debate_links", noted)
    return found


def plain(name: str, more: str = "") -> str:
    """A claim that names no other unless told to."""
    return f"---\nclaim: {{en: {name}.}}\nkind: fact\nimplicit: true\n{more}---\n"


@pytest.fixture
def apart() -> Tree:
    """Debates whose claims name no others."""
    draw = random.Random(1)
    tree = read(Tree(Path(), (), ()), "claims/sources/s.yaml", "type: report\ntitle: S\n")
    for name, letter in DEBATES.items():
        text = debate(draw, name).replace("[t1]", f"[{letter}1]")
        tree = read(tree, f"claims/{name}/debate.yaml", text)
    for name, path in PATHS.items():
        tree = read(tree, path, plain(name))
    return tree


@pytest.mark.parametrize(
    ("path", "text", "again"),
    [
        (PATHS["t2"], plain("t2 is said otherwise"), "t"),
        (PATHS["t2"], plain("t2", "supports: [{claim: t0}]\n"), "t"),
        (PATHS["t2"], plain("t2", "supports: [{claim: b0}]\n"), "tb"),
        (PATHS["t2"], plain("t2", "answers: [f3]\n"), "tf"),
        ("claims/sources/s.yaml", "type: report\ntitle: Another\n", "tbf"),
        (PATHS["t2"], None, "tbf"),
        ("claims/tram/t9.md", plain("t9"), "tbf"),
    ],
)
def test_only_around_what_changed_it_is_worked_out_again(
    apart: Tree,
    asked: list[str],
    asked_of_debates: list[str],
    path: str,
    text: str | None,
    again: str,
) -> None:
    kb = KnowledgeBase(apart)
    everything(kb)
    asked.clear()
    asked_of_debates.clear()
    renewed = kb.renewed(read(apart, path, text))
    everything(renewed)
    assert set(asked) == {each for each in renewed.claims if each[0] in again}
    assert sorted(asked_of_debates) == sorted(each for each in DEBATES if each[0] in again)
