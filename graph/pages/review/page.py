"""A review as one HTML file, with drawings of the argument before and after.

The file stands alone: no scripts, nothing from elsewhere, no links.
"""

from collections.abc import Iterable, Iterator

from markupsafe import Markup, escape

from graph.argument.phrases import JOINING
from graph.pages.review.drawings import Drawn, Pair, drawn_claims, pairs
from graph.pages.review.style import STYLE
from graph.pages.views.reader import Reader
from graph.records.link_name import LinkName
from graph.review.review import Review
from graph.review.telling.english import TITLES, counted, phrase
from graph.review.telling.report import Line, Part, Report, Role, Section
from graph.text.visible import visible
from graph.words.language import language

DRAWN = 6
"""Claims at most that are drawn before and after."""
MOST = 500
"""Lines of a section at most; the rest is counted."""
_LONGEST = 4_000
_TAGS = {Role.STRONG: "b", Role.ID: "code", Role.REMOVED: "del", Role.ADDED: "ins"}
_JOINS = {word: link.value for link, word in JOINING.items()}
_EFFECTS = frozenset(TITLES[key] for key in ("theses", "standings", "open"))
"""What the drawings show; they come after it."""
_OF_OTHERS = frozenset(TITLES[key] for key in ("debates", "sources", "speakers"))
"""Where an id is that of another record, which may be that of a claim as well."""


def review_page(report: Report, review: Review) -> str:
    """The report as an HTML document."""
    first = [each for each in report.sections if each.title in _EFFECTS]
    rest = [each for each in report.sections if each.title not in _EFFECTS]
    names = _Names(review)
    title, (before, after) = phrase("title_of_page"), map(_safe, report.names)
    body = [
        Markup('<h1>{}</h1><p class="names">{}</p>').format(
            title, phrase("names", before=before, after=after)
        ),
        *(Markup('<p class="gist">{}</p>').format(each) for each in report.gist),
        *(_section(each, names) for each in first),
        *_drawings(review),
        *(_section(each, names) for each in rest),
    ]
    page = Markup(
        '<!doctype html>\n<html lang="en"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width">'
        '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'; '
        "style-src 'unsafe-inline'\"><title>{}</title>"
        "<style>{}</style></head><body><main>\n{}\n</main></body></html>\n"
    )
    return str(page.format(title, Markup(STYLE), Markup("\n").join(body)))


def _safe(text: str) -> str:
    shown = visible(text[:_LONGEST])
    return shown if len(text) <= _LONGEST else f"{shown}…"


class _Names:
    """Short names of claims, for readers to whom an id says little."""

    def __init__(self, review: Review) -> None:
        english = language("en")
        self._readers = [Reader(kb, english) for kb in (review.after, review.before)]

    def name(self, id_: str) -> Markup:
        """The name of a claim, or of a step by the claims that it joins; an unknown id as it is."""
        claims = LinkName.meant(id_).words
        parts = [self._claim(each) for each in claims]
        if len(claims) > 2 or not all(parts):
            return Markup("<code>{}</code>").format(_safe(id_))
        told = Markup('<span class="name">{}</span>')
        return Markup(" → ").join(told.format(_safe(each)) for each in parts if each)

    def _claim(self, id_: str) -> str | None:
        found = (each.claim(id_).label for each in self._readers if id_ in each.kb.claims)
        return next(found, None)


def _section(section: Section, names: _Names) -> Markup:
    own = None if section.title in _OF_OTHERS else names
    heading = Markup("<h2>{} <small>{}</small></h2>\n{}").format(
        section.title, section.number, _list(section.lines[:MOST], own)
    )
    if (rest := section.number - len(section.lines[:MOST])) > 0:
        heading += _note(phrase("more", n=rest))
    return heading


def _list(lines: Iterable[Line], names: _Names | None) -> Markup:
    items = (
        Markup("<li>{}{}</li>").format(
            _line(line, names), _list(line.below[:MOST], names) if line.below else ""
        )
        for line in lines
    )
    return Markup("<ul>{}</ul>").format(Markup("\n").join(items))


def _line(line: Line, names: _Names | None) -> Markup:
    """A line; ids that stand for a claim, and not beside its sentence, give way to its name."""
    quoted = any(part.role is Role.QUOTE for part in line.parts)
    return Markup().join(
        names.name(part.text)
        if names and part.role is Role.ID and (not quoted or not LinkName.meant(part.text).own)
        else _part(part)
        for part in line.parts
    )


def _part(part: Part) -> Markup:
    text = escape(_safe(part.text))
    tag = _TAGS.get(part.role)
    if tag is None:
        return text
    if part.role is not Role.STRONG:
        return Markup(f"<{tag}>{{}}</{tag}>").format(text)
    # What is strong stays on one line, but lines may be broken before and after it.
    word = text.strip()
    before, after = text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]
    css = Markup(' class="{}"').format(_JOINS[word]) if word in _JOINS else ""
    return Markup("{}<b{}>{}</b>{}").format(before, css, word, after)


def _drawings(review: Review) -> Iterator[Markup]:
    wanted = drawn_claims(review)
    if not wanted:
        return
    heading = Markup("<h2>{} <small>{}</small></h2>")
    yield heading.format(phrase("drawings"), len(wanted[:DRAWN]))
    for pair in pairs(review, wanted[:DRAWN]):
        yield Markup("<h3>{}</h3>").format(_safe(pair.after.claim.sentence))
        yield Markup('<div class="drawings">{}</div>').format(Markup().join(_figures(pair)))
    if (rest := len(wanted) - DRAWN) > 0:
        yield _note(counted(rest, "undrawn"))


def _note(said: str) -> Markup:
    return Markup('<p class="note">{}</p>').format(said)


def _figures(pair: Pair) -> Iterator[Markup]:
    """Before beside after; one drawing where nothing around the claim came or went."""
    if pair.before is None:
        yield _figure("after", "drawn_new", pair.after)
    elif pair.same:
        before, after = _weight(pair.before), _weight(pair.after)
        caption = phrase("drawn_alike", before=before, after=after)
        yield _figure("after", "drawings", pair.after, caption)
    else:
        yield _figure("before", "drawn_before", pair.before)
        yield _figure("after", "drawn_after", pair.after)


def _figure(css: str, when: str, drawn: Drawn, said: str = "") -> Markup:
    return Markup('<figure class="{}"><figcaption><b>{}</b> {}</figcaption>{}</figure>').format(
        css, phrase(when), said or _weight(drawn), drawn.svg
    )


def _weight(drawn: Drawn) -> str:
    return drawn.claim.standing_short
