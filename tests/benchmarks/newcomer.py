"""`python -m tests.benchmarks.newcomer`: what it costs to argue a text of 3,000 words in 40 claims.

A scripted newcomer does so three times in reading order: as it goes by `betoog new`, `link` and
edits by hand alone; with what spares them (`--quote`, `--supported-by`, and `link` and `verify`
that amend what is there); and in a spreadsheet that `betoog import` brings in, of which all is
typed except what is quoted. What stands in the records afterwards is the same.
"""

import argparse
import contextlib
import csv
import io
import re
import tempfile
from collections.abc import Callable
from dataclasses import dataclass, fields
from itertools import pairwise
from pathlib import Path

import pytest

from graph.cli import main as betoog

GROUPS = 8
_PLACES = "Alder Birch Cedar Elm Fir Hazel Linden Maple Oak Pine Rowan Willow".split()
_TRADES = "miller baker smith weaver cooper mason tanner dyer".split()
_DOES = "grinds bakes forges weaves hoops builds tans dyes".split()
_WORKS = (
    "opens the shop before the bells ring and closes it when the last cart has left the square",
    "keeps a book of what was promised and reads from it aloud on the first day of every month",
    "takes two apprentices at a time and lets neither of them go before the other has learnt all",
    "asks the same price of strangers as of neighbours and hangs it on a board beside the door",
    "lends out tools in winter and has them brought back clean before the thaw sets in",
)
TITLE = "On the trades of a town"
FIRST = "The town should let its trades keep their own rules."


def sentences(paragraph: int) -> list[str]:
    """The sentences of a made paragraph, every one of them unlike any other."""
    place = _PLACES[paragraph % len(_PLACES)]
    return [
        f"In {place} street number {paragraph + 1}{number} the {_TRADES[(paragraph + number) % 8]} "
        f"{_WORKS[(paragraph + number) % len(_WORKS)]}."
        for number in range(5)
    ]


def made_text() -> str:
    """The text: a headline, a heading above every fifth paragraph, and paragraphs."""
    blocks = [TITLE]
    for paragraph in range(26):
        blocks += [f"Of street {paragraph}"] if paragraph % 5 == 0 else []
        blocks.append(" ".join(sentences(paragraph)))
    return "\n\n".join(blocks) + "\n"


@dataclass
class Cost:
    """What a way of working took."""

    calls: int = 0
    refusals: int = 0
    edits_by_hand: int = 0
    second_passes: int = 0
    passages_looked_up: int = 0
    characters_typed: int = 0
    of_claims_and_reasons: int = 0
    characters_pasted: int = 0


