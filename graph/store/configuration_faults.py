"""What is wrong with `mkdocs.yml` itself, so that no site can be made with it.

Nothing that it names is run to find that out, so that of what plugins and hooks make of it nothing
is said here.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import urlsplit

import yaml

from graph.records.scalars import Url, misfit
from graph.store.configuration_tags import unfit_tags
from graph.store.problem import Span
from graph.store.regular_file import Refusal, read_regular
from graph.store.site_configuration import (
    MOST_PARENTS,
    PARENT,
    Unclear,
    UnfitParent,
    parent_of,
    said_in,
)
from graph.store.splices import as_read
from graph.store.surroundings import CONFIGURATION, LARGEST_TEXT
from graph.store.syntax import Slip
from graph.store.yaml_nodes import compose, without_old_breaks, written_out

LONGEST_PATH = 300
"""Characters that the path of a page may have: the address of each page is cited."""
FLAT = "`use_directory_urls: false`: each page has a folder of its own here, and is linked as that"
"""What is said to whoever wants pages to be files beside each other."""
_TOP = Span(1, 1, 2)
_MOST = 100_000
"""Values that there may be, with those that aliases stand for: MkDocs writes all of them out."""
_TOLD = 100
"""Characters that are told of a value."""


class ConfigurationFault(NamedTuple):
    """What is wrong, where, and a way out."""

    span: Span
    message: str
    help: str


class UnfitOption(NamedTuple):
    """The same, of an option by its name; without a name, of all of them."""

    option: str
    message: str
    help: str


Asked = Callable[[Mapping[str, Any]], Iterable[UnfitOption]]
"""Whoever knows more of what may be said: the options that are not as they have to be."""


def address_unfit(site_url: str) -> str:
    """Why the pages of a site cannot stand below an address; empty where they can."""
    try:
        scheme, host, *_ = urlsplit(site_url)
    except ValueError as error:
        return str(error)
    if not scheme or not host:
        return "an address begins with its scheme and its host, as https://example.org/"
    return misfit(Url, site_url + "x" * LONGEST_PATH)


def configuration_faults(
    root: Path, asked: Asked = lambda said: ()
) -> Iterator[ConfigurationFault]:
    """All that is wrong with the configuration in a folder, if there is one, also by what somebody
    else who is asked knows of its options."""
    raw = read_regular(root / CONFIGURATION, root, LARGEST_TEXT)
    if isinstance(raw, Refusal):
        # Told with all that is no file where one should be.
        return
    try:
        text = without_old_breaks(as_read(raw.decode("utf-8")))
    except UnicodeDecodeError as error:
        yield ConfigurationFault(_TOP, f"this is no text in UTF-8: {error.reason}", "save it so")
        return
    node = compose(text, text.split("\n"))
    if isinstance(node, Slip):
        span = Span(node.line + 1, node.column + 1, node.column + 2)
        yield ConfigurationFault(span, f"this cannot be read: {node.detail}", "correct the line")
    elif not isinstance(node, yaml.MappingNode):
        help_ = "write fields, as `site_name: …`"
        yield ConfigurationFault(_TOP, "this has no fields", help_)
    elif written_out(node, _MOST) == _MOST:
        message = f"its aliases stand for {_MOST:,} values, or for no end of them"
        yield ConfigurationFault(_TOP, message, "write out what is needed")
    elif tags := tuple(unfit_tags(text)):
        for tag in tags:
            yield ConfigurationFault(tag.span, tag.message, "correct it, or leave it out")
    elif tag_above := _unfit_tag_above(root / CONFIGURATION):
        help_ = "mend that file, or name another"
        yield ConfigurationFault(_span(node, PARENT), tag_above, help_)
    else:
        yield from _of_values(root, node, asked)


def _unfit_tag_above(file: Path) -> str:
    """What is told of a tag in a configuration that this one takes over from; empty for nothing."""
    for _ in range(MOST_PARENTS):
        above = parent_of(file)
        if above is None:
            return ""
        raw = read_regular(above, above.parent, LARGEST_TEXT)
        text = as_read(raw.decode("utf-8", "replace")) if isinstance(raw, bytes) else ""
        for tag in unfit_tags(text):
            return f"{above.name}:{tag.span.line}: {tag.message}"
        file = above
    return ""


def _of_values(root: Path, node: yaml.MappingNode, asked: Asked) -> Iterator[ConfigurationFault]:
    try:
        said, _ = said_in(root, root / CONFIGURATION, MOST_PARENTS)
    except UnfitParent as error:
        yield ConfigurationFault(_span(node, PARENT), str(error), "name another, or leave it out")
        return
    except Unclear:
        return
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        span = _TOP if mark is None else Span(mark.line + 1, mark.column + 1, mark.column + 2)
        yield ConfigurationFault(span, f"this cannot be read: {error.problem}", "correct it")
        return
    except (ValueError, yaml.YAMLError) as error:
        message = f"a value cannot be read: {str(error)[:_TOLD]}"
        yield ConfigurationFault(_TOP, message, "put it in quotation marks")
        return
    own = tuple(_unfit(root, said))
    known = {each.option for each in own}
    for each in (*own, *(each for each in asked(said) if each.option not in known)):
        yield ConfigurationFault(_span(node, each.option), each.message, each.help)


def _unfit(root: Path, said: Mapping[str, Any]) -> Iterator[UnfitOption]:
    name, address = said.get("site_name"), said.get("site_url")
    if not isinstance(name, str):
        message = "`site_name` is no text" if "site_name" in said else "there is no `site_name`"
        yield UnfitOption("site_name", message, "write `site_name: …`")
    if address and not isinstance(address, str):
        message = "`site_url` is no text"
        yield UnfitOption("site_url", message, "write an address, or leave it out")
    elif address and (why := address_unfit(address)):
        message = f"`site_url` {address[:_TOLD]}: {why}"
        yield UnfitOption("site_url", message, "correct it, or leave it out")
    theme = said.get("theme")
    own = theme.get("custom_dir") if isinstance(theme, Mapping) else None
    for field, folder in (("docs_dir", said.get("docs_dir", "docs")), ("theme", own)):
        if folder is None:
            continue
        if not isinstance(folder, str) or not _is_folder(root, folder):
            what = "docs_dir" if field == "docs_dir" else "custom_dir"
            message = f"`{what}` {str(folder)[:_TOLD]} is no folder here"
            yield UnfitOption(field, message, "name one by its path from this file")


def _is_folder(root: Path, named: str) -> bool:
    try:
        return (root / named).is_dir()
    except (OSError, ValueError):
        return False


def _span(node: yaml.MappingNode, name: str) -> Span:
    # Where a field stands twice, the last one counts.
    for key, _ in reversed(node.value):
        if isinstance(key, yaml.ScalarNode) and key.value == name:
            start, end = key.start_mark, key.end_mark
            return Span(start.line + 1, start.column + 1, end.column + 1)
    return _TOP
