"""The page of changes, its feeds, and what other pages say of it, for a small history."""

import json
import re
import xml.etree.ElementTree as ET
from pathlib import Path
from typing import Any

import pytest
from markupsafe import Markup

from graph.base import KnowledgeBase
from graph.pages.frame import Settings
from graph.pages.site import Site
from graph.records import Claim
from graph.records.link_types import LINK_FIELDS
from graph.review.claim_difference import ANNOTATION
from graph.review.git_error import Obstacle
from graph.review.history import End, History, read_history
from graph.words.language import language
from tests.pages.conftest import ROOT
from tests.pages.rendered import Rendered
from tests.review.committing import DEBATE, FIT, SMALL, TOP, Committed

ATOM = "{http://www.w3.org/2005/Atom}"
ADDRESS = "https://example.org/kb/"
COST = "---\nclaim: {en: Paths cost money.}\nkind: fact\ncontradicts: [{claim: top}]\n---\n"
HOSTILE = "<script>alert(1)</script> *a* [b](javascript:c) & \x07\x1b \u202e nemo@example.org"


def _pages(root: Path, site_url: str = ADDRESS, history: History | None = None) -> Rendered:
    kb = KnowledgeBase.load(root)
    found = history or read_history(root, 20, kb)
    settings = Settings((ROOT / "templates",), site_url)
    return Rendered(Site(kb, settings, found))


@pytest.fixture
def committed(tmp_path: Path) -> Committed:
    repository = Committed(tmp_path / "repository")
    repository.commit(dict(SMALL), "The beginning")
    return repository


def _main(page: str) -> str:
    main = page.partition("<main")[2].partition("</main>")[0]
    return " ".join(Markup("<p" + main.replace("<", " <")).striptags().split())


def test_every_kind_of_change_is_told_in_words(committed: Committed) -> None:
    committed.commit({"claims/d/cost.md": COST}, "The cost")
    committed.commit({"claims/d/top.md": TOP.replace("build", "lay").replace("value", "fact")})
    committed.commit({"claims/d/cost.md": COST.replace("claim: top", "claim: fit")})
    committed.commit({"claims/d/cost.md": COST.replace("claim: top", "claim: fit, relevance: 0.5")})
    committed.commit({"claims/d/cost.md": None})
    page = _pages(committed.root)["changes/index.html"]
    said = _main(page)
    for words in (
        "1 new claim, 1 changed standing “The cost”",
        "▼ but an objection to We should lay paths.",
        "from supported to disputed",
        "Reworded 1",
        "kind: value judgement fact",
        "bears on: We should lay paths. Riding keeps us fit.",
        "relevance: 1.00 0.50",
        "Claims taken out 1 Paths cost money.",
    ):
        assert words in said, words
    assert '<del data-said="removed:">build</del><ins data-said="added:">lay</ins>' in page


@pytest.mark.parametrize("code", ["en", "nl", "de"])
def test_whatever_changes_about_a_claim_has_a_word(code: str) -> None:
    told = Claim.model_fields.keys() - {"claim", "translates"} - set(LINK_FIELDS)
    for field in (*told, ANNOTATION, "debate"):
        assert language(code).t(f"changes.field.{field}"), field


def test_a_claim_that_is_no_more_has_words_and_no_link(committed: Committed) -> None:
    committed.commit({"claims/d/cost.md": COST})
    committed.commit({"claims/d/cost.md": None})
    page = _pages(committed.root)["changes/index.html"]
    assert page.count("Paths cost money.") == 2
    assert "claims/cost/" not in page


def test_a_claim_under_another_id_is_linked_where_it_is_now(committed: Committed) -> None:
    committed.commit(
        {
            "claims/d/fit.md": None,
            "claims/d/fitness.md": FIT.replace("kind", "aliases: [fit]\nkind"),
        }
    )
    page = _pages(committed.root)["changes/index.html"]
    assert page.count('href="../claims/fitness/"') >= 2
    assert "claims/fit/" not in page
    assert "address: fit fitness" in _main(page)


