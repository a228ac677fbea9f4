from pathlib import Path

import pytest

from graph.argument.evidence import analyses_article, evidence, issued_after
from graph.base import KnowledgeBase
from tests.small import lay_out

OTHERS = {
    "report": "type: report\ntitle: A report\n",
    "repeats": "type: webpage\ntitle: The essay once more\noriginal: essay\n",
}


def test_evidence_is_what_is_not_of_the_text_under_analysis(tmp_path: Path) -> None:
    root = lay_out(tmp_path)
    for name, text in OTHERS.items():
        (root / f"claims/sources/{name}.yaml").write_text(text, "utf-8")
    debate, claim = root / "claims/paths/debate.yaml", root / "claims/paths/cycling-keeps-fit.md"
    claim.write_text(
        claim.read_text("utf-8").replace(
            "passages:\n",
            "passages:\n"
            + "".join(f"  - {{source: {each}, start: a b c}}\n" for each in (*OTHERS, "gone")),
        ),
        "utf-8",
    )
    assert evidence(KnowledgeBase.load(root), "cycling-keeps-fit") == (0, 1, 3)
    debate.write_text(debate.read_text("utf-8") + "source: essay\n", "utf-8")
    assert evidence(KnowledgeBase.load(root), "cycling-keeps-fit") == (0,)


@pytest.mark.parametrize(
    ("own", "text", "after"),
    [
        ("2021-03-01", "2020", True),
        ("2020-03-01", "2020", None),
        ("2020-03", "2020-01-31", True),
        ("2019", "2020-01-31", False),
        ("2020-01-30", "2020-01-31", False),
        ("", "2020", None),
        ("2020", "", None),
    ],
)
def test_a_source_is_later_or_earlier_than_the_text_as_far_as_the_dates_tell(
    tmp_path: Path, own: str, text: str, after: bool | None
) -> None:
    root = lay_out(tmp_path)
    for name, issued in (("report", own), ("text", text)):
        dated = f"issued: '{issued}'\n" if issued else ""
        record = f"type: article-magazine\ntitle: A {name}\n{dated}"
        (root / f"claims/sources/{name}.yaml").write_text(record, "utf-8")
    debate = root / "claims/paths/debate.yaml"
    kb = KnowledgeBase.load(root)
    assert issued_after(kb, "cycling-keeps-fit", "report") is None
    assert not analyses_article(kb, "cycling-keeps-fit")
    debate.write_text(debate.read_text("utf-8") + "source: text\n", "utf-8")
    kb = KnowledgeBase.load(root)
    assert issued_after(kb, "cycling-keeps-fit", "report") is after
    assert analyses_article(kb, "cycling-keeps-fit")
