import errno
import json
import os
import re
import select
import shlex
import subprocess
import sys
from collections.abc import Callable
from importlib import import_module
from itertools import pairwise
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from graph.answers.locate import TextAtHand
from graph.answers.reject import reject_text, rejection
from graph.answers.show import show_answer, show_text
from graph.answers.trace import trace_text, traced
from graph.argument.phrases import sentence
from graph.base import KnowledgeBase
from graph.check import RULES
from graph.cli import main
from graph.cli.commands import HOMES, all_commands, program_for
from graph.cli.program import app
from graph.drafting.origin import Origin
from graph.drafting.scaffolding import Beginning
from graph.drafting.starting import Begun, Kept
from graph.passages import paragraphs_of
from tests.browser.serving import serving
from tests.printed import printed
from tests.small import TEXT, lay_out

REPOSITORY = Path(__file__).parent.parent
THESIS = "build-cycle-paths"
COMMANDS = (
    "check", "explain", "standing", "reject", "lines", "walk", "positions", "cruxes", "trace",
    "show", "find", "list", "diff", "new", "link", "rename", "remove", "import", "from-issue",
    "confirm", "locate", "verify", "reach", "fmt", "schema", "lsp", "export", "build", "serve",
    "init", "original", "host",
)  # fmt: skip
PROGRAM = [sys.executable, "-c", "import sys; from graph.cli import main; sys.exit(main())"]


class Outcome(NamedTuple):
    """What a command gave back."""

    status: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)


Betoog = Callable[..., Outcome]