def test_what_is_not_yet_committed_is_not_told_and_not_linked(committed: Committed) -> None:
    before = _pages(committed.root)["changes/index.html"]
    (committed.root / "claims/d/cost.md").write_text(COST)
    assert _pages(committed.root)["changes/index.html"] == before


def test_a_large_change_is_listed_in_part_and_counted_in_whole(committed: Committed) -> None:
    committed.commit({f"claims/d/c{n}.md": TOP.replace("build", f"build {n}") for n in range(300)})
    page = _pages(committed.root)["changes/index.html"]
    assert "300 new claims" in page
    assert "and 292 more" in page
    assert len(page) < 20_000


def test_with_several_debates_each_has_its_part(committed: Committed) -> None:
    other = DEBATE.replace("Paths", "Streets").replace("Paden", "Straten").replace("top", "cost")
    committed.commit({"claims/e/debate.yaml": other, "claims/e/cost.md": COST})
    page = _pages(committed.root)["nl/changes/index.html"]
    [newest, _] = page.split("<section")[1:]
    assert re.findall(r"<h3><a href=\"(.*?)\">(.*?)</a></h3>", newest) == [
        ("../debates/d/", "Paden"),
        ("../debates/e/", "Straten"),
    ]
    assert "<h4>Nieuwe beweringen" in newest


def test_rewordings_are_folded_below_what_changed_in_the_argument(committed: Committed) -> None:
    committed.commit({"claims/d/cost.md": COST})
    committed.commit({"claims/d/cost.md": COST.replace("cost money", "are dear")})
    committed.commit(
        {
            "claims/d/cost.md": COST.replace("cost money", "are costly"),
            "claims/d/dear.md": COST.replace("cost money", "were dear"),
        }
    )
    page = _pages(committed.root)["changes/index.html"]
    at_once, _, below = page.partition('<details class="rest"><summary>1 time only words')
    dates = [re.findall(r'<time datetime="([0-9-]{10})', part) for part in (at_once, below)]
    assert [len(each) for each in dates] == [3, 1]
    seen = re.sub(r"<details.*?</details>", "", at_once, flags=re.DOTALL)
    assert "were dear" in seen
    assert "costly" not in seen
    assert "costly" in at_once
    assert ">are dear<" in below


def test_where_only_words_changed_they_stand_open(committed: Committed) -> None:
    committed.commit({"claims/d/top.md": TOP.replace("build", "lay")})
    kb = KnowledgeBase.load(committed.root)
    page = _pages(committed.root, history=read_history(committed.root, 1, kb))["changes/index.html"]
    assert '<details class="rest" open><summary>1 time only words' in page


def test_other_languages_than_the_page_s_are_marked(committed: Committed) -> None:
    committed.commit({"claims/d/top.md": TOP.replace("bouwen", "leggen")})
    page = _pages(committed.root)["changes/index.html"]
    assert re.search(r'Dutch:</span> <span lang="nl">We moeten paden <del', page)


@pytest.mark.parametrize(
    ("history", "words"),
    [
        (History(), "Nothing has been recorded yet."),
        (History(end=End.SHALLOW, begins="2023-11-14"), "begins on 14 November 2023"),
        (History(end=End.SIZE, begins="2023-11-14"), "On 14 November 2023 more was changed"),
        (History(end=End.LIMIT), "Earlier changes are in the repository"),
        *((History(obstacle=each), "known") for each in Obstacle if each != Obstacle.NO_COMMIT),
        (History(obstacle=Obstacle.NO_COMMIT), "Nothing has been recorded yet."),
    ],
)
def test_why_there_are_no_earlier_changes_is_said_and_nothing_else_is_lost(
    committed: Committed, history: History, words: str
) -> None:
    pages = dict(_pages(committed.root, history=history))
    assert words in pages["changes/index.html"]
    for feed in ("changes.atom", "changes.json"):
        assert feed not in pages
        assert feed not in pages["index.html"]
    assert "data-since" not in pages["index.html"]
    assert set(_pages(committed.root)) - set(pages) == {
        f"{prefix}changes.{kind}" for prefix in ("", "nl/") for kind in ("atom", "json")
    }


