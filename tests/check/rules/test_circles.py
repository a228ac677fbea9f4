"""What one case per rule cannot show: several circles, and what excuses a dead end."""

from pathlib import Path

from graph.base import KnowledgeBase
from graph.check import Finding, check

HEAD = "---\nclaim: {{en: About {0}., nl: Over {0}.}}\nkind: fact\nimplicit: true\n"
DEBATE = "title: {en: A, nl: B}\nquestion: {en: A?, nl: B?}\ntheses: [thesis]\n"


def _checked(root: Path, **claims: str) -> tuple[Finding, ...]:
    folder = root / "claims" / "d"
    folder.mkdir(parents=True)
    (folder / "debate.yaml").write_text(DEBATE)
    for name, fields in ({"thesis": ""} | claims).items():
        (folder / f"{name}.md").write_text(f"{HEAD.format(name)}{fields}---\n")
    return check(KnowledgeBase.load(root))


def _supports(*targets: str) -> str:
    steps = "".join(f"  - {{claim: {each}, because: {{en: So., nl: Dus.}}}}\n" for each in targets)
    return f"supports:\n{steps}"


def test_each_circle_is_drawn_once_from_its_first_claim(tmp_path: Path) -> None:
    findings = _checked(
        tmp_path, a=_supports("b", "thesis"), b=_supports("c", "a"), c=_supports("a")
    )
    assert [(each.path[-4:], each.message) for each in findings] == [
        ("a.md", "circular support: a -> b -> a"),
        ("a.md", "circular support: a -> b -> c -> a"),
    ]


def test_a_knot_of_circles_is_not_drawn_without_end(tmp_path: Path) -> None:
    names = [f"k{n:02}" for n in range(14)]
    claims = {
        name: _supports(*(each for each in names if each != name), "thesis") for name in names
    }
    findings = _checked(tmp_path, **claims)
    assert 1 <= len(findings) <= 20
    assert {each.code for each in findings} == {"A301"}


def test_mutual_contradiction_is_disagreement(tmp_path: Path) -> None:
    against = _supports("thesis").replace("supports", "contradicts")
    back = _supports("a").replace("supports", "contradicts")
    assert _checked(tmp_path, thesis=back, a=against) == ()


def test_a_route_may_lead_through_every_kind_of_relation(tmp_path: Path) -> None:
    findings = _checked(
        tmp_path,
        a=_supports("thesis").replace("because", "with: [premise], because"),
        premise="",
        part="specifies: [premise]\n",
        undercut="undercuts:\n  - {link: a -> thesis, because: {en: So., nl: Dus.}}\n"
        "raises: [query]\n",
        query="",
        answer="answers: [query]\n",
    )
    # The question is of kind fact here, which is another matter.
    assert {each.code for each in findings} == {"R201"}


def test_a_claim_that_bears_on_an_unknown_claim_is_reported_there_only(tmp_path: Path) -> None:
    findings = _checked(tmp_path, a=_supports("nobody"), b=_supports("a"))
    assert [each.code for each in findings] == ["R101"]


def test_a_link_into_a_broken_record_is_no_fault(tmp_path: Path) -> None:
    findings = _checked(tmp_path, a=_supports("b"), b="kind: fact\nspeaker: [\n")
    assert [(each.path, each.code) for each in findings] == [("claims/d/b.md", "S206")]


def test_places_are_right_below_an_item_that_could_not_be_read(tmp_path: Path) -> None:
    findings = _checked(tmp_path, a=_supports("BAD", "thesis", "nobody"))
    assert [(each.code, each.line, each.column) for each in findings] == [
        ("F104", 6, 13),
        ("R101", 8, 13),
    ]
