"""A reader's own copy of a source: found, proved and marked in the browser, and nowhere else."""

import json
import re
from collections.abc import Iterator
from functools import cache
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, Request

from graph.pages.bundled import SITE, TEMPLATES
from graph.pages.frame import Settings
from graph.pages.site import Site
from graph.passages import Located, fingerprint, locate, paragraphs_of
from tests.browser.axe import violations
from tests.browser.opening import opened, settled, until, watched
from tests.browser.serving import serving
from tests.browser.test_budget import SHIFTS, answers
from tests.passages import copies
from tests.small import FILES, TEXT, read_texts

ESSAY = "sources/essay/"
GUIDE = """\
paragraphs:
  - {number: 1, start: Whoever rides, gist: {en: It is healthy., nl: Het is gezond.}}
  - {number: 2, start: Of course money, gist: {en: It costs money., nl: Het kost geld.}}
  - {number: 3, start: In the end, gist: {en: And the rain?, nl: En de regen?}}
"""
PAGE = """<!doctype html><html><head><title>A page</title><script>document.title = 1</script></head>
<body><nav><ul><li>Home</li></ul></nav><article><h1>Why cycle paths</h1>
<p>Whoever rides to work every day <b>stays fit</b> without&nbsp;noticing. Doctors have said so for
years, and nobody doubts it.<br><br>Of course money is short. A path of one kilometre costs as
much as a&shy; bus, and takes a year.</p><h2>The rain</h2><div class="teaser">Read also</div>
<p>In the end we may ask ourselves who will ride there when it rains.</p>
<img src="/asked.png" onerror="document.title = 2"></article></body></html>"""


@pytest.fixture(scope="module")
def own() -> Iterator[str]:
    """The address of a site whose essay has fingerprints for its passages."""
    files = dict(FILES)
    text = paragraphs_of(TEXT)
    for name, record in FILES.items():
        if "start: " in record and name.endswith(".md"):
            start, end = re.search(r"start: ([^,\n]+?)(?:,|\n)\s*end: ([^}\n#]+)", record).groups()  # type: ignore[union-attr]
            place = locate(text, None, start, end.strip())
            assert isinstance(place, Located)
            proof = f"fingerprint: {fingerprint(place.passage)}"
            files[name] = record.replace("source: essay,", f"source: essay, {proof},").replace(
                "source: essay\n", f"source: essay\n    {proof}\n"
            )
    files["claims/sources/essay.yaml"] += GUIDE
    pages = Site(read_texts(files), Settings((TEMPLATES,))).pages()
    with serving(SITE, made={each.file: cache(each.content) for each in pages}) as address:
        yield address


def given(page: Page, address: str, text: str) -> None:
    """Open the essay's page and give it a text, with the keyboard."""
    opened(page, address + ESSAY)
    paste(page, text)


def paste(page: Page, text: str) -> None:
    page.locator("#copy-text").fill(text)
    page.locator("#copy [type=submit]").press("Enter")
    said(page)


def said(page: Page) -> str:
    """What is said of the text, once it has been read."""
    until(page, "() => document.activeElement?.getAttribute('role') === 'status'")
    return page.locator("#copy [role=status]").inner_text()


def test_a_text_is_read_with_its_argument_in_the_margin(page: Page, own: str) -> None:
    given(page, own, TEXT)
    assert said(page) == "All 3 passages are there, word for word as we read them."
    first = page.locator("#paragraph-1 .words")
    assert first.first.inner_text() == "Why cycle paths"
    assert first.last.inner_text().startswith("Whoever rides to work")
    marked = page.locator("#paragraph-2 mark").inner_text()
    assert marked == "A path of one kilometre costs as much as a bus"
    assert page.locator("#paragraph-3 .ref").inner_text() == "3"


