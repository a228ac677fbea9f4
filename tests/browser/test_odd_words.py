"""Odd words in addresses and in the storage that a site shares with others on its host."""

from collections.abc import Iterator
from itertools import product
from urllib.parse import parse_qs, quote, urlsplit

import pytest
from playwright.sync_api import Page, expect

from graph.base import KnowledgeBase
from graph.pages.bundled import SITE, TEMPLATES
from graph.pages.frame import Settings
from graph.pages.site import Site
from tests.browser.opening import opened, settled
from tests.browser.serving import serving
from tests.examples import examples

CLAIM = "harbour-stays-empty-without-a-line"
OTHER = "more-people-per-driver"
MARKUP = "<img src=x onerror=window.acted=1>"
WORDS = [
    "constructor", "__proto__", "toString", "$&", MARKUP, "../../evil", "//evil.example", "%00",
    "\u202ea b", "javascript:alert(1)", "a" * 5000, ",,,,", "&", "#", "$'", "[object Object]",
    "-1", "NaN", "null", "undefined", "length", "\\", '"', "*", "🙂", "\ud800",
    "__proto__,constructor", "hasOwnProperty", "prototype", "=",
]  # fmt: skip
ADDRESSES = [
    f"claims/{CLAIM}/?reject={{}}",
    f"claims/{CLAIM}/?accept={{}}&reject={{}}",
    f"claims/{CLAIM}/#via={{}}",
    f"claims/{CLAIM}/#{{}}:~:text={{}}",
    "claims/?q={}&theme={}&standing={}&kind={}",
    "trace/?from={}",
    f"trace/?from={CLAIM}&to={{}}",
    "add/?supports={}",
    "add/?correct={}",
    "debates/tram/map/?open={}",
    "search/?q={}",
    "changes/?{}={}#{}",
]
BROKEN = ["%00", "%zz", "%", "%E0%A4%A", "%ED%A0%80", "\x00", "%C0%AF", "%u0041", "%25%30%30"]
"""Read as they are: no UTF-8, half an escape, a lone surrogate, a NUL."""
STORED = [
    ("add/", "betoog:add:{root}:", text)
    for text in (
        '{"length":"5"}', '{"item":"x","namedItem":"y"}', '{"__proto__":"1"}', "[1,2]", '"str"',
        "null", "{bad", '{"claim-en":null,"kind":{"a":1}}', '{"kind":"<x>","said":"zzz"}',
    )
] + [
    (page, "betoog-acceptance {root}", text)
    for page in (f"claims/{CLAIM}/", "")
    for text in (MARKUP, "a,b c,d e f", "__proto__ constructor", "x" * 1_000_000, " , ,", "{}")
] + [
    (page, "betoog:seen:{root}", text)
    for page in ("changes/", "")
    for text in ("junk", "x@zzzz", "@", MARKUP)
] + [("", "betoog-figures {root}", MARKUP)]  # fmt: skip
_HARM = """() => [window.acted, ({}).polluted, [...document.querySelectorAll('main img')].length]
  .filter(Boolean)"""
Case = tuple[str, str, str]


def cases() -> list[Case]:
    """What is opened, and what is kept under which name before: what differs most comes first."""
    pairs = sorted(
        product(range(len(ADDRESSES)), range(len(WORDS))),
        key=lambda pair: ((pair[1] - pair[0]) % len(WORDS), pair),
    )
    asked = [(ADDRESSES[at].replace("{}", quote(WORDS[n], errors="replace")), "", "")
             for at, n in pairs]  # fmt: skip
    broken = [(ADDRESSES[at % len(ADDRESSES)].replace("{}", word), "", "")
              for at, word in enumerate(BROKEN)]  # fmt: skip
    return asked[: examples(0.8)] + broken[: examples(0.36)] + STORED[: examples(0.48)]


@pytest.fixture
def page(page: Page) -> Iterator[Page]:
    """A page that fails the test if a script does, or asks another host."""
    wrong: list[str] = []
    page.on("pageerror", lambda error: wrong.append(f"{page.url[:200]}: {error}"))
    page.on("dialog", lambda dialog: wrong.append(dialog.message))
    page.on(
        "request",
        lambda each: None if "//127.0.0.1:" in each.url[:20] else wrong.append(each.url),
    )
    yield page
    assert wrong == []


def test_no_word_in_an_address_or_a_storage_stops_a_script(page: Page, served: str) -> None:
    opened(page, f"{served}robots.txt")
    root = page.url.split("/", 3)[3].removesuffix("robots.txt")
    for address, name, kept in cases():
        page.evaluate(
            """([name, kept]) => {
              for (const storage of [localStorage, sessionStorage]) {
                storage.clear();
                if (name) storage.setItem(name, kept);
              }
            }""",
            [name.format(root=f"/{root}"), kept],
        )
        opened(page, served + address)
        assert page.evaluate(_HARM) == [], (address, name, kept)
        if address.startswith("add/"):
            assert page.locator("main form #mode-supports").is_enabled()


NO_STORAGE = {
    "forbidden": """for (const name of ["localStorage", "sessionStorage"]) {
      Object.defineProperty(window, name,
        { get() { throw new DOMException("forbidden", "SecurityError"); } });
    }""",
    "full": """Storage.prototype.setItem = () => {
      throw new DOMException("full", "QuotaExceededError");
    };""",
}


