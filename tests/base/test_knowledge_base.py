"""The knowledge base: records by id and links both ways."""

from pathlib import Path

import pytest

from graph.base import KnowledgeBase
from graph.records.link_types import LinkType
from graph.semantics import balances

CLAIMS = {
    "top": "",
    "mid": "supports:\n  - {claim: top, with: [other]}\naliases: [middle]\n",
    "other": "",
    "low": "supports: [{claim: middle, id: the-step}]\nspecifies: [top]\nraises: [q]\n",
    "doubt": "undercuts: [{link: middle->top}, {link: the-step}]\n",
    "doubt-of-doubt": "undercuts: [{link: 'doubt -> ( mid -> top )'}]\n",
    "lost": "supports: [{claim: nowhere}]\nundercuts: [{link: no -> where}]\n",
    "q": "",
    "needed": "supports: [{claim: top, scheme: necessary-condition, id: only-if}]\n",
}


def write(root: Path, order: list[str]) -> None:
    folder = root / "claims" / "d"
    folder.mkdir(parents=True)
    for claim in order:
        kind = "question" if claim == "q" else "fact"
        text = f"---\nclaim: {{en: {claim}.}}\nkind: {kind}\n{CLAIMS[claim]}---\n"
        (folder / f"{claim}.md").write_text(text, "utf-8")


@pytest.fixture
def kb(tmp_path: Path) -> KnowledgeBase:
    write(tmp_path, list(CLAIMS))
    return KnowledgeBase.load(tmp_path)


def test_links_are_found_from_both_ends(kb: KnowledgeBase) -> None:
    assert [link.id for link in kb.reasons("top")] == ["mid -> top"]
    assert [link.id for link in kb.used_in("other")] == ["mid -> top"]
    assert [link.claim for link in kb.undercuts("mid -> top")] == ["doubt"]


def test_a_condition_is_no_reason_and_stands_where_supports_stand(kb: KnowledgeBase) -> None:
    assert [link.id for link in kb.conditions("top")] == ["only-if"]
    assert kb.links["only-if"].type is LinkType.CONDITION
    assert kb.links["only-if"].field == ("supports", 0)


def test_an_alias_leads_to_the_claim_that_has_it(kb: KnowledgeBase) -> None:
    assert kb.links["the-step"].target == "mid"


def test_undercuts_of_undercuts_are_named_with_brackets(kb: KnowledgeBase) -> None:
    link = next(each for each in kb.links.values() if each.claim == "doubt-of-doubt")
    assert link.id == "doubt-of-doubt -> (doubt -> (mid -> top))"
    assert link.target == "doubt -> (mid -> top)"
    assert kb.final_target(link) == "top"


def test_links_that_lead_nowhere_are_kept_apart(kb: KnowledgeBase) -> None:
    assert not any(link.claim == "lost" for link in kb.links.values())
    assert sum(link.claim == "lost" for link in kb.all_links) == 2


def test_relations_without_strength_lead_back(kb: KnowledgeBase) -> None:
    assert kb.specified_by["top"] == ("low",)
    assert kb.raised_by["q"] == ("low",)


def test_the_graph_has_an_edge_from_every_premise_to_what_it_bears_on(kb: KnowledgeBase) -> None:
    assert kb.graph.has_edge("other", "top")
    assert kb.graph.has_edge("doubt-of-doubt", "top")
    types = {data["type"] for _, _, data in kb.graph.edges(data=True)}
    assert types == {"supports", "undercuts", "conditions"}


def test_the_order_of_files_does_not_matter(tmp_path: Path) -> None:
    write(tmp_path / "one", list(CLAIMS))
    write(tmp_path / "two", list(reversed(CLAIMS)))
    one, two = KnowledgeBase.load(tmp_path / "one"), KnowledgeBase.load(tmp_path / "two")
    assert list(one.claims) == list(two.claims)
    assert list(one.links) == list(two.links)
    assert one.assessment.balances == two.assessment.balances


def test_the_folders_that_files_are_in_do_not_matter(tmp_path: Path) -> None:
    write(tmp_path / "one", list(CLAIMS))
    write(tmp_path / "two", list(CLAIMS))
    folder = tmp_path / "two" / "claims" / "d"
    for place, claim in enumerate(CLAIMS):
        home = folder / "deep" / f"part-{place % 3}"
        home.mkdir(parents=True, exist_ok=True)
        (folder / f"{claim}.md").rename(home / f"{claim}.md")
    one, two = KnowledgeBase.load(tmp_path / "one"), KnowledgeBase.load(tmp_path / "two")
    assert one.assessment.balances == two.assessment.balances
    assert one.assessment.standings == two.assessment.standings
    assert one.grounds == two.grounds


