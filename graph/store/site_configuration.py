"""What `mkdocs.yml` says that decides of hand-written pages whether a strict build stops at them.

It is read as data. Whoever looks for faults runs nothing that it names: neither plugins and hooks,
nor what a tag of YAML would have made of it.
"""

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum, auto
from pathlib import Path
from types import MappingProxyType
from typing import Any, NamedTuple

import yaml

from graph.store.problem import Span
from graph.store.regular_file import Refusal, read_regular
from graph.store.splices import as_read
from graph.store.surroundings import CONFIGURATION, LARGEST_TEXT
from graph.store.yaml_nodes import compose, is_plain, without_old_breaks

PARENT = "INHERIT"
"""The field that names the configuration to take over from."""
PLUGIN = "betoog"
"""What the program's own plugin is called there."""
_SCALARS = ("plain", "quoted")
"""What a value can be that is taken as it stands: nothing that a tag makes of it."""
SITE_FOLDER = "_site"
"""Where the site is put that is told of no other place."""
STOPPING = "warn"
"""The level of validation at which a strict build stops."""
_ALWAYS = ("toc", "tables", "fenced_code")
"""The extensions of Markdown that MkDocs uses whatever it is told."""
_LEVELS = {
    ("links", "not_found"): STOPPING,
    ("links", "absolute_links"): "info",
    ("links", "unrecognized_links"): "info",
    ("links", "anchors"): "info",
    ("nav", "not_found"): STOPPING,
    ("nav", "absolute_links"): "info",
}
MOST_PARENTS = 10
"""Files that take over from one another at most."""
_MOST_ENTRIES = 10_000
_LONGEST = 500
"""Characters that are told of what an entry leads to."""


class _List(Enum):
    """What a part of the navigation is: all of it, an item of a list, or what a title is for."""

    TOP = auto()
    ITEM = auto()
    VALUE = auto()


class NavEntry(NamedTuple):
    """What an entry of the navigation leads to, and where that stands: a file, by its path from the
    root, and a stretch of it. `unfit` is why it can be no entry, empty where it can."""

    target: str
    path: str
    span: Span
    unfit: str = ""


@dataclass(frozen=True)
class SiteConfiguration:
    """The part of a configuration that is about hand-written pages.

    `pages` and `templates` are the folders of pages and of own templates, the latter None where
    there is none. `extensions` are those of Markdown, each with its options. `levels` say how grave
    each kind of fault is to MkDocs. `navigation` is None where none is given, and `options` are
    those of the program's own plugin. `excluded` and `drafts` are patterns of files that are not
    published. `site_url` is empty without an address. `static_templates` are templates by their
    names that are pages of the site as they stand, without a text.
    """

    pages: Path
    templates: Path | None
    use_directory_urls: bool
    extensions: Mapping[str, Mapping[str, Any]]
    levels: Mapping[tuple[str, str], str]
    navigation: tuple[NavEntry, ...] | None
    options: Mapping[str, Any]
    excluded: str
    drafts: str
    site_url: str
    static_templates: tuple[str, ...] = ()

    @property
    def searched(self) -> bool:
        """Whether the site has a search index."""
        return self.options.get("search", True) is not False

    def stops(self, part: str, fault: str) -> bool:
        """Whether a strict build stops at a kind of fault."""
        return self.levels[part, fault] == STOPPING


class Unclear(Exception):  # noqa: N818
    """What the configuration says can only be known by running something of it."""


class UnfitParent(Unclear):
    """The configuration that another takes over from cannot be used; why."""


class _Loader(yaml.CSafeLoader):
    """Plain data, with what MkDocs fills in of the environment."""


def _environment(loader: _Loader, node: yaml.Node) -> Any:
    """`!ENV NAME` and `!ENV [NAME, …, DEFAULT]`, as MkDocs understands them."""
    default: Any = None
    if isinstance(node, yaml.SequenceNode):
        *names, last = [loader.construct_object(each) for each in node.value] or [""]
        if names:
            default = last
        else:
            names = [last]
    else:
        names = [getattr(node, "value", "")]
    for each in names:
        if (said := os.environ.get(str(each))) is not None:
            return yaml.safe_load(said) if is_plain(said) else said
    return default


def _unclear(_loader: _Loader, _suffix: str, _node: yaml.Node) -> Any:
    raise Unclear


