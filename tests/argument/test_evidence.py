from pathlib import Path

from graph.argument.evidence import evidence
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
