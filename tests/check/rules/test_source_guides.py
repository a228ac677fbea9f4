import time
from functools import partial
from pathlib import Path

import pytest

from graph.base import KnowledgeBase
from graph.check import check
from graph.passages import Comparing, Missing, PassageVerifier, locate, paragraphs_of
from graph.passages import verify as verifying
from graph.passages.similar import steps_of
from tests.small import lay_out

NOWHERE = PassageVerifier.MOST_LIKEST + 15


def test_long_passages_that_are_nowhere_keep_no_check_busy(tmp_path: Path) -> None:
    long = "\n".join(
        f"  - {{source: essay, paragraph: 1, start: {'a b ' * 450}{n}, end: {'b a ' * 450}{n}}}"
        for n in range(25)
    )
    begun = time.process_time()
    found = nowhere(tmp_path, "a b " * 8_000, long)
    assert time.process_time() - begun < 5
    assert len(found) == 25
    assert all("no words like them were looked for" in each for each in found)


@pytest.mark.parametrize(
    ("share", "told"), [(5, [True] * 5), (2, [True, True, False, False, False])]
)
def test_what_is_compared_is_bounded_for_all_sources_together(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, share: int, told: list[bool]
) -> None:
    text = "Some words of a text.\n"
    steps = 2 * steps_of("unlike any", paragraphs_of(f"Title\n\n{text}").caseless)
    monkeypatch.setattr("graph.passages.Comparing", partial(Comparing, share * steps))
    passages = "  - {source: essay, paragraph: 1, start: unlike any, end: unlike any}\n" * 5
    found = nowhere(tmp_path, text, passages)
    assert ["nor are words like them" in each for each in found] == told


def nowhere(tmp_path: Path, text: str, passages: str) -> list[str]:
    """What is found wrong with passages of a claim in a text that is published."""
    root = lay_out(tmp_path)
    source = root / "claims/sources/essay.yaml"
    source.write_text(f"{source.read_text('utf-8')}text: essay.txt\nlicence: CC0\n", "utf-8")
    (root / "claims/sources/essay.txt").write_text(f"Title\n\n{text}", "utf-8")
    (root / "claims/paths/cycling-keeps-fit.md").unlink()
    (root / "claims/paths/many.md").write_text(
        f"---\nclaim: {{en: Many., nl: Veel.}}\nkind: fact\npassages:\n{passages}\n---\n", "utf-8"
    )
    kb = KnowledgeBase.load(root)
    return [e.message for e in check(kb) if e.code == "P404" and e.path.endswith("many.md")]


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
        place = locate(*given)  # type: ignore[arg-type]
        asked.append(place == Missing())
        return place

    monkeypatch.setattr(verifying, "locate", counted)
    found = [each for each in check(KnowledgeBase.load(root)) if each.code == "P404"]

    assert len([each for each in found if each.path.endswith("many.md")]) == NOWHERE
    assert asked.count(True) == PassageVerifier.MOST_LIKEST