class Newcomer:
    """Somebody who argues the text: in groups of two premises, a conclusion, an objection to that
    and, in all groups but one, to its step."""

    def __init__(self, spared: bool) -> None:
        self.spared = spared
        self.cost = Cost()
        self.read = 0

    def says(self, *words: str, pasted: str = "") -> None:
        """One call, which may be refused."""
        self.cost.calls += 1
        typed = " ".join(("betoog", *(f"'{word}'" if " " in word else word for word in words)))
        self.cost.characters_typed += len(typed) - len(pasted)
        self.cost.characters_pasted += len(pasted)
        before = ("new", "--because")
        own = (word for above, word in pairwise(words) if above in before and word != pasted)
        self.cost.of_claims_and_reasons += sum(map(len, own))
        with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
            self.cost.refusals += betoog(words) == 2

    def writes(self, id_: str, find: str, put: str) -> None:
        """An edit by hand in the record of a claim."""
        path = Path(f"claims/town/{id_}.md")
        text = path.read_text("utf-8")
        assert find in text, (find, text)
        path.write_text(text.replace(find, put, 1), "utf-8")
        self.cost.edits_by_hand += 1
        self.cost.characters_typed += len(put) - len(find)

    def claims(self, id_: str, sentence: str, *links: str) -> None:
        """A claim that is read from the next sentences of the text."""
        paragraph, begin = divmod(self.read, 2)
        self.read += 1
        quoted = " ".join(sentences(paragraph)[2 * begin : 2 * begin + 2])
        who = ("--speaker", "writer") if self.read > 1 else ("--new-speaker", "Writer")
        where: tuple[str, ...] = ()
        passage: tuple[str, ...]
        if self.read == 1:
            where = ("--source", "https://example.org/town", "--title", TITLE)
            where += ("--author", "Writer, Ann", "--issued", "1790")
        elif not self.spared:
            where = ("--source", "writer-1790")
        if self.spared:
            passage, pasted = ("--quote", quoted), quoted
        else:
            # Who counts a heading as a paragraph is one too far.
            number = paragraph + 1 + (self.read % 7 == 0)
            words, pasted = quoted.rstrip(".").split(), ""
            passage = ("--paragraph", str(number), "--start", " ".join(words[:6]))
            passage += ("--end", " ".join(words[-5:]))
            self.cost.passages_looked_up += 1
        said = ("new", sentence, "--kind", "fact", "--id", id_, *links, *who, *where, *passage)
        self.says(*said, pasted=pasted)

    def steps(self, group: int) -> tuple[str, ...]:
        """The warrant of a group's step, as options."""
        return ("--because", f"What the {_TRADES[group]} keeps to, the trade keeps to.")

    def argues(self) -> None:
        """All forty claims, and what is to be done after them."""
        self.claims("rules-of-trades", FIRST)
        for group in range(GROUPS):
            one, two, conclusion = (f"{each}-{group}" for each in ("one", "two", "trade"))
            who, place = _TRADES[group], _PLACES[group]
            first = (one, f"What the {who} {_DOES[group]} is done so by all in {place} street.")
            second = (two, f"Whoever buys in {place} street can see how the {who} works.")
            third = (conclusion, f"The {who}s of {place} street rule their trade well.")
            bears = ("--supports", "rules-of-trades", "--because", f"The {who}s are typical.")
            if group % 2:
                self.claims(*first)
                self.claims(*second)
                spared = ("--supported-by", one, "--with", two, *self.steps(group))
                self.claims(*third, *bears, *(spared if self.spared else ()))
                if not self.spared:
                    self.cost.second_passes += 1
                    more = ("--with", two, *self.steps(group))
                    self.says("link", one, "supports", conclusion, *more)
            else:
                self.claims(*third, *bears)
                self.claims(*first, "--supports", conclusion, *self.steps(group))
                self.claims(*second)
                self.cost.second_passes += 1
                self.joins(one, conclusion, two)
            against = ("--contradicts", conclusion, "--because", "Who buys has no voice in it.")
            self.claims(f"but-{group}", f"No buyer is asked by the {who}s of {place}.", *against)
            if group:
                doubt = (
                    "--undercuts",
                    f"{one} -> {conclusion}",
                    "--because",
                    "A custom may lapse.",
                )
                self.claims(
                    f"yet-{group}", f"Young {who}s in {place} street keep no custom.", *doubt
                )
        self.finishes()
        self.says("check")

    def joins(self, one: str, conclusion: str, two: str) -> None:
        """A premise is added to a step that is there."""
        if self.spared:
            self.says("link", one, "supports", conclusion, "--with", two)
        else:
            there = f"  - claim: {conclusion}\n"
            self.writes(one, there, f"{there}    with: [{two}]\n")

    def finishes(self) -> None:
        """What is to be done once all claims are there."""
        self.says("verify", "--texts", "../texts", "--update")
        if not self.spared:
            self.renumbers()
            self.says("verify", "--texts", "../texts", "--update")
            self.says("fmt")

    def renumbers(self) -> None:
        """Puts right by hand what was counted wrongly, as `verify` told."""
        said = io.StringIO()
        with contextlib.redirect_stdout(said):
            betoog(["verify", "--texts", "../texts"])
        found = re.findall(r"(\S+)\.md:.*: moved: .* in paragraph (\d+)", said.getvalue())
        for path, number in found:
            text = Path(f"{path}.md").read_text("utf-8")
            wrong = re.search(r"paragraph: \d+", text)
            assert wrong is not None
            self.cost.second_passes += 1
            self.writes(Path(path).name, wrong[0], f"paragraph: {number}")


