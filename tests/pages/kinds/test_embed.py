"""A claim on pages of other sites: its card, the code that puts it there, and what oEmbed says."""

import html
import json
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

from graph.base import KnowledgeBase
from graph.pages.bundled import SITE, TEMPLATES
from graph.pages.frame import Settings
from graph.pages.site import Site
from graph.records import limits
from graph.words.interface import read_interface
from tests.pages.conftest import RECORDS
from tests.pages.one_language import lay_out_in
from tests.pages.rendered import Rendered

ADDRESS = "https://example.org/kb/"
STYLE = (SITE / "assets/css/embed.css").read_text("utf-8")
LARGEST = 15_000


class _Elements(HTMLParser):
    """The elements of a page, with what they are given."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))

    def named(self, tag: str) -> list[dict[str, str | None]]:
        return [given for name, given in self.found if name == tag]


@pytest.fixture(scope="module")
def rendered(small: KnowledgeBase) -> Rendered:
    return Rendered(Site(small, Settings((TEMPLATES,), ADDRESS)))


def _cards(pages: Rendered) -> dict[str, str]:
    return {
        file: pages[file]
        for file in pages
        if "embed/claims/" in file and file.endswith("index.html")
    }


def test_every_claim_has_a_small_card_in_each_language(
    small: KnowledgeBase, rendered: Rendered
) -> None:
    cards = _cards(rendered)
    assert set(cards) == {
        f"{prefix}embed/claims/{each}/index.html" for prefix in ("", "nl/") for each in small.claims
    }
    for file, page in cards.items():
        assert len(page.encode()) + len(STYLE.encode()) <= LARGEST, file


def test_a_card_runs_nothing_and_is_found_under_the_address_of_its_claim(
    rendered: Rendered,
) -> None:
    for file, page in _cards(rendered).items():
        elements = _Elements(page)
        tags = {tag for tag, _ in elements.found}
        assert tags.isdisjoint({"script", "style", "img", "iframe", "form"}), file
        assert all("style" not in given for _, given in elements.found), file
        metas = {each.get("name"): each.get("content") for each in elements.named("meta")}
        assert metas["robots"] == "noindex", file
        policy = next(each for each in elements.named("meta") if "http-equiv" in each)["content"]
        assert policy is not None
        assert policy.startswith("default-src 'none'; style-src 'self';"), file
        links = {each["rel"]: each["href"] for each in elements.named("link")}
        claim = file.replace("embed/", "").removesuffix("index.html")
        assert links["canonical"] == f"{ADDRESS}{claim}"
        assert set(links) == {"canonical", "stylesheet"}
        opened = elements.named("a")
        assert opened
        assert all((a["target"], a["rel"]) == ("_blank", "noopener") for a in opened), file
        assert "pagefind" not in page


def test_a_card_says_how_a_claim_stands_and_the_first_of_both_sides(rendered: Rendered) -> None:
    page = rendered["embed/claims/top/index.html"]
    assert "We should build &lt;paths&gt; &amp; more." in page
    assert '<b class="s-supported">Supported</b>' in page
    assert 'class="sides big" data-for="4"' in page
    reason, _, objection = page.partition("Only reason")[2].partition("An objection without force")
    assert "Riding keeps us fit." in reason
    assert "Paths cost too much." in objection


def test_the_card_of_a_question_says_what_it_is_answered_with_and_no_standing(
    rendered: Rendered,
) -> None:
    page = rendered["nl/embed/claims/rain/index.html"]
    assert "Open vraag" in page
    assert 'class="sides' not in page
    assert "Wat ontbreekt, is een bewering die deze vraag beantwoordt." in page


def test_the_card_of_a_claim_that_nothing_bears_on_says_on_whose_word_it_stands(
    rendered: Rendered,
) -> None:
    page = rendered["embed/claims/fit/index.html"]
    assert "Ada Bron, May 2020" in page
    assert "Taken for granted: on the word of" in page


def test_what_is_in_another_language_is_marked_on_a_card(rendered: Rendered) -> None:
    assert '<h1 lang="en">' in rendered["nl/embed/claims/cost/index.html"]
    line = rendered["nl/embed/claims/top/index.html"].partition("▼")[2]
    assert 'lang="en">Paths cost too much.</a>' in line


def test_an_answer_of_oembed_has_what_its_specification_asks_for(
    small: KnowledgeBase, rendered: Rendered
) -> None:
    """As "2.3.4. Response parameters" and "2.3.4.4. The rich type" of oEmbed 1.0 have it."""
    for prefix in ("", "nl/"):
        for claim in small.claims:
            answer = json.loads(rendered[f"{prefix}embed/claims/{claim}/oembed.json"])
            assert (answer["type"], answer["version"]) == ("rich", "1.0")
            assert answer["title"]
            assert answer["author_name"] == answer["provider_name"] == "Betoog"
            assert answer["provider_url"] == ADDRESS + prefix
            assert answer["thumbnail_url"].startswith(f"{ADDRESS}{prefix}share/")
            for name in ("width", "height", "cache_age", "thumbnail_width", "thumbnail_height"):
                assert isinstance(answer[name], int)
                assert answer[name] > 0
            (frame,) = _Elements(answer["html"]).named("iframe")
            assert frame["src"] == f"{ADDRESS}{prefix}embed/claims/{claim}/"
            assert frame["title"]
            assert frame["height"] == str(answer["height"])
            assert frame["loading"] == "lazy"
            assert frame["sandbox"] == "allow-popups allow-popups-to-escape-sandbox"
            assert "style" not in frame


def test_the_page_of_a_claim_has_the_code_and_leads_to_what_oembed_says(
    rendered: Rendered,
) -> None:
    page = rendered["nl/claims/top/index.html"]
    (oembed,) = (
        each
        for each in _Elements(page).named("link")
        if each.get("type") == "application/json+oembed"
    )
    assert oembed["href"] == f"{ADDRESS}nl/embed/claims/top/oembed.json"
    code = re.search(r"<code>(&lt;iframe.*?)</code>", page)
    assert code is not None
    said = json.loads(rendered["nl/embed/claims/top/oembed.json"])
    assert html.unescape(code[1]) == said["html"]
    assert 'href="../../embed/claims/top/"' in page


def test_a_site_without_an_address_has_cards_and_no_code_for_others(small: KnowledgeBase) -> None:
    pages = Rendered(Site(small, Settings((TEMPLATES,))))
    assert not [file for file in pages if file.endswith("oembed.json")]
    assert len(_cards(pages)) == 2 * len(small.claims)
    assert 'rel="canonical"' not in pages["embed/claims/top/index.html"]
    assert "oembed" not in pages["claims/top/index.html"]
    assert "iframe" not in pages["claims/top/index.html"]


def test_a_card_is_in_no_list_of_pages(small: KnowledgeBase, rendered: Rendered) -> None:
    site = Site(small, Settings((TEMPLATES,), ADDRESS))
    cards = [each for each in site.pages() if each.path.startswith("embed/")]
    assert len(cards) == 2 * len(small.claims)
    assert not any(each.listed for each in cards)
    assert "embed/" not in rendered["llms.txt"]


def test_a_card_that_is_shown_somewhere_stays_when_its_claim_gets_another_id(
    tmp_path: Path,
) -> None:
    for path, text in RECORDS.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        renamed = text.replace("kind: fact\n", "kind: fact\naliases: [paint]\n")
        (tmp_path / path).write_text(renamed, "utf-8")
    pages = Rendered(Site(KnowledgeBase.load(tmp_path), Settings((TEMPLATES,), ADDRESS)))
    card = pages["nl/embed/claims/paint/index.html"]
    assert card == pages["nl/embed/claims/cheap/index.html"]
    assert f'<link rel="canonical" href="{ADDRESS}nl/claims/cheap/">' in card


@pytest.mark.parametrize("letter", ["a", "ह", "木"])
def test_the_longest_of_texts_keep_a_card_small(tmp_path: Path, letter: str) -> None:
    longest = f"{letter * 9} " * (limits.TEXT // 10)
    for path, text in RECORDS.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        said = re.sub(r"(?<=claim: \{en: )[^{}]*?(?=\.(, nl|\}))", longest.strip(), text)
        (tmp_path / path).write_text(re.sub(r"label: .*\n", "", said), "utf-8")
    pages = Rendered(Site(KnowledgeBase.load(tmp_path), Settings((TEMPLATES,), ADDRESS)))
    card = pages["embed/claims/top/index.html"]
    assert longest.strip() in card
    assert len(card.encode()) + len(STYLE.encode()) <= LARGEST
    assert json.loads(pages["embed/claims/top/oembed.json"])["height"] <= 640


def test_a_card_runs_in_the_direction_of_its_language(tmp_path: Path) -> None:
    kb = KnowledgeBase.load(lay_out_in(tmp_path, "ar"))
    interface = read_interface(tmp_path, kb.languages)
    pages = Rendered(Site(kb, Settings((TEMPLATES,), ADDRESS, interface=interface)))
    cards = _cards(pages)
    assert len(cards) == len(kb.claims) + len(kb.aliases)
    assert all('<html lang="ar" dir="rtl"' in card for card in cards.values())


def test_colours_and_marks_of_a_card_are_those_of_the_site() -> None:
    site = (SITE / "assets/css/betoog.css").read_text("utf-8").splitlines()
    of_card = STYLE.splitlines()
    drawn = [each for each in of_card if re.match(r"\.sides|\[data-|\.s-|:is\(\.s-|  --", each)]
    assert len(drawn) > 20
    assert [each for each in drawn if each not in site] == []
    marks = [each for each in site if re.match(r"\.sides(?!\.moved)|\[data-(for|against)", each)]
    assert [each for each in marks if each not in of_card] == []
