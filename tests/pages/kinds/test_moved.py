"""The pages at older addresses."""

import json
import re
from pathlib import Path

import pytest

from graph.base import KnowledgeBase
from graph.pages.frame import Settings, SitePage
from graph.pages.making import Making
from graph.pages.site import Site
from tests.pages.conftest import RECORDS, ROOT

SETTINGS = Settings((ROOT / "templates",), "https://example.org/kb/")
SAID = {"": "What stood here has another address now:", "nl/": "Wat hier stond, heeft nu een ander"}


def _kb(root: Path, **aliases: str) -> KnowledgeBase:
    """The small argument, in which claims have these older ids."""
    for path, text in RECORDS.items():
        older = aliases.get(Path(path).stem)
        if older and path.endswith(".md"):
            text = text.replace("kind:", f"aliases: [{older}]\nkind:", 1)
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, "utf-8")
    return KnowledgeBase.load(root)


def _pages(kb: KnowledgeBase) -> dict[str, SitePage]:
    return {each.file: each for each in Site(kb, SETTINGS).pages()}


@pytest.mark.parametrize("prefix", SAID)
@pytest.mark.parametrize("older", ["paths-are-good", "roads", "7"])
def test_an_older_address_leads_on_in_each_language_without_a_script(
    tmp_path: Path, prefix: str, older: str
) -> None:
    pages = _pages(_kb(tmp_path, top="paths-are-good, roads, '7'"))
    page = pages[f"{prefix}claims/{older}/index.html"].render()
    assert '<meta http-equiv="refresh" content="0; url=../../claims/top/">' in page
    assert '<meta name="robots" content="noindex">' in page
    canonical = f"https://example.org/kb/{prefix}claims/top/"
    assert re.findall('<link rel="canonical" href="([^"]*)">', page) == [canonical]
    assert SAID[prefix] in page
    label = "Leg paden aan" if prefix else "Build paths"
    assert f'<a href="../../claims/top/">{label}</a>' in page
    assert "data-pagefind-body" not in page
    other = "" if prefix else "nl/"
    assert f'href="https://example.org/kb/{other}claims/top/"' in page


def test_the_data_of_a_claim_stand_at_its_older_address_too(tmp_path: Path) -> None:
    pages = _pages(_kb(tmp_path, cost="too-dear"))
    for prefix in SAID:
        older, now = (
            json.loads(pages[f"{prefix}claims/{id_}/index.json"].render())
            for id_ in ("too-dear", "cost")
        )
        assert older == now


def test_an_older_address_is_in_no_list_and_not_in_the_sitemap(tmp_path: Path) -> None:
    pages = _pages(_kb(tmp_path, cost="too-dear"))
    older = {file for file in pages if "/too-dear/" in f"/{file}"}
    assert {pages[each].listed for each in older if each.endswith(".html")} == {False}
    named = {
        file
        for file, page in pages.items()
        if file.endswith("/index.html") and 'claims/too-dear/"' in page.render()
    }
    assert named == set()


def test_an_older_id_that_is_a_claims_own_by_now_has_that_claims_page(tmp_path: Path) -> None:
    making = Making(Site(_kb(tmp_path, cost="fit, dear", top="top"), SETTINGS))
    files = {
        each.file: each.content or b"" for each in making.taken(map(making.make, making.files()))
    }
    assert b"Riding keeps us fit." in files["claims/fit/index.html"]
    assert b'http-equiv="refresh"' not in files["claims/top/index.html"]
    assert making.findings == ()


def test_what_a_claim_says_is_text_on_the_page_that_leads_to_it(tmp_path: Path) -> None:
    record = tmp_path / "claims/d/top.md"
    _kb(tmp_path, top="older")
    said = '<script>x</script> & \\"more'
    record.write_text(record.read_text("utf-8").replace("Build paths", f'"{said}"'), "utf-8")
    page = _pages(KnowledgeBase.load(tmp_path))["claims/older/index.html"].render()
    assert "&lt;script&gt;x&lt;/script&gt; &amp; &#34;more</a>" in page


DEBATE = """\
title: {en: "Paths & roads"}
question: {en: Paths?}
languages: [en, nl]
theses: [top]
themes: [{id: costs, title: {en: Costs}, roots: [cost], aliases: [money, map, health]},
  {id: health, title: {en: Health}, roots: [fit]}]
aliases: [roads]
"""
OTHER = "title: {en: Other}\nquestion: {en: Other?}\n"


def _everything(root: Path, several: bool) -> dict[str, SitePage]:
    _kb(root)
    (root / "claims/d/debate.yaml").write_text(DEBATE, "utf-8")
    for folder in ("sources", "speakers"):
        for path in (root / "claims" / folder).glob("*.yaml"):
            path.write_text(f"{path.read_text('utf-8')}aliases: [older]\n", "utf-8")
            break
    if several:
        (root / "claims/other").mkdir()
        (root / "claims/other/debate.yaml").write_text(OTHER, "utf-8")
    return _pages(KnowledgeBase.load(root))


@pytest.mark.parametrize("several", [False, True])
def test_every_page_of_a_record_is_found_at_its_older_addresses(
    tmp_path: Path, several: bool
) -> None:
    pages = _everything(tmp_path, several)
    leads = {
        file.removesuffix("index.html"): there[0]
        for file, page in pages.items()
        if file.endswith("/index.html")
        and not file.startswith("nl/")
        and (there := re.findall(r'content="0; url=([./]*)([^"]*)">', page.render()))
    }
    source, speaker = (
        next(
            each
            for each in sorted(pages)
            if re.fullmatch(f"{kind}/(?!older)[^/]+/index.html", each)
        )
        for kind in ("sources", "speakers")
    )
    of_several = {
        "weak-spots/roads/": "weak-spots/d/",
        "outcomes/roads/": "outcomes/d/",
        "upkeep/roads/": "upkeep/d/",
        "lists/debate/roads/": "lists/debate/d/",
    }
    assert {path: there for path, (_, there) in leads.items()} == {
        "debates/roads/": "debates/d/",
        "debates/roads/map/": "debates/d/map/",
        "debates/roads/booklet/": "debates/d/booklet/",
        "debates/roads/costs/": "debates/d/costs/",
        "debates/roads/health/": "debates/d/health/",
        "debates/roads/money/": "debates/d/costs/",
        "debates/d/money/": "debates/d/costs/",
        "lists/theme/roads-costs/": "lists/theme/d-costs/",
        "lists/theme/roads-health/": "lists/theme/d-health/",
        "lists/theme/roads-money/": "lists/theme/d-costs/",
        "lists/theme/d-money/": "lists/theme/d-costs/",
        "lists/theme/roads-map/": "lists/theme/d-costs/",
        "lists/theme/d-map/": "lists/theme/d-costs/",
        "sources/older/": source.removesuffix("index.html"),
        "speakers/older/": speaker.removesuffix("index.html"),
        "lists/speaker/older/": f"lists/{speaker.replace('speakers', 'speaker')}".removesuffix(
            "index.html"
        ),
        **(of_several if several else {}),
    }
    for path, (up, there) in leads.items():
        assert up == "../" * path.count("/")
        assert f"{there}index.html" in pages
        assert not pages[f"{path}index.html"].listed
    assert "Paths &amp; roads</a>" in pages["debates/roads/index.html"].render()
