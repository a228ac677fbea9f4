"""Rejecting and accepting claims, as a reader does it."""

import json
import re
from functools import cache
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, Route, expect
from typer.testing import CliRunner

from graph.argument.pull import FELT
from graph.base import KnowledgeBase
from graph.cli.commands import all_commands
from graph.exchange.frameworks import framework_data
from graph.pages.views.consequences import SHOWN
from graph.semantics import Assessment, Framework, FrameworkLink, LinkKind, assess, reject
from graph.semantics.solving import fixed_bands
from graph.words.language import language as language_of
from tests.browser.axe import in_both_themes
from tests.browser.opening import opened, settled, until
from tests.browser.page_types import PREFIXES
from tests.conftest import SAMPLE

FIRST, SECOND = "more-people-per-driver", "harbour-stays-empty-without-a-line"
THESIS = "build-the-tram"
RISKY = "building-runs-over"


@cache
def _changes(*claims: str, accept: tuple[str, ...] = ()) -> dict[str, dict[str, Any]]:
    options = [part for claim in accept for part in ("--accept", claim)]
    ran = CliRunner().invoke(
        all_commands(), ["--root", str(SAMPLE), "reject", *claims, *options, "--json"]
    )
    assert ran.exit_code == 0, ran.output
    return {change["id"]: change for change in json.loads(ran.stdout)["changes"]}


def _press(page: Page, verdict: str) -> None:
    page.locator(f"p.decide button[value={verdict}]").focus()
    page.keyboard.press("Enter")
    settled(page)


def _now(page: Page) -> dict[str, tuple[list[float], str]]:
    """What the page says each claim on it has become: the bounds and the standing."""
    rows = page.eval_on_selector_all(
        "[data-now]", "all => all.map(each => [each.dataset.standingOf, each.dataset.now])"
    )
    return {
        claim: ([float(part) for part in text.split()[:2]], text.split()[2]) for claim, text in rows
    }


def _equals(page: Page, changes: dict[str, dict[str, Any]]) -> None:
    page.wait_for_selector("section.acceptance:not([hidden])")
    shown = page.eval_on_selector_all(
        "[data-standing-of]", "all => all.map(each => each.dataset.standingOf)"
    )
    now = _now(page)
    assert now.keys() == changes.keys() & set(shown)
    assert now
    for claim, (bounds, standing) in now.items():
        assert bounds == pytest.approx(changes[claim]["after"], abs=1e-9)
        assert standing == changes[claim]["standing"][1]


@pytest.mark.parametrize("code", PREFIXES)
@pytest.mark.parametrize("claim", [FIRST, SECOND, "building-runs-over", "savings-are-passed-on"])
def test_the_lists_made_beforehand_equal_the_commands_answer(
    plain: Page, served: str, code: str, claim: str
) -> None:
    plain.goto(f"{served}{PREFIXES[code]}claims/{claim}/")
    rows = [
        (
            (row.locator("a").first.get_attribute("href") or "").rstrip("/").rpartition("/")[2],
            row.locator("[class^=s-]").evaluate_all("all => all.map(each => each.className)"),
        )
        for row in plain.locator("ul.reject li").all()
    ]
    changes = {each["id"]: each for each in _changes(claim).values() if each["id"] != claim}
    turned = [name for name, each in changes.items() if each["standing"][0] != each["standing"][1]]
    found = [name for name, _ in rows]
    assert found[: len(turned)] == turned
    # The others are the largest of those that can be seen, in the order of the answer.
    rest = found[len(turned) :]
    assert len(rest) <= SHOWN
    assert rest == [name for name in changes if name in rest]
    for name, words in rows[: len(turned)]:
        assert words == [f"s-{each}" for each in changes[name]["standing"]]


@pytest.mark.parametrize("code", PREFIXES)
def test_a_claim_that_nothing_rests_on_has_no_list_of_changes(
    page: Page, served: str, code: str
) -> None:
    assert not {name for name in _changes(THESIS) if name != THESIS}
    opened(page, f"{served}{PREFIXES[code]}claims/{THESIS}/")
    assert page.locator("#reject, ul.reject").count() == 0


