from pathlib import Path

import pytest

from graph.base import KnowledgeBase
from graph.check import check
from graph.passages import PassageVerifier, locate
from graph.passages import verify as verifying
from tests.small import lay_out

NOWHERE = PassageVerifier.MOST_LIKEST + 15


def test_likest_words_are_not_looked_for_without_end(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = lay_out(tmp_path)
    source = root / "claims/sources/essay.yaml"
    source.write_text(f"{source.read_text('utf-8')}text: essay.txt\nlicence: CC0\n", "utf-8")
    (root / "claims/sources/essay.txt").write_text("Title\n\nSome words of a text.\n", "utf-8")
    passages = "".join(
        f"  - {{source: essay, paragraph: 1, start: nothing {n}, end: like it}}\n"
        for n in range(NOWHERE)
    )
    (root / "claims/paths/many.md").write_text(
        f"---\nclaim: {{en: Many., nl: Veel.}}\nkind: fact\npassages:\n{passages}---\n", "utf-8"
    )
    asked: list[bool] = []

    def counted(*given: object) -> object:
        asked.append(bool(given[-1]))
        return locate(*given)  # type: ignore[arg-type]

    monkeypatch.setattr(verifying, "locate", counted)
    found = [each for each in check(KnowledgeBase.load(root)) if each.code == "P404"]

    assert len([each for each in found if each.path.endswith("many.md")]) == NOWHERE
    assert asked.count(True) == PassageVerifier.MOST_LIKEST