_Loader.add_constructor("!ENV", _environment)
_Loader.add_multi_constructor("", _unclear)


def site_configuration(root: Path) -> SiteConfiguration | None:
    """What the configuration in a folder says; None where there is none, where it cannot be read,
    or where other plugins or hooks have a say in what pages come to."""
    try:
        said, navigation = said_in(root, root / CONFIGURATION, MOST_PARENTS)
        return _configuration(root, said, navigation)
    except (Unclear, ArithmeticError, LookupError, RecursionError, TypeError, ValueError):
        return None
    except yaml.YAMLError:
        return None


def _configuration(
    root: Path, said: Mapping[str, Any], navigation: tuple[NavEntry, ...] | None
) -> SiteConfiguration:
    if said.get("hooks") or said.get("extra_templates"):
        raise Unclear
    theme = said.get("theme")
    own = theme.get("custom_dir") if isinstance(theme, Mapping) else None
    return SiteConfiguration(
        pages=_folder(root, said.get("docs_dir", "docs")),
        templates=None if own is None else _folder(root, own),
        use_directory_urls=bool(said.get("use_directory_urls", True)),
        extensions=_extensions(said.get("markdown_extensions", [])),
        levels=_levels(said.get("validation") or {}),
        navigation=None if said.get("nav") in (None, []) else navigation,
        options=_options(said.get("plugins")),
        excluded=str(said.get("exclude_docs") or ""),
        drafts=str(said.get("draft_docs") or ""),
        site_url=str(said.get("site_url") or ""),
        static_templates=tuple(sorted(set(_static(theme)))),
    )


def _static(theme: Any) -> Iterator[str]:
    named = theme.get("static_templates") if isinstance(theme, Mapping) else None
    # Of these two the site has its own.
    own = ("sitemap.xml", "404.html")
    if isinstance(named, list) and theme.get("custom_dir") is not None:
        yield from (each for each in named if isinstance(each, str) and each not in own)


def _folder(root: Path, named: Any) -> Path:
    if not isinstance(named, str):
        raise Unclear
    return Path(os.path.normpath(root.absolute() / named))


def said_in(
    root: Path, file: Path, parents: int
) -> tuple[Mapping[str, Any], tuple[NavEntry, ...] | None]:
    """What a file says, with what it takes over from others, and its navigation.

    Raises:
        Unclear: it cannot be read, or not without running something of it.
        ValueError: what should be a date or a number is none.
    """
    raw = read_regular(file, root if file.is_relative_to(root) else file.parent, LARGEST_TEXT)
    if isinstance(raw, Refusal) or not parents:
        raise Unclear
    text = as_read(raw.decode("utf-8"))
    if not is_plain(text):
        raise Unclear
    loader = _Loader(text)
    try:
        node = loader.get_single_node()
        said = {} if node is None else loader.construct_document(node)
    finally:
        loader.dispose()
    if not isinstance(said, dict):
        raise UnfitParent(f"{file.name} has no fields")
    navigation = None
    if node is not None and "nav" in said:
        path = file.relative_to(root).as_posix() if file.is_relative_to(root) else file.name
        navigation = tuple(_entries(_value(node, "nav"), path))
    parent = said.pop(PARENT, None)
    if parent is None:
        return said, navigation
    above = Path(os.path.normpath(file.parent / str(parent)))
    inherited, its_navigation = _parent(root, file, above, parents - 1)
    return _merged(inherited, said), its_navigation if navigation is None else navigation


def _parent(
    root: Path, file: Path, above: Path, parents: int
) -> tuple[Mapping[str, Any], tuple[NavEntry, ...] | None]:
    if above == file:
        raise UnfitParent(f"{above.name} takes over from itself")
    try:
        if not above.is_file():
            raise UnfitParent(f"there is no {above.name} to take over from")
        return said_in(root, above, parents)
    except (ValueError, OSError, yaml.YAMLError) as error:
        raise UnfitParent(f"{above.name} cannot be read: {error}") from error


def parent_of(file: Path) -> Path | None:
    """The configuration that one takes over from, however that is written; None for none, and where
    it cannot be read."""
    named = _scalar(file, PARENT)
    return None if named is None else Path(os.path.normpath(file.parent / named))