@pytest.mark.parametrize("language", PREFIXES)
def test_two_claims_are_rejected_by_keyboard_and_stay_so_after_a_reload(
    page: Page, served: str, language: str
) -> None:
    opened(page, f"{served}{PREFIXES[language]}claims/{FIRST}/")
    _press(page, "reject")
    assert f"reject={FIRST}" in page.url
    _equals(page, _changes(FIRST))
    opened(page, f"{served}{PREFIXES[language]}claims/{SECOND}/")
    _press(page, "reject")
    assert set(page.url.partition("reject=")[2].partition("#")[0].split(",")) == {FIRST, SECOND}
    both = _changes(FIRST, SECOND)
    _equals(page, both)
    before = _now(page)
    page.reload()
    settled(page)
    _equals(page, both)
    assert _now(page) == before
    for path in (f"claims/{THESIS}/", "themes/", "debates/tram/harbour/"):
        opened(page, served + PREFIXES[language] + path)
        _equals(page, both)


def test_accepting_counts_and_is_taken_back(page: Page, served: str) -> None:
    opened(page, f"{served}claims/{FIRST}/")
    _press(page, "accept")
    assert f"accept={FIRST}" in page.url
    _equals(page, _changes(accept=(FIRST,)))
    _press(page, "accept")
    assert "accept" not in page.url
    assert page.locator("section.acceptance").is_hidden()
    assert _now(page) == {}
    assert page.locator(".uncounted").count() == 0


def test_any_claim_that_is_listed_can_be_decided_on(page: Page, served: str) -> None:
    opened(page, served)
    mark = page.locator("[data-standing-of] button.mark").first
    claim = mark.locator("xpath=ancestor::*[@data-standing-of]").first.get_attribute(
        "data-standing-of"
    )
    mark.focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_selector("section.acceptance:not([hidden])")
    assert f"reject={claim}" in page.url


@pytest.mark.parametrize(
    ("address", "words"),
    [
        # Rejected itself, with another standing, with the same one, and not touched.
        (f"claims/{FIRST}/?reject={FIRST}", "You don’t accept this."),
        (f"claims/fewer-vehicles-in-the-street/?reject={FIRST}", "With your choices: bare."),
        (f"claims/{THESIS}/?reject={RISKY}", "With your choices: still supported."),
        (f"nl/claims/{THESIS}/?reject={RISKY}", "Met uw keuzes: nog altijd onderbouwd."),
        (f"claims/{SECOND}/?reject={RISKY}", ""),
    ],
)
def test_what_was_told_without_the_choices_says_what_is_with_them(
    page: Page, served: str, address: str, words: str
) -> None:
    opened(page, served + address)
    page.wait_for_selector("section.acceptance:not([hidden])")
    assert page.locator(".explained").inner_text().startswith(words)
    assert page.locator(".explained .uncounted").count() == bool(words)
    assert page.locator("#reject .uncounted").count() == page.locator("#reject").count()


def test_choices_that_lie_elsewhere_are_not_said_to_be_left_out(page: Page, served: str) -> None:
    opened(page, f"{served}claims/{THESIS}/?reject=no-such-claim")
    page.wait_for_selector("section.acceptance:not([hidden])")
    assert page.locator(".uncounted").count() == 0


def _lengths(page: Page, claim: str) -> list[str | None]:
    mark = page.locator(f"[data-standing-of={claim}] .sides").first
    return [mark.get_attribute(name) for name in ("data-for", "data-against")]


def test_a_mark_moves_with_the_choices_and_back(page: Page, served: str) -> None:
    claim = "fewer-vehicles-in-the-street"
    opened(page, f"{served}claims/{claim}/")
    before = _lengths(page, claim)
    opened(page, f"{served}claims/{claim}/?reject={FIRST}")
    page.wait_for_selector("section.acceptance:not([hidden])")
    assert before == ["4", "0"]
    assert _lengths(page, claim) == ["0", "0"]
    assert page.locator(".standing .follows .figure").inner_text() == ": for 0.0, against 0.0"
    page.locator("section.acceptance [data-key=clear]").click()
    page.wait_for_selector("section.acceptance", state="hidden")
    assert _lengths(page, claim) == before


def test_a_change_that_shows_nowhere_is_not_listed(page: Page, served: str) -> None:
    opened(page, f"{served}claims/{THESIS}/?reject={FIRST}")
    page.wait_for_selector("section.acceptance:not([hidden])")
    others = [each for each in _changes(FIRST).values() if each["id"] != FIRST]
    turned = [each for each in others if each["standing"][0] != each["standing"][1]]
    told = re.findall(r"\d+", page.locator("section.acceptance summary").inner_text())
    assert len(turned) <= int(told[0]) < len(others)


