"""What people do to a knowledge base while they look at it, drawn at random."""

import random
import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

from graph.store.tree import read_tree
from tests.serving.project import CONFIGURATION, write

_CLAIM = """\
---
claim: {{en: {en}., nl: {nl}.}}
kind: {kind}
implicit: true
---
"""
_DEBATE = """\
title: {{en: Money {n}, nl: Geld {n}}}
question: {{en: Is there enough money?, nl: Is er geld genoeg?}}
theses: [money-{n}-is-short]
"""
_SHORT = """\
---
claim: {{en: There is too little money., nl: Er is te weinig geld.}}
kind: fact
implicit: true
---
"""
_LINK = "  - {{claim: {target}, because: {{en: So {n} it is., nl: Zo is het {n}.}}}}\n"

_FIELDS = (
    ("label", "{{en: Word {n}, nl: Woord {n}}}"), ("label", "{{nl: Woord {n}}}"),
    ("kind", "value"), ("kind", "prediction"), ("kind", "question"), ("speaker", "ada-bron"),
    ("stance", "disputes"), ("certainty", "possible"), ("topics", "[topic {n}, rain]"),
    ("keywords", "{{en: [word {n}]}}"), ("keywords", "{{nl: [woord {n}]}}"),
    ("specifies", "[{target}]"), ("raises", "[who-rides-in-the-rain]"), ("answers", "[{target}]"),
    ("outcome", "{{state: partly, on: 2026-01-02, because: {{en: So {n}., nl: Zo {n}.}}}}"),
)  # fmt: skip


