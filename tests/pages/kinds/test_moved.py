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
    here = f"../../{'../' if prefix else ''}{prefix}"
    assert f'<meta http-equiv="refresh" content="0; url={here}claims/top/">' in page
    assert '<meta name="robots" content="noindex">' in page
    canonical = f"https://example.org/kb/{prefix}claims/top/"
    assert re.findall('<link rel="canonical" href="([^"]*)">', page) == [canonical]
    assert SAID[prefix] in page
    label = "Leg paden aan" if prefix else "Build paths"
    assert f'<a href="{here}claims/top/">{label}</a>' in page
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
    assert [pages[each].listed for each in older if each.endswith(".html")] == [False, False]
    named = {
        file
        for file, page in pages.items()
        if file.endswith("/index.html") and 'claims/too-dear/"' in page.render()
    }
    assert named == set()


def test_an_older_id_that_is_a_claims_own_by_now_has_that_claims_page(tmp_path: Path) -> None:
    making = Making(Site(_kb(tmp_path, cost="fit, dear", top="top"), SETTINGS))
    files = {each.file: each for each in making.files()}
    assert b"Riding keeps us fit." in (making.content(files["claims/fit/index.html"]) or b"")
    assert b'http-equiv="refresh"' not in (making.content(files["claims/top/index.html"]) or b"")
    assert making.findings == ()


def test_what_a_claim_says_is_text_on_the_page_that_leads_to_it(tmp_path: Path) -> None:
    record = tmp_path / "claims/d/top.md"
    _kb(tmp_path, top="older")
    said = '<script>x</script> & \\"more'
    record.write_text(record.read_text("utf-8").replace("Build paths", f'"{said}"'), "utf-8")
    page = _pages(KnowledgeBase.load(tmp_path))["claims/older/index.html"].render()
    assert "&lt;script&gt;x&lt;/script&gt; &amp; &#34;more</a>" in page
