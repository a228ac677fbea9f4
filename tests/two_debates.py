"""Two debates of twenty claims each that share a source and claims, made anew for every seed.

In each, every claim but the thesis and a question makes one step to an earlier claim, or doubts the
step that one makes. Besides, a claim of each debate bears on one of the other, early enough that no
circle comes of it: so there is one route from a claim to a thesis, or none.
"""

import random
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import yaml

DEBATES = ("canal", "market")
SIZE = 20


@dataclass(frozen=True)
class Made:
    """What was made: the steps by their names, and the theme's roots of each debate."""

    steps: dict[str, tuple[str, str, str]]
    """For each link, the claim that argues, the field it stands in, and its target."""
    claims: dict[str, str]
    """The debate of each claim."""
    implicit: frozenset[str]
    questions: frozenset[str]
    roots: dict[str, tuple[str, str]]


def lay_out_debates(root: Path, seed: int = 1) -> Made:
    """Write the two debates below a root."""
    chance = random.Random(seed)
    steps: dict[str, tuple[str, str, str]] = {}
    claims: dict[str, str] = {}
    for debate in DEBATES:
        for number in range(SIZE):
            claims[f"{debate}-{number}"] = debate
        for number in range(1, SIZE - 1):
            _step(steps, chance, f"{debate}-{number}", f"{debate}-{chance.randrange(number)}")
    for one, other in (DEBATES, DEBATES[::-1]):
        source, target = f"{one}-{chance.randrange(10, 15)}", f"{other}-{chance.randrange(1, 8)}"
        steps[f"{source} -> {target}"] = (source, "supports", target)
    implicit = frozenset(each for each in claims if chance.random() < 0.5)
    questions = frozenset(f"{debate}-{SIZE - 1}" for debate in DEBATES)
    # Both call a theme the same, and the second has a root that is a claim of the first.
    roots = {"canal": ("canal-1", "canal-2"), "market": ("market-1", "canal-3")}
    made = Made(steps, claims, implicit, questions, roots)
    for debate in DEBATES:
        _write(root / "claims" / debate / "debate.yaml", _debate(made, debate))
    for claim in claims:
        text = f"---\n{yaml.safe_dump(_claim(made, claim), sort_keys=False)}---\n"
        place = root / "claims" / claims[claim] / f"{claim}.md"
        place.write_text(text, "utf-8")
    essay = {"type": "webpage", "title": "Of both", "URL": "https://example.org/"}
    _write(root / "claims" / "sources" / "essay.yaml", essay)
    _write(root / "claims" / "speakers" / "ada-bron.yaml", {"name": "Ada Bron"})
    return made


def _step(
    steps: dict[str, tuple[str, str, str]], chance: random.Random, claim: str, target: str
) -> None:
    doubtable = [name for name, (source, _, _) in steps.items() if source == target]
    if doubtable and chance.random() < 0.3:
        steps[f"{claim} -> ({doubtable[0]})"] = (claim, "undercuts", doubtable[0])
    else:
        kind = chance.choice(("supports", "supports", "contradicts"))
        steps[f"{claim} -> {target}"] = (claim, kind, target)


def _debate(made: Made, debate: str) -> dict[str, object]:
    return {
        "title": {"en": f"The {debate}"},
        "question": {"en": f"Do we need a {debate}?"},
        "source": "essay",
        "languages": ["en"],
        "theses": [f"{debate}-0"],
        "themes": [
            {"id": "money", "title": {"en": "Money"}, "roots": [*made.roots[debate]]},
        ],
    }


def _claim(made: Made, claim: str) -> Mapping[str, object]:
    number = claim.partition("-")[2]
    kind = "question" if claim in made.questions else "fact"
    record: dict[str, object] = {
        "claim": {"en": f"The {made.claims[claim]} has reason number {number}."},
        "label": {"en": f"{made.claims[claim].capitalize()} {number}"},
        "kind": kind,
    }
    if claim in made.implicit:
        record["implicit"] = True
    else:
        record["speaker"] = "ada-bron"
        record["passages"] = [{"source": "essay", "paragraph": int(number), "start": "they say"}]
    for name, (source, type_, target) in made.steps.items():
        if source == claim:
            aim = {"link": target} if type_ == "undercuts" else {"claim": target}
            links = record.setdefault(type_, [])
            assert isinstance(links, list), name
            links.append({**aim, "because": {"en": "It says so."}})
    return record


def _write(place: Path, record: Mapping[str, object]) -> None:
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_text(yaml.safe_dump(record, sort_keys=False), "utf-8")