def site_folder(root: Path) -> Path:
    """The folder into which the configuration of another one has its site put: beside the records
    where it names none, or cannot be read without running something of it."""
    file: Path | None = root / CONFIGURATION
    for _ in range(MOST_PARENTS):
        if file is None:
            break
        if named := _scalar(file, "site_dir"):
            return Path(os.path.normpath(root / named))
        file = parent_of(file)
    return root / SITE_FOLDER


def _scalar(file: Path, name: str) -> str | None:
    """A plain value of a field of a configuration; None where it has none such."""
    raw = read_regular(file, file.parent, LARGEST_TEXT)
    try:
        text = without_old_breaks(as_read(raw.decode("utf-8"))) if isinstance(raw, bytes) else ""
    except UnicodeDecodeError:
        return None
    node = compose(text, text.split("\n"))
    for key, value in node.value if isinstance(node, yaml.MappingNode) else ():
        if getattr(key, "value", None) == name and value.tag in _SCALARS:
            return str(value.value)
    return None


def _merged(parent: Mapping[str, Any], said: Mapping[str, Any]) -> dict[str, Any]:
    whole = dict(parent)
    for key, value in said.items():
        there = whole.get(key)
        both = isinstance(there, Mapping) and isinstance(value, Mapping)
        whole[key] = _merged(there, value) if both else value  # type: ignore[arg-type]
    return whole


def _value(node: yaml.Node, name: str) -> yaml.Node:
    assert isinstance(node, yaml.MappingNode)
    found: yaml.Node = next(value for key, value in node.value if key.value == name)
    return found


def _entries(node: yaml.Node, path: str) -> Iterator[NavEntry]:
    """What the entries of a navigation lead to, in order, and what can be no entry."""
    left = [(node, _List.TOP)]
    for _ in range(_MOST_ENTRIES):
        if not left:
            return
        each, within = left.pop()
        entry = NavEntry(str(each.value)[:_LONGEST], path, _span(each))
        if isinstance(each, yaml.SequenceNode):
            if within is _List.ITEM:
                yield entry._replace(target="", unfit="a list stands for an entry")
            left.extend((item, _List.ITEM) for item in reversed(each.value))
        elif isinstance(each, yaml.MappingNode):
            if within is not _List.ITEM:
                yield entry._replace(target="", unfit="titles stand here without hyphens")
            elif len(each.value) != 1:
                yield entry._replace(target="", unfit="several titles stand for one entry")
            left.extend((value, _List.VALUE) for _, value in reversed(each.value))
        elif within is _List.TOP or each.tag != "tag:yaml.org,2002:str":
            yield entry._replace(unfit="this is no path of a page")
        else:
            yield entry
    raise Unclear


def _span(node: yaml.Node) -> Span:
    start, end = node.start_mark, node.end_mark
    last = end.column if end.line == start.line else start.column + 1
    return Span(start.line + 1, start.column + 1, max(last, start.column + 1) + 1)


def _extensions(said: Any) -> Mapping[str, Mapping[str, Any]]:
    found: dict[str, Mapping[str, Any]] = {each: {} for each in _ALWAYS}
    listed: list[Any] = [{each: said[each]} for each in said] if isinstance(said, dict) else said
    for each in listed or ():
        options = each if isinstance(each, Mapping) else {each: {}}
        for name, own in options.items():
            if own and not isinstance(own, Mapping):
                raise Unclear
            found[str(name)] = own or found.get(str(name), {})
    # As the plugin has it: it decides of no link, but of what is configured alike.
    found["tables"] = {"use_align_attribute": True, **found["tables"]}
    return MappingProxyType(found)


def _levels(said: Mapping[str, Any]) -> Mapping[tuple[str, str], str]:
    levels = dict(_LEVELS)
    for part, fault in _LEVELS:
        own = said.get(part)
        # What stands for both parts stands beside them.
        for place in (said, own if isinstance(own, Mapping) else {}):
            if isinstance(place.get(fault), str):
                levels[part, fault] = place[fault]
    return MappingProxyType(levels)


def _options(said: Any) -> Mapping[str, Any]:
    """The options of our plugin, where no other has a say."""
    if isinstance(said, Mapping):
        said = [{name: options} for name, options in said.items()]
    if not isinstance(said, list) or len(said) != 1:
        raise Unclear
    (only,) = said
    if only == PLUGIN:
        return {}
    if not isinstance(only, Mapping) or list(only) != [PLUGIN]:
        raise Unclear
    return only[PLUGIN] or {}
