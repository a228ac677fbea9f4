"""What MkDocs has to say of a configuration, before anything that it names is run.

Of each option MkDocs itself knows what may stand there. Hooks are Python of the knowledge base, and
other plugins and extensions of Markdown may be any module: of those no more is asked than whether
they are there.
"""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from copy import deepcopy
from functools import cache, partial
from hashlib import blake2b
from importlib.metadata import EntryPoint, entry_points
from importlib.util import find_spec
from pathlib import Path
from typing import Any, TypeAlias

from graph.pages.bundled import TEMPLATES
from graph.pages.proofs.page_reading import installed, lasting
from graph.store.configuration_faults import (
    FLAT,
    ConfigurationFault,
    UnfitOption,
    configuration_faults,
)
from graph.store.kept_texts import KeptTexts
from graph.store.program import program
from graph.store.site_configuration import PLUGIN
from graph.store.surroundings import CONFIGURATION

Said: TypeAlias = Mapping[str, Any]
_NOT_ASKED = ("hooks", "nav", "site_dir")
"""What is not MkDocs's to say: hooks would be run, entries of the navigation are told with their
places, and a build has a folder of its own."""
_NAMING = ("docs_dir", "extra_templates", "hooks", "theme", "watch")
"""The options of which it counts what they name: a file, a folder, or nothing that is there."""
_GROUP = "mkdocs.plugins"
"""What plugins are registered in."""
_OPTIONS = "graph.plugin_options:OptionsAlone"
"""What stands for our plugin while it is asked for its options."""


def site_faults(root: Path) -> Iterator[ConfigurationFault]:
    """All that is wrong with the configuration in a folder, if there is one: what would stop a
    build, which is a strict one, before it begins or at its end."""
    return configuration_faults(root, partial(_unfit, root))


def _unfit(root: Path, said: Said) -> Iterable[UnfitOption]:
    """What MkDocs would say, as it is known from the last time, or asked anew."""
    names = _names(said.get("markdown_extensions"))
    lasts = all(isinstance(each, str) and lasting({each: {}}) for each in names)
    if not lasts or _others(said):
        # What is installed may have become another.
        return tuple(_asked(root, said))
    there = list(_there(root, said))
    known = blake2b(repr((said, there)).encode("utf-8", "surrogatepass"), digest_size=16)
    kept = KeptTexts("configuration", root, program())
    text = kept.of(known.digest(), lambda: json.dumps(list(_asked(root, said))))
    kept.keep()
    return tuple(UnfitOption(*each) for each in json.loads(text))


def _there(root: Path, said: Said) -> Iterator[tuple[bool, bool]]:
    """Of whatever the configuration names, whether it is a file or a folder, wherever it may be
    looked for."""
    theme = said.get("theme")
    named = (said.get("docs_dir"), theme.get("custom_dir") if isinstance(theme, Mapping) else None)
    folders = [root, *(root / each for each in named if isinstance(each, str))]
    for name in _NAMING:
        for text in _texts(said.get(name)):
            for place in (folder / text for folder in folders):
                try:
                    yield place.is_file(), place.is_dir()
                except (OSError, ValueError):
                    yield False, False


def _asked(root: Path, said: Said) -> Iterator[UnfitOption]:
    # Imported here, since what MkDocs says is mostly known.
    from mkdocs.config.base import ValidationError
    from mkdocs.config.config_options import File, ListOfItems
    from mkdocs.exceptions import ConfigurationError

    yield from _unknown_extensions(said)
    yield from _unknown_plugins(said)
    fit = _askable(said)
    try:
        yield from _of_mkdocs(root, fit)
    except (ConfigurationError, ValidationError) as error:
        yield UnfitOption("", str(error), "correct it")
    except Exception as error:
        # Of some values MkDocs expects nothing, and breaks off at them.
        yield from _one_by_one(root, fit, error)
    hooks = ListOfItems(File(exists=True), default=[])
    hooks.pre_validation(_config(root, {}), "hooks")
    try:
        hooks.validate(said.get("hooks"))
    except ValidationError as error:
        yield UnfitOption(
            "hooks", _told(root, "hooks", error), "name files by their paths from this one"
        )


@cache
def _configuration() -> Any:
    """MkDocs's configuration, for which our plugin is no more than its options: what it makes pages
    with is not loaded to know what may stand there."""
    from mkdocs.config.config_options import Plugins
    from mkdocs.config.defaults import MkDocsConfig

    installed = Plugins(theme_key="theme", default=MkDocsConfig.plugins.default)
    installed.installed_plugins[PLUGIN] = EntryPoint(PLUGIN, _OPTIONS, _GROUP)

    class Configuration(MkDocsConfig):  # type: ignore[no-untyped-call]
        plugins = installed

    return Configuration


def _config(root: Path, said: Said) -> Any:
    config = _configuration()(config_file_path=str(root / CONFIGURATION))
    # MkDocs puts other values in the place of those that it is given.
    config.load_dict(deepcopy(dict(said)))
    config["site_dir"] = f".{CONFIGURATION}.site"
    return config