def test_text_and_claims_lead_to_each_other(page: Page, own: str) -> None:
    given(page, own, TEXT)
    number = page.locator("#paragraph-2 .ref")
    assert number.get_attribute("aria-label") == "claim 2, word for word: Cycle paths cost much."
    number.press("Enter")
    assert page.evaluate("() => document.querySelector(':target').id") == "passage-paths-cost-much"
    back = page.locator("#passage-paths-cost-much .mark-nr")
    back.press("Enter")
    where = "() => document.querySelector(':target').closest('mark').textContent"
    assert "one kilometre" in page.evaluate(where)


def test_nothing_is_asked_of_anybody_and_nothing_is_kept(page: Page, own: str) -> None:
    opened(page, own + ESSAY)
    # What is fetched when a reader first does anything comes before the text.
    page.locator("#copy-text").focus()
    settled(page)
    asked: list[Request] = []
    page.on("request", lambda each: asked.append(each))
    page.context.set_offline(True)
    try:
        paste(page, TEXT)
        page.locator("#copy [type=file]").set_input_files(
            {"name": "page.html", "mimeType": "text/html", "buffer": PAGE.encode()}
        )
        until(page, "() => document.querySelectorAll('.words[data-copy]').length > 0")
        page.evaluate("() => new Promise((done) => setTimeout(done, 50))")
    finally:
        page.context.set_offline(False)
    assert [each.url for each in asked] == []
    kept = "() => [localStorage.length, sessionStorage.length, document.cookie, document.title]"
    assert page.evaluate(kept)[:3] == [0, 0, ""]
    opened(page, own + ESSAY)
    assert page.locator("[data-copy]").count() == 0
    assert page.locator("#copy-text").input_value() == ""


@pytest.mark.parametrize(
    ("old", "new", "told", "claim"),
    [
        ("as much as", "more than", "1 is there in other words.", "≠ Cycle paths cost much."),
        ("A path of", "A pathway of", "1 is there in other words.", "≠ Cycle paths cost much."),
        ("A path of one kilometre costs as", "That costs", "1 is not found.", "– Cycle paths"),
    ],
)
def test_a_changed_text_is_told_as_such(
    page: Page, own: str, old: str, new: str, told: str, claim: str
) -> None:
    given(page, own, TEXT.replace(old, new))
    result = said(page)
    assert result.startswith(f"2 of 3 passages are there word for word as we read them. {told}")
    assert "not quite the text that we read" in result
    assert claim in result
    at_claim = page.locator("#passage-paths-cost-much .fate").inner_text()
    assert at_claim.strip().startswith(claim[0])
    if "pathway" in new:
        assert "we read “A path of … as a bus”" in at_claim


def test_another_text_is_not_shown(page: Page, own: str) -> None:
    given(page, own, "Something else.\n\nAltogether.")
    assert said(page).startswith("None of the 3 passages that we read is there.")
    assert page.locator("[data-copy]").count() == 0
    paste(page, "x" * 1_000_001)
    assert "more than a million characters" in said(page)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("page.html", PAGE.encode()),
        ("page", PAGE.replace("&shy;", "").encode("utf-16")),
        ("page.htm", PAGE.replace("<title>", "<meta charset=latin1><title>é").encode("latin-1")),
        ("text.txt", b"\xef\xbb\xbf" + TEXT.replace("\n", "\r\n").encode()),
    ],
)
def test_a_file_is_opened(page: Page, own: str, name: str, content: bytes) -> None:
    opened(page, own + ESSAY)
    page.locator("#copy [type=file]").set_input_files(
        {"name": name, "mimeType": "", "buffer": content}
    )
    assert said(page) == "All 3 passages are there, word for word as we read them."
    assert page.title().startswith("Why cycle paths")
    assert "Read also" not in page.locator("#paragraph-1").inner_text()


def test_what_is_dropped_is_read(page: Page, own: str) -> None:
    opened(page, own + ESSAY)
    page.evaluate(
        """(text) => {
          const dataTransfer = new DataTransfer();
          dataTransfer.setData('text/plain', text);
          const drop = new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true });
          document.querySelector('#copy').dispatchEvent(drop);
        }""",
        TEXT,
    )
    assert said(page).startswith("All 3 passages")


