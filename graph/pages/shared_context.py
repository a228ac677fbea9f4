"""What every template gets: where its page stands, its head, its header and its footer."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from graph.pages.sharing.claim_picture import ClaimPicture
from graph.pages.sharing.picture import SharePicture
from graph.pages.views.reader import Reader
from graph.words.language import Language


@dataclass(frozen=True)
class Alternate:
    """The same page in one of the site's languages; `absolute` is empty where the site has no
    address."""

    code: str
    name: str
    href: str
    absolute: str


@dataclass(frozen=True)
class SharedContext:
    """What every page has, the hand-written ones included.

    All addresses are relative, so that the site works below any folder of any host. What a page
    gets under a name that is also listed here takes the place of it.
    """

    t: Callable[..., str]
    """The words of the interface by their dotted name: `t("site.name")`, filled in with what is
    named: `t("claims.page", n=1, total=2)`."""
    n: Callable[[str, int], str]
    """The words of this name for a number, in its plural: `n("count.claims", 3)`."""
    language: Language
    """The language of the page; `language.code` is its code, `language.date("2025-01")` a date in
    words."""
    reader: Reader
    """The knowledge base in this language: `reader.say(text)` is a text of a record, marked with
    its language where that is another, `reader.claim(id)` a claim."""
    root: str
    """The way to the site's root, such as `../../`, before styles, scripts and data files."""
    base: str
    """The way to the folder of the page's language, before the pages of that language."""
    words: Mapping[str, Any]
    """The words that scripts find on the page."""
    feed: str
    """Where the feed of changes is, below `base`; empty where nothing has changed."""
    json_feed: str
    """Where the same is as a JSON Feed, likewise."""
    title: str
    """The title of the page, as text."""
    description: str
    """What the page is about in one sentence; empty where nobody says."""
    section: str
    """The entry of the header that the page belongs to, by the name of its words, or empty."""
    navigation: tuple[tuple[str, str], ...]
    """The entries of the header: path below `base`, and the name of its words."""
    footer: tuple[tuple[str, tuple[tuple[str, str], ...]], ...]
    """The entries of the footer, likewise, in groups: the name of a heading's words, and theirs."""
    site_url: str
    """The address of the site, with a slash at its end; empty where it is not known."""
    canonical: str
    """The address of the page; empty where that of the site is not known."""
    other_locales: tuple[str, ...]
    """The site's other languages, as Open Graph writes them: `nl_NL`."""
    page_type: str
    """What Open Graph calls the page: `website` or `article`."""
    share_title: str
    """The title under which the page is shared."""
    share_text: str
    """A few sentences that go with it."""
    picture: SharePicture | ClaimPicture | None
    """The picture that goes with it, if there is one."""
    structured_data: Markup | str
    """What the page says to machines, as the content of a JSON-LD script; empty for nothing."""
    alternates: tuple[Alternate, ...]
    """The page in every language of the site, its own included."""
