"""Arguments of one shape each, as large as is asked: what large debates are made of at worst.

A shape says which claims there are, and what each of them argues: pairs of a type of link and its
target. The first claim of a shape is the thesis.
"""

import random
from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType

from graph.base import KnowledgeBase
from graph.records import Claim, Debate, Source, Speaker
from graph.store import Tree
from graph.store.record_file import RecordFile
from graph.store.writing import claim_text, record_text

Shape = Mapping[str, list[tuple[str, str]]]
"""The links of each claim: (field, target). What is undercut is named `claim -> target`, or by
the id of the link, which an undercut has from the claim that makes it: `by-<claim>`."""


def chain(size: int) -> Shape:
    """Each claim is the one reason for the one before it."""
    return {f"c{n}": [("supports", f"c{n - 1}")] if n else [] for n in range(size)}


def hub(size: int) -> Shape:
    """All claims are reasons for the first, but every fifth objects to it."""
    fields = ["contradicts", "supports", "supports", "supports", "supports"]
    return {f"c{n}": [(fields[n % 5], "c0")] if n else [] for n in range(size)}


def ring(size: int) -> Shape:
    """Claims in a ring that contradict both neighbours; one of them supports the thesis."""
    links: dict[str, list[tuple[str, str]]] = {"top": []}
    count = size - 1
    for n in range(count):
        beside = {(n - 1) % count, (n + 1) % count} - {n}
        links[f"c{n}"] = [("contradicts", f"c{each}") for each in sorted(beside)]
    links["c0"].append(("supports", "top"))
    return links


def circle(size: int) -> Shape:
    """Each claim is a reason for the one before it, and the second one for the last."""
    links = {f"c{n}": [("supports", f"c{n - 1}")] if n else [] for n in range(size)}
    links["c1"].append(("supports", f"c{size - 1}"))
    return links


def knot(size: int) -> Shape:
    """All claims but two contradict each other, and one that does supports the thesis as well."""
    names = [f"k{n}" for n in range(size - 2)] + ["s"]
    links = {each: [("contradicts", other) for other in names if other != each] for each in names}
    return {"top": [], **links, "s": [*links["s"], ("supports", "top")]}


def doubts(size: int) -> Shape:
    """A reason for the thesis whose step is undercut, and that undercut again, and so on."""
    links: dict[str, list[tuple[str, str]]] = {"c0": [], "c1": [("supports", "c0")]}
    links["c2"] = [("undercuts", "c1 -> c0")]
    for n in range(3, size):
        links[f"c{n}"] = [("undercuts", f"by-c{n - 1}")]
    return links


def ladder(size: int) -> Shape:
    """Each claim is a reason for the two before it: there are very many routes."""
    return {f"c{n}": [("supports", f"c{m}") for m in (n - 1, n - 2) if m >= 0] for n in range(size)}


