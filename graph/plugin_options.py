"""The plugin's options in mkdocs.yml, apart from the plugin: whoever only asks whether they are
right loads nothing that makes pages."""

from collections.abc import Iterator

from mkdocs.config import base, config_options
from mkdocs.plugins import BasePlugin

from graph.pages.crew_names import misnamed
from graph.pages.repository_hosts import HOSTS
from graph.text.visible import visible
from graph.words.language_codes import language_unfit


class BetoogConfig(base.Config):  # type: ignore[no-untyped-call]
    """The plugin's options in mkdocs.yml."""

    root = config_options.Type(str, default=".")
    search = config_options.Type(bool, default=True)
    check = config_options.Type(bool, default=True)
    history = config_options.Type(int, default=20)
    claim_pictures = config_options.Type(int, default=1_000)
    """The claims there may be for each to have a picture of its own for when it is shared."""
    host = config_options.Optional(config_options.Choice(tuple(HOSTS)))
    languages = config_options.ListOfItems(config_options.Type(str), default=[])
    """The languages of the site's pages, where they are not to be those of the debates."""
    executor = config_options.Type(str, default="")
    """Who makes the pages, as `graph.pages.crews` calls them; the site decides where it is empty.
    `BETOOG_EXECUTOR` in the environment comes before it."""

    def unfit(self) -> Iterator[str]:
        """What is wrong with values that MkDocs takes for right ones."""
        for code in self.languages:
            if why := language_unfit(code, known=False):
                yield f"languages: {visible(code)}: {why}"
        if self.executor and (fault := misnamed(self.executor)):
            yield f"executor: {fault}"


class OptionsAlone(BasePlugin[BetoogConfig]):  # type: ignore[no-untyped-call]
    """The plugin as far as its options go: it does nothing."""