def test_what_people_write_in_a_commit_or_a_name_is_inert(committed: Committed) -> None:
    name = "claims/d/<b>&'\"`*x*`.md"
    committed.commit({name: TOP.replace("We should", "<i>We</i> should")}, HOSTILE)
    pages = _pages(committed.root)
    subject = "“&lt;script&gt;alert(1)&lt;/script&gt; *a* [b](javascript:c) &amp;”"
    assert subject in pages["changes/index.html"]
    for file in ("changes/index.html", "index.html"):
        assert "<script>alert" not in pages[file]
        assert "<i>We" not in pages[file]
        assert not re.search("[\x00-\x08\x0b-\x1f\u202e]", pages[file])
    [newest, _] = ET.fromstring(pages["changes.atom"]).findall(f"{ATOM}entry")
    content = newest.findtext(f"{ATOM}content") or ""
    assert "<i>" not in content
    assert "&lt;i&gt;We&lt;/i&gt; should" in content
    assert _items(pages["changes.json"])[0]["content_html"] == content


def test_nothing_is_said_of_who_made_a_change(committed: Committed) -> None:
    committed.commit({"claims/d/cost.md": COST}, HOSTILE)
    for file, text in _pages(committed.root).items():
        assert "Nemo" not in text, file
        assert "nemo@" not in text, file


@pytest.mark.parametrize("prefix", ["", "nl/"])
def test_the_feed_is_valid_atom(committed: Committed, prefix: str) -> None:
    committed.commit({"claims/d/cost.md": COST}, "The cost")
    text = _pages(committed.root)[f"{prefix}changes.atom"]
    assert text.startswith('<?xml version="1.0" encoding="utf-8"?>\n<feed ')
    feed = ET.fromstring(text)
    assert feed.tag == f"{ATOM}feed"
    # RFC 4287, 4.1.1 and 4.1.2: exactly one id, title and updated; an author; links.
    entries = feed.findall(f"{ATOM}entry")
    assert len(entries) == 2
    for element in (feed, *entries):
        for name in ("id", "title", "updated"):
            assert len(element.findall(ATOM + name)) == 1
            assert element.findtext(ATOM + name)
        assert re.fullmatch(
            r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", element.findtext(f"{ATOM}updated") or ""
        )
        assert re.fullmatch(
            rf"tag:example\.org,\d{{4}}:/kb/{prefix}changes/[0-9a-f]*",
            element.findtext(f"{ATOM}id") or "",
        )
    assert feed.findtext(f"{ATOM}author/{ATOM}name")
    links = {each.get("rel"): each.get("href") for each in feed.findall(f"{ATOM}link")}
    assert links == {
        "self": f"{ADDRESS}{prefix}changes.atom",
        "alternate": f"{ADDRESS}{prefix}changes/",
    }
    ids = [each.findtext(f"{ATOM}id") for each in (feed, *entries)]
    assert len(set(ids)) == 3
    assert feed.findtext(f"{ATOM}updated") == entries[0].findtext(f"{ATOM}updated")
    for entry in entries:
        [link] = entry.findall(f"{ATOM}link")
        assert (link.get("href") or "").startswith(f"{ADDRESS}{prefix}changes/#r-")
        [content] = entry.findall(f"{ATOM}content")
        assert content.get("type") == "html"
        addresses = re.findall(r'href="(.*?)"', content.text or "")
        assert addresses
        assert all(each.startswith(f"{ADDRESS}{prefix}claims/") for each in addresses)


def test_ids_in_the_feed_stay_when_a_change_is_added(committed: Committed) -> None:
    def ids(site_url: str) -> list[str | None]:
        feed = ET.fromstring(_pages(committed.root, site_url)["changes.atom"])
        return [each.text for each in feed.iter(f"{ATOM}id")]

    for address in (ADDRESS, ""):
        before = ids(address)
        committed.commit({f"claims/d/c{len(address)}.md": TOP})
        after = ids(address)
        assert [after[0], *after[2:]] == before


