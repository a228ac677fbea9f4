"""New claims and links from the command line, checked as an analyst would check them."""

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from graph.base import KnowledgeBase
from graph.check import check
from graph.cli import main
from graph.records import Kind
from graph.semantics import GroundKind
from tests.check.test_cases import BASE
from tests.small import lay_out

CLAIM = ("Quiet streets invite people.", "nl=Stille straten nodigen mensen uit.")
WHY = ("--because", "Quiet is healthy.", "--because", "nl=Stilte is gezond.")
LINKS = {
    "supports": "cycling-is-healthy",
    "contradicts": "cycling-is-healthy",
    "undercuts": "cycling-is-exercise -> cycling-is-healthy",
    "conditions": "cycling-is-healthy",
}


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    shutil.copytree(BASE, tmp_path, dirs_exist_ok=True)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def answer(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, Any]:
    capsys.readouterr()
    status = main([*words, "--json"])
    out = capsys.readouterr().out
    return status, json.loads(out) if out else None


def _undercut(root: Path) -> str:
    """A step of the base that can be undercut."""
    from graph.base import KnowledgeBase

    return next(iter(KnowledgeBase.load(root).links))


@pytest.mark.parametrize("kind", Kind)
@pytest.mark.parametrize("link", LINKS)
def test_a_new_claim_of_every_kind_with_every_link_passes_the_check(
    kind: str, link: str, root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target = _undercut(root) if link == "undercuts" else LINKS[link]
    status, made = answer(capsys, "new", *CLAIM, "--kind", kind, f"--{link}", target, *WHY)
    assert status == 0
    assert made["written"]
    assert (root / made["files"][0]["path"]).read_text("utf-8") == made["files"][0]["text"]
    assert main(["check"]) == 0
    assert main(["fmt", "--check", made["files"][0]["path"]]) == 0


def test_a_question_is_kept_as_one_about_what_it_was_to_argue_with(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    words = ("--kind", "question", "--supports", "cycling-is-healthy")
    status, made = answer(capsys, "new", *CLAIM, *words)
    assert status == 0
    assert "specifies: [cycling-is-healthy]" in made["files"][0]["text"]


def test_a_new_source_and_speaker_come_along(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    words = (
        "--source",
        "doi:10.1/x",
        "--title",
        "T",
        "--issued",
        "2024",
        "--start",
        "quiet streets invite",
    )
    link = ("--supports", "cycling-is-healthy", *WHY)
    status, made = answer(
        capsys, "new", *CLAIM, "--kind", "fact", *words, *link, "--new-speaker", "Jan Doe"
    )
    assert status == 0
    paths = [each["path"] for each in made["files"]]
    assert paths[1:] == ["claims/sources/t-2024.yaml", "claims/speakers/jan-doe.yaml"]
    assert main(["check"]) == 0


def test_a_speaker_who_is_there_and_a_new_one_cannot_both_be_meant(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    who = ("--speaker", "ada", "--new-speaker", "Jan Doe")
    assert main(["new", *CLAIM, "--kind", "fact", *who, "--dry-run"]) == 2
    assert "give one" in capsys.readouterr().err


def _granted(root: Path) -> str:
    """A claim that somebody puts forward without a reason."""
    kb = KnowledgeBase.load(root)
    return next(
        each
        for each, ground in kb.grounds.items()
        if ground.kind is GroundKind.GRANTED and not kb.claims[each].implicit
    )


def test_whoever_gives_a_granted_claim_its_first_reason_is_told_what_that_does(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    granted = _granted(root)
    assert main(["new", *CLAIM, "--kind", "fact", "--supports", granted, *WHY, "--dry-run"]) == 0
    assert f"{granted} is granted 0.50 as long as nobody gives a reason" in capsys.readouterr().err
    assert main(["new", *CLAIM, "--kind", "fact", "--contradicts", granted, *WHY, "--dry-run"]) == 0
    assert "is granted" not in capsys.readouterr().err


def test_whoever_links_or_brings_in_such_a_reason_is_told_too(
    root: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    granted = _granted(root)
    assert main(["new", *CLAIM, "--kind", "fact", "--id", "first-reason"]) == 0
    assert "is granted" not in capsys.readouterr().err
    assert main(["link", "first-reason", "supports", granted, *WHY, "--dry-run"]) == 0
    assert f"{granted} is granted 0.50" in capsys.readouterr().err
    assert main(["link", "first-reason", "contradicts", granted, *WHY]) == 0
    assert "is granted" not in capsys.readouterr().err
    file = tmp_path / "more.yaml"
    file.write_text(
        "claims:\n  - {id: other, claim: {en: It has been so.}, kind: fact, implicit: true,"
        f" supports: [{{claim: {granted}}}]}}\n"
    )
    main(["import", str(file), "--dry-run"])
    assert f"{granted} is granted 0.50" in capsys.readouterr().err


def test_a_dry_run_writes_nothing(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status, made = answer(capsys, "new", *CLAIM, "--kind", "fact", "--dry-run")
    assert (status, made["written"]) == (0, False)
    assert not (root / made["files"][0]["path"]).exists()


def test_what_is_missing_is_asked_for_in_one_line(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["new"]) == 2
    assert "--kind" in capsys.readouterr().err
    assert main(["new", *CLAIM, "--kind", "fact", "--supports", "cycling-is-healthy"]) == 2
    assert "say why it supports" in capsys.readouterr().err
    assert main(["new", *CLAIM, "--kind", "facts"]) == 2
    assert "kind “facts”: it is one of fact, " in capsys.readouterr().err


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--stance", "reprts"), "did you mean reports?"),
        (("--debate", "cyclng"), "did you mean cycling?"),
        (("--id", "Not An Id"), "id “Not An Id”: expected lower-case words"),
        (("--folder", "../x"), "folder “..”: expected lower-case words"),
        (("--language", "english"), "--language english: expected a language code"),
        (("--because", "So it is."), "--because is about a link"),
        (("and more",), "there are two texts in en"),
        (
            (
                "--source",
                "https://a.example",
                "--start",
                "a",
                "--title",
                "T",
                "--issued",
                "2025-13",
            ),
            "issued “2025-13”: no calendar has this date",
        ),
    ],
)
def test_an_option_that_is_wrong_is_named_with_what_it_takes(
    words: tuple[str, ...], said: str, root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["new", *CLAIM, "--kind", "fact", *words]) == 2
    err = capsys.readouterr().err
    assert said in err
    assert err.count("\n") == 1


def test_each_of_several_links_has_a_warrant_and_a_scheme_of_its_own(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    step = _undercut(root)
    status, made = answer(
        capsys, "new", *CLAIM, "--kind", "fact",
        "--contradicts", "cycling-is-exercise", "--because", "A.", "--because=nl=B.",
        "--scheme", "expert-opinion",
        "--undercuts", step, "--warrant", "C.",
        "--supports", "half-as-much-soot", "--supports", "cycling-is-healthy", "--because", "D.",
    )  # fmt: skip
    assert status == 0
    (path,) = (each["path"] for each in made["files"])
    from graph.base import KnowledgeBase

    record = KnowledgeBase.load(root).claims[Path(path).stem]
    warrants = {
        target: each.because.root if each.because else None
        for links in (record.supports, record.contradicts)
        for each in links
        for target in (each.claim,)
    }
    assert warrants == {
        "half-as-much-soot": {"en": "D."},
        "cycling-is-healthy": {"en": "D."},
        "cycling-is-exercise": {"en": "A.", "nl": "B."},
    }
    assert record.contradicts[0].scheme == "expert-opinion"
    assert record.undercuts[0].because is not None
    assert record.undercuts[0].because.root == {"en": "C."}
    assert record.undercuts[0].scheme is None


def test_what_is_said_before_all_links_holds_for_each_and_a_link_without_is_refused(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    links = ("--supports", "cycling-is-healthy"), ("--contradicts", "cycling-is-exercise")
    words = ("new", *CLAIM, "--kind", "fact", "--dry-run")
    status, made = answer(capsys, *words, *WHY, *links[0], *links[1])
    assert status == 0
    assert made["files"][0]["text"].count("Quiet is healthy.") == 2
    assert main([*words, *links[0], *WHY, *links[1]]) == 2
    assert "say why it contradicts cycling-is-exercise" in capsys.readouterr().err


def test_the_address_of_a_source_that_is_here_means_that_source(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    from graph.base import KnowledgeBase

    url = KnowledgeBase.load(root).sources["survey-2024"].url
    words = ("--source", f"{url}/", "--start", "a b", "--dry-run")
    status, made = answer(capsys, "new", *CLAIM, "--kind", "fact", *words)
    assert status == 0
    assert "source: survey-2024" in made["files"][0]["text"]


def test_a_finding_has_its_place_and_an_error_comes_without_the_record(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    words = ("--kind", "fact", "--supports", "cycling-is-helthy", *WHY)
    assert main(["new", *CLAIM, *words]) == 1
    captured = capsys.readouterr()
    place = "claims/cycling/quiet-streets-invite-people.md:10:13"
    assert captured.out.startswith(f"error[R101] {place}: unknown claim")
    assert captured.out.count("\n") == 1
    assert "nothing written" in captured.err


def test_what_would_be_an_error_is_not_written(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    status, made = answer(
        capsys, "new", *CLAIM, "--kind", "fact", "--supports", "cycling-is-helthy", *WHY
    )
    assert (status, made["written"]) == (1, False)
    assert [each["code"] for each in made["findings"]] == ["R101"]
    assert "cycling-is-healthy" in made["findings"][0]["help"]
    assert not (root / made["files"][0]["path"]).exists()


def test_the_same_claim_is_refused_and_its_denial_named(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    from graph.base import KnowledgeBase

    there = KnowledgeBase.load(root).claims["cycling-is-healthy"].claim.root["en"]
    assert main(["new", there, "--kind", "fact"]) == 2
    assert "betoog link cycling-is-healthy" in capsys.readouterr().err
    status, made = answer(
        capsys, "new", there.replace(" is ", " is not "), "--kind", "fact", "--dry-run"
    )
    assert status == 0
    assert made["alike"][0]["id"] == "cycling-is-healthy"
    assert made["alike"][0]["opposite"]


def test_a_link_is_added_once(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    words = ("link", "half-as-much-soot", "supports", "cycling-is-healthy", *WHY)
    status, made = answer(capsys, *words)
    assert (status, made["written"]) == (0, True)
    assert main(["check"]) == 0
    assert main(words) == 2
    assert "already" in capsys.readouterr().err


def step(root: Path, claim: str, target: str) -> Any:
    """A step of a claim as it is recorded now; checked and laid out."""
    from graph.base import KnowledgeBase

    kb = KnowledgeBase.load(root)
    assert [each.message for each in check(kb) if each.severity == "error"] == []
    assert main(["fmt", "--check", kb.paths["claim", claim]]) == 0
    return kb.links[f"{claim} -> {target}"].record


def test_a_step_that_is_there_is_said_more_about(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["fmt"]) == 0
    soot, healthy = "half-as-much-soot", "cycling-is-healthy"
    words = ("link", soot, "supports", healthy)
    assert main([*words, "--because", "Soot is unhealthy."]) == 0
    more = ("--with", "air-is-polluted", "--scheme", "cause-to-effect", "--relevance", "0.5")
    assert main([*words, *more]) == 0
    assert main([*words, "--because", "nl=Roet is ongezond."]) == 0
    assert main([*words, "--because", "Soot makes ill: it is unhealthy."]) == 0
    made = step(root, soot, healthy)
    assert made.premises == ("air-is-polluted",)
    assert (made.scheme, made.relevance) == ("cause-to-effect", 0.5)
    assert made.because.root == {
        "en": "Soot makes ill: it is unhealthy.",
        "nl": "Roet is ongezond.",
    }
    capsys.readouterr()
    assert main([*words, *more]) == 2
    assert f"{soot} supports {healthy} already" in capsys.readouterr().err


def test_a_second_step_to_the_same_target_has_an_id_of_its_own(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    words = ("link", "half-as-much-soot", "supports", "cycling-is-healthy", *WHY)
    assert main(words) == 0
    assert main([*words, "--id", "soot-again", "--with", "air-is-polluted"]) == 0
    assert main([*words, "--id", "soot-again", "--scheme", "cause-to-effect"]) == 0
    capsys.readouterr()
    assert main([*words, "--scheme", "cause-to-effect"]) == 2
    assert "twice: say with --id" in capsys.readouterr().err
    assert main(["check"]) == 0


def test_link_knows_relations_that_carry_no_strength(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    from graph.base import KnowledgeBase

    soot = "half-as-much-soot"
    assert main(["link", soot, "specifies", "air-is-polluted"]) == 0
    assert main(["link", soot, "raises", "how-clean-are-routes"]) == 0
    made = KnowledgeBase.load(root).claims[soot]
    assert made.specifies == ("air-is-polluted",)
    assert made.raises == ("how-clean-are-routes",)
    for words, said in (
        (("specifies", "air-is-polluted"), "already"),
        (("answers", "how-clean-are-routes"), "already"),
        (("raises", "how-clean-are-routes", "--because", "So."), "needs no reason"),
        (("raises", "how-clean-are-rotes"), "did you mean how-clean-are-routes"),
    ):
        assert main(["link", soot, *words]) == 2
        assert said in capsys.readouterr().err


@pytest.mark.parametrize("link", ["supported", "contradicted", "conditioned"])
def test_a_new_claim_is_linked_to_by_claims_that_are_there(
    link: str, root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    from graph.base import KnowledgeBase

    assert main(["fmt"]) == 0
    words = ("--kind", "value", f"--{link}-by", "half-as-much-soot", *WHY)
    more = ("--with", "air-is-polluted", "--supports", "cycling-is-healthy", *WHY)
    status, made = answer(capsys, "new", *CLAIM, *words, *more)
    assert (status, made["written"]) == (0, True)
    assert made["claim"] == "quiet-streets-invite-people"
    kb = KnowledgeBase.load(root)
    theirs = kb.links[f"half-as-much-soot -> {made['claim']}"].record
    assert theirs.premises == ("air-is-polluted",)
    assert theirs.wording is not None
    assert kb.claims[made["claim"]].supports[0].premises == ()
    assert main(["fmt", "--check", *(each["path"] for each in made["files"])]) == 0
    assert main(["check"]) == 0


def test_the_only_step_of_a_new_claim_is_undercut_by_one_that_is_there(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    words = (*CLAIM, "--kind", "fact", "--undercut-by", "air-is-polluted", *WHY)
    assert main(["new", *words]) == 2
    assert "takes 0 steps" in capsys.readouterr().err
    assert main(["new", *words, "--supports", "cycling-is-healthy", *WHY]) == 0
    assert main(["check"]) == 0


def test_who_undercuts_a_claim_is_told_that_it_is_none(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    said = "is a claim, and no step"
    assert main(["link", "half-as-much-soot", "undercuts", "cycling-is-healthy"]) == 2
    assert said in capsys.readouterr().err
    status, made = answer(
        capsys, "new", *CLAIM, "--kind", "fact", "--undercuts", "cycling-is-healthy", *WHY
    )
    assert status == 1
    [finding] = [each for each in made["findings"] if each["code"] == "R102"]
    assert said in finding["message"]
    assert "contradicts" in finding["help"]
    assert made["claim"] not in finding["help"]


def test_a_condition_is_a_support_of_one_scheme(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    words = ("link", "half-as-much-soot", "conditions", "cycling-is-healthy", *WHY)
    assert main((*words, "--scheme", "cause-to-effect")) == 2
    assert "has the scheme necessary-condition" in capsys.readouterr().err
    status, made = answer(capsys, *words)
    assert (status, made["written"]) == (0, True)
    assert "scheme: necessary-condition" in made["files"][0]["text"]
    assert main(["check"]) == 0
    assert main(["link", "half-as-much-soot", "supports", "cycling-is-healthy", *WHY]) == 2
    assert "half-as-much-soot conditions cycling-is-healthy already" in capsys.readouterr().err


def test_a_link_that_closes_a_circle_is_not_written(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = (root / "claims/cycling/cycling-is-healthy.md").read_bytes()
    status, made = answer(
        capsys, "link", "cycling-is-healthy", "supports", "cycling-is-exercise", *WHY
    )
    assert status == 1
    assert "A301" in [each["code"] for each in made["findings"]]
    assert (root / "claims/cycling/cycling-is-healthy.md").read_bytes() == before


def test_what_would_be_new_in_a_record_is_shown_and_no_more(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    words = ("link", "half-as-much-soot", "supports", "cycling-is-healthy", *WHY, "--dry-run")
    assert main(words) == 0
    out = capsys.readouterr().out
    assert "what would be new in claims/cycling/half-as-much-soot.md" in out
    assert "+  - claim: cycling-is-healthy\n" in out
    assert "\nkind:" not in out


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("half-as-much-soot", "suports", "cycling-is-healthy"), "did you mean supports?"),
        (("half-as-much-sot", "supports", "cycling-is-healthy"), "did you mean half-as-much-soot?"),
        (
            ("half-as-much-soot", "supports", "cycling-is-helthy"),
            "did you mean cycling-is-healthy or",
        ),
        (
            ("half-as-much-soot", "undercuts", "air-is-poluted -> cycling-is-healthy"),
            "did you mean air-is-polluted -> cycling-is-healthy",
        ),
        (("half-as-much-soot", "undercuts", "nonsense"), "it is named 'claim -> target'"),
        (("how-clean-are-routes", "supports", "cycling-is-healthy"), "is a question"),
    ],
)
def test_a_link_that_cannot_be_names_what_may_be_meant(
    words: tuple[str, ...], said: str, root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["link", *words, *WHY]) == 2
    err = capsys.readouterr().err
    assert said in err
    assert err.count("\n") == 1


def test_a_record_with_windows_line_ends_keeps_them(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = root / "claims/cycling/half-as-much-soot.md"
    before = path.read_bytes().replace(b"\n", b"\r\n")
    path.write_bytes(before)
    assert main(["link", "half-as-much-soot", "supports", "cycling-is-healthy", *WHY]) == 0
    after = path.read_bytes()
    assert after.count(b"\n") == after.count(b"\r\n")
    assert set(before.splitlines()) < set(after.splitlines())


def test_each_row_of_links_has_its_own_relevance(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    words = ("--kind", "fact", "--supports", "cycling-is-healthy", *WHY, "--relevance", "0.4")
    other = ("--contradicts", "air-is-polluted", *WHY)
    status, made = answer(capsys, "new", *CLAIM, *words, *other, "--dry-run")
    assert status == 0
    text = made["files"][0]["text"]
    assert text.count("relevance: 0.4") == 1
    assert text.index("relevance: 0.4") < text.index("contradicts")
    status, said = answer(capsys, "new", *CLAIM, *words[:-1], "4")
    assert status == 2
    assert "relevance" in said["error"]


@pytest.mark.parametrize(
    ("options", "quality"),
    [
        ((), "{level: primary}"),
        (("--peer-reviewed",), "{level: primary, peer_reviewed: true}"),
        (("--level", "copy", "--interested"), "{level: copy, interested: true}"),
        (("--level", "copy", "--seen-at", "https://e.example/"), "{level: copy}"),
    ],
)
def test_a_new_source_has_what_a_reader_should_know(
    root: Path, capsys: pytest.CaptureFixture[str], options: tuple[str, ...], quality: str
) -> None:
    source = ("--source", "https://example.org/x", "--title", "X", "--issued", "2025")
    words = ("--kind", "fact", *source, "--start", "quiet streets", *options)
    status, made = answer(capsys, "new", *CLAIM, *words, "--dry-run")
    assert status == 0
    assert f"quality: {quality}" in made["files"][1]["text"]
    assert ("seen_at: https://e.example/" in made["files"][1]["text"]) == ("--seen-at" in options)


@pytest.mark.parametrize("prefix", ["aa", "zz"])
@pytest.mark.parametrize(
    "words",
    [
        ["fmt"],
        ["fmt", "--fix"],
        ["confirm", "--all"],
        ["verify", "--texts", "texts", "--update"],
        ["rename", "essay", "essay-again"],
        ["rename", "build-cycle-paths", "lay-cycle-paths"],
    ],
)
def test_a_record_that_a_link_leads_to_is_written_through_both(
    words: list[str],
    prefix: str,
    tmp_path_factory: pytest.TempPathFactory,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    root = lay_out(tmp_path_factory.mktemp("linked"))
    monkeypatch.chdir(root)
    record = root / "claims/paths/cycling-keeps-fit.md"
    record.write_text(record.read_text("utf-8").replace("kind: ", "kind:   "), "utf-8")
    link = record.with_name(f"{prefix}-fit.md")
    link.symlink_to(record.name)
    before = record.read_bytes()
    assert main(words) == 0, capsys.readouterr().err
    assert record.read_bytes() != before
    assert link.is_symlink()
    assert link.read_bytes() == record.read_bytes()
