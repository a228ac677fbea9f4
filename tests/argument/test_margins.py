"""What stands in the margin of a source: each claim once, what it needs, doubts and outcomes."""

import pytest

from graph.argument.margins import MOST_CHALLENGES, Margin, Trouble, margins
from graph.argument.ways import Ways
from graph.base import KnowledgeBase
from tests.small import read_texts

DEBATE = """\
title: {en: Paths}
question: {en: Paths?}
theses: [build]
source: essay
"""
SOURCE = "type: webpage\ntitle: {title}\nquality: {{level: primary}}\n"


def claim(text: str, passages: str = "", more: str = "") -> str:
    """A record; passages as `essay 1, study 2`."""
    places = [each.split() for each in passages.split(", ") if each]
    read = "".join(
        f"  - {{source: {source}, paragraph: {number}, start: words {at} of it}}\n"
        for at, (source, number) in enumerate(places)
    )
    head = f"passages:\n{read}" if read else "implicit: true\n"
    return f"---\nclaim: {{en: {text}.}}\nkind: fact\n{head}{more}---\n"


def for_(claim: str, with_: str = "") -> str:
    together = f", with: [{with_}]" if with_ else ""
    return f"supports:\n  - {{claim: {claim}{together}, because: {{en: So.}}}}\n"


def against(claim: str) -> str:
    return f"contradicts:\n  - {{claim: {claim}, because: {{en: So.}}}}\n"


RECORDS = {
    "build": claim("Build", "essay 1"),
    "fit": claim("Fit", "essay 1", for_("build", "cares")),
    "daily": claim("Daily", "essay 1, essay 1, essay 2", for_("fit")),
    "cares": claim("Cares"),
    "rain": claim("Rain", "essay 2", "stance: disputes\n" + against("build")),
    "dry": claim("Dry", "study 4", against("rain")),
    "cost": claim("Cost", "study 7", against("build")),
    "roads": claim("Roads", "essay 2", against("cost")),
    "slow": claim("Slow", "study 8", "undercuts:\n  - {link: fit -> build, because: {en: So.}}\n"),
}


def base(**changed: str) -> KnowledgeBase:
    files = {f"claims/d/{name}.md": text for name, text in {**RECORDS, **changed}.items()}
    sources = {
        f"claims/sources/{name}.yaml": SOURCE.format(title=name) for name in ("essay", "study")
    }
    return read_texts({"claims/d/debate.yaml": DEBATE, **sources, **files})


def beside(kb: KnowledgeBase, source: str = "essay") -> dict[int | None, Margin]:
    return dict(margins(kb, source, Ways(kb, frozenset(kb.theses))))


def test_a_claim_stands_before_its_reasons_and_where_it_is_read_first() -> None:
    found = beside(base())
    assert [(each.claim, each.depth) for each in found[1].claims] == [
        ("build", 0),
        ("fit", 1),
        ("daily", 2),
    ]
    assert found[1].again == ()
    assert [each.claim for each in found[2].claims] == ["rain", "roads"]
    assert found[2].again == ("daily",)


def test_an_unstated_premise_stands_beside_what_it_is_needed_for() -> None:
    found = beside(base())
    assert (found[1].granted, found[2].granted) == (("cares",), ())


def test_of_what_a_source_does_not_argue_itself_it_takes_nothing_for_granted() -> None:
    lone = base(own=claim("Own", "", for_("fit")), beside=claim("Beside", "", for_("rain", "own")))
    assert [each.granted for each in beside(lone).values()] == [("cares",), ()]
    theirs = base(theirs=claim("Theirs", "study 9", for_("fit", "needed")), needed=claim("Needed"))
    assert [each.granted for each in beside(theirs).values()] == [("cares",), ()]


def test_challenges_are_those_of_others_that_hold_objections_before_doubts() -> None:
    kb = base(roads=claim("Roads", "essay 2"))
    assert [each.claim for each in beside(kb)[1].challenges] == ["cost", "slow"]
    # What speaks against what the essay disputes is none.
    assert beside(kb)[2].challenges == ()
    agreed = base(rain=RECORDS["rain"].replace("stance: disputes\n", ""))
    assert [each.claim for each in beside(agreed)[2].challenges] == ["dry"]


def test_a_challenge_to_which_a_reply_holds_is_only_counted() -> None:
    found = beside(base())[1]
    assert ([each.claim for each in found.challenges], found.more) == (["slow"], 1)


def test_no_more_challenges_are_told_than_fit_and_the_rest_is_counted() -> None:
    many = {f"no-{n}": claim(f"No {n}", f"study {n}", against("build")) for n in range(1, 4)}
    five = beside(base(roads=claim("Roads"), **many))[1]
    assert (len(five.challenges), five.more) == (MOST_CHALLENGES + 1, 0)
    many["no-4"] = claim("No 4", "study 4", against("build"))
    six = beside(base(roads=claim("Roads"), **many))[1]
    assert (len(six.challenges), six.more) == (MOST_CHALLENGES, 2)


def test_nothing_stands_in_the_margin_twice() -> None:
    kb = base(
        dry=claim("Dry", "study 4", against("rain").rstrip() + "\n" + against("fit")[12:]),
        roads=claim("Roads", "essay 2", for_("rain", "cares")),
    )
    told = [
        name
        for margin in beside(kb).values()
        for name in (
            *(each.claim for each in margin.claims),
            *margin.granted,
            *(each.claim for each in margin.challenges),
        )
    ]
    assert len(told) == len(set(told))
    assert set(kb.claims) <= set(told)


OUTCOME = "outcome: {{state: {state}, on: 2026-01-01, because: {{en: Seen.}}, claims: [dry]}}\n"


@pytest.mark.parametrize(
    ("daily", "expected"),
    [
        (claim("Daily", "essay 1"), Trouble.NONE),
        (claim("Daily", "essay 1", OUTCOME.format(state="failed")), Trouble.FAILED),
        (claim("Daily", "essay 1", OUTCOME.format(state="partly")), Trouble.NONE),
        (
            claim("Daily", "essay 1", "stance: disputes\n" + OUTCOME.format(state="failed")),
            Trouble.NONE,
        ),
    ],
)
def test_a_paragraph_is_in_trouble_where_it_claims_what_does_not_hold(
    daily: str, expected: Trouble
) -> None:
    kb = base(daily=daily, cost=claim("Cost"), slow=claim("Slow"))
    margin = beside(kb)[1]
    assert margin.trouble is expected
    assert margin.outcomes == (("daily",) if "outcome" in daily else ())


def test_what_a_source_only_reports_is_in_doubt_where_it_is_opposed() -> None:
    hit = {f"no-{n}": claim(f"No {n}", f"study {n}", against("roads")) for n in range(4)}
    reported = base(roads=claim("Roads", "essay 2", "stance: reports\n"), **hit)
    assert beside(reported)[2].trouble is Trouble.CHALLENGED
    claimed = base(roads=claim("Roads", "essay 2"), **hit)
    assert beside(claimed)[2].trouble is Trouble.FAILED


def test_claims_that_support_each_other_in_a_circle_are_all_told() -> None:
    kb = base(build=claim("Build", "essay 1", for_("daily")))
    assert {each.claim for each in beside(kb)[1].claims} == {"build", "fit", "daily"}


def test_passages_without_a_paragraph_come_last() -> None:
    loose = claim("Cost", "study 7").replace(", paragraph: 7", "")
    assert list(beside(base(cost=loose), "study")) == [4, 8, None]
