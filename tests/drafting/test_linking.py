import pytest

from graph.drafting.linking import with_link
from graph.store.amending import NotAmendableError

STEP = {"claim": "c", "because": {"en": "So it is."}}
LINE = "  - {claim: c, because: {en: So it is.}}\n"
HEAD = "---\n# at the head\nclaim: {en: A., nl: B.}  # odd layout\nkind:   fact\n"
SUPPORTS = "supports:\n  # first\n  - claim: b   # why not\n"
TOPICS = "# on topics\ntopics: [x]\n"
PATH = "claims/d/a.md"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (f"{HEAD}---\nNote.\n", f"{HEAD}supports:\n{LINE}---\nNote.\n"),
        (f"{HEAD}{SUPPORTS}{TOPICS}---\n", f"{HEAD}{SUPPORTS}{LINE}{TOPICS}---\n"),
        (
            f"{HEAD}# below\ntopics: [x]\n# at the foot\n---\n",
            f"{HEAD}supports:\n{LINE}# below\ntopics: [x]\n# at the foot\n---\n",
        ),
        (f"{HEAD}supports: []\n---\n", None),
        (f"{HEAD}supports: [{{claim: b}}]  # one\n---\n", None),
    ],
)  # fmt: skip
def test_a_link_joins_the_others_and_every_comment_stays(before: str, after: str | None) -> None:
    changed = with_link(PATH, before, "supports", STEP)
    if after is not None:
        assert changed == after
    assert LINE in changed
    assert changed.count("#") == before.count("#")


def test_a_record_with_faults_is_left_alone() -> None:
    with pytest.raises(NotAmendableError, match="faults"):
        with_link(PATH, "---\nkind: fact\n---\n", "supports", STEP)
    with pytest.raises(NotAmendableError):
        with_link(PATH, "no fences", "supports", STEP)
