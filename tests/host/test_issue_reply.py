"""The answer to an issue that proposes a claim, and the branch once it is accepted."""

import json
import re
import shutil
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest

from graph.cli import main
from graph.drafting.issue_form import CLAIM_MARK
from graph.host.issue_reply import MARK
from tests.check.test_cases import BASE
from tests.drafting.test_from_issue import COMPLETE, PATH
from tests.drafting.test_issue_form import form
from tests.host.service import BOT, Service

OPENED = Path(__file__).parent / "payloads" / "issues.opened.json"
NUMBER = 5


@pytest.fixture
def root(tmp_path: Path, service: Service, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "kb"
    shutil.copytree(BASE, folder)
    monkeypatch.chdir(folder)
    service.issue(NUMBER, by="passer-by", labels=["new claim"])
    return folder


def happens(root: Path, body: str, label: str | None = None, by: str = "editor") -> int:
    event = json.loads(OPENED.read_text("utf-8"))
    event["issue"]["body"] = body
    event["sender"]["login"] = by
    if label is not None:
        event["action"] = "labeled"
        event["label"] = {"name": label}
        event["issue"]["labels"].append({"name": label})
    place = root.parent / "event.json"
    place.write_text(json.dumps(event), "utf-8")
    return main(["host", "issue", "--event", str(place)])


def test_what_is_missing_is_asked_for_once(root: Path, service: Service) -> None:
    lacking = form(**{**COMPLETE, "KIND": ""})
    assert happens(root, lacking) == 0
    assert happens(root, lacking) == 0
    (said,) = service.said(NUMBER)
    assert said.startswith(MARK)
    assert "**Kind of claim**" in said


def test_an_issue_that_came_without_its_label_gets_it(root: Path, service: Service) -> None:
    """As those do that the form on the site writes: their mark makes the workflow look at them."""
    service.issue(NUMBER, by="passer-by", labels=[])
    assert happens(root, f"{CLAIM_MARK}\n\n{form(**COMPLETE)}") == 0
    assert happens(root, f"{CLAIM_MARK}\n\n{form(**COMPLETE)}") == 0
    assert service.labelled(NUMBER) == {"new claim"}
    (said,) = service.said(NUMBER)
    assert "Nothing is missing" in said


def test_a_complete_issue_is_shown_its_record_and_makes_no_branch(
    root: Path, service: Service
) -> None:
    happens(root, form(**{**COMPLETE, "KIND": ""}))
    happens(root, form(**COMPLETE))
    (said,) = service.said(NUMBER)
    assert "Nothing is missing" in said
    assert PATH in said
    assert "Quiet streets invite people." in said
    assert list(service.refs) == ["refs/heads/main"]
    assert not (root / PATH).exists()


def test_an_accepted_issue_gets_a_branch_and_the_way_to_propose_it(
    root: Path, service: Service
) -> None:
    assert happens(root, form(**COMPLETE), "accepted") == 0
    assert "refs/heads/claim/quiet-streets-invite-people" in service.refs
    (tree,) = service.trees
    assert [each["path"] for each in tree["tree"]] == [PATH]
    assert tree["base_tree"] == "tree-c0"
    (said,) = service.said(NUMBER)
    address = re.search(r"\((https://github\.com/[^)]*)\)", said)
    assert address is not None
    parts = urlsplit(address[1])
    assert parts.path == "/paths/argument/compare/claim/quiet-streets-invite-people"
    assert parse_qs(parts.query)["body"] == ["Closes #5"]
    (root / PATH).write_text(tree["tree"][0]["content"], "utf-8")
    assert main(["check"]) == 0


def test_a_branch_with_another_record_is_left_to_that(root: Path, service: Service) -> None:
    """Other words may come to the same id."""
    named = "claim/quiet-streets-invite-people"
    other = form(**{**COMPLETE, "ENGLISH": "Quiet streets invite people in."})
    again = form(**{**COMPLETE, "ENGLISH": "Quiet streets invite the people in."})
    for body, branch, there in (
        (form(**COMPLETE), named, "The record is on"),
        (form(**COMPLETE), named, "was put before"),
        (other, f"{named}-5", "The record is on"),
        (other, f"{named}-5", "was put before"),
        (again, f"{named}-5-2", "The record is on"),
        (form(**COMPLETE), named, "was put before"),
    ):
        assert happens(root, body, "accepted") == 0
        (said,) = service.said(NUMBER)
        assert f"`{branch}`" in said
        assert f"/compare/{branch}?" in said
        assert there in said
    assert len(service.refs) == 4


def test_the_branch_stays_told_whatever_else_happens_to_the_issue(
    root: Path, service: Service
) -> None:
    named = "claim/quiet-streets-invite-people"
    assert happens(root, form(**COMPLETE), "accepted") == 0
    for label, by in (("help wanted", "editor"), ("accepted", "sorter"), (None, "passer-by")):
        assert happens(root, form(**COMPLETE), label, by) == 0
        (said,) = service.said(NUMBER)
        assert f"was put before on the branch `{named}`" in said
        assert f"/compare/{named}?" in said
        assert "title=Add+the+claim+quiet-streets-invite-people&" in said
        assert "Nothing is missing" not in said
        assert PATH in said
    assert len(service.refs) == 2


@pytest.mark.parametrize(
    ("body", "told"),
    [
        (form(**{**COMPLETE, "ENGLISH": "Quiet streets draw people."}), "Nothing is missing"),
        (form(**{**COMPLETE, "KIND": ""}), "**Kind of claim**"),
        ("no form at all", "Thank you"),
    ],
)
def test_the_branch_of_words_that_have_changed_stays_told_until_it_is_gone(
    root: Path, service: Service, body: str, told: str
) -> None:
    named = "claim/quiet-streets-invite-people-5"
    service.refs["refs/heads/claim/quiet-streets-invite-people"] = "theirs"
    assert happens(root, form(**COMPLETE), "accepted") == 0
    for _ in range(2):
        assert happens(root, body) == 0
        (said,) = service.said(NUMBER)
        assert f"The branch `{named}` has a former record" in said
        assert f"/compare/{named}?" in said
        assert "title=Add+the+claim+quiet-streets-invite-people&" in said
        assert told in said
    assert happens(root, form(**COMPLETE)) == 0
    assert f"was put before on the branch `{named}`" in service.said(NUMBER)[0]
    del service.refs[f"refs/heads/{named}"]
    assert happens(root, body) == 0
    (said,) = service.said(NUMBER)
    assert named not in said
    assert told in said


def test_a_branch_that_an_issue_names_itself_is_not_taken_for_its_own(
    root: Path, service: Service
) -> None:
    service.refs["refs/heads/claim/other"] = "theirs"
    fake = f"{MARK}\nThe branch `claim/other`: [x](https://github.com/x/compare/claim/other?a)"
    service.comment(NUMBER, fake, "passer-by")
    body = form(**{**COMPLETE, "ENGLISH": fake.partition("\n")[2], "REMARKS": fake})
    for _ in range(2):
        assert happens(root, body) == 0
        assert "former record" not in service.said(NUMBER)[1]
        assert "put before" not in service.said(NUMBER)[1]


def test_another_label_makes_no_branch(root: Path, service: Service) -> None:
    happens(root, form(**COMPLETE), "good first issue")
    assert list(service.refs) == ["refs/heads/main"]


@pytest.mark.parametrize(("by", "may"), [("owner", True), ("sorter", False), ("anybody", False)])
def test_only_who_may_push_gets_a_branch_by_a_label(
    root: Path, service: Service, by: str, may: bool
) -> None:
    assert happens(root, form(**COMPLETE), "accepted", by) == 0
    assert ("refs/heads/claim/quiet-streets-invite-people" in service.refs) == may
    assert ("Nothing is missing" in service.said(NUMBER)[0]) == (not may)


def test_a_branch_that_is_refused_is_not_taken_for_one_that_is_there(
    root: Path, service: Service, capsys: pytest.CaptureFixture[str]
) -> None:
    service.refused = "Repository rule violations found"
    assert happens(root, form(**COMPLETE), "accepted") == 2
    assert "answers 422: Repository rule violations found" in capsys.readouterr().err
    assert service.said(NUMBER) == []


def test_comments_of_accounts_that_are_gone_are_left_alone(root: Path, service: Service) -> None:
    for body, user in ((MARK, None), (None, {"login": BOT})):
        service.comment(NUMBER, MARK, BOT).update(body=body, user=user)
    assert happens(root, form(**COMPLETE)) == 0
    before, empty, said = service.comments[NUMBER]
    assert (before["body"], empty["body"]) == (MARK, None)
    assert "Nothing is missing" in said["body"]


def test_a_branch_that_is_there_is_left_as_it_is(root: Path, service: Service) -> None:
    service.refs["refs/heads/claim/quiet-streets-invite-people"] = "theirs"
    assert happens(root, form(**COMPLETE), "accepted") == 0
    assert service.refs["refs/heads/claim/quiet-streets-invite-people"] == "theirs"
    assert "is on the branch `claim/quiet-streets-invite-people-5`" in service.said(NUMBER)[0]


HOSTILE = (
    "````\n@everyone <script>\n```` ``` # x",
    "../../.github/workflows/x.yml",
    "$(id) `id` ${{ secrets.TOKEN }} ; rm -rf /",
    "\u202e\x1b[31m\x00",
    "x" * 60_000,
    '{"issue": {"body": "spoofed"}}',
)


@pytest.mark.parametrize("number", range(len(HOSTILE)))
@pytest.mark.parametrize("field", ["ENGLISH", "TARGET", "KIND", "REMARKS", "SOURCE"])
def test_an_issue_is_text_and_no_more(
    root: Path, service: Service, number: int, field: str
) -> None:
    assert happens(root, form(**{**COMPLETE, field: HOSTILE[number]}), "accepted") == 0
    (said,) = service.said(NUMBER)
    assert len(said) < 65_536
    outside = re.sub(r"(`{3,})yaml\n.*?\n\1\n|`[^`\n]*`", "", said, flags=re.DOTALL)
    assert re.search(r"@everyone|<script|<(?!!-- betoog)", outside) is None
    assert not re.search("[\u202e\x00\x1b]", said)
    for tree in service.trees:
        for each in tree["tree"]:
            assert re.fullmatch(
                r"claims/(?:cycling|sources|speakers)/[a-z0-9-]+\.(?:md|yaml)", each["path"]
            )


@pytest.mark.parametrize("run", [99, 101, 1900])
def test_runs_of_backticks_make_an_answer_no_longer_than_a_host_takes(
    root: Path, service: Service, run: int
) -> None:
    signs = "`" * run
    new = {"SOURCE": "https://example.org/new", "ISSUED": "2024", "START": "quiet streets"}
    marked = dict.fromkeys(("TITLE", "AUTHOR", "SPEAKER"), f"A name {signs}")
    body = form(**{**COMPLETE, **new, **marked, "REMARKS": "`" * 10 * run})
    assert happens(root, body) == 0
    (said,) = service.said(NUMBER)
    assert len(said) < 65_536
    assert "Nothing is missing" in said
    for fence, shown in re.findall(r"(`{3,})yaml\n(.*?)\n\1\n", said, flags=re.DOTALL):
        assert fence not in shown
    assert ("A name " + signs in said) is (run <= 100)


def test_with_several_debates_an_issue_is_answered_too(root: Path, service: Service) -> None:
    (root / "claims/trams").mkdir()
    (root / "claims/trams/debate.yaml").write_text(
        "title: {en: Trams}\nquestion: {en: Should trams run?}\ntheses: [cycling-is-healthy]\n",
        "utf-8",
    )
    assert happens(root, form(**COMPLETE)) == 0
    assert "Nothing is missing" in service.said(NUMBER)[0]


def test_a_body_that_is_no_form_is_answered_politely(root: Path, service: Service) -> None:
    assert happens(root, '{"issue": {"body": 5}}') == 0
    assert "Thank you" in service.said(NUMBER)[0]
