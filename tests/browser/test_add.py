"""The form on which readers add to the argument: what it makes is what `betoog new` writes."""

import json
import re
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, Page, Route

from graph.base import KnowledgeBase
from graph.drafting.draft import Draft, draft_files, shortcomings
from graph.drafting.from_issue import from_issue
from graph.drafting.issue_form import CLAIM_MARK
from graph.drafting.writing import marked, taken_ids
from graph.pages.frame import Settings
from graph.pages.repository_links import repository_links
from tests.browser.axe import in_both_themes
from tests.browser.conftest import reading
from tests.browser.opening import opened, settled, styled
from tests.browser.page_types import PREFIXES

TODAY = "2026-11-25"
TARGET = "tram-pays-for-itself"


def _kept_at(repo_url: str, edit_uri: str = "") -> dict[str, Any]:
    links = repository_links(Settings((), repo_url=repo_url, edit_uri=edit_uri))
    assert links is not None
    return asdict(links)


GITHUB = _kept_at("https://github.com/some/argument")
GITLAB = _kept_at("https://gitlab.com/a/b")
FORGEJO = _kept_at("https://codeberg.org/a/b")
_SHOWN = """() => Object.fromEntries([...document.querySelectorAll('.result h3 > code')].map(
  (code) => [code.textContent, code.parentElement.nextElementSibling.textContent]))"""


@pytest.fixture(scope="module")
def context(browser: Browser) -> Iterator[BrowserContext]:
    """A reader for whom it is always the same day."""
    with reading(browser) as context:
        context.clock.set_fixed_time(f"{TODAY}T12:00:00Z")
        yield context


@pytest.fixture
def page(page: Page, served: str) -> Iterator[Page]:
    """A page that fails the test if a script does or another origin is asked for anything."""
    wrong: list[str] = []
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("dialog", lambda dialog: wrong.append(dialog.message))
    page.on(
        "request", lambda each: wrong.append(each.url) if _is_foreign(each.url, served) else None
    )
    yield page
    assert wrong == []


def _is_foreign(address: str, served: str) -> bool:
    return not address.startswith((served, "data:", "blob:"))


def _open(page: Page, address: str, host: dict[str, Any] | None = None) -> None:
    """Open the form; with a host, as if the configuration named it."""

    def named(route: Route) -> None:
        answer = route.fetch()
        body = answer.text().replace('"host":null', f'"host":{json.dumps(host)}', 1)
        assert body != answer.text()
        route.fulfill(response=answer, body=body)

    if host:
        page.route(re.compile(r"/add/(\?|$)"), named)
    opened(page, address)


def _tab_to(page: Page, name: str) -> None:
    """Press the Tab key until the field has the focus."""
    for _ in range(40):
        if page.evaluate("document.activeElement.id") == name:
            return
        page.keyboard.press("Tab")
    pytest.fail(f"{name} is not reached from the keyboard")


def _type(page: Page, fields: dict[str, str]) -> None:
    for name, text in fields.items():
        _tab_to(page, name)
        page.keyboard.type(text)


def _submit(page: Page) -> None:
    page.locator("main form button[type=submit]").click()


def _files(sample: KnowledgeBase, **fields: Any) -> dict[str, str]:
    draft = Draft.model_validate({"debate": "tram", **fields})
    assert shortcomings(draft) == ()
    return {
        each.path: each.text
        for each in draft_files(marked(sample, draft), taken_ids(sample), TODAY)
    }


@pytest.mark.parametrize("language", PREFIXES)
def test_a_condition_is_a_support_of_one_scheme(
    page: Page, served: str, sample: KnowledgeBase, language: str
) -> None:
    _open(page, f"{served}{PREFIXES[language]}add/?conditions={TARGET}")
    assert page.locator("#mode-conditions").is_checked()
    page.locator("#claim-en").fill("The bridge bears whatever rolls over it.")
    page.locator("#kind").select_option("fact")
    page.locator("#because-en").fill("There is no other way.")
    _submit(page)
    page.locator("#result").wait_for()
    link = {"type": "conditions", "target": TARGET, "because": {"en": "There is no other way."}}
    shown = page.evaluate(_SHOWN)
    assert shown == _files(
        sample,
        claim={"en": "The bridge bears whatever rolls over it."},
        kind="fact",
        links=[link],
    )
    assert "scheme: necessary-condition" in next(iter(shown.values()))


