"""The map of the site for language models."""

import re
from pathlib import Path

import pytest

from graph.base import KnowledgeBase
from graph.pages.frame import Settings
from graph.pages.llms_txt import DEBATES, ITEMS, LLMS, LONGEST, llms_txt
from graph.pages.site import Site
from tests.pages.conftest import RECORDS, ROOT
from tests.pages.rendered import Rendered

ADDRESS = "https://example.org/kb/"
# As the program that its authors publish takes an item apart.
ITEM = re.compile(r"-\s*\[(?P<title>[^\]]+)\]\((?P<url>[^\)]+)\)(?::\s*(?P<desc>.*))?")
LINK = re.compile(r"(?<!\\)\]\(([^)]*)\)")
SAID = r"""
- [The argument](debates/d/): Should we build paths?
- [Thesis: Build paths](claims/top/): We should build \<paths\> & more. · supported
- [What the analysis found (1)](debates/d/#findings): Paths \[are\](x) \*cheap\* \<b\>now\</b\>. · \
[Build paths](claims/top/) (supported); [Who rides in the rain?](claims/rain/) (open question)
- [Theme: Health](debates/d/health/): About health. · [Riding keeps us fit.](claims/fit/) (granted)
""".strip().replace("\\\n", "")
FINDINGS = (
    "findings:\n- {finding: {en: 'Paths [are](x) *cheap* <b>now</b>.'}, claims: [top, rain]}\n"
)


def _site(root: Path, site_url: str = "", debate: str = "") -> Site:
    for path, text in {**RECORDS, "claims/d/debate.yaml": debate or _debate()}.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, "utf-8")
    return Site(KnowledgeBase.load(root), Settings((ROOT / "templates",), site_url))


def _debate() -> str:
    return RECORDS["claims/d/debate.yaml"] + FINDINGS


def test_it_tells_of_theses_findings_themes_data_and_pages(tmp_path: Path) -> None:
    site = _site(tmp_path)
    text = Rendered(site)[LLMS]
    assert text.startswith("# Betoog\n\n> ")
    assert re.findall("^## .*", text, re.MULTILINE) == ["## Paths", "## Downloads", "## More pages"]
    told = text.partition("## Paths\n\n")[2].partition("\n\n")[0]
    assert told == SAID
    assert "](knowledge-base.json)" in text


@pytest.mark.parametrize("site_url", ["", ADDRESS])
def test_each_item_is_a_link_to_something_that_there_is(tmp_path: Path, site_url: str) -> None:
    site = _site(tmp_path, site_url)
    files = set(Rendered(site))
    written = {f"{each}/index.html" for each in ("about", "contribute", "decisions", "glossary")}
    items = [each for each in llms_txt(site.editions[0]).splitlines() if each.startswith("-")]
    assert len(items) > 20
    for item in items:
        assert ITEM.match(item), item
        for link in LINK.findall(item):
            assert link.startswith(site_url)
            file = link.removeprefix(site_url).partition("#")[0]
            file = f"{file}index.html" if file.endswith("/") else file
            assert file in files | written | {"method/index.html"}, link


def test_it_is_in_the_first_language_of_the_site(tmp_path: Path) -> None:
    site = _site(tmp_path, debate=_debate() + "languages: [nl]\n")
    text = Rendered(site)[LLMS]
    assert "- [Thema: Gezondheid](debates/d/health/): Over gezondheid." in text
    assert "(nl/" not in text
    assert "English" not in text


def test_it_stays_short_however_much_there_is(tmp_path: Path) -> None:
    many = ITEMS + 3
    roots = ", ".join(f"c{number}" for number in range(many))
    summary = "long " * (LONGEST // 4)
    themes = "".join(
        f"  - {{id: t{n}, title: {{en: T{n}}}, summary: {{en: {summary}}}, roots: [{roots}]}}\n"
        for n in range(many)
    )
    claim = "---\nclaim: {en: One.}\nlabel: {en: One}\nkind: fact\nimplicit: true\n---\n"
    folder = tmp_path / "claims"
    for number in range(many):
        place = folder / f"d{number:02}" / "debate.yaml"
        place.parent.mkdir(parents=True)
        said = f"title: {{en: D{number}}}\nquestion: {{en: Why?}}\ntheses: [{roots}]\n"
        place.write_text(f"{said}themes:\n{themes}", "utf-8")
        (folder / "d00" / f"c{number}.md").write_text(claim, "utf-8")
    text = llms_txt(Site(KnowledgeBase.load(tmp_path), Settings(())).editions[0])
    assert text.count("\n## D") == DEBATES + 1  # and the downloads
    assert text.count("- [Thesis: ") == text.count("- [Theme: ") == DEBATES * ITEMS
    assert "- [Debates](debates/): and 3 more" in text
    assert "- [The argument](debates/d00/): and 6 more" in text
    assert "; and 3 more" in text
    assert max(map(len, text.splitlines())) < 2 * LONGEST + ITEMS * 60