def test_a_text_is_remembered_where_the_reader_asks_and_then_forgotten(
    page: Page, own: str
) -> None:
    given(page, own, TEXT)
    page.locator("#copy [type=checkbox]").press("Space")
    opened(page, own + ESSAY)
    until(page, "() => document.querySelectorAll('mark[class]').length >= 3")
    assert page.locator("#copy [type=checkbox]").is_checked()
    page.locator("#copy .after button").press("Enter")
    assert page.locator("[data-copy]").count() == 0
    assert page.evaluate("() => localStorage.length") == 0
    opened(page, own + ESSAY)
    assert page.locator("[data-copy]").count() == 0


def test_a_text_in_one_paragraph_is_parted_where_the_guide_says(page: Page, own: str) -> None:
    given(page, own, "Menu " * 90 + " ".join(TEXT.split()))
    assert said(page).startswith("All 3 passages")
    assert page.locator("#paragraph-2 .words").inner_text().startswith("Of course money is short.")
    assert page.locator("#paragraph-1 .around summary").inner_text() == "What stands before it"


def test_claims_are_found_by_who_hears_and_who_sees(page: Page, own: str) -> None:
    given(page, own, TEXT.replace("as much as", "more than"))
    assert violations(page) == []
    page.emulate_media(color_scheme="dark")
    assert violations(page, rules=("color-contrast",)) == []


@pytest.mark.parametrize("width", [390, 1280])
def test_the_page_holds_still_while_it_loads(browser: Browser, own: str, width: int) -> None:
    context = browser.new_context(viewport={"width": width, "height": 800})
    fresh = watched(context.new_page())
    fresh.add_init_script(SHIFTS)
    opened(fresh, own + ESSAY)
    assert fresh.locator("#copy").is_visible()
    assert fresh.evaluate("window.shifted") < 0.02
    context.close()


def test_without_scripts_there_is_no_such_thing(plain: Page, own: str) -> None:
    plain.goto(own + ESSAY)
    assert not plain.locator("#copy").is_visible()
    assert plain.locator("#passage-paths-cost-much").is_visible()


def test_the_page_of_a_source_asks_for_no_more_script_than_that_of_a_claim(
    browser: Browser, served: str
) -> None:
    found = answers(browser, served + "sources/hoek-2018/")
    assert any(each.url.endswith("/copy.js") for each in found)
    assert sum(each.size for each in found if each.url.endswith(".js")) <= 20_000


def test_who_comes_from_a_claim_sees_it_marked(page: Page, own: str) -> None:
    opened(page, f"{own}claims/paths-cost-much/")
    page.get_by_role("link", name="Paragraph 2").first.press("Enter")
    until(page, "() => document.querySelector('#passage-paths-cost-much:target') !== null")
    outline = "() => getComputedStyle(document.querySelector('li:target')).outlineStyle"
    assert page.evaluate(outline) == "solid"


def test_chromium_finds_in_every_copy_what_the_program_finds(page: Page, own: str) -> None:
    opened(page, own + ESSAY)
    vectors: dict[str, Any] = json.loads(copies.VECTORS.read_text("utf-8"))
    found = page.evaluate(
        """async ([address, passages, copies]) => {
          const { fingerprintAt, paragraphsOf, SourceText, verified } =
            await import(address + 'assets/js/passages.js');
          const { atOnce } = await import(address + 'assets/js/folding.js');
          return copies.map(({ of, text }) => {
            const source = new SourceText(paragraphsOf(text));
            return atOnce(verified(source, passages[of])).map((each, at) => {
              const proof = each.begin === undefined ? null : fingerprintAt(source, each);
              const { fingerprint } = passages[of][at];
              const same = each.status === 'verified' || each.same === true;
              const told = same || proof === fingerprint ? 'recorded' : proof;
              return [each.status, each.paragraph ?? null, each.similarity, same, told];
            });
          });
        }""",
        [own, vectors["passages"], vectors["copies"]],
    )
    for each, answer in zip(vectors["copies"], found, strict=True):
        assert answer == each["found"], each["name"]
