"""What was read around a claim is looked at again only where its region is another: nothing is
missed by that."""

import os
import random
import re
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest

from graph.base import KnowledgeBase
from graph.base.followed import Followed
from graph.base.read_fingerprints import ReadFingerprints
from graph.base.reads import Read, noting
from graph.pages.bundled import TEMPLATES
from graph.pages.frame import Settings
from graph.pages.making import Making
from graph.pages.site import Site
from tests.benchmarks.argument import write_argument

EDITS = int(os.environ.get("BETOOG_REGION_EDITS", "16"))
SEED = int(os.environ.get("BETOOG_SEED", "3"))
_OF_THE_PROGRAM = ("rules", "schema", "templates")
_NEW = "---\nclaim: {{en: New {n}., nl: Nieuw {n}.}}\nkind: fact\nimplicit: true\n{more}---\n"


class Edits:
    """Edits of several debates, some of which make regions one or leave them apart."""

    def __init__(self, root: Path) -> None:
        self._claims, self._random, self.number = root / "claims", random.Random(SEED), 0

    def next(self) -> str:
        """Make an edit; what was done."""
        self.number += 1
        kinds: tuple[Callable[[], str], ...] = (
            self._add, self._add_alone, self._delete, self._join, self._name_what_is_to_come,
            self._move, self._rename, self._reword, self._support,
        )  # fmt: skip
        work = kinds[(self.number - 1) % len(kinds)]
        return f"{self.number}: {work.__name__} {work()}"

    def _some(self) -> Path:
        found = self._claims.glob("debate-*/**/*.md")
        return self._random.choice(sorted(each for each in found if each.name.count(".") == 1))

    def _with(self, place: Path, row: str) -> str:
        text = place.read_text("utf-8")
        field = row.partition(":")[0]
        text = re.sub(rf"\n{field}:( .*|(\n  .*)+)", "", text)
        place.write_text(text.replace("\n---\n", f"\n{row}\n---\n", 1), "utf-8")
        return f"{place.stem} {row}"

    def _add(self, more: str = "") -> str:
        place = self._some().with_name(f"new-{self.number}.md")
        place.write_text(_NEW.format(n=self.number, more=more), "utf-8")
        return place.stem

    def _add_alone(self) -> str:
        place = self._claims / "apart" / f"new-{self.number}.md"
        place.parent.mkdir(exist_ok=True)
        place.write_text(_NEW.format(n=self.number, more=""), "utf-8")
        return place.stem

    def _support(self) -> str:
        return self._add(f"supports: [{{claim: {self._some().stem}}}]\n")

    def _delete(self) -> str:
        place = self._some()
        place.unlink()
        return place.stem

    def _join(self) -> str:
        field = self._random.choice(("specifies", "raises", "answers"))
        return self._with(self._some(), f"{field}: [{self._some().stem}]")

    def _name_what_is_to_come(self) -> str:
        """A claim is named that comes with the next edits but one or two."""
        return self._with(self._some(), f"supports: [{{claim: new-{self.number + 4}}}]")

    def _move(self) -> str:
        place, beside = self._some(), self._some()
        place.rename(beside.with_name(place.name))
        return f"{place.stem} to {beside.stem}"

    def _rename(self) -> str:
        place = self._some()
        self._with(place, f"aliases: [{place.stem}]")
        place.rename(place.with_name(f"renamed-{self.number}.md"))
        return place.stem

    def _reword(self) -> str:
        place = self._some()
        text = place.read_text("utf-8")
        place.write_text(re.sub(r"\ben: (\w)", rf"en: N{self.number} \1", text), "utf-8")
        return place.stem


def now(root: Path) -> tuple[Site, ReadFingerprints]:
    kb = KnowledgeBase.load(root).addressable
    site = Site(Followed(kb), Settings((TEMPLATES,), site_url="https://example.org/"))
    return site, site.fingerprints(kb)


def read_for(site: Site) -> list[Read]:
    """What is read for all files of a site."""
    found: set[Read] = set()
    for file in Making(site).files():
        if file.file.removeprefix("nl/").partition("/")[0] not in _OF_THE_PROGRAM:
            with noting() as reads, suppress(Exception):
                file.content()
            found |= reads
    return sorted(found)


@pytest.mark.long
def test_what_changed_is_found_without_a_look_at_regions_that_are_as_they_were(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Of a large argument a claim more does not change how much is worked out for each.
    monkeypatch.setattr("graph.base.knowledge_base._WORK", 0)
    write_argument(tmp_path, 40, 10)
    site, before = now(tmp_path)
    reads, edits, spared = read_for(site), Edits(tmp_path), 0
    told = [before(each) for each in reads]
    for _ in range(EDITS):
        done = edits.next()
        (_, after), (_, thorough) = now(tmp_path), now(tmp_path)
        found = list(after.changed(reads, told, before.regions))
        missed = set(thorough.changed(reads, told, [])) - set(found)
        assert [reads[each] for each in sorted(missed)] == [], done
        spared += bool(set(before.regions) & set(after.regions))
        before, told = thorough, [thorough(each) for each in reads]
    assert spared > EDITS // 3
