"""Whole knowledge bases of hard values, as the files that somebody could write.

Each value is odd and could stand in a record: texts that are alive in one format or another, names
that programs keep for themselves, dates at the ends of calendars, links in every knot.
"""

import json
from collections.abc import Sequence
from typing import Any

from hypothesis import strategies as st

from graph.records import Bears, Certainty, Kind, Level, SourceType, Stance, State
from graph.store.schemes import schemes

PIXEL = (
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk"
    "+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)
PIECES = (
    # HTML and SVG
    "<hostile onerror=alert(1)>", "'\"><hostile>", "</script>", "</title>", "</textarea>", "<!--",
    "-->", "]]>", "<![CDATA[", "<?xml", "&amp;", "&#0;", "&#x202e;", "&bogus;", "&", "<", ">", '"',
    "'", "<svg/onload=alert(1)>", "javascript:alert(1)",
    # Markdown
    "**bold**", "*", "_a_", "`code`", "``", "```", "~~~", "[a](b)", "[a](javascript:alert(1))",
    "![p](q.png)", "[a]: b", "[^1]", "[TOC]", "# One", "| a | b |", "- [ ] x", "!!! note", "\\",
    "\\\\", "\\*", "1. a", "<https://example.org>", "https://example.org/a_(b)?c=d&e=f#g",
    "a@example.org", "@octocat", "#1", "---", "===", "***",
    # Mermaid
    '"]', "n1[\"\"]", "end", "graph TD", "%%{init: {}}%%", "-->|x|", ":::x", "subgraph", "click n1",
    # LaTeX and BibTeX
    "$x^2$", "\\input{x}", "{", "}", "}}{{", ":-}", "@article{x,", "~", "^", "_", "%", "\\end{x}",
    # Templates and formats
    "{{ 7*7 }}", "{% if %}", "{#", "{0}", "{n}", "{n:>2000000000}", "{a.b[c]}", "%s", "%(x)s",
    "${x}", "$&", "#{x}", "%00", "%zz", "\\u0000", "\\x00",
    # YAML and JSON
    "key: value", "- a", "? a", "null", "~", "true", "no", "NaN", "1e999", "0x1F", "1_000", "&a",
    "*a", "!!int 1", "<<", "[]", "{}", "# a", "%YAML", "...", "2025-02-30", "12:30:45",
    # Programs
    "__proto__", "constructor", "toString", "hasOwnProperty", "undefined", "None", "../..", "C:\\",
    "//example.org", "; rm -rf /", "`id`", "-rf", "--help", "=1+1", "\\n", "con -> top", "a -> b",
    # Letters and what are none
    "العربية", "עברית", "שלום: 1 < 2", "e\u0301", "Z\u0351\u0321\u0353a\u0343\u0331l", "\u0301",
    "👩\u200d👩\u200d👧", "🏳\ufe0f\u200d🌈", "🇳🇱", "漢字かな交じり文", "नमस्ते", "ไทยไม่มีช่องว่าง", "ﬁ",
    "ß", "İı", "ǅ", "½", "①", "٣", "\u00ad", "\u200b", "\u200d", "\u200e", "\u2060", "\u00a0",
    "\u3000", "\u2028", "\x85", "\ufffc", "\ufffd", "\ue000", "\U000e0041", "\U0001f9ff",
    "…", "“”", "’", "(*)", "🚌 > 🚗", "·", ".", "?!", "w" * 70, "漢" * 300, "a\u0301" * 40,
)  # fmt: skip
"""What may stand in a text, each of which means something to somebody."""

IDS = (
    "top", "fit", "a", "b", "a-b", "b-c", "a-b-c", "c", "0", "007", "1e5", "null", "true", "no",
    "index", "map", "en", "nl", "de", "ar", "add", "search", "assets", "pagefind", "404", "claims",
    "sources", "speakers", "debates", "themes", "rules", "share", "robots", "sitemap", "schema",
    "constructor", "proto", "tostring", "valueof", "length", "claim", "link", "supports", "end",
    "graph", "default", "und", "x" * 100, "x-" * 40 + "x", "com-1", "lists", "topic", "theme",
    "method", "trace", "changes", "frameworks", "records", "of", "by", "und-en",
)  # fmt: skip
"""Ids that are also names of something else, or long."""

LANGUAGES = (
    "en", "nl", "de", "ar", "he", "fa", "und", "mul", "zxx", "li", "gos", "vls", "grc", "tlh",
    "zh", "zh-Hant-TW", "sr-Latn", "en-GB", "en-GB-oed", "nl-BE", "nl-be", "de-DE-1996", "xx",
    "zzz", "qaa", "jp", "dk", "en-XX9", "pt-BR", "no", "nb", "iw", "sh", "cmn",
)  # fmt: skip
"""Codes of languages, known to all, to some or to nobody."""

DATES = (
    "2025", "2025-01", "2025-01-31", "0001", "0001-01-01", "9999-12-31", "1582-10-10", "2024-02-29",
    "1000", "9999", "0999-12", "1900-02-28", "0000", "0000-05", "2025-02-29", "2025-04-31",
    "1900-02-29",
)  # fmt: skip
"""Days, months and years at the ends of calendars; the last are in none."""

URLS = (
    "https://example.org/a_(b)?c=d&e=f#g", "https://example.org/#:~:text=a,b", "http://[::1]/",
    "http://[::1", "https://例え.jp/ü?é", "https://e.org/%", "https://e.org/%zz", "https://e.org:99999/",
    "https://e.org:x/", "https://e.org/{a}\\", "https://u:p@e.org/", "https://@e.org/", "https://",
    "https://.", "https://e.org/'`$x^2$~_", "https://e.org/" + "," * 300, "http://e.org/\u202e",
    "https://e.org/])(", "https://doi.org/10.1/x", "https://xn--a.org/", "https://e.org/#a#b",
    "https://%41.org/", "https://e.org?", "https:///a", "https://e.org/]]>", "https://e.org/&amp;'",
)  # fmt: skip

DOIS = (
    "10.1000/182", "https://doi.org/10.1000/182", "doi: 10.1000/<x>", "10.1002/(SICI)1:3<1::A>2",
    "{", "10.1/a b", "%", "https://doi.org/", "10.1/é}",
)  # fmt: skip

LICENCES = ("CC-BY-4.0", "https://creativecommons.org/licenses/by/4.0/", "MIT", "our own")

NOTES = (
    "# A heading\n\n###### A deep one\n\nText\n===", f"![p](data:image/png;base64,{PIXEL})",
    "| a | b |\n|---|---|\n| <b> | `|` |", "```mermaid\ngraph TD\n  a-->b\n```",
    "```\nnever closed",
    "<div><hostile onerror=alert(1)>\n\n</div></div></main>", "> a\n>> b\n\n- c\n  - d\n\n1. e",
    "<a href=javascript:alert(1) id=text>x</a>", "[x][y]\n\n[y]: javascript:alert(1)",
    "---\nclaim: {en: x}\n---", "[" * 200, "*" * 200 + "a", "> " * 60 + "a", "- " * 60 + "a",
    "<!-- made: example -->", "{{ 7*7 }} {% include 'x' %}", "a\n\n\n\n    code\n\tcode", "\\[x\\]",
    "[here](claims/top/ \"t\") [there](../x.md#claim-top) <top> [^1]\n\n[^1]: note", "<h1>One</h1>",
    "<table><tr><td>", "line  \nbreak\\\nhere", "&#0;&#xD800;&#x110000;", "<style>*{}</style>",
)  # fmt: skip
"""What may stand below a claim, where Markdown is read."""

LINKS = ("b", "note", "q.png", "top", "claims/top/", "../x.md#claim-top")
"""Where Markdown of these would lead, which is the business of whoever writes it."""

texts = st.one_of(
    st.sampled_from(PIECES),
    st.lists(
        st.sampled_from(PIECES)
        | st.sampled_from(("a", "The", "costs", "too much", "more than 1,000"))
        | st.text(st.characters(exclude_categories=["Cc", "Cs"]), max_size=5),
        min_size=1,
        max_size=4,
    ).map(" ".join),
    st.lists(st.sampled_from(PIECES), min_size=1, max_size=4).map("".join),
    st.sampled_from(("A claim.", "Why?", "It rains.", "Word " * 120)),
).filter(str.split)
"""Texts of one line, of hard pieces and of ordinary words."""

_ALIASES = st.lists(st.sampled_from(IDS), max_size=2, unique=True)

notes = st.lists(st.sampled_from(NOTES) | texts, max_size=3).map("\n\n".join)


def _rarely(draw: st.DrawFn, often: float = 0.3) -> bool:
    return draw(st.floats(0, 1)) < often


def _list(draw: st.DrawFn, of: Sequence[Any], most: int = 2) -> list[Any]:
    return draw(st.lists(st.sampled_from(of), max_size=most, unique=True)) if of else []


class _Draft:
    """A knowledge base that is being made up."""

    def __init__(self, draw: st.DrawFn) -> None:
        self.draw = draw
        self.files: dict[str, Any] = {}
        self.notes: dict[str, str] = {}
        self.languages = draw(
            st.lists(st.sampled_from(("en", "nl")) | st.sampled_from(LANGUAGES), max_size=3)
        )
        debates = self._ids(1, 2, {"sources", "speakers"})
        self.claims = self._ids(2, 6)
        self.home = {claim: draw(st.sampled_from(debates)) for claim in self.claims[1:]}
        # Every debate has a claim for a thesis.
        self.home |= dict(zip(self.claims, debates, strict=False))
        self.sources = self._ids(0, 2)
        self.speakers = self._ids(0, 2)
        self.links: list[str] = []
        self._sources()
        for each in self.speakers:
            self.files[f"claims/speakers/{each}.yaml"] = self._speaker()
        for index, claim in enumerate(self.claims):
            path = f"claims/{self.home[claim]}/{claim}.md"
            self.files[path] = self._claim(index)
            self.notes[path] = draw(notes) if _rarely(draw, 0.5) else ""
        for debate in debates:
            self.files[f"claims/{debate}/debate.yaml"] = self._debate(debate)
        if _rarely(draw, 0.1):
            self.files["claims/grounds.yaml"] = draw(
                st.fixed_dictionaries({"granted": st.sampled_from((0, 0.3, 0.5, 1))})
            )

    def _ids(self, least: int, most: int, taken: set[str] | None = None) -> list[str]:
        each = st.sampled_from(IDS).filter(lambda id_: id_ not in (taken or ()))
        return self.draw(st.lists(each, min_size=least, max_size=most, unique=True))

    def _some(self, **fields: st.SearchStrategy[Any]) -> dict[str, Any]:
        """Some of these fields."""
        often = 0.35
        return {
            name.replace("_", "-") if name == "container_title" else name: self.draw(strategy)
            for name, strategy in fields.items()
            if _rarely(self.draw, often)
        }

    def _localized(self) -> st.SearchStrategy[dict[str, str]]:
        common = st.sampled_from((*self.languages, "en", "nl"))
        return st.dictionaries(common | st.sampled_from(LANGUAGES), texts, min_size=1, max_size=3)

    def _debate(self, debate: str) -> dict[str, Any]:
        own = [claim for claim in self.claims if self.home[claim] == debate]
        if _rarely(self.draw):
            # A debate may be about the claims of another one.
            own += [claim for claim in self.claims if claim not in own]
        themes = [
            {
                "id": id_,
                "title": self.draw(self._localized()),
                "roots": _list(self.draw, own) or own[:1],
                **self._some(
                    question=self._localized(), summary=self._localized(), aliases=_ALIASES
                ),
            }
            for id_ in self._ids(0, 3, {"map"})
        ]
        languages = {"languages": self.languages} if self.languages else {}
        source = {"source": self.sources} if self.sources and _rarely(self.draw) else {}
        return {
            "title": self.draw(self._localized()),
            "question": self.draw(self._localized()),
            "theses": _list(self.draw, own) or ([] if _rarely(self.draw, 0.2) else own[:1]),
            "themes": themes,
            **languages,
            **source,
            **self._some(
                summary=self._localized(),
                findings=st.lists(self._finding(), max_size=3),
                editors=st.lists(texts, max_size=2),
                aliases=_ALIASES,
            ),
        }

    def _finding(self) -> st.SearchStrategy[dict[str, Any]]:
        borne = st.lists(st.sampled_from(self.claims), min_size=1, max_size=3, unique=True)
        return st.fixed_dictionaries({"finding": self._localized(), "claims": borne})

    def _keywords(self) -> st.SearchStrategy[dict[str, list[str]]]:
        words = st.lists(texts.filter(lambda each: len(each) <= 60), min_size=1, max_size=3)
        return st.dictionaries(st.sampled_from(LANGUAGES), words, min_size=1, max_size=2)

    def _outcome(self) -> st.SearchStrategy[dict[str, Any]]:
        return st.fixed_dictionaries(
            {
                "state": st.sampled_from([each.value for each in State]),
                "on": st.sampled_from(("9999-12-31", "2025-01-31", "2024-02-29", "0001-01-01")),
                "because": self._localized(),
            },
            optional={"claims": st.lists(st.sampled_from(self.claims), max_size=2, unique=True)},
        )

    def _speaker(self) -> dict[str, Any]:
        names = texts | self._localized()
        return {
            "name": self.draw(names),
            **self._some(role=names, url=st.sampled_from(URLS), aliases=_ALIASES),
        }

    def _sources(self) -> None:
        name = st.fixed_dictionaries({}, optional=dict.fromkeys(("family", "given"), texts))
        body = st.fixed_dictionaries({"literal": texts})
        for index, id_ in enumerate(self.sources):
            source = {
                "type": self.draw(st.sampled_from(list(SourceType))).value,
                "title": self.draw(texts),
                **self._some(
                    author=st.lists(name | body, max_size=4), issued=st.sampled_from(DATES),
                    container_title=texts, publisher=texts, volume=texts, issue=texts, page=texts,
                    language=st.sampled_from(LANGUAGES), URL=st.sampled_from(URLS),
                    seen_at=st.sampled_from(URLS),
                    DOI=st.sampled_from(DOIS) | texts, accessed=st.sampled_from(DATES),
                    fingerprint=st.just("sha256:" + "0" * 64), reports=texts, note=texts,
                    licence=st.sampled_from(LICENCES) | texts, aliases=_ALIASES,
                    keywords=self._keywords(),
                    quality=st.fixed_dictionaries(
                        {"level": st.sampled_from([each.value for each in Level])},
                        optional=dict.fromkeys(("peer_reviewed", "interested"), st.booleans()),
                    ),
                ),
            }  # fmt: skip
            if index and _rarely(self.draw):
                source["original"] = self.sources[0]
            if _rarely(self.draw):
                source["paragraphs"] = [
                    {
                        "number": number,
                        "start": self.draw(texts),
                        "gist": self.draw(self._localized()),
                        **self._some(end=texts, move=self._localized()),
                    }
                    for number in range(self.draw(st.integers(1, 3)))
                ]
            if _rarely(self.draw, 0.2):
                source |= {"text": f"{id_}.txt", "licence": self.draw(st.sampled_from(LICENCES))}
                text = [*self.draw(st.lists(texts, min_size=1, max_size=5)), "A claim. Why?"]
                self.notes[f"claims/sources/{id_}.txt"] = "\n\n".join(text)
            self.files[f"claims/sources/{id_}.yaml"] = source

    def _claim(self, index: int) -> dict[str, Any]:
        draw, claim = self.draw, self.claims[index]
        others = [each for each in self.claims if each != claim]
        kinds = st.sampled_from([each.value for each in Kind])
        fields: dict[str, Any] = {
            "claim": draw(self._localized()),
            "kind": draw(kinds if index else st.just("recommendation")),
            **self._some(
                label=self._localized(),
                stance=st.sampled_from([each.value for each in Stance]),
                certainty=st.sampled_from([each.value for each in Certainty]),
                implicit=st.booleans(),
                topics=st.lists(texts, max_size=3),
                aliases=_ALIASES,
                keywords=self._keywords(),
            ),
        }
        if fields["kind"] == "prediction" and _rarely(draw, 0.6):
            fields["outcome"] = draw(self._outcome())
        if self.speakers and _rarely(draw):
            fields["speaker"] = draw(st.sampled_from(self.speakers))
        if self.sources and _rarely(draw, 0.5):
            fields["passages"] = [
                {
                    "source": draw(st.sampled_from(self.sources)),
                    "start": draw(texts),
                    **self._some(
                        paragraph=st.integers(0, 3), end=texts,
                        fingerprint=st.just("sha256:" + "1" * 64),
                        fit=st.fixed_dictionaries(
                            {
                                "bears": st.sampled_from([each.value for each in Bears]),
                                "read": st.sampled_from(("2025-01-31", "2024-02-29")),
                            }
                        ),
                    ),
                }
                for _ in range(draw(st.integers(1, 2)))
            ]  # fmt: skip
        if _rarely(draw, 0.1):
            fields |= {"base_score": draw(st.sampled_from((0, 0.5, 1)))}
            fields |= {"base_score_because": draw(self._localized())}
        if fields["kind"] == Kind.PREDICTION:
            decided = _list(draw, others)
            state = draw(st.sampled_from([each.value for each in State])) if decided else "open"
            on = draw(st.sampled_from(("2025-01-31", "9999-12-31")))
            outcome = {"state": state, "on": on, "because": draw(self._localized())}
            fields["outcome"] = {**outcome, "claims": decided}
        if _rarely(draw, 0.2):
            fields["specifies"] = _list(draw, self.claims[:index])
        supported = _list(draw, self.claims[:index]) if _rarely(draw, 0.6) else []
        contradicted = _list(draw, others) if _rarely(draw, 0.6) else []
        # A check wants no claim to be for and against one; circles of support are too many to hit.
        against = [each for each in contradicted if each not in supported or _rarely(draw, 0.05)]
        for name, targets in (("supports", supported), ("contradicts", against)):
            if targets:
                fields[name] = [self._step(claim, each) for each in targets]
        if self.links and _rarely(draw):
            link = draw(st.sampled_from(self.links))
            fields["undercuts"] = [{"link": link, **self._borne([])}]
            if "->" in link:
                self.links.append(f"{claim} -> ({link})")
        return fields

    def _step(self, claim: str, target: str) -> dict[str, Any]:
        others = [each for each in self.claims if each not in (claim, target)]
        step = {"claim": target, **self._borne(others)}
        self.links.append(f"{claim} -> {target}")
        return step

    def _borne(self, premises: list[str]) -> dict[str, Any]:
        return {
            **({"with": _list(self.draw, premises)} if _rarely(self.draw, 0.2) else {}),
            **self._some(
                because=self._localized(),
                scheme=st.sampled_from(sorted(schemes())),
                relevance=st.sampled_from((1e-300, 0.1, 0.5, 1)),
            ),
        }


@st.composite
def knowledge_bases(draw: st.DrawFn) -> dict[str, bytes]:
    """The files of a knowledge base, most of which a check accepts: path and content."""
    draft = _Draft(draw)
    written: dict[str, bytes] = {}
    for path, fields in draft.files.items():
        text = json.dumps(fields, ensure_ascii=False)
        if path.endswith(".md"):
            text = f"---\n{text}\n---\n{draft.notes[path]}\n"
        written[path] = text.encode("utf-8", "surrogatepass")
    for path, text in draft.notes.items():
        if path not in written:
            written[path] = text.encode("utf-8", "surrogatepass")
    return written
