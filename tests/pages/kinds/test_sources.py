"""The pages of sources."""

import re

import pytest

from graph.base import KnowledgeBase
from graph.pages.frame import Settings
from graph.pages.site import Site
from tests.pages.conftest import ROOT
from tests.small import FILES, lay_out, read_texts

NUMBERED = "sources/hoek-2018/index.html"
ANALYSED = "sources/holt-2021/index.html"
ELSEWHERE = "sources/rail-makers-2019/index.html"
COPY, ORIGINAL = "sources/haven-2021/index.html", "sources/harbour-leaflet-2021/index.html"


@pytest.fixture(scope="module")
def pages(sample: KnowledgeBase) -> dict[str, str]:
    wanted = {f"{code}{path}" for code in ("", "nl/") for path in (COPY, ORIGINAL)}
    wanted |= {"sources/index.html", "claims/a-tram-lasts-longer/index.html"}
    wanted |= {ELSEWHERE, NUMBERED, ANALYSED, f"nl/{ANALYSED}"}
    site = Site(sample, Settings((ROOT / "templates",)))
    return {page.file: page.render() for page in site.pages() if page.file in wanted}


def test_a_copy_leads_to_its_original_and_the_original_to_its_copies(
    pages: dict[str, str],
) -> None:
    assert "sources/harbour-leaflet-2021/" in pages[COPY].partition("The original")[2]
    assert "sources/haven-2021/" in pages[ORIGINAL].partition('id="copies"')[2]


def test_of_an_original_that_was_not_seen_the_page_says_so(pages: dict[str, str]) -> None:
    assert "We have not seen this source ourselves." in pages[ORIGINAL]
    assert "hebben wij zelf niet gezien" in pages[f"nl/{ORIGINAL}"]
    assert "not seen by us" in pages[COPY]
    assert "We have not seen" not in pages[COPY]


def test_the_list_counts_what_reports_an_original_that_was_not_seen(
    pages: dict[str, str],
) -> None:
    row = pages["sources/index.html"].partition('/harbour-leaflet-2021/"')[2]
    assert ">1 source copies or reports it</td>" in row.partition("</tr>")[0]


def test_a_source_leads_to_its_own_page_first_and_then_to_where_it_was_read(
    pages: dict[str, str],
) -> None:
    page = pages[ELSEWHERE]
    own, seen = 'href="https://example.org/rails"', 'href="https://www.example.net/rails-last"'
    assert page.index(own) < page.index(seen) < page.index("seen at example.net")
    assert "seen at" not in pages[COPY]


def test_a_source_without_an_address_of_its_own_is_led_to_by_its_doi(
    pages: dict[str, str],
) -> None:
    said = pages[NUMBERED].partition('class="said"')[2].partition("</p>")[0]
    assert 'href="https://doi.org/10.5555/tram.2018.7"' in said


def test_a_passage_opens_where_it_was_seen_and_says_so(pages: dict[str, str]) -> None:
    page = pages["claims/a-tram-lasts-longer/index.html"]
    link = page.partition("<aside")[2].partition(
        'href="https://www.example.net/rails-last#:~:text='
    )[2]
    assert "Read it where it was seen, at example.net" in link.partition("</a>")[0]
    # To programs it is the same work, and this is its copy.
    assert (
        '"@id":"https://example.org/rails","@type":"WebPage","archivedAt":"https://www.exa' in page
    )


CHAIN = {
    "essay": "quality: {level: secondary}\noriginal: agency\n",
    "agency": "type: webpage\ntitle: The agency\nquality: {level: copy}\noriginal: study\n",
    "study": "type: report\ntitle: The study\nseen: false\nreports: A talk of 2020\n",
}