def rungs(size: int) -> Shape:
    """Two claims to a rung, both reasons for both of the rung below: with n rungs there are 2ⁿ
    routes from either of the last to the thesis."""
    links: dict[str, list[tuple[str, str]]] = {"c0": []}
    below = ["c0"]
    for n in range(1, size // 2 + 1):
        here = [f"a{n}", f"b{n}"]
        links |= {each: [("supports", other) for other in below] for each in here}
        below = here
    return links


def rivals(size: int) -> Shape:
    """Ten claims each that all contradict one another, one of which supports the thesis."""
    links: dict[str, list[tuple[str, str]]] = {"top": []}
    for n in range(size - 1):
        first = n // 10 * 10
        others = (m for m in range(first, min(first + 10, size - 1)) if m != n)
        links[f"c{n}"] = [("contradicts", f"c{m}") for m in others]
        if n == first:
            links[f"c{n}"].append(("supports", "top"))
    return links


def tangle(size: int, seed: int = 2025) -> Shape:
    """Claims that contradict one another, each some eight others drawn at random, so that all are
    on one cycle; one of them supports the thesis."""
    draw = random.Random(seed)
    beside: list[set[int]] = [set() for _ in range(size - 1)]
    for n in range(size - 1):
        for other in draw.sample(range(size - 1), 4):
            if other != n:
                beside[n].add(other)
                beside[other].add(n)
    links = {
        f"c{n}": [("contradicts", f"c{m}") for m in sorted(others)]
        for n, others in enumerate(beside)
    }

    links["c0"].append(("supports", "top"))
    return {"top": [], **links}


def web(size: int) -> Shape:
    """Each claim argues about the eight before it, for one and against the next: no claim is
    out of reach of any later one."""
    fields = ("supports", "contradicts")
    return {
        f"c{n}": [(fields[(n - m) % 2 == 0], f"c{m}") for m in range(max(0, n - 8), n)]
        for n in range(size)
    }


SHAPES: Mapping[str, Callable[[int], Shape]] = MappingProxyType(
    {
        "chain": chain,
        "hub": hub,
        "ring": ring,
        "circle": circle,
        "doubts": doubts,
        "ladder": ladder,
        "web": web,
    }
)
"""The shapes that have a few links for each claim."""


def records(
    shape: Shape, cited: bool = False
) -> tuple[Debate, list[Claim], list[Source | Speaker]]:
    """A shape as records. Every claim says something else, in two languages. Where they are
    `cited`, all are read from one source and made by one speaker, and the thesis is of a theme."""
    claims = []
    for number, (name, links) in enumerate(shape.items()):
        fields: dict[str, list[dict[str, str]]] = {}
        for field, target in links:
            if field == "undercuts":
                step = {"link": target, "id": f"by-{name}"}
            else:
                step = {"claim": target}
            fields.setdefault(field, []).append(step)
        wording = {"en": f"This is the claim {name}.", "nl": f"Dit is de bewering {name}."}
        passage = {"source": "s", "paragraph": number + 1, "start": f"the claim {name}"}
        said = {"speaker": "p", "stance": "endorses", "passages": [passage]}
        claims.append(
            Claim.model_validate(
                {"id": name, "claim": wording, "label": wording, "kind": "causal", **fields}
                | (said if cited else {"implicit": True})
            )
        )
    top = next(iter(shape))
    theme = {"id": "t", "title": {"en": "All", "nl": "Alles"}, "roots": [top]}
    debate = Debate.model_validate(
        {
            "id": "d",
            "title": {"en": "Shape", "nl": "Vorm"},
            "question": {"en": "Does it hold?", "nl": "Houdt het stand?"},
            "theses": [top],
        }
        | ({"source": "s", "themes": [theme]} if cited else {})
    )
    source = Source.model_validate({"id": "s", "type": "article", "title": "What was said"})
    speaker = Speaker.model_validate({"id": "p", "name": {"en": "A voice", "nl": "Een stem"}})
    return debate, claims, [source, speaker] if cited else []


def shaped(shape: Shape, cited: bool = False) -> KnowledgeBase:
    """A knowledge base of this shape, without files."""
    debate, claims, others = records(shape, cited)
    files = [RecordFile("claims/d/debate.yaml", "debate", "d", "d", "", record=debate)]
    files += [
        RecordFile(f"claims/d/{each.id}.md", "claim", each.id, "d", "", record=each)
        for each in claims
    ]
    for each in others:
        kind = "source" if isinstance(each, Source) else "speaker"
        path = f"claims/{kind}s/{each.id}.yaml"
        files.append(RecordFile(path, kind, each.id, "", "", record=each))
    return KnowledgeBase(Tree(Path(), tuple(sorted(files, key=lambda each: each.path)), ()))


def write_shape(root: Path, shape: Shape) -> None:
    """Write a knowledge base of this shape below a root."""
    debate, claims, _ = records(shape)
    folder = root / "claims" / "d"
    folder.mkdir(parents=True)
    (folder / "debate.yaml").write_text(record_text(debate), "utf-8")
    for each in claims:
        (folder / f"{each.id}.md").write_text(claim_text(each, ""), "utf-8")
