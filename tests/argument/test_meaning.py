"""What is meant by an id, an address or a few words."""

from pathlib import Path

import pytest

from graph.argument.meaning import (
    MOST,
    claim_meant,
    source_meant,
    source_named,
    speaker_meant,
    step_meant,
)
from graph.base import KnowledgeBase
from tests.small import lay_out

STEP = "paths-cost-much -> build-cycle-paths"


@pytest.fixture
def kb(tmp_path: Path) -> KnowledgeBase:
    lay_out(tmp_path)
    return KnowledgeBase.load(tmp_path)


def test_an_id_means_that_claim_and_words_those_that_have_them(kb: KnowledgeBase) -> None:
    assert claim_meant(kb, "build-cycle-paths").id == "build-cycle-paths"
    found = claim_meant(kb, "fietspaden")
    assert (found.id, found.options[0]) == (None, "build-cycle-paths")
    assert claim_meant(kb, "build-cycle-pths").options[0] == "build-cycle-paths"
    assert claim_meant(kb, ": # - {}").options == ()
    assert len(claim_meant(kb, "c").options) <= MOST


@pytest.mark.parametrize("said", ["Ada\u00a0Bron", "ada bron", "Ada\u3000Bron\u202f"])
@pytest.mark.parametrize("name", ["Ada\u00a0Bron", "Ada Bron"])
def test_a_speaker_is_known_by_name_whichever_space_is_in_it(
    tmp_path: Path, said: str, name: str
) -> None:
    lay_out(tmp_path)
    (tmp_path / "claims/speakers/ada-bron.yaml").write_text(f"name: {name}\n", "utf-8")
    assert speaker_meant(KnowledgeBase.load(tmp_path), said).id == "ada-bron"


@pytest.mark.parametrize(
    "said", [STEP, STEP.replace(" ", ""), "paths-cost-much  ->   build-cycle-paths"]
)
def test_a_step_is_known_however_its_name_is_spaced(kb: KnowledgeBase, said: str) -> None:
    assert step_meant(kb, said).id == STEP


@pytest.mark.parametrize(
    "said", ["paths-cost-much", "cost", "paths-cost-mch -> build-cycle-paths", "build-cycle-paths"]
)
def test_a_step_is_found_by_either_end_and_by_a_slip(kb: KnowledgeBase, said: str) -> None:
    found = step_meant(kb, said)
    assert found.id is None
    assert STEP in found.options


def test_a_source_is_known_by_any_way_of_writing_its_address(kb: KnowledgeBase) -> None:
    (source,) = kb.sources.values()
    url = str(source.url)
    for said in (source.id, url, url + "/", url.replace("https", "http")):
        assert source_meant(kb, said).id == source.id
    assert source_meant(kb, source.title.split()[0]).options == (source.id,)


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("doi:10.1/x", {"DOI": "10.1/x", "type": "article-journal"}),
        ("https://doi.org/10.1/x", {"DOI": "10.1/x", "type": "article-journal"}),
        ("10.1/x", {"DOI": "10.1/x", "type": "article-journal"}),
        ("https://example.com/x", {"URL": "https://example.com/x", "type": "webpage"}),
    ],
)
def test_an_address_or_a_doi_begins_a_new_source(
    kb: KnowledgeBase, said: str, found: dict[str, str]
) -> None:
    assert source_named(kb, said, {"title": "T"}) == {"new_source": {**found, "title": "T"}}
    assert source_named(kb, "no-such", {}) == {"source": "no-such"}


def test_a_speaker_is_known_by_name(kb: KnowledgeBase) -> None:
    name = next(iter(kb.speakers["ada-bron"].name.root.values()))
    assert speaker_meant(kb, name.upper()).id == "ada-bron"
    assert speaker_meant(kb, "bron").options == ("ada-bron",)
    assert speaker_meant(kb, "nobody at all").options == ()


def test_a_source_is_known_by_where_it_was_read(tmp_path: Path) -> None:
    root = lay_out(tmp_path)
    path = root / "claims/sources/essay.yaml"
    path.write_text(path.read_text("utf-8") + "seen_at: https://mirror.example/why\n", "utf-8")
    assert source_meant(KnowledgeBase.load(root), "http://mirror.example/why/").id == "essay"