class Edits:
    """Edits of the files below a root, each by its name.

    What is served of a broken record is its last good version, so `sound` is a second root in
    which all is the same but for those.
    """

    def __init__(self, seed: int, root: Path, sound: Path) -> None:
        self._random = random.Random(seed)
        self._root, self._sound = root, sound
        self._number = 0
        shutil.copytree(root, sound)

    def next(self, in_turn: bool = False) -> str:
        """Make an edit, of any kind or of each kind in its turn; what was done."""
        work = _IN_TURN[self._number % len(_IN_TURN)] if in_turn else self._random.choice(_ALL)
        return self._make(work)

    def one_of_each(self) -> Iterator[str]:
        """Make an edit of every kind in an order that is drawn; what was done."""
        kinds = list(dict.fromkeys(_ALL))
        self._random.shuffle(kinds)
        # There is nothing to mend before something was broken.
        kinds.remove(Edits._mend)
        kinds.insert(self._random.randint(kinds.index(Edits._break) + 1, len(kinds)), Edits._mend)
        yield from map(self._make, kinds)

    def _make(self, work: "Callable[[Edits], str]") -> str:
        self._number += 1
        done = work(self)
        self._follow()
        return f"{self._number}: {work.__name__.strip('_')} {done}"

    def _follow(self) -> None:
        """Make the second root what is served of the first: of a record that is broken now, the
        version that was good before, if there was one."""
        before = read_tree(self._sound)
        now = read_tree(self._root)
        kept = {
            path: before.by_path[path].text
            for path in now.broken_paths - before.broken_paths
            if path in before.by_path
        }
        shutil.rmtree(self._sound)
        shutil.copytree(self._root, self._sound)
        for path, text in kept.items():
            write(self._sound, path, text)

    def _claims(self) -> list[Path]:
        found = (self._root / "claims" / "paths").glob("*.md")
        return sorted(each for each in found if each.name.count(".") == 1)

    def _some(self) -> Path:
        return self._random.choice(self._claims())

    def _text(self, place: Path, change: Callable[[str], str]) -> str:
        path = place.relative_to(self._root).as_posix()
        write(self._root, path, change(place.read_text("utf-8")))
        return path

    def _reword(self) -> str:
        return self._text(
            self._some(),
            lambda text: re.sub(r"\ben: (\w)", rf"en: N{self._number} \1", text, count=1),
        )

    def _translate(self) -> str:
        """The Dutch words of a claim or of a step are others, or go."""
        words = self._random.choice((rf", nl: N{self._number} \1\2", r"\2"))
        return self._text(
            self._some(), lambda text: re.sub(r", nl: ([^}]*)(\}|$)", words, text, count=1)
        )

    def _field(self) -> str:
        """One field of a claim becomes another, or goes."""
        field, value = self._random.choice(_FIELDS)
        row = value.format(n=self._number, target=self._some().stem)
        row = "" if self._random.random() < 0.2 else f"{field}: {row}\n"
        return f"{field} " + self._text(
            self._some(),
            lambda text: re.sub(rf"\n{field}: .*", "", text).replace("\n---\n", f"\n{row}---\n", 1),
        )

    def _annotate(self) -> str:
        return self._text(self._some(), lambda text: f"{text}\nNote {self._number}: *see* below.\n")

    def _link(self) -> str:
        target, n = self._some().stem, self._number
        field = self._random.choice(("supports", "contradicts"))
        row = _LINK.format(target=target, n=n)
        return f"{field} {target} " + self._text(
            self._some(),
            lambda text: (
                re.sub(rf"\n{field}:\n", f"\n{field}:\n{row}", text, count=1)
                if f"\n{field}:\n" in text
                else text.replace("\n---\n", f"\n{field}:\n{row}---\n", 1)
            ),
        )

    def _unlink(self) -> str:
        return self._text(
            self._some(),
            lambda text: re.sub(r"\n(supports|contradicts|undercuts):\n( .*\n)+", "\n", text),
        )

    def _rename(self) -> str:
        place = self._some()
        fresh = place.with_name(f"renamed-{self._number}.md")
        text = place.read_text("utf-8")
        if self._random.random() < 0.6:
            text = re.sub(r"\naliases: .*", "", text).replace(
                "\n---\n", f"\naliases: [{place.stem}]\n---\n", 1
            )
        place.unlink()
        write(self._root, f"claims/paths/{fresh.name}", text)
        return f"{place.stem} {fresh.stem}"

    def _delete(self) -> str:
        place = self._some()
        if len(self._claims()) > 4:
            place.unlink()
        return place.stem

    def _add(self) -> str:
        name = f"claim-{self._number}"
        kind = self._random.choice(("fact", "causal", "value", "prediction"))
        text = _CLAIM.format(en=f"Claim {self._number}", nl=f"Bewering {self._number}", kind=kind)
        write(self._root, f"claims/paths/{name}.md", text)
        return name

    def _break(self) -> str:
        wrong = self._random.choice(
            ("kind: [\n", "kind: x: y\n", "no-such-field: 1\n", "kind: odd\n")
        )
        return self._text(self._some(), lambda text: text.replace("---\n", f"---\n{wrong}", 1))

    def _mend(self) -> str:
        wrong = r"^(kind: \[|kind: x: y|no-such-field: 1|kind: odd)\n"
        broken = [
            each for each in self._claims() if re.search(wrong, each.read_text("utf-8"), re.M)
        ]
        for each in broken:
            self._text(each, lambda text: re.sub(wrong, "", text, flags=re.M))
        return " ".join(each.stem for each in broken)

    def _debate(self) -> str:
        theses = sorted(self._random.sample([each.stem for each in self._claims()], 2))
        title = f"Money {self._number}"
        themes = f"themes:\n  - {{id: money, title: {{en: {title}}}, roots: [{theses[0]}]}}\n"
        text = (
            "title: {en: Cycle paths, nl: Fietspaden}\n"
            "question: {en: Should we build cycle paths?, nl: Moeten we fietspaden aanleggen?}\n"
            f"theses: [{theses[1]}]\n"
        )
        write(self._root, "claims/paths/debate.yaml", text + self._random.choice((themes, "")))
        return theses[1]

    def _other_debate(self) -> str:
        """A debate beside the other comes, goes or gets another id."""
        folder = next((self._root / "claims").glob("money*"), None)
        name = f"money-{self._number}"
        if folder is None:
            write(self._root, f"claims/{name}/debate.yaml", _DEBATE.format(n=self._number))
            write(self._root, f"claims/{name}/{name}-is-short.md", _SHORT.format(n=self._number))
            return name
        if self._random.random() < 0.5:
            shutil.rmtree(folder)
            return f"{folder.name} gone"
        folder.rename(folder.with_name(name))
        return f"{folder.name} {name}"

    def _grades(self) -> str:
        """Sources count for something else, in all debates."""
        path = "claims/grounds.yaml"
        grade = self._random.choice((0.5, 0.6, 0.8))
        if (self._root / path).exists() and self._random.random() < 0.4:
            (self._root / path).unlink()
            return "as usual"
        write(self._root, path, f"primary: {grade}\ngranted: {grade / 2}\n")
        return str(grade)

    def _source(self) -> str:
        level = self._random.choice(("primary", "secondary"))
        return self._text(
            self._root / "claims/sources/essay.yaml",
            lambda text: re.sub(r"level: \w+", f"level: {level}", text),
        )

    def _template(self) -> str:
        name = self._random.choice(("unmade-by-hand.html", "main.html", "claims.html"))
        place = self._root / "templates" / name
        if place.exists():
            place.unlink()
            return f"{name} gone"
        title = (
            "{% block main %}<main><h1>{{ title }} N</h1>{% for page in pages %}<p>{{ page.title }}"
        )
        text = f'{{% extends "layout.html" %}}\n{title}{{% endfor %}}</main>{{% endblock %}}\n'
        if name == "claims.html":
            text = self._random.choice((text.replace("in pages", "in []"), "<p>\n{{ 1 / 0 }}"))
        write(self._root, f"templates/{name}", text.replace("N<", f"{self._number}<"))
        return name

    def _words(self) -> str:
        code = self._random.choice(("en", "nl", "fr"))
        path = f"languages/{code}.yaml"
        if (self._root / path).exists() and self._random.random() < 0.4:
            (self._root / path).unlink()
            return f"{code} gone"
        write(self._root, path, f"site: {{claims: Words {self._number}}}\n")
        return code

    def _page(self) -> str:
        name = self._random.choice(("about", "more", "about.nl", "extra", "extra.nl"))
        path = f"site/{name}.md"
        if (self._root / path).exists() and self._random.random() < 0.3:
            (self._root / path).unlink()
            return f"{path} gone"
        target = self._some().stem
        text = f"# {name} {self._number}\n\n[A](claims/{target}/index.html) and [B](more.md)\n"
        write(self._root, path, text)
        return path

    def _file(self) -> str:
        path = self._random.choice(
            ("site/dot.svg", "site/assets/css/own.css", "site/claims/index.html")
        )
        if (self._root / path).exists() and self._random.random() < 0.5:
            (self._root / path).unlink()
            return f"{path} gone"
        write(self._root, path, f"/* {self._number} */\n")
        return path

    def _configure(self) -> str:
        text = CONFIGURATION.replace("Paths", f"Paths {self._number}")
        if self._random.random() < 0.3:
            text = text.replace("site_url: https://example.org/kb/\n", "")
        if self._random.random() < 0.2:
            text = text.replace("search: false", "search: false, languages: [nl, en]")
        write(self._root, "mkdocs.yml", text)
        return ""

    def _cite(self) -> str:
        title = f"title: Paths {self._number}"
        text = f"cff-version: 1.2.0\nmessage: Cite us.\n{title}\nauthors: [{{name: Us}}]\n"
        write(self._root, "CITATION.cff", text)
        return ""


_RECORDS = (
    Edits._reword, Edits._annotate, Edits._link, Edits._unlink, Edits._rename, Edits._delete,
    Edits._add, Edits._break, Edits._mend, Edits._debate, Edits._other_debate, Edits._source,
    Edits._grades, Edits._translate, Edits._field, Edits._field,
)  # fmt: skip
_OTHERS = (
    Edits._template, Edits._words, Edits._page, Edits._file, Edits._configure, Edits._cite,
)  # fmt: skip
_ALL = (*_RECORDS, *_RECORDS, Edits._link, Edits._mend, *_OTHERS)
_IN_TURN = (
    Edits._reword, Edits._link, Edits._break, Edits._words, Edits._mend, Edits._rename,
    Edits._template, Edits._page, Edits._delete, Edits._configure, Edits._unlink,
)  # fmt: skip