@pytest.fixture
def betoog(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Betoog:
    monkeypatch.delenv("BETOOG_TEXTS", raising=False)

    def run(*words: str) -> Outcome:
        status = main(words)
        captured = capsys.readouterr()
        assert "Traceback" not in captured.out + captured.err
        assert "\x1b" not in captured.out + captured.err
        return Outcome(status, captured.out, captured.err)

    return run


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return lay_out(tmp_path)


@pytest.fixture
def clean(root: Path, betoog: Betoog) -> Path:
    """The small knowledge base with its fingerprints, in which nothing is found wrong."""
    assert betoog("verify", "--texts", "texts", "--update").status == 0
    return root


def one_line(text: str) -> bool:
    return text.startswith("betoog: ") and text.count("\n") == 1


# ── check and explain ────────────────────────────────────────────────────────


def test_check_finds_nothing_in_clean_records(clean: Path, betoog: Betoog) -> None:
    outcome = betoog("check", "--format", "json")
    assert outcome.status == 0
    assert outcome.json["counts"]["error"] == outcome.json["counts"]["warning"] == 0


def test_findings_give_status_one_and_the_agreed_json(root: Path, betoog: Betoog) -> None:
    path = root / "claims/paths/roads-cost-more.md"
    path.write_text(path.read_text("utf-8").replace("paths-cost-much", "paths-cost-mch"), "utf-8")
    outcome = betoog("check", "--json")
    assert outcome.status == 1
    keys = ["code", "severity", "path", "line", "column", "message", "help", "claim"]
    assert all(list(each) == keys for each in outcome.json["findings"])
    assert list(outcome.json["counts"]) == ["error", "warning", "hint"]
    assert outcome.json == betoog("check", "--format", "json").json
    error = next(each for each in outcome.json["findings"] if each["severity"] == "error")
    assert error["path"] == "claims/paths/roads-cost-more.md"
    assert (error["line"], error["column"]) == (6, 12)
    assert error["claim"] == "roads-cost-more"


def test_findings_come_as_text_workflow_commands_and_sarif(root: Path, betoog: Betoog) -> None:
    (root / "claims/paths/broken.md").write_text("---\nclaim: [\n---\n", "utf-8")
    text = betoog("check")
    assert text.status == 1
    assert "error[" in text.out
    assert "claims/paths/broken.md:" in text.out
    github = betoog("check", "--format", "github")
    assert github.status == 1
    assert "::error file=claims/paths/broken.md" in github.out
    sarif = betoog("check", "--format", "sarif")
    assert sarif.status == 1
    assert sarif.json["version"] == "2.1.0"


def test_hints_alone_are_no_findings(
    clean: Path, betoog: Betoog, monkeypatch: pytest.MonkeyPatch
) -> None:
    from graph.check import Finding, Severity

    def finds(severity: Severity) -> None:
        found = Finding("F101", severity, "claims/a.md", 1, 1, 2, "so it is")
        monkeypatch.setattr("graph.check.check", lambda kb: (found,))

    finds(Severity.HINT)
    assert betoog("check").status == 0
    finds(Severity.WARNING)
    assert betoog("check").status == 1


@pytest.mark.parametrize(
    ("link", "to", "words"),
    [
        ("claims/.schema", "", ["schema"]),
        ("claims/.schema/claim.json", "new.json", ["schema"]),
        ("claims/paths/new-id.md", "new.md", ["rename", "paths-cost-much", "new-id"]),
    ],
)
def test_no_command_writes_where_a_link_leads_out(
    clean: Path, betoog: Betoog, tmp_path_factory: pytest.TempPathFactory,
    link: str, to: str, words: list[str],
) -> None:  # fmt: skip
    far = tmp_path_factory.mktemp("far")
    (clean / link).parent.mkdir(exist_ok=True)
    (clean / link).symlink_to(far / to)

    outcome = betoog(*words)

    assert outcome.status == 2
    assert "leads out of the folder; nothing was written" in outcome.err
    assert not any(far.iterdir())


def test_a_schema_is_written_over_what_is_no_text(clean: Path, betoog: Betoog) -> None:
    betoog("schema")
    (clean / "claims/.schema/claim.json").write_bytes(b"\xff")
    assert betoog("schema", "--check").status == 1
    assert "claims/.schema/claim.json written" in betoog("schema").out


def test_a_rule_is_explained_in_text_and_json(betoog: Betoog) -> None:
    code = next(iter(RULES))
    assert betoog("explain", code.lower()).out.startswith(f"{code} {RULES[code].name}")
    answer = betoog("explain", code, "--json").json
    assert answer["code"] == code
    assert answer["severity"] in ("error", "warning", "hint")


def test_an_unknown_rule_brings_the_nearest(betoog: Betoog) -> None:
    outcome = betoog("explain", "F10")
    assert outcome.status == 2
    assert one_line(outcome.err)
    assert "F101" in outcome.err


# ── standing, reject, cruxes, trace, show ────────────────────────────────────


@pytest.mark.parametrize("words", ["standing", f"lines {THESIS}"])
def test_what_had_been_published_by_a_date_is_weighed_alone(
    root: Path, betoog: Betoog, words: str
) -> None:
    late = betoog(*words.split()).out
    assert betoog(*words.split(), "--as-of", "9999-12").out == late
    early = betoog(*words.split(), "--as-of", "1900")
    assert (early.status, early.out != late) == (0, True)
    outcome = betoog(*words.split(), "--as-of", "last year")
    assert (outcome.status, outcome.out) == (2, "")
    assert "'last year' is no date" in outcome.err


def test_a_thesis_has_no_lines_before_it_was_put_forward(root: Path, betoog: Betoog) -> None:
    claim = "cycling-keeps-fit"
    outcome = betoog("lines", claim, "--as-of", "1900")
    assert (outcome.status, outcome.out) == (2, "")
    assert outcome.err == f"betoog: {claim} had not been put forward by 1900\n"


def test_standing_lists_all_claims_and_questions(root: Path, betoog: Betoog) -> None:
    outcome = betoog("standing", "--json")
    assert outcome.status == 0
    assert set(outcome.json) == {"claims"}
    assert set(outcome.json["claims"]) == set(KnowledgeBase.load(root).claims)
    assert betoog("standing").out.startswith("claim ")


def test_reject_takes_several_claims_once_each_and_by_older_ids(root: Path, betoog: Betoog) -> None:
    outcome = betoog(
        "reject", "paths-are-expensive", "roads-cost-more", "paths-cost-much", "--json"
    )
    assert outcome.status == 0
    assert outcome.json["rejected"] == ["paths-cost-much", "roads-cost-more"]
    changes = {each["id"]: each for each in outcome.json["changes"]}
    assert changes["paths-cost-much"]["after"] == [-1.0, -1.0]
    assert changes[THESIS]["after"] == [0.75, 0.75]
    assert changes[THESIS]["standing"] == ["supported", "supported"]


def test_reject_accepts_claims_beside_those_it_rejects(root: Path, betoog: Betoog) -> None:
    outcome = betoog(
        "reject", "roads-cost-more", "--accept", "paths-are-expensive", "--accept", THESIS, "--json"
    )
    assert outcome.status == 0
    assert outcome.json["rejected"] == ["roads-cost-more"]
    assert outcome.json["accepted"] == ["paths-cost-much", THESIS]
    changes = {each["id"]: each for each in outcome.json["changes"]}
    assert changes[THESIS]["after"] == [1.0, 1.0]
    both = betoog("reject", THESIS, "--accept", THESIS)
    assert both.status == 2
    assert one_line(both.err)


def test_who_rejects_nothing_is_asked_what(root: Path, betoog: Betoog) -> None:
    for words in ([], ["--json"]):
        asked = betoog("reject", *words)
        assert asked.status == 2
        assert "name a claim to reject" in asked.err
        if words:
            assert "name a claim to reject" in asked.json["error"]
        else:
            assert asked.out == ""


def test_a_debate_that_begins_has_no_thesis(betoog: Betoog, tmp_path: Path) -> None:
    root = str(lay_out(tmp_path))
    debate = tmp_path / "claims/paths/debate.yaml"
    debate.write_text(debate.read_text("utf-8").replace("theses: [build-cycle-paths]\n", ""))

    found = betoog("--root", root, "check", "--format", "json").json
    assert [each["code"] for each in found["findings"] if each["code"] in ("R306", "A401")] == [
        "R306"
    ]
    assert found["counts"]["error"] == 0
    assert betoog("--root", root, "standing").status == 0
    for command in (["lines"], ["walk"], ["cruxes"], ["trace", THESIS]):
        asked = betoog("--root", root, *command)
        assert asked.status == 2
        assert "no debate has a thesis" in asked.err


def test_a_walk_says_what_answers_to_its_questions_come_to(root: Path, betoog: Betoog) -> None:
    walk = betoog("walk", "--json").json
    assert [each["claim"] for each in walk["stops"]] == [
        "cycling-keeps-fit",
        "town-cares-for-health",
    ]
    assert walk["parting"] is None
    answered = betoog("walk", THESIS, "--no", "cycling-keeps-fit", "--json").json
    assert answered["no"] == ["cycling-keeps-fit"]
    assert answered["stops"] == walk["stops"]
    assert answered["outcome"] == walk["stops"][0]["no"]
    assert "You get off at" in betoog("walk", "--no", "cycling-keeps-fit").out


def test_a_walk_takes_answers_to_its_own_questions_only(root: Path, betoog: Betoog) -> None:
    other = betoog("walk", "--no", "roads-cost-more")
    assert other.status == 2
    assert "does not ask about 'roads-cost-more'" in other.err
    both = betoog("walk", "--no", "cycling-keeps-fit", "--yes", "cycling-keeps-fit")
    assert both.status == 2
    assert "both yes and no" in both.err
    nowhere = betoog("walk", "town-cares-for-health")
    assert nowhere.status == 2
    assert "no line of argument" in nowhere.err


def test_cruxes_of_one_thesis_and_of_all(root: Path, betoog: Betoog) -> None:
    one = betoog("cruxes", THESIS, "--json").json
    assert [list(each) for each in one["cruxes"]] == [["id", "effect", "standing"]] * 5
    assert betoog("cruxes", "--json").json == {"theses": {THESIS: one}}
    limited = betoog("cruxes", THESIS, "--limit", "1", "--json").json
    assert limited["cruxes"] == one["cruxes"][:1]
    assert one["cruxes"][0]["id"] in betoog("cruxes").out


def test_cruxes_without_any_thesis_ask_for_one(root: Path, betoog: Betoog) -> None:
    (root / "claims/paths/debate.yaml").unlink()
    outcome = betoog("cruxes")
    assert outcome.status == 2
    assert "name a claim" in outcome.err
    assert betoog("cruxes", THESIS).status == 0


def test_trace_leads_to_the_thesis_or_to_the_claim_named(root: Path, betoog: Betoog) -> None:
    claims = ["roads-cost-more", "paths-cost-much", THESIS]
    because = (
        ("Much is more than the other.", "Veel is meer dan het andere."),
        (
            "Money can be spent once.",
            "Geld geef je eens uit.",
        ),
    )
    steps: list[dict[str, Any]] = [
        {
            "id": f"{claim} -> {target}",
            "type": "contradicts",
            "claim": claim,
            "target": target,
            "together": [],
            "aimed_at": None,
            "because": {"en": english, "nl": dutch},
        }
        for (claim, target), (english, dutch) in zip(pairwise(claims), because, strict=True)
    ]
    route = {"claims": claims, "links": ["contradicts", "contradicts"], "steps": steps}
    found = {"routes": [route], "more": False}
    assert betoog("trace", "roads-cost-more", "--json").json == found
    assert betoog("trace", "roads-cost-more", THESIS, "--json").json == {
        "routes": [route],
        "more": False,
    }
    assert betoog("trace", THESIS, "roads-cost-more", "--json").json == {
        "routes": [],
        "more": False,
    }
    assert "but Cycle paths cost much." in betoog("trace", "roads-cost-more").out


def test_show_gives_the_record_with_what_is_derived(root: Path, betoog: Betoog) -> None:
    answer = betoog("show", THESIS, "--json").json
    assert {"id", "claim", "kind", "strength", "standing", "reasons", "objections"} <= set(answer)
    assert {"bears_on", "routes", "path", "annotation"} <= set(answer)
    assert betoog("show", THESIS).out.startswith("The town should build cycle paths.\n")


@pytest.mark.parametrize(
    "words",
    [
        ("show", "build-cycle-path"),
        ("reject", "build-cycle-path"),
        ("cruxes", "build-cycle-path"),
        ("trace", "build-cycle-path"),
        ("trace", "roads-cost-more", "build-cycle-path"),
    ],
)
def test_an_unknown_claim_brings_the_nearest(
    root: Path, betoog: Betoog, words: tuple[str, ...]
) -> None:
    outcome = betoog(*words)
    assert outcome.status == 2
    assert outcome.out == ""
    assert one_line(outcome.err)
    assert "did you mean build-cycle-paths" in outcome.err


def test_an_answer_from_faulty_records_says_so_beside_it(root: Path, betoog: Betoog) -> None:
    (root / "claims/paths/broken.md").write_text("---\nclaim: [\n---\n", "utf-8")
    outcome = betoog("standing", "--json")
    assert outcome.status == 0
    assert THESIS in outcome.json["claims"]
    assert one_line(outcome.err)
    assert "betoog check" in outcome.err


# ── verify ───────────────────────────────────────────────────────────────────


def test_verify_finds_fingerprints_missing_writes_them_and_is_content(
    root: Path, betoog: Betoog
) -> None:
    first = betoog("verify", "--texts", "texts", "--json")
    assert first.status == 1
    assert first.json["counts"]["unfingerprinted"] == 3
    second = betoog("verify", "--texts", "texts", "--update", "--json")
    assert second.status == 0
    assert len(second.json["updated"]) == 3
    third = betoog("verify", "--texts", "texts", "--json")
    assert third.status == 0
    assert third.json["counts"]["verified"] == 3
    assert "3 passages: 3 verified." in betoog("verify", "--texts", "texts").out


def test_verify_reports_a_change_with_its_place_and_fails(clean: Path, betoog: Betoog) -> None:
    text = clean / "texts" / "essay.txt"
    text.write_text(text.read_text("utf-8").replace("as much", "half as much"), "utf-8")
    outcome = betoog("verify", "--texts", "texts")
    assert outcome.status == 1
    assert "claims/paths/paths-cost-much.md:6:5: changed: " in outcome.out


def test_sources_without_a_text_fail_only_when_strict(clean: Path, betoog: Betoog) -> None:
    (clean / "none").mkdir()
    lenient = betoog("verify", "--texts", "none")
    assert lenient.status == 0
    assert "3 passages: 3 no-text." in lenient.out
    assert betoog("verify", "--texts", "none", "--strict").status == 1


def quoted(betoog: Betoog, words: str, *more: str) -> Outcome:
    claim = ("new", "Doctors know it.", "--kind", "fact", "--speaker", "ada-bron")
    return betoog(*claim, "--quote", words, "--texts", "texts", *more)


def test_a_new_claim_records_the_passage_that_was_quoted_and_it_is_verified(
    clean: Path, betoog: Betoog
) -> None:
    assert quoted(betoog, "“Doctors have said so\nfor years”").status == 0
    assert betoog("verify", "--texts", "texts").status == 0
    [passage] = betoog("show", "doctors-know", "--json").json["passages"]
    assert (passage["source"], passage["paragraph"]) == ("essay", 1)
    assert passage["start"] == "Doctors have said so for years"
    assert betoog("fmt", "--check", "claims/paths/doctors-know.md").status == 0


def test_a_quotation_without_one_place_is_refused_with_what_is_there(
    clean: Path, betoog: Betoog
) -> None:
    before = set(clean.rglob("*"))
    for words, more, said in (
        ("Doctors had said so for years", (), "has “have” where “had” is quoted"),
        ("zebras and xylophones", (), "nowhere in 1 text"),
        ("doubts it. / Of course", ("--start", "doubts it"), "give --quote, or else --start"),
        ("and", (), "paragraph 1 of essay and paragraph 2 of essay"),
    ):
        outcome = quoted(betoog, words, *more)
        assert outcome.status == 2, outcome
        assert one_line(outcome.err)
        assert said in outcome.err
    assert set(clean.rglob("*")) == before


def test_a_quotation_from_a_text_of_no_source_needs_one_described(
    clean: Path, betoog: Betoog
) -> None:
    (clean / "texts" / "pamphlet.txt").write_text("Bells\n\nA bell is heard by all.\n", "utf-8")
    refused = quoted(betoog, "a bell is heard")
    assert refused.status == 2
    assert "of which there is no source yet" in refused.err
    described = ("--source", "https://example.org/bells", "--title", "Bells", "--issued", "1790")
    # The only text of a folder may be that of the only source, but not where a new one is meant.
    (clean / "texts" / "essay.txt").rename(clean / "essay.txt")
    missing = quoted(betoog, "a bell is heard", "--texts", ".", *described)
    assert "no text of a new source" in missing.err
    assert quoted(betoog, "a bell is heard", *described).status == 0
    (clean / "essay.txt").rename(clean / "texts" / "essay.txt")
    assert betoog("verify", "--texts", "texts").status == 0


def test_a_book_and_a_pamphlet_are_sources_without_an_address(clean: Path, betoog: Betoog) -> None:
    words = ("--kind", "fact", "--speaker", "ada-bron", "--start", "a few words")
    book = ("--source", "new", "--title", "On Bells", "--author", "Doe, Jane", "--issued", "1790")
    assert betoog("new", "A bell is heard.", *words, *book).status == 0
    # Described again, it is the same.
    assert betoog("new", "A bell is seldom loved.", *words, *book).status == 0
    assert len(list((clean / "claims/sources").glob("doe-1790*.yaml"))) == 1
    record = (clean / "claims/sources/doe-1790.yaml").read_text("utf-8")
    assert "type: book\n" in record
    doi = ("--source", "doi:10.1000/182", "--title", "Bells", "--issued", "2001")
    made = betoog("new", "Bells wake people.", *words, *doi, "--dry-run", "--json").json
    assert "type: article-journal\n" in "".join(each["text"] for each in made["files"])
    lost = betoog("new", "Bells ring.", *words, "--source", "nonsense", "--title", "T")
    assert lost.status == 2
    assert "describe a new one with --source new" in lost.err


@pytest.mark.parametrize(
    ("given", "told"),
    [
        (("--source", "new", "--title", "T", "--type", "nonsense"), "--type “nonsense”: it is one"),
        (("--source", "new", "--title", "T", "--level", "high"), "--level “high”: it is one of"),
        (("--source", "new", "--title", "T", "--seen-at", "here"), "--seen-at “here”: "),
        (("--folder", "../../etc"), "folder “..”: "),
    ],
)
def test_what_no_record_can_have_is_told_once_by_the_name_of_its_option(
    clean: Path, betoog: Betoog, given: tuple[str, ...], told: str
) -> None:
    outcome = betoog("new", "Bells ring.", "--kind", "fact", *given)
    assert outcome.status == 2
    assert outcome.err.count(told) == 1
    assert "new_source" not in outcome.err


@pytest.mark.parametrize(
    ("sentence", "label", "remarked"),
    [
        ("Bells are heard by far more people than look at clocks.", (), True),
        ("Bells are heard by far more people than look at clocks.", ("--label", "Bells"), False),
        ("Bells are heard by many.", (), False),
    ],
)
def test_a_long_claim_without_a_label_is_remarked_upon(
    clean: Path, betoog: Betoog, sentence: str, label: tuple[str, ...], remarked: bool
) -> None:
    outcome = betoog("new", sentence, "--kind", "fact", *label)
    assert outcome.status == 0
    assert ("give it a --label" in outcome.err) is remarked


@pytest.mark.parametrize(
    ("sentence", "one"),
    [("rentosertib", True), ("Rentosertib.", True), ("It rains.", False), ("下雨了。", False)],
)
def test_a_claim_of_one_word_is_remarked_upon(
    clean: Path, betoog: Betoog, sentence: str, one: bool
) -> None:
    outcome = betoog("new", sentence, "--kind", "fact")
    assert outcome.status == 0
    assert ("is one word" in outcome.err) is one


@pytest.mark.process
def test_what_cannot_be_read_is_said_not_to_be_gone(
    clean: Path, betoog: Betoog, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    who = ["-c", "user.name=A", "-c", "user.email=a@example.org"]
    for words in (["init", "-q"], ["add", "-A"], [*who, "commit", "-qm", "All"]):
        subprocess.run(["git", *words], check=True, capture_output=True)
    assert betoog("diff").err == ""
    (clean / "claims/paths/paths-cost-much.md").write_text("---\nclaim: [\n---\n", "utf-8")
    said = betoog("diff").err
    assert one_line(said)
    assert "claims/paths/paths-cost-much.md cannot be read" in said
    assert "told as removed" in said


def test_links_to_a_claim_that_is_confirmed_are_named_with_what_confirms_them(
    clean: Path, betoog: Betoog
) -> None:
    assert betoog("confirm", "--all").status == 0
    thesis = clean / f"claims/paths/{THESIS}.md"
    thesis.write_text(thesis.read_text("utf-8").replace("The town should", "A town should"))
    betoog("confirm", THESIS)
    again = betoog("confirm", THESIS).out
    assert again.startswith("Nothing to confirm but links to it")
    assert f"betoog confirm 'cycling-keeps-fit -> {THESIS}'" in again


def publish_text(root: Path) -> Path:
    """The source's text beside its record, which says so; the folder of sources."""
    sources = root / "claims" / "sources"
    (root / "texts" / "essay.txt").rename(sources / "essay.txt")
    with (sources / "essay.yaml").open("a", encoding="utf-8") as record:
        record.write("licence: CC0-1.0\ntext: essay.txt\n")
    return sources


def test_verify_reads_a_text_that_is_published_with_the_records(
    clean: Path, betoog: Betoog
) -> None:
    publish_text(clean)
    outcome = betoog("verify")
    assert outcome.status == 0
    assert "3 passages: 3 verified." in outcome.out


@pytest.mark.parametrize(
    "around",
    ['<div class="teaser-content">{}{}</div>{}', "<div>{}<br><br>{}<br />&nbsp;<br>{}</div>"],
)
def test_verify_counts_the_paragraphs_of_a_page_as_its_readers_do(
    clean: Path, betoog: Betoog, monkeypatch: pytest.MonkeyPatch, around: str
) -> None:
    monkeypatch.setenv("no_proxy", "*")
    headline, *paragraphs = TEXT.strip().split("\n\n")
    if "teaser" in around:
        paragraphs = [f"<p>{each}</p>" for each in paragraphs]
    page = (
        "<!doctype html><html><head><title>Small</title></head><body><article>"
        f"<h1>{headline}</h1>{around.format(*paragraphs)}</article></body></html>"
    )
    record = clean / "claims/sources/essay.yaml"
    with serving(clean, made={"page.html": page.encode}) as address:
        text = record.read_text("utf-8")
        record.write_text(
            text.replace("https://example.org/why-cycle-paths", f"{address}page.html")
            + "paragraphs:\n"
            "  - {number: 2, start: of course money, end: takes a year, gist: {en: Money.}}\n"
            "  - {number: 3, start: in the end, end: it rains, gist: {en: Rain.}}\n",
            "utf-8",
        )
        outcome = betoog("verify", "--download", "--allow-private", "--json")
    found = [*outcome.json["passages"], *outcome.json["paragraphs"]]
    assert {each["status"] for each in found} == {"verified"}, outcome.out
    assert len(found) == 5


def test_every_command_bears_a_text_that_is_published_with_the_records(
    clean: Path, betoog: Betoog
) -> None:
    sources = publish_text(clean)
    text = (sources / "essay.txt").read_bytes()
    for words in (
        "fmt", "fmt --check", "fmt --fix", "check", "standing", "lines", "cruxes", "find bus",
        "show paths-cost-much", "trace paths-cost-much", "reject paths-cost-much", "schema",
        "verify --update", "export json", "export bibtex", "confirm --all",
        "rename essay tract",
    ):  # fmt: skip
        outcome = betoog(*words.split())
        assert outcome.status in (0, 1), (words, outcome.err)
    assert [each.read_bytes() for each in sources.glob("*.txt")] == [text]
    assert betoog("check").status == 0


def test_verify_has_to_be_told_where_the_texts_are(
    clean: Path, betoog: Betoog, monkeypatch: pytest.MonkeyPatch
) -> None:
    outcome = betoog("verify")
    assert outcome.status == 2
    assert "--texts DIR" in outcome.err
    assert betoog("verify", "--texts", "nowhere").status == 2
    monkeypatch.setenv("BETOOG_TEXTS", "texts")
    assert betoog("verify").status == 0


# ── build and serve ──────────────────────────────────────────────────────────


def site(root: Path) -> None:
    (root / "mkdocs.yml").write_text("site_name: Small\ndocs_dir: pages\n", "utf-8")
    (root / "pages").mkdir()
    (root / "pages" / "index.md").write_text("# Hello\n", "utf-8")


@pytest.mark.process
def test_build_says_where_to_look(clean: Path, betoog: Betoog) -> None:
    site(clean)
    outcome = betoog("build")
    assert outcome.status == 0
    assert (clean / "_site" / "index.html").is_file()
    assert str(Path("_site", "index.html")) in outcome.out
    assert betoog("build", "--site-dir", "elsewhere").status == 0
    assert (clean / "elsewhere" / "index.html").is_file()
    with (clean / "mkdocs.yml").open("a", encoding="utf-8") as configuration:
        configuration.write("site_dir: public\n")
    outcome = betoog("build")
    assert outcome.status == 0
    assert (clean / "public" / "index.html").is_file()
    assert str(Path("public", "index.html")) in outcome.out


def test_build_names_those_who_can_make_pages(clean: Path, betoog: Betoog) -> None:
    site(clean)
    outcome = betoog("build", "--executor", "nobody")
    assert outcome.status == 2
    assert "nobody is none of serial, threads, processes, dask:ADDRESS" in outcome.err
    assert not (clean / "_site").exists()


def test_build_stops_at_errors_and_prints_them(clean: Path, betoog: Betoog) -> None:
    site(clean)
    (clean / "claims/paths/broken.md").write_text("---\nclaim: [\n---\n", "utf-8")
    outcome = betoog("build")
    assert outcome.status == 1
    assert "broken.md" in outcome.out
    assert not (clean / "_site").exists()


@pytest.mark.process
def test_build_stops_at_warnings_only_when_strict(root: Path, betoog: Betoog) -> None:
    site(root)
    path = root / "claims/paths/build-cycle-paths.md"
    path.write_text(re.sub(r", nl: De stad[^}]*", "", path.read_text("utf-8")), "utf-8")
    assert betoog("check", "--json").json["counts"]["warning"]
    assert betoog("build", "--strict").status == 1
    assert not (root / "_site").exists()
    outcome = betoog("build")
    assert outcome.status == 0
    assert "betoog check shows" in outcome.err


@pytest.mark.process
def test_build_gives_status_one_for_warnings_about_pages(clean: Path, betoog: Betoog) -> None:
    site(clean)
    (clean / "pages" / "index.md").write_text("[gone](gone.md)\n", "utf-8")
    outcome = betoog("build")
    assert outcome.status == 1
    assert "gone.md" in outcome.err


@pytest.mark.parametrize("command", ["build", "serve"])
def test_without_a_configuration_there_is_nothing_to_build_or_serve(
    clean: Path, betoog: Betoog, command: str
) -> None:
    outcome = betoog(command)
    assert outcome.status == 2
    assert one_line(outcome.err)


# ── as a program ─────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    "words",
    [
        ("frobnicate",),
        ("show",),
        ("check", "--format", "xml"),
        ("trace", "a", "b", "c"),
        ("cruxes", "--limit", "0"),
        ("--root", "nowhere", "check"),
    ],
)
def test_what_cannot_be_run_gives_status_two_and_one_line(
    root: Path, betoog: Betoog, words: tuple[str, ...]
) -> None:
    outcome = betoog(*words)
    assert outcome.status == 2
    assert outcome.out == ""
    assert one_line(outcome.err)


def test_outside_a_knowledge_base_one_line_says_so(
    tmp_path: Path, betoog: Betoog, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for words in (("check",), ("standing",), ("show", "x"), ("build",), ("serve",)):
        outcome = betoog(*words)
        assert outcome.status == 2
        assert one_line(outcome.err)
        assert "--root DIR" in outcome.err


def test_the_root_can_be_named_or_found_upward(
    clean: Path, betoog: Betoog, monkeypatch: pytest.MonkeyPatch, tmp_path_factory: Any
) -> None:
    monkeypatch.chdir(clean / "claims" / "paths")
    assert betoog("check").status == 0
    monkeypatch.chdir(tmp_path_factory.mktemp("elsewhere"))
    assert betoog("--root", str(clean), "check").status == 0


def test_a_mistake_in_the_program_gives_one_line_and_no_traceback(
    root: Path, betoog: Betoog, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(*_: object) -> None:
        raise ZeroDivisionError("once\nand again")

    monkeypatch.setattr("graph.answers.standing.standing_text", fails)
    outcome = betoog("standing")
    assert outcome.status == 2
    assert one_line(outcome.err)
    assert "ZeroDivisionError: once" in outcome.err


def test_with_the_variable_set_a_mistake_shows_where(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("graph.answers.standing.standing_text", fails)
    monkeypatch.setenv("BETOOG_TRACEBACK", "1")
    with pytest.raises(ZeroDivisionError):
        main(["standing"])


def test_a_file_that_may_not_be_written_gives_one_line(
    root: Path, betoog: Betoog, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuses(self: Path, target: Path) -> Path:
        raise OSError(errno.EACCES, "Permission denied", str(self), None, str(target))

    monkeypatch.setattr(Path, "replace", refuses)
    outcome = betoog("verify", "--texts", "texts", "--update")
    assert outcome.status == 2
    assert one_line(outcome.err)
    assert outcome.err == (
        "betoog: claims/paths/cycling-keeps-fit.md: Permission denied; nothing was written\n"
    )


@pytest.mark.process
def test_a_reader_that_stops_early_is_no_mistake(root: Path) -> None:
    command = [*PROGRAM, "--root", str(REPOSITORY), "standing", "--json"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as running:
        assert running.stdout is not None
        assert running.stderr is not None
        running.stdout.read(10)
        running.stdout.close()
        complaint = running.stderr.read().decode()
    assert "Traceback" not in complaint
    assert "BrokenPipe" not in complaint


def test_the_version_is_that_of_the_package(betoog: Betoog) -> None:
    assert re.fullmatch(r"betoog \d+\.\d+\S*\n", betoog("--version").out)


@pytest.mark.process
@pytest.mark.parametrize(("no_color", "coloured"), [("", True), ("1", False)])
@pytest.mark.parametrize("words", ["standing", "check", "show paths-cost-much"])
@pytest.mark.skipif(os.name == "nt", reason="needs a pseudo-terminal")
def test_colour_is_for_terminals_whose_reader_wants_it(
    root: Path, words: str, no_color: str, coloured: bool
) -> None:
    (root / "claims/paths/broken.md").write_text("---\nclaim: [\n---\n", "utf-8")
    kept = {k: v for k, v in os.environ.items() if k not in ("NO_COLOR", "FORCE_COLOR", "COLUMNS")}
    environment = {**kept, "TERM": "xterm-256color"} | ({"NO_COLOR": no_color} if no_color else {})
    shown = on_a_terminal([*PROGRAM, *words.split()], root, environment)
    assert shown.strip()
    assert bool(re.search(r"\x1b\[[0-9;]*3[1-6]", shown)) == coloured


def on_a_terminal(command: list[str], root: Path, environment: dict[str, str]) -> str:
    ours, theirs = os.openpty()
    environment["PYTHONPATH"] = str(REPOSITORY)
    with subprocess.Popen(
        command, cwd=root, env=environment, stdout=theirs, stderr=theirs
    ) as running:
        os.close(theirs)
        shown = b""
        while select.select([ours], [], [], 60)[0]:
            try:
                part = os.read(ours, 65536)
            except OSError:  # Linux says so when the other end is closed
                break
            if not part:
                break
            shown += part
        running.wait()
    os.close(ours)
    return shown.decode()


# ── help and completion ──────────────────────────────────────────────────────


def examples(text: str) -> list[list[str]]:
    lines = re.findall(r"^ +\$ (betoog .*)$", text, re.MULTILINE)
    return [shlex.split(line)[1:] for line in lines]


def test_without_a_command_the_help_is_shown(betoog: Betoog) -> None:
    outcome = betoog()
    assert outcome.status == 0
    assert outcome.out == betoog("--help").out
    for command in COMMANDS:
        assert re.search(rf"^  {command} +\S", outcome.out, re.MULTILINE)
    assert "--install-completion" in outcome.out
    assert "--show-completion" in outcome.out


def test_every_command_is_meant_to_be_there() -> None:
    assert tuple(HOMES) == COMMANDS
    whole = all_commands()
    names = [
        each.name or getattr(each.callback, "__name__", "") for each in whole.registered_commands
    ]
    groups = [each.name or "" for each in whole.registered_groups]
    assert (*names, *groups) == COMMANDS
    for module in (REPOSITORY / "graph" / "cli").glob("[!_]*.py"):
        import_module(f"graph.cli.{module.stem}")
    assert len(app.registered_commands) + len(app.registered_groups) == len(COMMANDS)


@pytest.mark.parametrize(
    ("words", "read"),
    [
        (["show", THESIS], True),
        (["--root", "show", "show"], True),
        (["--root=list", "show"], True),
        (["--help", "show"], False),
        (["--", "show"], False),
        (["sow"], False),
        (["--root"], False),
        ([], False),
    ],
)
def test_a_command_is_read_without_the_others_where_it_is_plainly_named(
    words: list[str], read: bool
) -> None:
    known = getattr(program_for(words), "commands")  # noqa: B009  (which not every program has)
    assert tuple(known) == (("show",) if read else COMMANDS)


@pytest.mark.content
@pytest.mark.process
@pytest.mark.parametrize("command", COMMANDS)
def test_the_examples_in_the_help_can_be_run(
    command: str,
    betoog: Betoog,
    live: KnowledgeBase,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    # On the real records, read once, but without building, serving, downloading or writing
    # anything.
    monkeypatch.setattr(KnowledgeBase, "load", lambda *_: live)
    monkeypatch.setattr("graph.drafting.formatting.write_formatting", lambda *_: None)
    monkeypatch.setattr("graph.cli.building.build_site", lambda *_: (True, ""))
    monkeypatch.setattr("graph.cli.building.serve_site", lambda root, address: 0)
    # An editor's server runs a loop of events, and so may a browser driven by this process.
    monkeypatch.setattr("graph.editor.serve", lambda root: None)
    begun = Begun(Beginning("Buses", "en", "1", Origin("betoog")), (), Kept.MADE)
    monkeypatch.setattr("graph.drafting.starting.begin", lambda *_, **__: begun)
    monkeypatch.setattr("graph.exchange.answer_schemas.answer_schema_files", lambda: {})
    monkeypatch.setattr(
        "graph.passages.source_texts.source_texts", lambda *_: ({}, {"blom-2025": "Not here."})
    )
    words_of_a_text = TextAtHand("blom-2025", None, paragraphs_of("The words as you copied them"))
    monkeypatch.setattr("graph.answers.locate.texts_at_hand", lambda *_: (words_of_a_text,))
    monkeypatch.setattr("graph.cli.bringing_in._bytes", lambda _: b"claims: []\n")
    monkeypatch.chdir(REPOSITORY)
    shown = examples(betoog(command, "--help").out)
    assert shown
    for words in shown:
        assert words[0] == command
        outcome = betoog(*words)
        assert outcome.status == 0, outcome.err


def asking(line: str) -> dict[str, str]:
    """How bash asks for what may follow the last word of a line."""
    return {
        "_BETOOG_COMPLETE": "complete_bash",
        "COMP_WORDS": line,
        "COMP_CWORD": str(len(line.split(" ")) - 1),
    }


Completed = Callable[[Path, str], list[str]]


@pytest.fixture
def completed(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Completed:
    """What may follow a line, asked for in a folder."""

    def ask(folder: Path, line: str) -> list[str]:
        monkeypatch.chdir(folder)
        for name, value in asking(line).items():
            monkeypatch.setenv(name, value)
        with pytest.raises(SystemExit) as ended:
            main([])
        assert ended.value.code == 0
        said = capsys.readouterr()
        assert said.err == ""
        return said.out.split()

    return ask


def test_the_shell_completes_claims_and_rules(root: Path, completed: Completed) -> None:
    assert completed(root, "betoog show build") == [THESIS]
    assert completed(root, "betoog reject roads-cost-more paths-c") == ["paths-cost-much"]
    assert completed(root, f"betoog trace {THESIS} who") == ["who-rides-in-the-rain"]
    assert completed(root, "betoog cruxes mon") == ["money-is-granted"]
    assert completed(root / "texts", f"betoog --root {root} show cyc") == ["cycling-keeps-fit"]
    assert completed(root, "betoog reach es") == ["essay"]
    assert completed(root, "betoog new --kind pre") == ["prediction"]
    assert completed(root, "betoog new --source es") == ["essay"]
    assert completed(root, "betoog new --speaker ada") == ["ada-bron"]
    assert completed(root, "betoog new --scheme positive") == ["positive-consequences"]
    assert completed(root, "betoog new --answers who") == ["who-rides-in-the-rain"]
    assert completed(root, "betoog link roads-cost-more contra") == ["contradicts"]
    assert completed(root, "betoog explain F10") == [code for code in RULES if code[:3] == "F10"]


def test_the_shell_completes_kinds_and_standings(root: Path, completed: Completed) -> None:
    assert completed(root, "betoog list claims --kind pre") == ["prediction"]
    assert completed(root, "betoog list rules --kind war") == ["warning"]
    assert completed(root, "betoog list claims --kind war") == []
    assert completed(root, "betoog list claims --standing dis") == ["disputed"]
    assert completed(root, "betoog rename paths pavements --kind th") == ["theme"]
    assert completed(root, "betoog remove essay --kind s") == ["source", "speaker"]
    assert completed(root, "betoog remove essay --kind d") == []
    assert completed(root, "betoog remove roads-cost-more --for paths-c") == ["paths-cost-much"]
    assert completed(root, "betoog rename pat") == ["paths", "paths-cost-much"]


def test_the_shell_completes_steps(root: Path, completed: Completed) -> None:
    name = f"cycling-keeps-fit -> {THESIS}"
    written = rf"cycling-keeps-fit\ -\>\ {THESIS}".split()
    assert shlex.split(" ".join(written)) == [name]
    assert completed(root, "betoog new --undercuts cycling") == written
    assert completed(root, "betoog link who-rides-in-the-rain undercuts cycling") == written
    assert completed(root, "betoog link roads-cost-more supports cycling") == ["cycling-keeps-fit"]
    assert completed(root, "betoog link a undercuts b --to cycling") == written
    # A word that was begun with a quote goes on in it.
    assert completed(root, "betoog new --undercuts 'cycling") == name.split()
    assert completed(root, "betoog confirm cycling") == ["cycling-keeps-fit", *written]


@pytest.mark.process
def test_a_shell_that_asks_is_answered(root: Path) -> None:
    environment = {**os.environ, **asking("betoog show build"), "PYTHONPATH": str(REPOSITORY)}
    done = subprocess.run(
        PROGRAM, cwd=root, env=environment, capture_output=True, text=True, check=False
    )
    assert (done.stdout.split(), done.stderr) == ([THESIS], "")


def test_where_there_is_nothing_to_complete_the_shell_gets_nothing(
    tmp_path_factory: pytest.TempPathFactory, completed: Completed
) -> None:
    assert completed(tmp_path_factory.mktemp("bare"), "betoog show x") == []


@pytest.mark.process
def test_only_what_is_new_since_a_revision_is_found_and_a_summary_is_written(
    clean: Path, betoog: Betoog
) -> None:
    old = clean / "claims/paths/money-is-granted.md"
    old.write_text(old.read_text("utf-8").replace("implicit: true\n", "speaker: nobody\n"), "utf-8")
    for words in (["init", "-q"], ["add", "claims"], ["commit", "-q", "-m", "All"]):
        subprocess.run(
            ["git", "-c", "user.name=A", "-c", "user.email=a@example.org", *words],
            cwd=clean, check=True, capture_output=True,
        )  # fmt: skip
    path = clean / "claims/paths/roads-cost-more.md"
    path.write_text(path.read_text("utf-8").replace("paths-cost-much", "paths-cost-mch"), "utf-8")
    everything = betoog("check", "--json").json["findings"]
    outcome = betoog("check", "--since", "HEAD", "--json", "--summary", "summary.md")
    assert outcome.status == 1
    found = outcome.json["findings"]
    assert [each["code"] for each in found] == ["R101"]
    assert {each["code"] for each in everything} > {"R101", "R104"}
    summary = (clean / "summary.md").read_text("utf-8")
    assert "**error R101** `claims/paths/roads-cost-more.md:" in summary
    assert betoog("check", "--since", "HEAD", "--allow-warnings").status == 1
    path.write_text(path.read_text("utf-8").replace("paths-cost-mch", "paths-cost-much"), "utf-8")
    path.write_text(path.read_text("utf-8").replace(", nl: Wegen kosten meer.", ""), "utf-8")
    assert betoog("check", "--since", "HEAD").status == 1
    assert betoog("check", "--since", "HEAD", "--allow-warnings").status == 0
    assert betoog("check", "--since", "nowhere").err == ("betoog: there is no revision 'nowhere'\n")


@pytest.mark.process
@pytest.mark.parametrize(
    ("path", "text", "code"),
    [
        ("pages/about.md", "# About\n\n[Gone](gone.md)\n", "R107"),
        ("mkdocs.yml", "docs_dir: pages\n", "B105"),
        ("templates/claim.html", "{% if %}\n", "B101"),
        ("languages/en.yaml", "site: [\n", "T109"),
    ],
)
def test_at_what_a_build_would_stop_beside_the_records_is_told_since_any_revision(
    clean: Path, betoog: Betoog, path: str, text: str, code: str
) -> None:
    pages = {
        "mkdocs.yml": "site_name: Small\ndocs_dir: pages\nplugins: [betoog]\n"
        "theme: {name: null, custom_dir: templates}\n",
        "pages/about.md": "# About\n",
        "templates/README.md": "Our own.\n",
        path: text,
    }
    for name, content in pages.items():
        (clean / name).parent.mkdir(exist_ok=True)
        (clean / name).write_text(content, "utf-8")
    for words in (["init", "-q"], ["add", "."], ["commit", "-q", "-m", "All"]):
        subprocess.run(
            ["git", "-c", "user.name=A", "-c", "user.email=a@example.org", *words],
            cwd=clean, check=True, capture_output=True,
        )  # fmt: skip
    outcome = betoog("check", "--since", "HEAD", "--json")
    assert [(each["code"], each["path"]) for each in outcome.json["findings"]] == [(code, path)]
    assert outcome.status == 1


# ── a whole debate ───────────────────────────────────────────────────────────


def test_every_claim_can_be_shown_traced_and_rejected(whole: KnowledgeBase) -> None:
    for place, claim in enumerate(whole.claims):
        texts = (
            show_text(whole, claim),
            trace_text(whole, claim, None, traced(whole, claim, None)),
            reject_text([claim], rejection(whole, [claim])),
        )
        assert json.dumps(show_answer(whole, claim))
        # To lay lines out takes longer than all the rest.
        if place % 8 == 0:
            shown, routes, rejected = map(printed, texts)
            assert shown.startswith(sentence(whole, claim))
            assert routes
            assert claim in rejected


def test_the_records_of_a_debate_answer_every_question(
    betoog: Betoog, whole: KnowledgeBase, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(whole.tree.root)
    claims = betoog("standing", "--json").json["claims"]
    assert set(claims) == set(whole.claims)
    assert all(lower <= upper for lower, upper in (c["balance"] for c in claims.values()))
    (thesis,) = betoog("cruxes", "--json").json["theses"]
    assert betoog("show", thesis, "--json").json["routes"] == [{"claims": [thesis], "links": []}]


def test_a_record_renamed_by_a_command_leaves_nothing_to_find(
    betoog: Betoog, tmp_path: Path
) -> None:
    root = str(lay_out(tmp_path))
    before = betoog("--root", root, "check", "--format", "json").json["findings"]

    dry = betoog("--root", root, "rename", "essay", "cycle-paths", "--dry-run", "--json")
    assert (dry.status, dry.json["kind"], dry.json["written"]) == (0, "source", False)
    assert (tmp_path / "claims/sources/essay.yaml").exists()

    done = betoog("--root", root, "rename", "essay", "cycle-paths")
    assert done.status == 0
    assert "Renamed claims/sources/essay.yaml to claims/sources/cycle-paths.yaml" in done.out
    assert not (tmp_path / "claims/sources/essay.yaml").exists()
    assert len(betoog("--root", root, "check", "--format", "json").json["findings"]) == len(before)


def test_what_a_renamed_debate_has_written_is_told_where_it_now_is(
    betoog: Betoog, tmp_path: Path
) -> None:
    done = betoog("--root", str(lay_out(tmp_path)), "rename", "paths", "cycling")
    assert "Renamed claims/paths to claims/cycling" in done.out
    assert "Wrote claims/cycling/debate.yaml" in done.out
    assert (tmp_path / "claims/cycling/debate.yaml").exists()


@pytest.mark.parametrize("command", [("rename", "broken", "other"), ("remove", "broken")])
def test_a_record_that_cannot_be_read_is_not_called_unknown(
    betoog: Betoog, tmp_path: Path, command: tuple[str, ...]
) -> None:
    root = lay_out(tmp_path)
    (root / "claims/sources/broken.yaml").write_text("type: [\n", "utf-8")
    refused = betoog("--root", str(root), *command)
    assert refused.status == 2
    assert "the record of broken in claims/sources/broken.yaml cannot be read" in refused.err


def test_an_id_of_two_kinds_has_to_be_told_apart(betoog: Betoog, tmp_path: Path) -> None:
    root = str(lay_out(tmp_path))
    speaker = tmp_path / "claims/speakers/essay.yaml"
    speaker.write_text("name: Essay\n", "utf-8")

    asked = betoog("--root", root, "rename", "essay", "other")
    assert asked.status == 2
    assert "essay is a source and a speaker: say which with --kind" in asked.err
    assert betoog("--root", root, "rename", "essay", "other", "--kind", "speaker").status == 0
    assert not speaker.exists()
    for words in (["--kind", "page"], ["--kind", "theme"], []):
        nothing = betoog("--root", root, "rename", "esay", "another", *words)
        assert nothing.status == 2, nothing.out
    assert "did you mean essay?" in nothing.err


def test_what_is_named_is_removed_only_with_its_steps(betoog: Betoog, tmp_path: Path) -> None:
    root = str(lay_out(tmp_path))
    record = tmp_path / "claims/paths/paths-cost-much.md"

    kept = betoog("--root", root, "remove", record.stem)
    assert kept.status == 1
    assert "still named in 2 places" in kept.out
    assert "nothing removed" in kept.err
    assert record.exists()
    assert betoog("--root", root, "remove", record.stem, "--links", "--for", "x").status == 2

    done = betoog("--root", root, "remove", record.stem, "--links", "--json")
    assert (done.status, done.json["written"], len(done.json["links"])) == (0, True, 3)
    assert not record.exists()


def test_confirm_says_that_a_link_holds_and_writes_only_that(
    betoog: Betoog, tmp_path: Path
) -> None:
    root = str(lay_out(tmp_path))
    before = betoog("--root", root, "check", "--format", "json").json["findings"]
    record = tmp_path / "claims/paths/cycling-keeps-fit.md"
    text = record.read_text("utf-8")
    name = "cycling-keeps-fit -> build-cycle-paths"
    dry = betoog("--root", root, "confirm", name, "--dry-run", "--json").json
    assert dry["links"] == [name]
    assert record.read_text("utf-8") == text
    assert betoog("--root", root, "confirm", name).status == 0
    added = set(record.read_text("utf-8").splitlines()) - set(text.splitlines())
    assert len(added) == 1
    target = tmp_path / "claims/paths/build-cycle-paths.md"
    target.write_text(target.read_text("utf-8").replace("should build", "must build"), "utf-8")
    after = betoog("--root", root, "check", "--format", "json").json["findings"]
    assert [each["code"] for each in after if each not in before] == ["A501"]
    assert betoog("--root", root, "confirm", "--all").status == 0
    assert betoog("--root", root, "check", "--format", "json").json["counts"]["error"] == 0
    assert "Nothing to confirm" in betoog("--root", root, "confirm", "--all").out
    assert betoog("--root", root, "confirm").status == 2


def test_what_was_closed_is_not_written_to(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = str(lay_out(tmp_path))
    for name in ("stdout", "stderr"):
        with monkeypatch.context() as patched:
            patched.setattr(sys, name, None)
            assert main(["--root", root, "show", THESIS]) == 0
            assert main(["--root", root, "show", "nothing"]) == 2