def test_a_claim_under_another_id_stands_as_it_did(tmp_path: Path) -> None:
    write(tmp_path / "one", list(CLAIMS))
    write(tmp_path / "two", list(CLAIMS))
    folder = tmp_path / "two" / "claims" / "d"
    for file in folder.iterdir():
        text = file.read_text("utf-8").replace("low.", "zero.")
        file.with_name(file.name.replace("low", "zero")).write_text(text, "utf-8")
    (folder / "low.md").unlink()
    one, two = KnowledgeBase.load(tmp_path / "one"), KnowledgeBase.load(tmp_path / "two")
    found = two.assessment.balances
    for claim, band in one.assessment.balances.items():
        assert found["zero" if claim == "low" else claim] == pytest.approx(band)


def test_what_changes_without_a_claim_and_with_it(kb: KnowledgeBase) -> None:
    # "top" stands by "mid" and "other" together, 0.5 each, but for the doubt about the step.
    before = kb.assessment.balances["top"]
    changes, without = kb.changes("mid"), kb.without("mid", "top")
    assert changes is not None
    assert without is not None
    assert without.after.midpoint < before.midpoint
    assert (without.after, without.standing) == (changes["top"].after, changes["top"].standing)
    unchanged = kb.without("top", "mid")
    assert unchanged is not None
    assert (unchanged.before, unchanged.after, unchanged.delta) == (
        kb.assessment.balances["mid"],
        kb.assessment.balances["mid"],
        0.0,
    )


def test_the_effect_of_a_claim_is_what_accepting_it_makes_of_a_thesis_instead_of_rejecting_it(
    kb: KnowledgeBase,
) -> None:
    effects = {claim: kb.effect(claim, "top") or 0.0 for claim in kb.claims}
    for claim in kb.claims:
        accepted = balances(kb.framework, accepted=[claim])["top"].midpoint
        rejected = balances(kb.framework, rejected=[claim])["top"].midpoint
        if claim != "top":
            assert effects[claim] == pytest.approx(accepted - rejected)
    assert effects["mid"] > 0
    assert effects["doubt"] < 0
    assert effects["doubt-of-doubt"] > 0
    assert effects["needed"] > 0
    assert effects["lost"] == 0


@pytest.mark.parametrize(
    ("fields", "path", "published"),
    [
        ("licence: CC0-1.0\ntext: essay.txt\n", "claims/sources/essay.txt", True),
        ("licence: CC0-1.0\ntext: old/../essay.txt\n", "claims/sources/essay.txt", True),
        ("text: essay.txt\n", "claims/sources/essay.txt", False),
        ("licence: CC0-1.0\ntext: ../../essay.txt\n", "essay.txt", False),
        ("licence: CC0-1.0\ntext: ../../../essay.txt\n", "../essay.txt", False),
        ("licence: CC0-1.0\ntext: /essay.txt\n", "/essay.txt", False),
        ("licence: CC0-1.0\ntext: essay.yaml\n", "claims/sources/essay.yaml", False),
        ("", "", False),
    ],
)
def test_a_source_has_a_text_only_with_a_licence_and_beside_its_record(
    tmp_path: Path, fields: str, path: str, published: bool
) -> None:
    folder = tmp_path / "kb" / "claims" / "sources"
    folder.mkdir(parents=True)
    (folder / "essay.yaml").write_text(f"type: webpage\ntitle: Essay\n{fields}", "utf-8")
    for place in (folder, tmp_path / "kb", tmp_path):
        (place / "essay.txt").write_text("Essay\n\nText.\n", "utf-8")
    kb = KnowledgeBase.load(tmp_path / "kb")
    assert kb.text_path(kb.sources["essay"]) == path
    assert dict(kb.texts) == ({"essay": "Essay\n\nText.\n"} if published else {})


def test_a_source_knows_the_passages_that_claims_are_read_from(tmp_path: Path) -> None:
    write(tmp_path, ["top"])
    passages = "passages: [{source: b, start: x}, {source: a, start: y}, {source: b, start: z}]"
    (tmp_path / "claims/d/low.md").write_text(
        f"---\nclaim: {{en: low.}}\nkind: fact\n{passages}\n---\n", "utf-8"
    )
    cited = KnowledgeBase.load(tmp_path).cited
    found = [(each.claim, each.position, each.passage.start) for each in cited["b"]]
    assert found == [("low", 0, "x"), ("low", 2, "z")]
    assert set(cited) == {"a", "b"}


def test_a_claim_more_seldom_changes_how_much_is_worked_out_for_each(kb: KnowledgeBase) -> None:
    shares, one = [], kb.claims["top"]
    claims = kb.claims = dict.fromkeys(map(str, range(199)), one)
    for number in range(200, 4_000):
        claims[str(number)] = one
        assert len(kb.claims) == number
        shares.append(kb.share)
        assert kb.share == 300 or 0.8 * 1_000_000 / number <= kb.share * 1.001
        assert kb.share <= max(1_000_000 / number, 300)
    assert len(set(shares)) < 20