@pytest.mark.parametrize("verdict", ["reject", "accept"])
def test_the_sentence_and_the_map_follow(page: Page, served: str, verdict: str) -> None:
    css = {"reject": "rejected", "accept": "accepted"}[verdict]
    opened(page, f"{served}claims/{FIRST}/?{verdict}={FIRST}")
    page.wait_for_selector(f"h1.{css}")
    opened(page, f"{served}claims/fewer-vehicles-in-the-street/")
    page.wait_for_selector("section.acceptance:not([hidden])")
    assert page.locator("h1.rejected, h1.accepted").count() == 0
    assert page.locator(f"svg.map [data-node={FIRST}].{css}").count() == 1
    fallen = page.locator("svg.map [data-node].fallen").count()
    lines = page.locator("svg.map path.edge.fallen").count()
    assert (fallen > 0, lines > 0) == ((True, True) if verdict == "reject" else (False, False))
    page.locator("section.acceptance [data-key=clear]").click()
    page.wait_for_selector("section.acceptance", state="hidden")
    assert page.locator(".fallen, .rejected, .accepted").count() == 0


def _with_a_slow_cycle(page: Page) -> Assessment:
    """Give pages an argument with a cycle that takes more than a moment."""
    kb = KnowledgeBase.load(SAMPLE)
    doubts = [
        FrameworkLink(f"slow {one}", (one,), other, LinkKind.CONTRADICTION, 0.999)
        for one, other in ((FIRST, SECOND), (SECOND, FIRST))
    ]
    framework = Framework(
        {**kb.framework.grounds, FIRST: 0.9, SECOND: 0.9}, (*kb.framework.links, *doubts)
    )
    assessment = assess(framework, {claim: ground.kind for claim, ground in kb.grounds.items()})
    slow = framework_data(framework, assessment.kinds)

    def answer(route: Route) -> None:
        whole = route.fetch().json()
        number = {claim: place for place, claim in enumerate(slow["claims"])}
        labels = {
            code: [
                dict(zip(whole["claims"], texts, strict=True)).get(each, each) for each in number
            ]
            for code, texts in whole["labels"].items()
        }
        theses = [number[whole["claims"][each]] for each in whole["theses"]]
        route.fulfill(json={**whole, **slow, "theses": theses, "labels": labels})

    page.route("**/frameworks/*.json", answer)
    return assessment


@pytest.mark.parametrize(
    ("answered", "language", "said"),
    [
        ({"tooMuch": True}, "", "What follows is not worked out, because too many claims"),
        ({"tooMuch": True}, "nl/", "Wat er volgt is niet uitgerekend, omdat hier te veel"),
        ({}, "", "The argument could not be weighed again."),
    ],
)
def test_a_cycle_that_takes_too_long_is_said_to_be_not_worked_out(
    page: Page, served: str, answered: dict[str, bool], language: str, said: str
) -> None:
    _with_a_slow_cycle(page)
    answer = f"({{ ports: [port] }}) => port.postMessage({json.dumps(answered)})"
    script = f'addEventListener("message", {answer});'
    page.route(
        "**/weighing.js", lambda route: route.fulfill(content_type="text/javascript", body=script)
    )
    opened(page, f"{served}{language}claims/{THESIS}/?accept={RISKY}")
    page.wait_for_selector("section.acceptance:not([hidden])")
    assert said in page.locator("section.acceptance .effects").inner_text()


def test_slow_cycles_are_weighed_beside_the_page(page: Page, served: str) -> None:
    assessment = _with_a_slow_cycle(page)
    fetched: list[str] = []
    page.on("response", lambda each: fetched.append(each.url.rpartition("/")[2]))
    opened(page, f"{served}claims/{THESIS}/?accept={RISKY}")
    page.wait_for_selector("section.acceptance:not([hidden])")
    assert {"weighing.js", "newton.js"} <= set(fetched)
    changes = {each.id: each for each in reject(assessment, (), [RISKY])}
    found = _now(page)
    assert found.keys() & changes.keys()
    for claim, (bounds, standing) in found.items():
        assert bounds == pytest.approx(list(changes[claim].after), abs=1e-9)
        assert standing == changes[claim].standing[1].value


_STEPS = ":is(.tree > li, .pair > section, .matter)[data-link]"
_AS_READ = """(steps) => steps.map((step) => {
  const said = step.querySelectorAll(':scope > .follows-step, :scope > .leaf > .follows-step');
  return [step.dataset.link, [...step.classList], [...said].map((each) => each.textContent)];
})"""