COLUMNS = (
    "id", "claim.en", "kind", "speaker", "quote", "supports", "supports.with",
    "supports.because.en", "contradicts", "contradicts.because.en", "undercuts",
    "undercuts.because.en",
)  # fmt: skip


class InASpreadsheet(Newcomer):
    """Somebody who describes source and speaker with the first claim, and writes all others in a
    spreadsheet."""

    def __init__(self) -> None:
        super().__init__(spared=True)
        self.rows: dict[str, dict[str, str]] = {}

    def claims(self, id_: str, sentence: str, *links: str) -> None:
        """A claim in a row of its own, and what it does to others in the rows of these."""
        if not self.read:
            super().claims(id_, sentence, *links)
            return
        paragraph, begin = divmod(self.read, 2)
        self.read += 1
        quoted = " ".join(sentences(paragraph)[2 * begin : 2 * begin + 2])
        row = {"id": id_, "claim.en": sentence, "kind": "fact", "speaker": "writer"}
        own = self.rows[id_] = {**row, "quote": quoted}
        self.cost.characters_pasted += len(quoted)
        self.cost.of_claims_and_reasons += len(sentence)
        at, step = own, ""
        for option, said in zip(links[::2], links[1::2], strict=True):
            name = option.removeprefix("--")
            if name == "supported-by":
                self.cost.second_passes += 1
                at, step = self.rows[said], "supports"
                at[step] = id_
            elif name in ("with", "because"):
                self.cost.of_claims_and_reasons += len(said) if name == "because" else 0
                at[f"{step}.{name}" + (".en" if name == "because" else "")] = said
            else:
                at, step = own, name
                at[step] = said

    def joins(self, one: str, conclusion: str, two: str) -> None:
        """One more cell in the row of a premise."""
        assert self.rows[one]["supports"] == conclusion
        self.rows[one]["supports.with"] = two

    def finishes(self) -> None:
        """The spreadsheet is saved and brought in."""
        out = io.StringIO()
        writer = csv.DictWriter(out, COLUMNS, lineterminator="\n")
        writer.writeheader()
        writer.writerows(self.rows.values())
        Path("claims.csv").write_text(out.getvalue(), "utf-8")
        pasted = sum(len(each["quote"]) for each in self.rows.values())
        self.cost.characters_typed += len(out.getvalue()) - pasted
        self.says("import", "claims.csv")


def laid_out(folder: Path) -> Path:
    """An empty debate, and the text beside it."""
    (folder / "texts").mkdir()
    (folder / "texts" / "writer-1790.txt").write_text(made_text(), "utf-8")
    debate = folder / "own" / "claims" / "town"
    debate.mkdir(parents=True)
    question = "question: {en: Who should rule a trade?}\ntheses: [rules-of-trades]\n"
    heading = "title: {en: Trades}\nlanguages: [en]\nsource: writer-1790\n"
    (debate / "debate.yaml").write_text(heading + question, "utf-8")
    return folder / "own"


def worked(newcomer: Newcomer, look: Callable[[Path], None] = lambda _: None) -> Cost:
    """What one way of working takes."""
    with tempfile.TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patch:
        patch.chdir(laid_out(Path(folder)))
        if newcomer.spared:
            # Said once, for all commands.
            patch.setenv("BETOOG_TEXTS", "../texts")
        newcomer.argues()
        look(Path())
    return newcomer.cost


def main() -> None:
    """Print what each way of working takes."""
    argparse.ArgumentParser(description=__doc__).parse_args()
    costs = [worked(each) for each in (Newcomer(False), Newcomer(True), InASpreadsheet())]
    heads = "".join(f"{each:>14}" for each in ("by hand", "one by one", "in a sheet"))
    print(f"{len(made_text().split()):,} words, 40 claims{'':8}{heads}")
    for each in fields(Cost):
        row = "".join(f"{getattr(cost, each.name):14,}" for cost in costs)
        print(f"{each.name.replace('_', ' '):28}{row}")


if __name__ == "__main__":
    main()