@pytest.mark.parametrize("language", PREFIXES)
def test_a_reason_from_a_new_source_is_filled_in_from_the_keyboard(
    page: Page, served: str, sample: KnowledgeBase, language: str
) -> None:
    _open(page, f"{served}{PREFIXES[language]}add/?supports={TARGET}&reject=gpu")
    assert (
        page.locator(".about .big a").inner_text()
        == sample.claims[TARGET].claim.wording(language).text
    )
    first, second = (language, "nl" if language == "en" else "en")
    texts = {"en": "Quiet chips: they win, mostly.", "nl": "Stille chips winnen ’t vaak."}
    why = {"en": "What wins gets cheap.", "nl": "Wat wint, wordt goedkoop."}
    _type(page, {f"claim-{first}": texts[first], f"claim-{second}": texts[second]})
    _tab_to(page, "kind")
    page.keyboard.type("pred" if language == "en" else "voorsp")
    _type(page, {f"because-{first}": why[first], f"because-{second}": why[second]})
    _tab_to(page, "said-none")
    page.keyboard.press("ArrowUp")
    _type(
        page,
        {
            "address": "https://doi.org/10.1234/quiet",
            "title": "Quiet: a study",
            "author": "Doe, Jan; Town Council",
            "issued": "2025-03",
            "paragraph": "2",
            "start": "the quiet ones",
            "end": "in the end",
            "speaker": "Zoë Œuvré",
            "note": "A doubt.",
        },
    )
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.locator("#result").wait_for()
    assert page.evaluate("document.activeElement.id") == "result"
    assert page.evaluate(_SHOWN) == _files(
        sample,
        claim=texts,
        kind="prediction",
        links=[{"type": "supports", "target": TARGET, "because": why}],
        new_source={
            "title": "Quiet: a study", "author": ["Doe, Jan", "Town Council"], "issued": "2025-03",
            "DOI": "10.1234/quiet",
        },
        paragraph=2,
        start="the quiet ones",
        end="in the end",
        new_speaker={"name": "Zoë Œuvré"},
        note="A doubt.",
    )  # fmt: skip
    assert page.url.endswith(f"?supports={TARGET}&reject=gpu") or page.url.endswith(
        f"?reject=gpu&supports={TARGET}"
    )


def _fill(page: Page, **fields: str) -> None:
    for name, text in fields.items():
        page.locator(f"[id='{name.replace('_', '-')}']").fill(text)


def test_a_step_is_undercut_from_a_source_that_is_there(
    page: Page, served: str, sample: KnowledgeBase
) -> None:
    _open(page, f"{served}add/?contradicts={TARGET}")
    page.locator("#object-step").check()
    step = sample.reasons(TARGET)[1].id
    page.locator("#step").select_option(step)
    page.locator("#said-known").check()
    page.locator("#source").select_option("council-2020")
    speaker = next(iter(sample.speakers.values()))
    _fill(page, claim_en="It is not so simple.", because_nl="Dat volgt niet.", start="a few words")
    _fill(page, speaker=speaker.name.wording("en").text.upper())
    page.locator("#kind").select_option("fact")
    _submit(page)
    assert page.evaluate(_SHOWN) == _files(
        sample,
        claim={"en": "It is not so simple."},
        kind="fact",
        links=[{"type": "undercuts", "target": step, "because": {"nl": "Dat volgt niet."}}],
        source="council-2020",
        start="a few words",
        speaker=speaker.id,
    )


def test_a_question_is_answered(page: Page, served: str, sample: KnowledgeBase) -> None:
    question = next(each.id for each in sample.claims.values() if each.kind.value == "question")
    page.goto(f"{served}claims/{question}/")
    page.locator(".acts a").first.click()
    settled(page)
    assert page.locator("h1").inner_text() == "Answer a question"
    # A question can be answered or put right, and that is all.
    assert page.locator("#mode .choice:visible").count() == 2
    _fill(page, claim_en="It depends.")
    page.locator("#kind").select_option("fact")
    _submit(page)
    expected = _files(sample, claim={"en": "It depends."}, kind="fact", answers=[question])
    assert page.evaluate(_SHOWN) == expected


def _problems(page: Page) -> list[Locator]:
    return page.locator(".problems li a").all()