@pytest.mark.parametrize("code", PREFIXES)
@pytest.mark.parametrize("path", [f"claims/{THESIS}/", f"claims/{FIRST}/", "debates/tram/harbour/"])
@pytest.mark.parametrize(
    "rejected", [(FIRST,), (SECOND, "savings-are-passed-on"), ("young-trees-give-no-shade",)]
)
def test_steps_are_struck_out_as_far_as_nothing_arrives_by_them(
    page: Page, served: str, sample: KnowledgeBase, code: str, path: str, rejected: tuple[str, ...]
) -> None:
    graph, forces = sample.framework.incidence, sample.assessment.forces
    after = sample.reweighing.after(fixed_bands(graph, rejected, (), -1.0))
    opened(page, f"{served}{PREFIXES[code]}{path}?reject={','.join(rejected)}")
    page.wait_for_selector("section.acceptance:not([hidden])")
    steps = page.eval_on_selector_all(_STEPS, _AS_READ)
    assert steps
    for link, classes, said in steps:
        was = forces[link].upper >= FELT
        now = after.get(graph.link_numbers[link], forces[link]).upper > FELT
        if "is-conditions" in classes:
            assert said == []
        elif was != now:
            assert ("broken" in classes) == was
            key = "script.acceptance.step_" + ("fails" if was else "returns")
            assert len(said) == 1
            assert said[0].endswith(language_of(code).t(key))
        else:
            assert said == []
    page.locator("section.acceptance [data-key=clear]").click()
    page.wait_for_selector("section.acceptance", state="hidden")
    assert page.locator(".follows-step").count() == 0


@pytest.mark.parametrize(
    "name", ["__proto__", "constructor", "toString", "no-such-claim", "%3Cb%3E"]
)
@pytest.mark.parametrize("query", ["reject", "accept", "as"])
def test_an_address_that_names_no_claim_changes_nothing_on_the_page(
    page: Page, served: str, query: str, name: str
) -> None:
    failed: list[str] = []
    page.on("pageerror", lambda error: failed.append(str(error)))
    for path in (f"claims/{THESIS}/", "debates/tram/map/"):
        opened(page, f"{served}{path}?{query}={name}")
        struck = ":is(.follows, .follows-step, .follows-line, .rejected, .accepted, .fallen)"
        assert page.locator(f"main {struck}").count() == 0
        assert _now(page) == {}
    assert failed == []


@pytest.mark.parametrize("path", ["debates/tram/map/", "debates/tram/harbour/"])
def test_maps_of_debates_and_themes_follow(page: Page, served: str, path: str) -> None:
    opened(page, f"{served}{path}?reject={SECOND}")
    page.wait_for_selector("section.acceptance:not([hidden])")
    page.wait_for_selector(f"svg.map [data-node={SECOND}].rejected")


def test_a_link_shows_its_set_to_others_and_leaves_their_own_alone(page: Page, served: str) -> None:
    opened(page, f"{served}claims/{SECOND}/")
    _press(page, "reject")
    opened(page, f"{served}claims/{THESIS}/?reject={FIRST}")
    _equals(page, _changes(FIRST))
    page.locator("section.acceptance [data-key=clear]").click()
    until(page, f"location.search === '?reject={SECOND}'")
    _equals(page, _changes(SECOND))
    page.locator("section.acceptance [data-key=clear]").click()
    until(page, "location.search === ''")
    assert page.locator("section.acceptance").is_hidden()


def test_who_decides_beside_a_link_keeps_what_was_decided_before(page: Page, served: str) -> None:
    opened(page, f"{served}claims/{SECOND}/")
    _press(page, "reject")
    opened(page, f"{served}claims/{THESIS}/?reject={FIRST}")
    _press(page, "accept")
    until(page, f"location.search === '?reject={FIRST}&accept={THESIS}'")
    bar = page.locator("section.acceptance")
    expect(bar).to_contain_text("This comes from a link")
    opened(page, f"{served}claims/{THESIS}/")
    until(page, f"location.search === '?reject={FIRST}&accept={THESIS}'")
    bar.locator("[data-key=clear]").click()
    until(page, f"location.search === '?reject={SECOND}'")
    _equals(page, _changes(SECOND))


def test_of_a_link_whose_last_claim_is_taken_back_the_readers_own_remains(
    page: Page, served: str
) -> None:
    opened(page, f"{served}claims/{SECOND}/")
    _press(page, "reject")
    opened(page, f"{served}claims/{THESIS}/?reject={FIRST}")
    page.locator(f"section.acceptance [data-key={FIRST}]").click()
    until(page, f"location.search === '?reject={SECOND}'")
    _equals(page, _changes(SECOND))


