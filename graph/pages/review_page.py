"""A review as one HTML file, with drawings of the argument before and after.

The file stands alone: no scripts, nothing from elsewhere, no links.
"""

import re
from collections.abc import Iterable

from markupsafe import Markup, escape

from graph.answers.diff import Review
from graph.base import KnowledgeBase
from graph.check.visible import visible
from graph.pages.language import language
from graph.pages.map_drawing import standalone
from graph.pages.neighbourhood import draw, neighbourhood
from graph.pages.views import Reader
from graph.review.report import Line, Part, Report, Role

DRAWN = 6
"""Claims at most that are drawn before and after."""
MOST = 500
"""Lines of a section at most; the rest is counted."""
_LONGEST = 4_000
_LINKS = re.compile(r"<(/?)a\b(?: href=\"[^\"]*\")?")
_TAGS = {Role.STRONG: "b", Role.ID: "code", Role.REMOVED: "del", Role.ADDED: "ins"}
_STYLE = """
:root { color-scheme: light dark; }
body { font: 1rem/1.5 Georgia, "Noto Serif", serif; max-width: 62rem; margin: 2rem auto; }
body { padding: 0 1.2rem; overflow-wrap: anywhere; }
h1, h2, code { font-family: system-ui, "Noto Sans", sans-serif; }
h1 { font-size: 1.5rem; } h2 { font-size: 1.05rem; margin: 2rem 0 .4rem; }
h2 small { font-weight: 400; opacity: .75; }
code { font-size: .8rem; opacity: .8; }
ul { padding-left: 1.2rem; margin: .2rem 0; } li { padding: .15rem 0; }
ins, del { padding: 0 .15em; border-radius: .15rem; }
ins { background: #0068a322; } del { background: #a84a0022; }
.drawings { display: grid; gap: 1rem; grid-template-columns: repeat(auto-fit, minmax(19rem, 1fr)); }
figure { margin: 0; } figcaption { font: .85rem system-ui, sans-serif; }
svg { max-width: 100%; height: auto; border: 1px solid #8884; border-radius: .3rem; }
"""


def review_page(report: Report, review: Review) -> str:
    """The report as an HTML document."""
    before, after = (_safe(each) for each in report.names)
    body = [
        Markup("<h1>What this does to the argument</h1><p>From {} to {}.</p>").format(before, after)
    ]
    body += [Markup("<p>{}</p>").format(each) for each in report.gist]
    for number, section in enumerate(report.sections):
        heading = Markup("<h2>{} <small>{}</small></h2>")
        body.append(heading.format(section.title, len(section.lines)))
        body.append(_list(section.lines[:MOST]))
        if (rest := len(section.lines) - MOST) > 0:
            body.append(Markup("<p>… and {} more</p>").format(rest))
        if number == 0:
            body.extend(_drawings(review))
    if not report.sections:
        body.extend(_drawings(review))
    page = Markup(
        '<!doctype html>\n<html lang="en"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width">'
        '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'; '
        "style-src 'unsafe-inline'\"><title>What this does to the argument</title>"
        "<style>{}</style></head><body>\n{}\n</body></html>\n"
    )
    return str(page.format(Markup(_STYLE), Markup("\n").join(body)))


def _safe(text: str) -> str:
    shown = visible(text[:_LONGEST])
    return shown if len(text) <= _LONGEST else f"{shown}…"


def _list(lines: Iterable[Line]) -> Markup:
    items = (
        Markup("<li>{}{}</li>").format(
            Markup().join(map(_part, line.parts)), _list(line.below[:MOST]) if line.below else ""
        )
        for line in lines
    )
    return Markup("<ul>{}</ul>").format(Markup().join(items))


def _part(part: Part) -> Markup:
    text = escape(_safe(part.text))
    tag = _TAGS.get(part.role)
    return Markup(f"<{tag}>{{}}</{tag}>").format(text) if tag else text


def _drawings(review: Review) -> Iterable[Markup]:
    """Before and after side by side: theses that change, then what stands differently, then
    what got or lost an argument."""
    found = review.difference
    wanted = [each.id for each in found.strengths if each.id in review.theses]
    wanted += [each.id for each in found.standings]
    for link in (*found.links.added, *found.links.removed):
        wanted.append(link.target)
    old_names = {each.id: each.before.id for each in found.claims.changed}
    drawn = [
        claim
        for claim in dict.fromkeys(wanted)
        if claim in review.after.claims and not review.after.is_question(claim)
    ]
    for claim in drawn[:DRAWN]:
        then = _drawing(review.before, old_names.get(claim, claim), "before")
        now = _drawing(review.after, claim, "after")
        yield Markup('<div class="drawings">{}{}</div>').format(then, now)
    if len(drawn) > DRAWN:
        yield Markup("<p>… and {} claims that are not drawn</p>").format(len(drawn) - DRAWN)


def _drawing(kb: KnowledgeBase, claim: str, when: str) -> Markup:
    if claim not in kb.claims:
        return Markup("")
    view = Reader(kb, language("en")).claim(claim)
    svg = standalone(draw(neighbourhood(view), ""), f"{view.label}: {when}", "en", ())
    shown = "\n".join(map(visible, svg.split("?>", 1)[1].splitlines()))
    inert = Markup(_LINKS.sub(_no_link, shown))
    caption = Markup("<figcaption>{}: {} {}</figcaption>")
    said = caption.format(when.capitalize(), view.standing_word, view.strength)
    return Markup("<figure>{}{}</figure>").format(said, inert)


def _no_link(tag: re.Match[str]) -> str:
    """The pages that a drawing leads to are not beside this one."""
    return f"<{tag[1]}g"