@pytest.mark.parametrize("language", PREFIXES)
def test_what_is_wrong_is_explained_at_the_top_and_at_each_field(
    page: Page, served: str, language: str
) -> None:
    _open(page, f"{served}{PREFIXES[language]}add/")
    page.locator("#said-new").check()
    _fill(page, paragraph="two", issued="last week", end="words " * 13)
    _submit(page)
    assert page.evaluate("document.activeElement.className") == "problems"
    assert page.title().startswith("Error: " if language == "en" else "Fout: ")
    assert page.locator(".problems").get_attribute("role") == "alert"
    linked = [link.get_attribute("href") for link in _problems(page)]
    assert linked == [
        "#target", f"#claim-{language}", "#kind", f"#because-{language}", "#address", "#title",
        "#paragraph", "#start", "#end",
    ]  # fmt: skip
    for link in _problems(page):
        name = (link.get_attribute("href") or "")[1:]
        link.click()
        assert page.evaluate("document.activeElement.id") == name
        control = page.locator(f"[id='{name}']")
        assert control.get_attribute("aria-invalid") == "true"
        described = (control.get_attribute("aria-describedby") or "").split()
        assert f"{name}-error" in described
        texts = page.locator(f"[id='{name}-error']").inner_text()
        assert link.inner_text() in texts
        assert "{" not in texts
    # With the rest put right, the schema finds what is wrong with the form of a value.
    _fill(page, paragraph="2", end="", start="a b", title="T", address="example.org/x y")
    _fill(page, **{f"claim_{language}": "So it is.", f"because_{language}": "For so it is."})
    page.locator("#kind").select_option("fact")
    page.locator("#target").fill("trees")
    page.locator("#target").press("Enter")
    _submit(page)
    assert {link.get_attribute("href") for link in _problems(page)} == {"#issued", "#address"}
    _fill(page, issued="2025-01", address="https://example.org/x")
    _submit(page)
    assert page.locator(".problems").is_hidden()
    assert "Elsterveen" in page.title()
    assert ": " not in page.title()
    assert page.locator("[aria-invalid], .error").count() == 0
    assert len(page.evaluate(_SHOWN)) == 2


def test_another_claim_is_chosen_or_the_first_is_kept(page: Page, served: str) -> None:
    _open(page, f"{served}add/?supports={TARGET}&accept=gpu#via=a,b")
    before = page.locator(".about .big").inner_text()
    page.locator(".about summary").press("Enter")
    page.locator("#target").fill("harbour")
    assert page.get_by_role("option").count() > 2
    page.locator("#target").press("Escape")
    assert page.locator(".about .big").inner_text() == before
    page.locator("#target").fill("harbour")
    page.locator("#target").press("Enter")
    chosen = page.locator(".about .big a").get_attribute("href") or ""
    claim = chosen.rstrip("/").rpartition("/")[2]
    assert claim != TARGET
    # What belongs to others stays in the address.
    assert page.url.endswith(f"?accept=gpu&supports={claim}#via=a,b")
    page.locator("#mode-contradicts").check()
    assert page.url.endswith(f"?accept=gpu&contradicts={claim}#via=a,b")
    assert page.title().startswith("Add an objection")


def _filled(page: Page) -> dict[str, str]:
    return {
        name: page.locator(f"#{name}").input_value()
        for name in ("claim-en", "claim-nl", "kind", "title", "note")
    }


def test_nothing_that_was_typed_is_lost(page: Page, served: str) -> None:
    _open(page, f"{served}add/?contradicts={TARGET}")
    page.locator("#object-step").check()
    page.locator("#step").select_option(index=2)
    page.locator("#kind").select_option("value")
    page.locator("#said-new").check()
    _fill(page, claim_en=_HOSTILE, claim_nl="Zo.", title="A title", note="One.\n\n  Two.")
    before, step = _filled(page), page.locator("#step").input_value()
    assert step
    assert page.locator(".kept").is_hidden()
    page.reload()
    page.locator(".kept").wait_for()
    assert _filled(page) == before
    assert page.locator("#step").input_value() == step
    page.goto(f"{served}claims/{TARGET}/")
    page.go_back()
    page.locator("#title").wait_for()
    assert _filled(page) == before
    # The form in the other language is about the same claim, and holds the same.
    page.locator("header a[hreflang=nl]").click()
    page.locator("h1", has_text="Voeg een bezwaar toe").wait_for()
    assert page.url.endswith(f"nl/add/?contradicts={TARGET}")
    page.locator(".kept").wait_for()
    assert _filled(page) == before


def test_what_was_typed_about_one_claim_is_not_put_to_another(page: Page, served: str) -> None:
    _open(page, f"{served}add/?supports={TARGET}")
    _fill(page, claim_en="So it is.")
    _open(page, f"{served}add/?supports=people-leave-the-car")
    assert page.locator("#claim-en").input_value() == ""
    assert page.locator(".kept").is_hidden()


