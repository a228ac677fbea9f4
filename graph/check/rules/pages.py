"""What can only be found where hand-written pages are read as a site is made of them."""

from collections.abc import Iterator

from graph.base import KnowledgeBase
from graph.check.finding import Severity
from graph.check.rule import Remark, rule


@rule("R107", "link-to-nothing", Severity.ERROR)
def link_to_nothing(kb: KnowledgeBase) -> Iterator[Remark]:
    """A link or a picture on a page that is written by hand leads to no page or file of the site.

    ## Why

    Readers would find nothing there, so the site is not built. What stands in a block of code or in
    a comment is no link.

    HTML is left as it stands, so that `<a href="…">` or `<img src="…">` leads from the address of
    the page, `about/`, and not from its file; in another language that is `nl/about/`. Where it
    leads nowhere the site is built all the same, and this is a warning.

    ## Example

    `[how it is weighed](methods.md)` or `![the town](town.png)` in `site/about.md`, where there is
    `site/method.md` and no picture. A folder is none either: `[the guides](guides/)`. Or
    `<img src="assets/town.png">` in `site/about.md`, which a browser looks for in `about/assets/`.

    ## Way out

    Name the file, from where the page stands: `method.md`, `../about.md`, `assets/town.png`. A page
    that is made from records is named as it stands on the site: `claims/index.html`. Write links in
    Markdown rather than in HTML: they are led right in every language. How grave this is,
    `validation: links:` in `mkdocs.yml` can say otherwise.
    """
    # Findings of the rules here are made where the pages are read.
    return iter(())


@rule("R108", "link-to-no-anchor", Severity.ERROR)
def link_to_no_anchor(kb: KnowledgeBase) -> Iterator[Remark]:
    """A link leads to a place on a hand-written page that is not there.

    ## Why

    Readers would come to the top of that page and look for what was meant, so the site is not
    built. The text of a page in each language has anchors of its own.

    ## Example

    `[grounds](method.md#grounds)` where the heading of that page is `## What a ground is`, whose
    anchor is `what-a-ground-is`.

    ## Way out

    Use the anchor that the finding suggests. Or give that place the anchor, as with
    `<a id="grounds"></a>`, so that it is the same in every language.
    """
    return iter(())


@rule("R109", "absolute-link", Severity.ERROR)
def absolute_link(kb: KnowledgeBase) -> Iterator[Remark]:
    """A link on a hand-written page begins at the root of the host.

    ## Why

    A site may stand below an address, and be read from a disk: there it leads elsewhere.

    ## Example

    `[all claims](/claims/)`

    ## Way out

    Lead there from where the page stands: `claims/index.html`, `../claims/index.html`.
    """
    return iter(())


@rule("B103", "odd-head-of-page", Severity.WARNING)
def odd_head_of_page(kb: KnowledgeBase) -> Iterator[Remark]:
    """What a hand-written page says of itself is not what its readers are shown.

    ## Why

    What stands between two lines of hyphens at the top of a page, or looks like `name: value` in
    its first lines, is taken for fields of the page. A title that is no text is shown as the
    program has it; a line that was meant to be read is left out.

    ## Example

    `title: {en: About, nl: Over}` between two lines of hyphens: a page has one title, and
    `site/about.nl.md` another. Or `Note: this is a draft` on the first line.

    ## Way out

    Write `title: About`. Begin a page that has no fields with its heading.
    """
    return iter(())


@rule("B104", "entry-of-no-page", Severity.ERROR)
def entry_of_no_page(kb: KnowledgeBase) -> Iterator[Remark]:
    """An entry of `nav` in `mkdocs.yml` names no page of the site, or can be no entry.

    ## Why

    The site is not built.

    ## Example

        nav:
          - About: abuot.md

    ## Way out

    Name the page by its path in `site/`. A site needs no `nav`: the menus of the program's theme
    are made without it.
    """
    return iter(())


@rule("B105", "unusable-configuration", Severity.ERROR)
def unusable_configuration(kb: KnowledgeBase) -> Iterator[Remark]:
    """No site can be made with `mkdocs.yml` as it is.

    ## Why

    Everything in it is read before the first page is made, so that nothing is built. Of what other
    plugins and hooks take from it nothing is said: to know that they would have to be run.

    ## Example

    `site_url: example.org`, an address without its scheme; `docs_dir: pages`, where there is no
    such folder; a file without `site_name`, or one that is no YAML; a plugin that is not there, or
    an option that it has not; a field that nobody knows.

    ## Way out

    Correct what the finding shows. [Configuration](https://www.mkdocs.org/user-guide/configuration/)
    tells of all fields.
    """
    return iter(())