def _of_mkdocs(root: Path, said: Said) -> Iterator[UnfitOption]:
    config = _config(root, said)
    errors, warnings = config.validate()
    for option, error in errors:
        yield UnfitOption(option, _told(root, option, error), "correct it, or leave it out")
    if errors:
        # It stops at the first value that is none.
        unfit = {option for option, _ in errors}
        left = {each: said[each] for each in said.keys() - unfit}
        if left.keys() < said.keys():
            yield from _of_mkdocs(root, {"plugins": [PLUGIN], **left})
        return
    for option, warning in warnings:
        yield UnfitOption(option, _told(root, option, warning), "correct it, or leave it out")
    ours = config.plugins.get(PLUGIN)
    if ours is None and config.theme.name is None:
        # A theme of MkDocs's would do for pages that are written by hand.
        message = f"`{PLUGIN}` is not among the plugins: no pages are made of the records"
        yield UnfitOption("plugins", message, f"write `plugins: [{PLUGIN}]`")
    elif ours is not None:
        for why in ours.config.unfit():
            yield UnfitOption("plugins", f"`plugins`: {why}", "correct it, or leave it out")
        if not config.use_directory_urls:
            yield UnfitOption("use_directory_urls", FLAT, "write `true`, or leave it out")
    if any(not isinstance(each, str) for each in config.extra_css):
        yield UnfitOption(
            "extra_css", "`extra_css`: a path is no text", "name files by their paths"
        )
    if config.theme.locale.language != "en":
        message = f"`theme`: there are no translations for the locale `{config.theme.locale}`"
        help_ = "leave it out: pages are in the languages of the records"
        yield UnfitOption("theme", message, help_)
    for option, names, folders in (
        ("extra_templates", config.extra_templates, (config.docs_dir,)),
        ("theme", sorted(config.theme.static_templates), (*config.theme.dirs, TEMPLATES)),
    ):
        for name in names:
            if not any(Path(folder, str(name)).is_file() for folder in folders):
                message = f"`{option}`: there is no template `{name}`"
                yield UnfitOption(option, message, "name one that is there")


def _told(root: Path, option: str, said: object) -> str:
    """What MkDocs says of an option, without the trace that it may have in it, and without where
    the folder stands on this machine."""
    first, *more = str(said).strip().splitlines() or [""]
    text = f"{first} {more[-1]}" if more else first
    return f"`{option}`: {text.replace(f'{root.absolute()}/', '')}"


def _one_by_one(root: Path, said: Said, error: Exception) -> Iterator[UnfitOption]:
    """The options at which MkDocs breaks off, each by itself; where it is none, what it breaks off
    with."""
    from mkdocs.config.base import ValidationError

    found = False
    needed = {name: said[name] for name in ("site_name", "docs_dir", "theme") if name in said}
    for name in said:
        try:
            _config(root, {**needed, name: said[name], "plugins": []}).validate()
        except ValidationError:
            continue
        except Exception as own:
            found = True
            told = f"`{name}` {said[name]!r}: {type(own).__name__}: {own}"
            yield UnfitOption(name, told, "correct it, or leave it out")
    if not found:
        yield UnfitOption("", f"{type(error).__name__}: {error}", "correct it")


def _askable(said: Said) -> Said:
    """What MkDocs can be asked about without running anything but this program."""
    fit = {name: value for name, value in said.items() if name not in _NOT_ASKED}
    if isinstance(said.get("plugins"), Sequence | Mapping):
        others = _others(said)
        fit["plugins"] = _without(said["plugins"], others)
    if isinstance(said.get("markdown_extensions"), Sequence | Mapping):
        names = _names(said["markdown_extensions"])
        out = {each for each in names if isinstance(each, str) and not installed({each: {}})}
        fit["markdown_extensions"] = _without(said["markdown_extensions"], out)
    return fit


def _others(said: Said) -> set[str]:
    """The names of other plugins."""
    names = _names(said.get("plugins"))
    return {each for each in names if isinstance(each, str) and each.lstrip("/") != PLUGIN}


def _unknown_plugins(said: Said) -> Iterator[UnfitOption]:
    others = _others(said)
    known = {each.name for each in entry_points(group=_GROUP)} if others else set()
    for each in sorted(others):
        if each.removeprefix("/") not in known and not any(
            name.endswith(f"/{each}") for name in known
        ):
            message = f"`plugins`: there is no plugin `{each}`"
            yield UnfitOption("plugins", message, "install it, or take it out")


def _unknown_extensions(said: Said) -> Iterator[UnfitOption]:
    for name in _names(said.get("markdown_extensions")):
        if isinstance(name, str) and not installed({name: {}}) and not _is_module(name):
            message = f"`markdown_extensions`: there is no extension `{name}`"
            yield UnfitOption("markdown_extensions", message, "install it, or take it out")


def _is_module(name: str) -> bool:
    """Whether the package is there of which a module by this name would be."""
    try:
        return find_spec(name.partition(".")[0]) is not None
    except (ImportError, ValueError):
        return False


def _names(listed: Any) -> Iterator[Any]:
    """The names that a list, or a mapping, has, whatever stands for them."""
    if isinstance(listed, Mapping):
        yield from listed
    elif isinstance(listed, list):
        for each in listed:
            yield from each if isinstance(each, Mapping) else (each,)


def _without(listed: Any, names: set[str]) -> Any:
    """The same list, or mapping, without entries of these names."""
    if isinstance(listed, Mapping):
        return {name: value for name, value in listed.items() if name not in names}
    if not isinstance(listed, list):
        return listed
    kept = (
        _without(each, names) or None if isinstance(each, Mapping) and each else each
        for each in listed
    )
    return [
        each for each in kept if each is not None and not (isinstance(each, str) and each in names)
    ]


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping | list):
        for each in value.values() if isinstance(value, Mapping) else value:
            yield from _texts(each)
