"""`betoog new` as somebody meets it who answers at a terminal, rightly and wrongly."""

import os
import select
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from graph.base import KnowledgeBase
from graph.check import check
from graph.cli import main
from graph.records import Claim
from tests.small import lay_out

PROGRAM = "import sys; from graph.cli import main; sys.exit(main(['new']))"
USUAL = (
    "Which claim carries it", "What form has the step", "A short name", "Its id", "Write it",
    "Is it anything of this", "How much does it bear",
)  # fmt: skip
"""How questions begin that are answered with Enter where nothing else is to be said."""
OPPOSITE = "The town should not build cycle paths."


class Talk(NamedTuple):
    """The exit status, what was said, and the questions."""

    status: int
    said: str
    questions: list[str]


Answer = Callable[..., Talk]


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return lay_out(tmp_path)


@pytest.fixture
def answer(
    root: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Answer:
    """Run `betoog new` with these options and answers, all of which must be asked for."""

    def run(answers: list[str], *options: str, to: dict[str, list[str]] | None = None) -> Talk:
        left = list(answers)
        said = {question: list(each) for question, each in (to or {}).items()}
        asked: list[str] = []

        def take(question: str) -> str:
            asked.append(question)
            for begins, each in said.items():
                if question.startswith(begins) and each:
                    return each.pop(0)
            if question.startswith(USUAL):
                return ""
            if not left:
                raise EOFError
            return left.pop(0)

        monkeypatch.setattr("builtins.input", take)
        monkeypatch.setattr("sys.stdin.isatty", lambda: True)
        status = main(["new", *options])
        captured = capsys.readouterr()
        assert "Traceback" not in captured.err
        assert not left
        return Talk(status, captured.out + captured.err, asked)

    return run


def claim(id_: str) -> Claim:
    return KnowledgeBase.load(Path()).claims[id_]


def test_all_of_a_claim_is_asked_for_and_passes_the_check(answer: Answer) -> None:
    talk = answer(
        [
            'Kettles: "loud" # - {}, 😀 שלום.', "Ketels fluiten.", "fact",
            "https://example.org/kettles", "Kettles: a study", "Doe, Jane; The Kettle Board",
            "2025-05", "", "report", "", "",
            "3", "kettles whistle loudly", "", "Jane Nobody", "Jane Nobody", "reports", "likely",
            "build-cycle-paths", "Because of the noise.", "Om het lawaai.", "",
            "",
            "cycling-keeps-fit -> build-cycle-paths", "It whistles.", "Het fluit.", "", "",
        ]
    )  # fmt: skip
    assert talk.status == 0
    made = claim("kettles-loud-shlvm")
    assert made.claim.root["en"] == 'Kettles: "loud" # - {}, 😀 שלום.'
    assert made.speaker == "jane-nobody"
    assert made.passages[0].source == "doe-2025"
    assert made.passages[0].paragraph == 3
    assert made.supports[0].because is not None
    assert made.supports[0].because.root["nl"] == "Om het lawaai."
    assert made.undercuts[0].link == "cycling-keeps-fit -> build-cycle-paths"
    files = ["claims/paths/kettles-loud-shlvm.md", "claims/sources/doe-2025.yaml"]
    assert main(["fmt", "--check", *files]) == 0
    serious = {each.path for each in check(KnowledgeBase.load(Path())) if each.severity != "hint"}
    assert not serious & {*files, "claims/speakers/jane-nobody.yaml"}


@pytest.mark.parametrize(
    ("wrong", "right", "said"),
    [
        ("", "It whistles.", "A claim needs a sentence"),
        ("x" * 2001, "It whistles.", "2,001 characters; 2,000 are the most"),
        ("kettles", "It whistles.", "One word says nothing"),
        ("kettles", "kettles", "The same again takes it as it is"),
    ],
)
def test_a_sentence_that_does_not_fit_is_asked_for_again(
    answer: Answer, wrong: str, right: str, said: str
) -> None:
    talk = answer([wrong, right, "", "fact", "", "", "", "", ""])
    assert talk.status == 0
    assert said in talk.said
    assert talk.questions[0] == talk.questions[1]


@pytest.mark.parametrize(
    ("answers", "said"),
    [
        (["facts", "fact"], "did you mean fact?"),
        (["ca", "fact"], None),
        (["z", "fact"], "It is one of fact, causal"),
    ],
)
def test_a_kind_may_be_begun_and_one_that_is_none_is_asked_for_again(
    answer: Answer, answers: list[str], said: str | None
) -> None:
    words = answers if said else answers[:1]
    talk = answer(["It whistles.", "", *words, "", "", "", "", ""])
    assert talk.status == 0
    assert claim("whistles").kind == (answers[-1] if said else "causal")
    assert said is None or said in talk.said


def test_what_is_wrong_about_a_source_is_asked_for_again(answer: Answer) -> None:
    talk = answer(
        [
            "fact", "https://exa mple.org", "nonsense", "doi:10.1/x", "", "A title", "", "",
            "2025-13", "2025", "", "newspaper", "article-newspaper", "near", "copy", "english",
            "en", "three", "3", "", "x " * 13, "it whistles", "", "", "", "", "", "", "", "",
        ],
        "It whistles.",
    )  # fmt: skip
    assert talk.status == 0
    for said in (
        "That is no web address", "given by its web address or DOI", "A source needs a title",
        "expected a date", "did you mean article-newspaper?", "It is one of primary, copy",
        "expected a language code", "Give it as a number", "By these the passage is found",
        "That is 13 words",
    ):  # fmt: skip
        assert said in talk.said
    assert claim("whistles").passages[0].start == "it whistles"


def test_a_source_that_is_here_is_known_by_its_address(answer: Answer) -> None:
    address = next(iter(KnowledgeBase.load(Path()).sources.values())).url
    assert address is not None
    talk = answer(
        ["fact", address.replace("https:", "http:") + "/", "", "so it is", "", "", "", "", "", "",
         "", ""],
        "It whistles.",
    )  # fmt: skip
    assert talk.status == 0
    assert claim("whistles").passages[0].source == "essay"


def test_a_mistyped_id_brings_claims_to_choose_from(answer: Answer) -> None:
    talk = answer(
        [
            "It whistles.",
            "",
            "fact",
            "",
            "build-cycle-pths",
            "7",
            "1",
            "So it is.",
            "",
            "",
            "",
            "",
            "",
        ]
    )
    assert talk.status == 0
    assert "1. build-cycle-paths: The town should build cycle paths." in talk.said
    assert claim("whistles").supports[0].claim == "build-cycle-paths"


def test_a_claim_is_named_by_its_words_in_any_language(answer: Answer) -> None:
    answer(["It whistles.", "", "fact", "", "fietspaden", "1", "So it is.", "", "", "", "", ""])
    assert claim("whistles").supports[0].claim in KnowledgeBase.load(Path()).claims


def test_a_step_without_a_reason_and_one_named_twice_are_left_out(answer: Answer) -> None:
    thesis = "build-cycle-paths"
    talk = answer(
        ["It whistles.", "", "fact", "", thesis, "", thesis, "So.", "", thesis, "", "", "", ""]
    )
    assert talk.status == 0
    assert "Left out" in talk.said
    assert "It supports that already." in talk.said
    assert len(claim("whistles").supports) == 1


def test_a_question_cannot_be_argued_with(answer: Answer) -> None:
    talk = answer(["It whistles.", "", "fact", "", "who-rides-in-the-rain", "", "", "", ""])
    assert "can be answered" in talk.said
    assert claim("whistles").supports == ()


def test_a_claim_like_it_can_be_linked_instead(answer: Answer, root: Path) -> None:
    files = set(root.rglob("*.md"))
    talk = answer(
        ["People are kept fit by cycling.", "", "9", "1", "", "paths-cost-much", "So it is.", "",
         "", "", ""],
    )  # fmt: skip
    assert talk.status == 0
    assert "Give a number" in talk.said
    assert set(root.rglob("*.md")) == files
    assert "paths-cost-much" in {each.claim for each in claim("cycling-keeps-fit").contradicts}


def test_the_opposite_is_named_before_anything_else_is_asked(answer: Answer) -> None:
    talk = answer([OPPOSITE, "", "", "value", "", "", "", "", ""])
    assert "Looks like the opposite of: The town should build cycle paths." in talk.said
    assert "kind" not in "".join(talk.questions[:3])


def test_only_what_was_not_given_is_asked_for(answer: Answer) -> None:
    options = ("--kind", "fact", "--supports", "build-cycle-paths", "--because", "So it is.")
    talk = answer(["It whistles.", "", ""], *options)
    assert talk.status == 0
    assert claim("whistles").supports[0].claim == "build-cycle-paths"
    assert "kind" not in "".join(talk.questions)


def test_an_option_that_is_wrong_is_named_before_anything_is_asked(answer: Answer) -> None:
    talk = answer([], "--kind", "facts")
    assert (talk.status, talk.questions) == (2, [])
    assert "did you mean fact?" in talk.said


def test_whoever_stops_is_told_that_nothing_is_written(answer: Answer, root: Path) -> None:
    files = set(root.rglob("*"))
    talk = answer(["It whistles.", "", "fact"])
    assert talk.status == 130
    assert "nothing is written; the answers are kept in .cache/betoog/new.json" in talk.said
    assert set(root.rglob("*.md")) | set(root.rglob("*.yaml")) <= files


def test_who_stopped_goes_on_where_they_were_unless_they_begin_anew(answer: Answer) -> None:
    answer(["It whistles.", "", "fact", "essay", "3"])
    talk = answer(["", "who rides", "", "", "", "", "", "", "", ""])
    assert talk.status == 0
    assert "left unfinished" in talk.questions[0]
    assert talk.questions[1].startswith("The first few words")
    assert "What kind" not in talk.said
    assert claim("whistles").passages[0].paragraph == 3
    # Once it is written there is nothing to go on with.
    assert "unfinished" not in answer([]).questions[0]
    answer(["It hums.", "", "fact"])
    anew = answer(["n", "It buzzes.", "", "value", "-", "", "", "", ""])
    assert anew.status == 0
    assert claim("buzzes").kind == "value"


def test_a_sentence_typed_at_the_question_whether_to_go_on_is_no_answer(answer: Answer) -> None:
    answer(["It whistles.", "", "fact"])
    talk = answer(["It buzzes.", "n", "It buzzes.", "", "value", "-", "", "", "", ""])
    assert talk.status == 0
    assert "Press Enter to go on with it, or n" in talk.said
    assert claim("buzzes").kind == "value"


def test_answers_given_with_other_options_are_not_gone_on_with(answer: Answer) -> None:
    answer(["It whistles.", "", "fact"])
    assert "unfinished" not in answer([], "--kind", "fact").questions[0]


def test_going_back_asks_the_question_before_and_keeps_the_others(answer: Answer) -> None:
    talk = answer(["<", "It whistles.", "", "fact", "<", "causal", "", "", "", "<", "", "", ""])
    assert talk.status == 0
    assert "This is the first question" in talk.said
    assert claim("whistles").kind == "causal"
    assert sum(each.startswith("Which claim does it contradict") for each in talk.questions) == 2
    # What was said before is not said again.
    assert talk.said.count("A new claim. Nothing is written") == 1


def test_going_back_keeps_a_sentence_that_was_insisted_upon(answer: Answer) -> None:
    talk = answer(["Kettles", "Kettles", "", "fact", "<", "causal", "", "", "", "", ""])
    assert talk.status == 0
    assert claim("kettles").kind == "causal"
    assert sum(each.startswith("The claim, one full sentence [en]") for each in talk.questions) == 2
    assert talk.said.count("One word says nothing") == 1


def test_every_question_can_be_explained(answer: Answer) -> None:
    talk = answer(
        ["?", "It whistles.", "", "?", "fact", "?", "", "?", "build-cycle-paths", "?", "So.", "",
         "", "", "", ""],
        to={"What form": ["?", ""], "A short name": ["?", ""], "Its id": ["?", ""]},
    )  # fmt: skip
    assert talk.status == 0
    for said in (
        "in your own words", "prediction: what will be so", "the claim is a premise",
        "the step may be taken", "cause-to-effect:", "For maps and lists", "The name of its file",
        "< goes back",
    ):  # fmt: skip
        assert said in talk.said


def test_the_record_is_seen_before_it_is_written(answer: Answer, root: Path) -> None:
    talk = answer(["It whistles.", "", "fact", "", "", "", "", ""], to={"Write it": ["n"]})
    assert talk.status == 130
    assert "claims/paths/whistles.md\n---\n" in talk.said
    assert not (root / "claims/paths/whistles.md").exists()
    assert answer([""]).status == 0
    assert (root / "claims/paths/whistles.md").exists()


def test_label_and_id_are_offered_and_can_be_others(answer: Answer) -> None:
    sentence = "The kettles of the town whistle every morning at a quarter to six."
    talk = answer(
        [sentence, "", "fact", "", "", "", "", ""],
        to={
            "A short name": ["x" * 41, "Kettles whistle"],
            "Its id": ["Two Words", "build-cycle-paths", "loud-kettles"],
        },
    )
    assert talk.status == 0
    assert "1 characters too many" in talk.said
    assert "such as two-words" in talk.said
    assert "build-cycle-paths is another claim" in talk.said
    assert "Its id [kettles-whistle]: " in talk.questions
    made = claim("loud-kettles")
    assert made.label is not None
    assert made.label.root == {"en": "Kettles whistle"}


def test_premises_and_scheme_of_a_step_are_asked_for_with_its_questions(answer: Answer) -> None:
    talk = answer(
        ["It whistles.", "", "fact", "", "build-cycle-paths", "So it is.", "", "", "", "", ""],
        to={
            "Which claim carries it": ["town-cares-for-health", ""],
            "What form": ["cause-to-efect", "cause-to-effect"],
        },
    )
    assert talk.status == 0
    assert "did you mean cause-to-effect?" in talk.said
    assert "Ask: " in talk.said
    [step] = claim("whistles").supports
    assert step.premises == ("town-cares-for-health",)
    assert step.scheme == "cause-to-effect"


def test_source_paragraph_and_speaker_of_the_last_claim_are_offered_again(answer: Answer) -> None:
    said = ["fact", "essay", "3", "who will", "", "ada-bron", "", "", "", "", "", ""]
    answer(["It whistles.", "", *said])
    talk = answer(["It hums.", "", "fact", "", "", "when it", *[""] * 8])
    assert talk.status == 0
    made = claim("hums")
    assert (made.passages[0].source, made.passages[0].paragraph) == ("essay", 3)
    assert made.speaker == "ada-bron"
    unstated = answer(["It buzzes.", "", "fact", "-", "", "", "", ""])
    assert unstated.status == 0
    assert claim("buzzes").implicit


def test_a_passage_is_pasted_where_the_text_is_at_hand(
    answer: Answer, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BETOOG_TEXTS", "texts")
    talk = answer(
        ["It whistles.", "", "fact", "essay", "no such words", "who will ride there when it rains",
         "", "", "", "", "", "", ""],
    )  # fmt: skip
    assert talk.status == 0
    assert "nowhere" in talk.said
    [passage] = claim("whistles").passages
    assert passage.paragraph == 3
    assert passage.fingerprint is not None


def test_a_number_beyond_the_list_is_no_word_to_look_for(answer: Answer) -> None:
    talk = answer(
        ["It whistles.", "", "fact", "", "paths", "99", "1", "So it is.", "", "", "", "", ""]
    )
    assert talk.status == 0
    assert "Give a number from 1 to " in talk.said


@pytest.mark.process
@pytest.mark.skipif(os.name == "nt", reason="needs a pseudo-terminal")
def test_on_a_real_terminal_a_wrong_answer_is_explained_and_asked_again(root: Path) -> None:
    to_come = [
        ("full sentence [en]: ", ""), ("full sentence [en]: ", "It whistles."),
        ("others): ", ""), ("these?: ", "facts"), ("these?: ", "fact"), ("states it): ", ""),
        ("support? (Enter: no): ", ""), ("contradict? (Enter: no): ", ""),
        ("target? (Enter: no): ", ""), ("if it does? (Enter: no): ", ""),
        ("name, in en [It whistles]: ", ""), ("id [whistles]: ", ""), ("stop): ", ""),
    ]  # fmt: skip
    ours, theirs = os.openpty()
    environment = {**os.environ, "TERM": "dumb", "PYTHONPATH": str(Path(__file__).parents[2])}
    with subprocess.Popen(
        [sys.executable, "-c", PROGRAM],
        cwd=root, env=environment, stdin=theirs, stdout=theirs, stderr=theirs,
    ) as running:  # fmt: skip
        os.close(theirs)
        shown, since = b"", b""
        while select.select([ours], [], [], 300)[0]:
            try:
                part = os.read(ours, 65536)
            except OSError:  # Linux says so when the other end is closed
                break
            if not part:
                break
            shown, since = shown + part, since + part
            if to_come and since.endswith(to_come[0][0].encode()):
                since = b""
                os.write(ours, to_come.pop(0)[1].encode() + b"\r")
        else:
            # It waits for an answer to what nobody expected.
            running.kill()
        assert running.wait() == 0, shown.decode()
    assert to_come == []
    os.close(ours)
    assert "A claim needs a sentence" in shown.decode()
    assert "did you mean fact?" in shown.decode()
    assert (root / "claims/paths/whistles.md").is_file()


def test_of_evidence_it_is_asked_how_far_it_bears_and_what_its_source_is(answer: Answer) -> None:
    fact = ["It whistles.", "", "fact"]
    source = ["https://example.org/k", "Kettles", "", "2025", "", "report", "", "en"]
    passage = ["3", "kettles whistle", "", "", "", ""]
    step = ["build-cycle-paths", "It is loud.", "", "", "", "", ""]
    bears, kind = "How much does it bear", "Is it anything of this"
    talk = answer([*fact, *source, *passage, *step], to={bears: ["2", "0.4"], kind: ["both"]})
    assert talk.status == 0
    assert "That is no such number" in talk.said
    made = claim("whistles")
    assert made.supports[0].relevance == 0.4
    quality = KnowledgeBase.load(Path()).sources[made.passages[0].source].quality
    assert quality is not None
    assert (quality.peer_reviewed, quality.interested) == (True, True)


def test_of_a_copy_it_is_asked_where_the_publisher_has_it(answer: Answer) -> None:
    fact = ["It whistles.", "", "fact"]
    source = ["https://mirror.example/k", "Kettles", "", "2025", "", "report", "copy", "en"]
    passage = ["3", "kettles whistle", "", "", "", ""]
    step = ["build-cycle-paths", "It is loud.", "", "", "", "", ""]
    own = "The publisher’s own page"
    talk = answer(
        [*fact, *source, *passage, *step],
        to={own: ["example.org", "https://example.org/kettles"]},
    )
    assert talk.status == 0
    assert "expected a web address" in talk.said
    made = KnowledgeBase.load(Path()).sources[claim("whistles").passages[0].source]
    assert (made.url, made.seen_at) == ("https://example.org/kettles", "https://mirror.example/k")


def test_of_what_somebody_says_it_is_not_asked_how_far_it_bears(answer: Answer) -> None:
    talk = answer(
        ["It whistles.", "", "value", "", "build-cycle-paths", "It is.", "", "", "", "", ""]
    )
    assert talk.status == 0
    assert not any(each.startswith("How much does it bear") for each in talk.questions)


def test_an_id_of_figures_is_no_number_of_what_is_offered(answer: Answer, root: Path) -> None:
    text = (root / "claims/paths/build-cycle-paths.md").read_text("utf-8")
    other = text.replace("build cycle paths.", "be quiet.").replace("raises: ", "specifies: ")
    (root / "claims/paths/2019.md").write_text(other, "utf-8")
    talk = answer(["It whistles.", "", "value", "", "paths", "2019", "It is.", "", "", "", "", ""])
    assert talk.status == 0
    assert [each.claim for each in claim("whistles").supports] == ["2019"]
