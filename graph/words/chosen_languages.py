"""The languages that the configuration of a site names in place of those of its debates.

The plugin is told by MkDocs; commands that make no site read `mkdocs.yml` themselves.
"""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from graph.store.regular_file import Refusal, read_regular
from graph.store.splices import as_read
from graph.store.surroundings import CONFIGURATION, LARGEST_TEXT
from graph.store.yaml_reading import read_yaml
from graph.words.interface import Interface, codes_of_site, read_interface
from graph.words.language_codes import language_unfit

_PLUGIN = "betoog"


def site_interface(root: Path, languages: Sequence[str]) -> Interface:
    """The interface of the site in a folder, whose debates are in these languages."""
    return read_interface(root, languages, chosen=chosen_languages(root))


def site_codes(root: Path, languages: Sequence[str]) -> tuple[str, ...]:
    """The codes of the languages of that, the one at the site's root first."""
    return codes_of_site(root, languages, chosen_languages(root))


def chosen_languages(root: Path) -> tuple[str, ...]:
    """What `languages` says among the plugin's options in a folder's `mkdocs.yml`; nothing where
    that cannot be read, or where one of them is none: a build says so."""
    raw = read_regular(root / CONFIGURATION, root, LARGEST_TEXT)
    if isinstance(raw, Refusal):
        return ()
    # Tags, such as `!ENV`, mean something to MkDocs alone, and stand elsewhere.
    data = read_yaml(as_read(raw.decode("utf-8", errors="replace"))).data
    options = _options(data.get("plugins")) if isinstance(data, Mapping) else None
    said = options.get("languages") if isinstance(options, Mapping) else None
    codes = tuple(said) if isinstance(said, list) else ()
    fit = all(isinstance(each, str) and not language_unfit(each, known=False) for each in codes)
    return codes if fit else ()


def _options(plugins: Any) -> Any:
    """The options of our plugin, which stands in a list or, with the others, by its name."""
    if isinstance(plugins, Mapping):
        return plugins.get(_PLUGIN)
    listed: Iterable[Any] = plugins if isinstance(plugins, list) else ()
    return next(
        (each[_PLUGIN] for each in listed if isinstance(each, Mapping) and _PLUGIN in each), None
    )
