"""Tables in which one compares: narrowed down and put in order with scripts, whole without."""

from urllib.parse import parse_qs, urlsplit

from playwright.sync_api import Page, expect

from graph.base import KnowledgeBase
from tests.browser.opening import opened

_HTML = "text/html; charset=utf-8"
_ROWS = "table.compare tbody tr:visible"


def _names(page: Page) -> list[str]:
    return page.locator(f"{_ROWS} th a").all_inner_texts()


def _keys(page: Page, column: int) -> list[str]:
    rows = page.locator(f"{_ROWS} > :nth-child({column})").all()
    return [each.get_attribute("data-key") or "" for each in rows]


def test_sources_are_narrowed_down_by_words_and_choices_which_the_address_keeps(
    page: Page, served: str, sample: KnowledgeBase
) -> None:
    opened(page, f"{served}sources/?reject=savings-are-passed-on")
    every = _names(page)
    assert len(every) == len(sample.sources)
    asked = every[-1].split()[-1].strip("”’'.")
    page.get_by_label("Words in the title").fill(asked)
    expect(page.locator("form.narrow [role=status]")).to_contain_text("source")
    found = _names(page)
    assert every[-1] in found
    assert len(found) < len(every)
    said = parse_qs(urlsplit(page.url).query)
    assert said == {"reject": ["savings-are-passed-on"], "q": [asked]}
    page.reload()
    page.wait_for_selector("form.narrow:not([hidden])")
    assert _names(page) == found
    page.get_by_label("Words in the title").fill("zzz")
    expect(page.locator("form.narrow [role=status]")).to_have_text("No source fits all of these.")
    page.get_by_label("Words in the title").fill("")
    page.locator("select[name=quality]").select_option("primary")
    chosen = sum(
        each.quality is not None and each.quality.level.value == "primary"
        for each in sample.sources.values()
    )
    expect(page.locator(_ROWS)).to_have_count(chosen)


def test_a_heading_puts_the_rows_in_the_order_of_its_column(page: Page, served: str) -> None:
    opened(page, f"{served}sources/")
    built = _names(page)
    page.get_by_role("button", name="Date").click()
    dates = [each for each in _keys(page, 2) if each]
    assert dates == sorted(dates, reverse=True)
    # What has no date comes last.
    assert not any(_keys(page, 2)[len(dates) :])
    expect(page.get_by_role("columnheader", name="Date")).to_have_attribute(
        "aria-sort", "descending"
    )
    page.reload()
    page.wait_for_selector("form.narrow:not([hidden])")
    assert [each for each in _keys(page, 2) if each] == dates
    page.get_by_role("button", name="Claims").click()
    assert _names(page) == built
    assert "sort" not in page.url


def test_without_scripts_all_rows_are_there_and_nothing_asks_to_be_pressed(
    plain: Page, served: str, sample: KnowledgeBase
) -> None:
    for path, number in (("sources/", len(sample.sources)), ("speakers/", len(sample.speakers))):
        plain.goto(served + path)
        assert plain.locator(_ROWS).count() == number
        assert plain.locator("main :is(button, input, select):visible").count() == 0


def test_of_many_rows_the_first_stand_there_and_the_rest_on_request(
    page: Page, served: str
) -> None:
    whole = page.request.get(f"{served}sources/").text()
    rows = whole.partition("<tbody>")[2].partition("</tbody>")[0]
    many = whole.replace(rows, rows * 9, 1)
    page.route(f"{served}sources/", lambda route: route.fulfill(body=many, content_type=_HTML))
    opened(page, f"{served}sources/")
    assert page.locator(_ROWS).count() == 50
    page.locator(".more-rows").click()
    assert page.locator(_ROWS).count() == 9 * rows.count("<tr")
    assert page.evaluate("document.activeElement.closest('tr').rowIndex") == 51
    expect(page.locator(".more-rows")).to_be_hidden()