def test_who_had_decided_nothing_takes_over_what_a_link_brings(page: Page, served: str) -> None:
    opened(page, f"{served}claims/{THESIS}/?reject={FIRST}")
    _press(page, "accept")
    until(page, f"location.search === '?reject={FIRST}&accept={THESIS}'")
    expect(page.locator("section.acceptance")).not_to_contain_text("This comes from a link")


@pytest.mark.parametrize("decision", ["reject", "accept"])
def test_a_condition_is_said_to_be_met_or_to_fail(
    page: Page, served: str, sample: KnowledgeBase, decision: str
) -> None:
    (link,) = sample.conditions(THESIS)
    met = sample.assessment.forces[link.id].upper <= 1e-9
    opened(page, f"{served}claims/{THESIS}/?{decision}={link.claim}")
    page.wait_for_selector("section.acceptance:not([hidden])")
    state = page.locator(f'[data-condition="{link.id}"] .state')
    expect(state).to_contain_text("condition met" if met else "condition fails")
    now = decision == "accept"
    words = "→ condition met" if now else "→ condition fails"
    if now == met:
        expect(state).not_to_contain_text("→")
    else:
        expect(state).to_contain_text(words)


@pytest.mark.parametrize("hostile", ["no-such-claim", "%3Cb%3E,../../x", "a" * 3000])
def test_an_address_with_what_is_no_claim_says_so(page: Page, served: str, hostile: str) -> None:
    problems: list[str] = []
    page.on("pageerror", lambda error: problems.append(str(error)))
    opened(page, f"{served}claims/{THESIS}/?reject={hostile},{FIRST}")
    page.wait_for_selector("section.acceptance:not([hidden])")
    assert "No such claim" in page.locator("section.acceptance").inner_text()
    _equals(page, _changes(FIRST))
    assert problems == []


def test_a_link_that_names_too_many_claims_says_how_many_it_leaves_out(
    page: Page, served: str
) -> None:
    names = [FIRST, *(f"no-such-claim-{number}" for number in range(101))]
    opened(page, f"{served}claims/{THESIS}/?reject={','.join(names)}")
    bar = page.locator("section.acceptance")
    expect(bar).to_contain_text("This comes from a link. It names 2 claims more")
    expect(bar.locator("li button")).to_have_count(100)


def test_of_what_a_reader_decides_nothing_is_left_out(page: Page, served: str) -> None:
    names = ",".join(f"no-such-claim-{number}" for number in range(120))
    key = f"betoog-acceptance {urlsplit(served).path}"
    page.add_init_script(f"localStorage.setItem({key!r}, {names!r} + ' ')")
    opened(page, f"{served}claims/{THESIS}/")
    bar = page.locator("section.acceptance")
    expect(bar.locator("li button")).to_have_count(120)
    expect(bar).not_to_contain_text("This comes from a link")


def test_what_is_no_claim_can_be_taken_back(page: Page, served: str) -> None:
    opened(page, f"{served}claims/{THESIS}/?reject=no-such-claim")
    page.locator("section.acceptance [data-key=no-such-claim]").click()
    until(page, "location.search === ''")
    assert page.locator("section.acceptance").is_hidden()


@pytest.mark.parametrize("language", PREFIXES)
def test_the_bar_is_for_everyone(page: Page, served: str, looks: set[str], language: str) -> None:
    page.set_viewport_size({"width": 320, "height": 640})
    opened(page, f"{served}{PREFIXES[language]}claims/{THESIS}/?reject={FIRST},{SECOND}&accept=x")
    page.wait_for_selector("section.acceptance:not([hidden])")
    page.evaluate("document.querySelectorAll('.acceptance details').forEach(e => e.open = true)")
    page.locator("button.mark").first.click()
    assert page.evaluate("document.documentElement.scrollWidth") == 320
    assert in_both_themes(page, looks) == []
    small = page.eval_on_selector_all(
        ".acceptance button, .acceptance summary, .decide button, button.mark",
        """all => all.map(each => [each.textContent, each.getBoundingClientRect()])
          .filter(([, box]) => box.width && (box.width < 24 || box.height < 24))
          .map(([text, box]) => `${text} ${box.width}x${box.height}`)""",
    )
    assert small == []
