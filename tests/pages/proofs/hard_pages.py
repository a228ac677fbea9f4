"""Hand-written pages of hard links, anchors and heads."""

from hypothesis import strategies as st

PLACES = (
    *(
        "about.md",
        "sub/deep.md",
        "../about.md",
        "method.md",
        "nothing.md",
        "About.md",
        "about.nl.md",
    ),
    *("index.md", "sub/index.md", "sub/", "sub", ".", "..", "about", "about/", "about.html", "#"),
    *(
        "about/index.html",
        "claims/index.html",
        "nl/claims/index.html",
        "claims/",
        "trace/index.html",
    ),
    *("claims/top/index.html", "claims/nobody/index.html", "claims/top/index.json", "claims/top"),
    *("nl/claims/top/index.html", "sources/index.html", "sources/none/index.html", "robots.txt"),
    *("add/records.json", "lists/claims.json", "walk/top/index.html", "debates/d/map.svg"),
    *("schema/claim.json", "schema/answers/check.json", "nl/schema/claim.json", "404.html"),
    *("changes.atom", "sitemap.xml", "assets/css/betoog.css", "assets/none.css", "own.png"),
    *(
        "rules/R107/index.html",
        "rules/R999/index.html",
        "embed/claims/top/index.html",
        "own file.txt",
    ),
    *("/", "/about.md", "//host/x", "///x", "\\\\x", "?q=1", "", "a:b", "C:/x.md", "./about.md"),
    *("mailto:a@b.org", "a@b.org", "https://example.org/x", "http://[x", "javascript:x", "tel:1"),
    *("about%2Emd", "own%20file.txt", "caf%C3%A9.md", "café.md", "a&b.md", "a&amp;b.md", "a_b.md"),
    *("a\\_b.md", "a*b.md", "(x).md", "x(y).md", "<x>.md", 'a"b.md', "a'b.md", "a b.md", "a|b.md"),
    *("\u202ex.md", "x\u00a0y.md", "x\ty.md", "a//b.md", "sub/../about.md", "sub/./deep.md"),
)
"""Whereto links lead, or might be thought to."""
ANCHORS = ("", "", "", "#", "#top", "#own", "#nothing", "#caf%C3%A9", "#café", "#a b", "?x#top")
FORMS = (
    *("[x]({})", "![x]({})", "[x](<{}>)", '[x]({} "title")', "[x]( {} )", "[`x`]({})", "*[x]({})*"),
    *("[x][r]\n\n[r]: {}", "[r]\n\n[r]: <{}>", "![r][]\n\n[r]: {} 'title'", "<{}>", "[[{}]]"),
    *(
        "`[x]({})`",
        "``[x]({})``",
        "    [x]({})",
        "```\n[x]({})\n```",
        "<!-- [x]({}) -->",
        "\\[x]({})",
    ),
    *(
        '<a href="{}">x</a>',
        "<div>\n[x]({})\n</div>",
        '<img src="{}">',
        "<p>[x]({})</p>",
        "[x] ({})",
    ),
    *("- a\n\n    [x]({})", "- a\n\n        [x]({})", "> [x]({})", "1. [x]({})", "# [x]({})"),
    *("| a | b |\n|---|---|\n| [x]({}) | c |", "!!! note\n    [x]({})", "~~~\n[x]({})\n~~~"),
    *(
        "[x](\n{})",
        "[x]({}\n)",
        "[a [b] c]({})",
        "[![i]({})](about.md)",
        "[x]({})[y]({})",
        "[x]({}",
    ),
    *("x\n[x]: {}", "[x\n\ny]({})", "[x]({0}) `[x]({0})` {0}", "{0} [{0}]({0}) <!-- {0} -->"),
)
"""How a link may be written, and what looks like one."""
HEADS = (
    *(
        "",
        "",
        "",
        "",
        "",
        "",
        "",
        "\n",
        "\ufeff",
        "---\ntitle: A\n---\n",
        "---\ntemplate: own.html\n---\n",
    ),
    *("---\ntemplate: none.html\n---\n", "---\ntemplate:\n---\n", "---\ntitle: {a: b}\n---\n"),
    *("---\ntitle: [\n---\n", "---\n- a\n---\n", "---\n---\n", "---\nx: 1\n...\n", "Title: A\n\n"),
    *(
        "Template: none.html\n\n",
        "Note: [x](nothing.md)\n",
        "---\ntitle: 5\n---\n\n\n",
        "--- \na: b\n---\t\n",
    ),
    *("---\na: &x 1\nb: *x\n---\n", "---\r\ntitle: A\r\n---\r\n", "title: A\n    more\n\n"),
)
"""What stands above a page."""
TARGETS = (
    *(
        "# Top\n",
        "# Other\n",
        '<a id="own"></a>\n',
        '<a name="own"></a>\n',
        '<div id="own">x</div>\n',
    ),
    *(
        "# Café\n",
        "`<a id='own'></a>`\n",
        "<!-- <a id='own'></a> -->\n",
        "Top\n===\n",
        "## Top\n\n## Top\n",
    ),
    *("# Top {#own}\n", "[TOC]\n\n# Top\n", "```\n# Top\n```\n", "<p id=own>\n", ""),
)
"""What has an anchor, and what looks like it."""


@st.composite
def hard_pages(draw: st.DrawFn) -> dict[str, str]:
    """Some pages by their paths in the folder of pages, with one link each."""
    names = draw(st.permutations(_NAMES))[: draw(st.integers(4, len(_NAMES)))]
    return {name: draw(_page()) for name in names}


_NAMES = (
    *(
        "a.md",
        "b.md",
        "b.nl.md",
        "c.nl.md",
        "d.de.md",
        "sub/deep.md",
        "sub/index.md",
        "sub/e.nl.md",
    ),
    *("café.md", "own file.md", "a_b.md", "README.md", "sub/sub/f.md", "g.markdown", "about/h.md"),
    *("lists", "assets", "nl/claims/fit", "robots.txt/r.md", "sources/index.html/s.txt", "sub/t/e"),
    *("i.md", "j.md", "k.md", "l.md", "m.md", "n.md", "o.md", "p.md", "q.md"),
)


@st.composite
def _page(draw: st.DrawFn) -> str:
    place = draw(st.sampled_from(PLACES)) + draw(st.sampled_from(ANCHORS))
    link = draw(st.sampled_from(FORMS)).replace("{0}", place).replace("{}", place)
    parts = [draw(st.sampled_from(TARGETS)), link, draw(st.sampled_from(TARGETS))]
    return draw(st.sampled_from(HEADS)) + "\n".join(parts) + draw(st.sampled_from(("\n", "")))