def test_without_an_address_the_feed_is_relative_to_itself(committed: Committed) -> None:
    feed = ET.fromstring(_pages(committed.root, "")["nl/changes.atom"])
    assert {each.get("href", "").partition("#")[0] for each in feed.iter(f"{ATOM}link")} == {
        "changes.atom",
        "changes/",
    }
    assert all((each.text or "").startswith("urn:uuid:") for each in feed.iter(f"{ATOM}id"))
    assert 'href="claims/fit/"' in (feed.findtext(f"{ATOM}entry/{ATOM}content") or "")


def _items(feed: str) -> list[dict[str, Any]]:
    items: list[dict[str, Any]] = json.loads(feed)["items"]
    return items


@pytest.mark.parametrize("prefix", ["", "nl/"])
def test_the_json_feed_says_what_the_atom_feed_does(committed: Committed, prefix: str) -> None:
    committed.commit({"claims/d/cost.md": COST}, 'The </script> "cost"')
    pages = _pages(committed.root)
    atom = ET.fromstring(pages[f"{prefix}changes.atom"])
    feed = json.loads(pages[f"{prefix}changes.json"])
    assert (
        feed.items()
        >= {
            "version": "https://jsonfeed.org/version/1.1",
            "title": atom.findtext(f"{ATOM}title"),
            "description": atom.findtext(f"{ATOM}subtitle"),
            "language": prefix.strip("/") or "en",
            "home_page_url": f"{ADDRESS}{prefix}changes/",
            "feed_url": f"{ADDRESS}{prefix}changes.json",
        }.items()
    )
    assert feed["authors"] == [{"name": atom.findtext(f"{ATOM}author/{ATOM}name")}]
    entries = atom.findall(f"{ATOM}entry")
    assert [each["summary"] for each in feed["items"]] == [
        'The </script> "cost"',
        "The beginning",
    ]
    for item, entry in zip(feed["items"], entries, strict=True):
        link = entry.find(f"{ATOM}link")
        assert link is not None
        assert item == {
            "id": entry.findtext(f"{ATOM}id"),
            "url": link.get("href"),
            "title": entry.findtext(f"{ATOM}title"),
            "summary": entry.findtext(f"{ATOM}summary"),
            "date_published": entry.findtext(f"{ATOM}updated"),
            "content_html": entry.findtext(f"{ATOM}content"),
        }


def test_without_an_address_the_json_feed_names_none(committed: Committed) -> None:
    feed = json.loads(_pages(committed.root, "")["nl/changes.json"])
    assert not {"home_page_url", "feed_url"} & set(feed)
    [item] = feed["items"]
    assert "url" not in item
    assert item["id"].startswith("urn:uuid:")


def test_home_names_the_last_day_and_every_page_leads_to_the_feed(committed: Committed) -> None:
    for number in range(4):
        committed.commit({f"claims/d/c{number}.md": TOP}, f"Number {number}")
    pages = _pages(committed.root)
    assert "Analyse laatst gewijzigd op 18 november 2023." in pages["nl/index.html"]
    for file in ("nl/index.html", "nl/claims/top/index.html", "nl/changes/index.html"):
        address = f"{'../' * (file.count('/') - 1)}changes.atom"
        other = address.replace(".atom", ".json")
        link = f'type="application/atom+xml" title="Wat er veranderde" href="{address}"'
        assert link in pages[file]
        link = f'type="application/feed+json" title="Wat er veranderde" href="{other}"'
        assert link in pages[file]


def test_a_claim_page_tells_when_it_was_added_and_reworded(committed: Committed) -> None:
    committed.commit({"claims/d/fit.md": FIT.replace("fit.", "in shape.")})
    pages = _pages(committed.root)
    fit = _main(pages["claims/fit/index.html"])
    assert "History added 14 November 2023 reworded 15 November 2023" in fit
    top = pages["nl/claims/top/index.html"]
    assert "Geschiedenis toegevoegd op 14 november 2023 Gegevens" in _main(top)
    [place] = re.findall(r'href="[./]*(changes/#r-\w+)"', top)
    assert f'id="{place.partition("#")[2]}"' in pages["nl/changes/index.html"]