@pytest.mark.parametrize("kind", NO_STORAGE)
def test_where_nothing_can_be_kept_all_works_on_the_page(
    page: Page, served: str, kind: str
) -> None:
    page.add_init_script(NO_STORAGE[kind])
    opened(page, f"{served}claims/{CLAIM}/")
    page.locator("p.decide button[value=reject]").click()
    settled(page)
    expect(page.locator("section.acceptance .names li")).to_have_count(1)
    opened(page, f"{served}add/?supports={CLAIM}")
    page.locator("#mode-supports").check()
    page.locator("main form textarea").first.fill("A reason.")
    settled(page)
    opened(page, f"{served}changes/")
    opened(page, f"{served}search/?q=tram")


LACKING = {
    "no history": """history.replaceState = history.pushState = () => {
      throw new DOMException("too many", "SecurityError");
    };""",
    "no sizes": "delete window.ResizeObserver;",
}


@pytest.mark.parametrize("kind", LACKING)
@pytest.mark.parametrize(
    "address",
    [f"claims/{CLAIM}/?reject={CLAIM}", f"claims/{CLAIM}/#via={CLAIM}", "claims/?q=tram",
     "search/?q=tram", f"add/?supports={CLAIM}", "walk/build-the-tram/", "trace/", "changes/", ""],
)  # fmt: skip
def test_what_a_browser_does_not_let_a_script_do_ends_nothing_else(
    page: Page, served: str, address: str, kind: str
) -> None:
    page.add_init_script(LACKING[kind])
    opened(page, served + address)
    settled(page)


@pytest.mark.parametrize("kind", LACKING)
def test_where_no_address_is_written_claims_are_rejected_and_sought(
    page: Page, served: str, kind: str
) -> None:
    page.add_init_script(LACKING[kind])
    opened(page, f"{served}claims/{CLAIM}/")
    page.locator("p.decide button[value=reject]").click()
    settled(page)
    expect(page.locator("section.acceptance .names li")).to_have_count(1)
    opened(page, f"{served}search/")
    page.locator("input[type=search]").first.fill("tram")
    expect(page.locator("main mark").first).to_be_visible()


CONSTRUCTOR = {
    "debate.yaml": "title: {en: T, nl: T}\nquestion: {en: Q?, nl: Q?}\ntheses: [constructor]\n",
    "constructor.md": "---\nclaim: {en: Builders matter., nl: Bouwers tellen.}\nkind: fact\n---\n",
    "a-reason.md": "---\nclaim: {en: They build., nl: Zij bouwen.}\nkind: fact\n"
    "supports:\n  - {claim: constructor}\n---\n",
}


@pytest.fixture(scope="module")
def built_by_constructors(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a site with a claim whose id is a name that every object has."""
    root = tmp_path_factory.mktemp("constructor")
    folder = root / "claims/d"
    folder.mkdir(parents=True)
    for name, text in CONSTRUCTOR.items():
        (folder / name).write_text(text, "utf-8")
    pages = Site(KnowledgeBase.load(root), Settings((TEMPLATES,))).pages()
    with serving(SITE, made={each.file: each.content for each in pages}) as address:
        yield address


def test_a_claim_may_be_called_what_every_object_has(
    page: Page, built_by_constructors: str
) -> None:
    opened(page, f"{built_by_constructors}add/?contradicts=constructor")
    expect(page.locator(".about .big a")).to_have_text("Builders matter.")
    assert page.locator("#step option").count() == 2
    opened(page, f"{built_by_constructors}claims/a-reason/?reject=constructor")
    expect(page.locator("section.acceptance .names")).to_contain_text("Builders matter")


@pytest.mark.parametrize("word", ["constructor", "toString", "__proto__"])
def test_a_claim_that_is_none_is_told_so(page: Page, served: str, word: str) -> None:
    opened(page, f"{served}add/?supports={word}")
    expect(page.locator(".about .big")).to_contain_text(word)
    opened(page, f"{served}claims/{CLAIM}/?reject={word}")
    expect(page.locator("section.acceptance .names")).to_contain_text(word)


@pytest.mark.parametrize("between", [", ", ",%20", "+", "%09,%0A", " , ,"])
def test_blanks_between_the_claims_of_a_link_count_for_nothing(
    page: Page, served: str, between: str
) -> None:
    """No blank moves a claim that is rejected to those that are accepted."""
    opened(page, f"{served}claims/{CLAIM}/?reject={CLAIM}{between}{OTHER}")
    address = parse_qs(urlsplit(page.url).query)
    assert address == {"reject": [f"{CLAIM},{OTHER}"]}
    page.reload()
    assert parse_qs(urlsplit(page.url).query) == address


@pytest.mark.parametrize("words", ["$&", "$'", "zz{n}zz", "zzz{words}"])
def test_words_that_are_not_found_are_said_as_they_were_typed(
    page: Page, served: str, words: str
) -> None:
    opened(page, f"{served}search/?q={quote(words)}")
    expect(page.locator("#found")).to_contain_text(f"“{words}”")