def test_the_form_can_be_emptied(page: Page, served: str) -> None:
    _open(page, f"{served}add/?contradicts={TARGET}")
    page.locator("#said-new").check()
    _fill(page, claim_en="So it is.", title="A title")
    page.reload()
    page.locator(".kept button").press("Enter")
    assert page.evaluate("document.activeElement.id") == "mode-contradicts"
    assert set(_filled(page).values()) == {""}
    assert page.locator("#title").is_hidden()
    assert page.locator(".about .big a").is_visible()
    page.reload()
    settled(page)
    assert page.locator(".kept").is_hidden()
    assert page.locator("#claim-en").input_value() == ""


def test_a_title_is_not_cut_within_a_character(page: Page, served: str) -> None:
    _open(page, f"{served}add/?supports={TARGET}", GITHUB)
    _fill(page, claim_en="\U0001f600" * 150, because_en="For so it is.")
    page.locator("#kind").select_option("fact")
    _submit(page)
    address = page.locator(".result a[href*='/issues/new?']").get_attribute("href") or ""
    assert parse_qs(urlsplit(address).query)["title"] == ["Claim: " + "\U0001f600" * 99 + "…"]


@pytest.mark.parametrize("language", PREFIXES)
@pytest.mark.parametrize(("width", "scale"), [(320, 1), (640, 2)])
def test_the_form_fits_a_narrow_screen_with_large_text(
    page: Page, served: str, width: int, scale: int, language: str
) -> None:
    page.set_viewport_size({"width": width, "height": 640})
    _open(page, f"{served}{PREFIXES[language]}add/?contradicts={TARGET}", GITHUB)
    styled(page, f"html {{ font-size: {106.25 * scale}% !important; }}")
    page.locator("#object-step").check()
    page.locator("#said-new").check()
    _submit(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.locator("#object-claim").check()
    _reason(page, why="x" * 500)
    _submit(page)
    assert page.locator(".result").is_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_without_the_records_the_form_says_so(page: Page, served: str) -> None:
    page.route("**/add/records.json", lambda route: route.abort())
    _open(page, f"{served}add/?supports={TARGET}")
    assert "cannot be reached" in page.locator(".about .big").inner_text()
    _submit(page)
    assert "#target" in [link.get_attribute("href") for link in _problems(page)]


def test_a_question_is_refused_as_a_reason(page: Page, served: str) -> None:
    _open(page, f"{served}add/?supports={TARGET}")
    _fill(page, claim_en="Is it so?", because_en="Who knows.")
    page.locator("#kind").select_option("question")
    _submit(page)
    assert [link.get_attribute("href") for link in _problems(page)] == ["#kind"]
    assert page.locator(".result").is_hidden()


def test_claims_like_what_is_written_are_named(
    page: Page, served: str, sample: KnowledgeBase
) -> None:
    _open(page, f"{served}add/?supports={TARGET}")
    sentence = sample.claims[TARGET].claim.wording("en").text
    _fill(page, claim_en=sentence)
    page.locator(f".near a[href$='claims/{TARGET}/']").wait_for()
    assert "Says the same" in page.locator(".near").inner_text()
    _fill(page, claim_en=sentence.replace(" has ", " has not "))
    page.locator(".near", has_text="opposite").wait_for()
    assert page.locator(".near").get_attribute("role") == "status"


def test_what_is_shown_goes_when_something_is_changed(page: Page, served: str) -> None:
    _open(page, f"{served}add/?supports={TARGET}")
    _fill(page, claim_en="So it is.", because_en="For so it is.")
    page.locator("#kind").select_option("fact")
    _submit(page)
    assert page.locator(".result").is_visible()
    page.locator("#claim-en").type(" Or not.")
    assert page.locator(".result").is_hidden()


def _reason(page: Page, why: str = "For so it is.") -> None:
    page.locator("#kind").select_option("causal")
    page.locator("#said-new").check()
    _fill(page, claim_en="Tea & <b>milk</b>: 100% “good”.", because_en=why, start="tea + milk")
    _fill(
        page, address="https://example.org/?a=b&c#d", title="Tea", author="Doe, Jan", issued="2025"
    )
    _fill(page, speaker="Jan of the Tea", note="First.\n\n### Kind of claim\n\nlie")


def test_an_issue_with_everything_in_it_comes_to_the_same_records(
    page: Page, served: str, sample: KnowledgeBase
) -> None:
    _open(page, f"{served}add/?supports={TARGET}", GITHUB)
    _reason(page)
    _submit(page)
    shown = page.evaluate(_SHOWN)
    address = page.locator(".result a[href*='/issues/new?']").get_attribute("href") or ""
    query = parse_qs(urlsplit(address).query)
    assert address.startswith("https://github.com/some/argument/issues/new?")
    assert query["title"] == ["Claim: Tea & <b>milk</b>: 100% “good”."]
    # By this the workflow that answers knows it; no address can give it a label.
    assert query["body"][0].startswith(CLAIM_MARK)
    outcome = from_issue(sample, query["body"][0], "tram", TODAY)
    assert outcome.missing == ()
    assert outcome.drafted is not None
    assert {each.path: each.text for each in outcome.drafted.files} == shown
    assert len(shown) == 3


def test_a_file_is_proposed_where_the_records_are_kept(page: Page, served: str) -> None:
    host = _kept_at(GITHUB["repository"], "edit/next/sub/")
    _open(page, f"{served}add/?supports={TARGET}", host)
    _reason(page)
    _submit(page)
    shown = page.evaluate(_SHOWN)
    links = page.locator(".result a[href*='/new/next/']").all()
    found = {}
    for link in links:
        parts = urlsplit(link.get_attribute("href") or "")
        query = parse_qs(parts.query)
        folder = parts.path.removeprefix("/some/argument/new/next/sub/")
        found[f"{folder}/{query['filename'][0]}"] = query["value"][0]
    assert found == shown


@pytest.mark.parametrize("host", [GITHUB, GITLAB, FORGEJO], ids=["GitHub", "GitLab", "Forgejo"])
def test_a_text_too_long_for_an_address_is_copied_first(
    page: Page, served: str, host: dict[str, Any]
) -> None:
    _open(page, f"{served}add/?supports={TARGET}", host)
    _reason(page, why="é" * 1900)
    _submit(page)
    addresses = page.eval_on_selector_all(".result a[rel]", "all => all.map((each) => each.href)")
    assert addresses
    assert max(map(len, addresses)) < 8000
    assert "Copy the text first" in page.locator(".result").inner_text()
    # The text of the issue is there to be copied, beside the three files.
    assert page.locator(".result pre").count() == 4


@pytest.mark.parametrize("host", [GITLAB, FORGEJO], ids=["GitLab", "Forgejo"])
def test_all_that_leaves_the_form_leads_into_the_repository(
    page: Page, served: str, host: dict[str, Any]
) -> None:
    at = host["repository"]
    _open(page, f"{served}add/?supports={TARGET}", host)
    _fill(page, claim_en="So it is.", because_en="For so it is.")
    page.locator("#kind").select_option("fact")
    _submit(page)
    ((path, text),) = page.evaluate(_SHOWN).items()
    file, issue = page.eval_on_selector_all(".result a[rel]", "all => all.map((each) => each.href)")
    given = parse_qs(urlsplit(file).query)
    if host is FORGEJO:
        assert file.startswith(f"{at}/_new/main/?")
        assert given == {"filename": [path], "value": [text]}
        assert issue.startswith(f"{at}/issues/new?title=Claim")
    else:
        assert file.startswith(f"{at}/-/new/main?")
        assert given == {"file_name": [path]}
        assert "Copy the text first" in page.locator(".result").inner_text()
        assert issue.startswith(f"{at}/-/issues/new?issue%5Btitle%5D=Claim")
    _open(page, f"{served}add/?correct={TARGET}", host)
    _fill(page, wrong="The year.")
    _submit(page)
    issue, edit = page.eval_on_selector_all(".result a[rel]", "all => all.map((each) => each.href)")
    assert "What%20is%20wrong%0A%0AThe%20year." in issue
    assert edit.startswith(f"{at}/_edit/main/claims/" if host is FORGEJO else f"{at}/-/edit/main/")
    assert edit.endswith(f"/{TARGET}.md")


def test_without_a_host_everything_can_be_copied_and_downloaded(page: Page, served: str) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    _open(page, f"{served}add/?supports={TARGET}")
    _fill(page, claim_nl="Zo is het.", because_nl="Want zo is het.")
    page.locator("#kind").select_option("fact")
    # Nothing more is needed from the network.
    page.context.set_offline(True)
    _submit(page)
    ((path, text),) = page.evaluate(_SHOWN).items()
    assert page.locator(".result a[href^='http']").count() == 0
    with page.expect_download() as saved:
        page.locator(".result a[download]").click()
    assert saved.value.suggested_filename == path.rpartition("/")[2]
    assert Path(saved.value.path()).read_bytes() == text.encode("utf-8")
    page.locator(".result button").click()
    page.locator(".result [role=status]", has_text="Copied").wait_for()
    assert page.evaluate("navigator.clipboard.readText()") == text


def test_a_correction_becomes_an_issue_or_a_text(page: Page, served: str) -> None:
    page.goto(f"{served}claims/{TARGET}/")
    href = page.locator(".acts a").last.get_attribute("href") or ""
    assert href.endswith(f"add/?correct={TARGET}")
    _open(page, f"{served}add/?correct={TARGET}", GITHUB)
    assert page.locator("h1").inner_text() == "Suggest a correction"
    _submit(page)
    assert [link.get_attribute("href") for link in _problems(page)] == ["#wrong"]
    _fill(page, wrong="The year.\nAnd the name.", right="2024")
    _submit(page)
    fields = ("Where it is", "What is wrong", "What it should be")
    texts = (TARGET, "The year.\nAnd the name.", "2024")
    body = "\n".join(f"### {field}\n\n{text}\n" for field, text in zip(fields, texts, strict=True))
    assert page.locator(".result pre").text_content() == body
    issue, edit = page.eval_on_selector_all(".result a[rel]", "all => all.map((each) => each.href)")
    assert parse_qs(urlsplit(issue).query) == {
        "template": ["correction.yml"],
        "title": [f"Correction: {TARGET}"],
        "where": [TARGET],
        "wrong": ["The year.\nAnd the name."],
        "right": ["2024"],
    }
    assert edit.startswith("https://github.com/some/argument/edit/main/claims/")
    assert edit.endswith(f"/{TARGET}.md")


_HOSTILE = '"><img src=x onerror=alert(1)><script>alert(2)</script>{{7*7}} javascript:alert(3)'


def test_hostile_text_stays_text(page: Page, served: str) -> None:
    _open(page, f"{served}add/?supports={_HOSTILE}", GITHUB)
    assert _HOSTILE[:20] in page.locator(".about .big").inner_text()
    _open(page, f"{served}add/?supports={TARGET}#{_HOSTILE}", GITHUB)
    page.locator("#kind").select_option("fact")
    page.locator("#said-new").check()
    for name in ("claim-en", "because-en", "title", "author", "start", "speaker", "note"):
        page.locator(f"[id='{name}']").fill(_HOSTILE)
    _fill(page, issued="2025", address="javascript:alert(4)")
    _submit(page)
    assert {link.get_attribute("href") for link in _problems(page)} == {"#address"}
    _fill(page, address="https://example.org")
    _submit(page)
    assert _HOSTILE in page.locator(".result pre").first.inner_text()
    assert page.locator("main img, main script:not([type])").count() == 0
    allowed = (GITHUB["repository"] + "/", "blob:")
    for address in page.eval_on_selector_all(".result a", "all => all.map((each) => each.href)"):
        assert address.startswith(allowed)


def test_a_claim_page_leads_to_the_form(page: Page, served: str) -> None:
    for prefix in PREFIXES.values():
        page.goto(f"{served}{prefix}claims/{TARGET}/")
        links = page.eval_on_selector_all(
            "main a[href*='add/?']", "all => all.map((each) => each.search)"
        )
        # Each way to add is offered once.
        for way in ("supports", "contradicts", "conditions", "correct"):
            assert links.count(f"?{way}={TARGET}") == 1


@pytest.mark.parametrize("language", PREFIXES)
def test_the_form_its_problems_and_its_result_violate_nothing_of_wcag(
    page: Page, served: str, looks: set[str], language: str
) -> None:
    _open(page, f"{served}{PREFIXES[language]}add/?contradicts={TARGET}", GITHUB)
    page.locator("#object-step").check()
    page.locator("#said-new").check()
    _submit(page)
    assert page.locator(".error").count() > 5
    assert in_both_themes(page, looks) == []
    page.locator("#object-claim").check()
    _reason(page)
    _submit(page)
    assert page.locator(".result pre").count() == 3
    assert in_both_themes(page, looks) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.parametrize("language", PREFIXES)
def test_without_scripts_the_page_says_what_to_do(plain: Page, served: str, language: str) -> None:
    plain.goto(f"{served}{PREFIXES[language]}add/?supports={TARGET}")
    assert plain.locator("main form").is_hidden()
    assert plain.locator("main .notice").is_visible()
    plain.locator("main a[href$='contribute/']").click()
    assert plain.url.endswith("contribute/")