@pytest.fixture(scope="module")
def chain(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The pages of sources that go back to one another, and of a claim read beside one."""
    root = lay_out(tmp_path_factory.mktemp("chain"))
    essay = (root / "claims/sources/essay.yaml").read_text("utf-8")
    kept = "".join(line for line in essay.splitlines(True) if not line.startswith("quality"))
    for source, text in {**CHAIN, "essay": kept + CHAIN["essay"]}.items():
        (root / f"claims/sources/{source}.yaml").write_text(text, "utf-8")
    claim = root / "claims/paths/paths-cost-much.md"
    text = claim.read_text("utf-8").replace(
        "  # and no further", "\n    fit: {bears: partly, read: 2026-11-29}"
    )
    claim.write_text(text, "utf-8")
    site = Site(KnowledgeBase.load(root), Settings((ROOT / "templates",)))
    wanted = {*(f"sources/{each}/index.html" for each in CHAIN), "sources/index.html"}
    wanted |= {f"{code}claims/paths-cost-much/index.html" for code in ("", "nl/")}
    return {page.file: page.render() for page in site.pages() if page.file in wanted}


def test_a_source_shows_the_way_back_to_the_first(chain: dict[str, str]) -> None:
    told = chain["sources/essay/index.html"].partition("<dt>The original</dt>")[2]
    steps = [each.partition("</dd>")[0] for each in told.split("<dd>")[1:3]]
    assert steps[0].startswith("a report of <a ")
    assert "The agency</a>" in steps[0]
    assert steps[1].startswith("a copy of <a ")
    assert "The study</a>" in steps[1]
    assert "not seen by us" in steps[1]
    assert steps[1].endswith("A talk of 2020")


def test_a_source_shows_what_goes_back_to_it_and_by_which_way(chain: dict[str, str]) -> None:
    told = chain["sources/study/index.html"].partition('id="copies"')[2].partition("</ul>")[0]
    first, second = told.split("<li>")[1:]
    assert "The agency</a>" in first
    assert "by way of" not in first
    assert "/sources/essay/" in second
    assert 'by way of <a href="../../sources/agency/">The agency</a>' in second


def test_the_list_counts_to_how_many_originals_its_sources_go_back(chain: dict[str, str]) -> None:
    assert "All go back to 1 original;" in chain["sources/index.html"]


def test_a_passage_says_how_it_bears_on_its_claim(chain: dict[str, str]) -> None:
    said = "bears on a part of this claim, read on 29 November 2026"
    assert said in chain["claims/paths-cost-much/index.html"]
    assert "gelezen op 29 november 2026" in chain["nl/claims/paths-cost-much/index.html"]


def test_every_claim_of_a_source_stands_once_beside_its_paragraph(
    pages: dict[str, str], sample: KnowledgeBase
) -> None:
    spine = pages[ANALYSED].partition('<ol class="spine')[2].partition('id="rests"')[0]
    claims = re.findall(r'<a href="[./]*claims/([^/"]+)/">', spine)
    assert len(claims) == len(set(claims))
    assert {each.claim for each in sample.cited["holt-2021"]} <= set(claims)
    assert "<details" not in spine


def test_headings_in_the_margin_stand_only_where_there_is_something(
    pages: dict[str, str],
) -> None:
    rows = pages[ANALYSED].split('<li class="para"')[1:]
    assert all(row.count("<dt>Claims</dt>") <= 1 for row in rows)
    assert "<dt>Is challenged</dt>" in pages[ANALYSED]
    assert "<dt>Bezwaren</dt>" in pages[f"nl/{ANALYSED}"]
    assert "<ul></ul>" not in pages[ANALYSED].replace("\n", "")


def test_a_claim_leads_to_its_own_place_on_the_page_of_its_source(
    pages: dict[str, str],
) -> None:
    claim = pages["claims/a-tram-lasts-longer/index.html"]
    place = re.search(r"sources/rail-makers-2019/#(passage-[\w-]+)", claim)
    assert place is not None
    assert f'<li id="{place[1]}">' in pages[ELSEWHERE]


def test_a_ribbon_says_in_words_where_the_trouble_is(pages: dict[str, str]) -> None:
    files = dict(FILES)
    essay = files["claims/sources/essay.yaml"]
    files["claims/sources/essay.yaml"] = essay + (
        "paragraphs:\n"
        "  - {number: 1, start: Whoever rides, gist: {en: It is healthy., nl: Het is gezond.}}\n"
        "  - {number: 2, start: Of course, gist: {en: It costs money., nl: Het kost geld.}}\n"
    )
    fit = files["claims/paths/cycling-keeps-fit.md"]
    files["claims/paths/cycling-keeps-fit.md"] = fit.replace(
        "kind: causal", "kind: prediction\noutcome: {state: failed, on: 2026-11-29, "
        "because: {en: It did not., nl: Nee.}, claims: [paths-cost-much]}"
    )  # fmt: skip
    site = Site(read_texts(files), Settings((ROOT / "templates",)))
    (page,) = (each for each in site.pages() if each.file == "sources/essay/index.html")
    ribbon = page.render().partition('class="ribbon"')[2].partition("</nav>")[0]
    first, second, third = ribbon.split("<li>")[1:]
    assert ": something in it does not hold" in first
    assert "something in it" not in second + third.partition("</ol>")[0]
    # Where nothing is in trouble, there is nothing to say.
    assert 'class="ribbon"' not in pages[ANALYSED]
