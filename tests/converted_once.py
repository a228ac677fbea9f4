"""Pages that the program brings along, converted once for all sites that tests build in their own
process: the same texts stand beside a hundred small knowledge bases."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple
from unittest.mock import patch

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page

from graph.pages.leading_nowhere import LeadingNowhere

_MADE = ("content", "toc", "_title_from_render", "present_anchor_ids")
_LOG = logging.getLogger("mkdocs.structure.pages")
_convert = Page.render


class _Noting(Files):
    """The files of a site, with a note of where each path led that was asked for."""

    def __init__(self, files: Files) -> None:
        self._asked = files
        self.led: dict[str, tuple[str, InclusionLevel] | None] = {}

    def get_file_from_path(self, path: str) -> File | None:
        file = self._asked.get_file_from_path(path)
        self.led[path] = None if file is None else (file.url, file.inclusion)
        return file


class _Converted(NamedTuple):
    """What a text came to, where its links led then, with the anchors they named by file, and
    whether none leads from where the page stands."""

    made: dict[str, Any]
    led: dict[str, tuple[str, InclusionLevel] | None]
    anchors: dict[str, dict[str, str]]
    nowhere: bool


_kept: dict[tuple[str, ...], _Converted] = {}


def _render(page: Page, config: MkDocsConfig, files: Files) -> None:
    """In place of `Page.render`."""
    watch = next((e for e in config.markdown_extensions if isinstance(e, LeadingNowhere)), None)
    place = page.file.abs_src_path
    if watch is None or (place and Path(place).is_relative_to(config.docs_dir)):
        _convert(page, config, files)
        return
    extensions = [str(each) for each in config.markdown_extensions if each is not watch]
    options = (config.mdx_configs, config.use_directory_urls, config.validation)
    key = page.file.src_uri, page.file.url, page.markdown or "", repr((extensions, *options))
    noting = _Noting(files)
    if known := _kept.get(key):
        for path in known.led:
            noting.get_file_from_path(path)
        if noting.led == known.led:
            vars(page).update(known.made)
            found = {files.get_file_from_path(path): named for path, named in known.anchors.items()}
            page.links_to_anchors = {file: named for file, named in found.items() if file}
            watch.found = known.nowhere
            return
    with _heard() as said:
        _convert(page, config, noting)
    if not said and all(
        file and file[1] != InclusionLevel.EXCLUDED for file in noting.led.values()
    ):
        made = {name: vars(page)[name] for name in _MADE}
        anchors = {file.src_uri: named for file, named in (page.links_to_anchors or {}).items()}
        _kept[key] = _Converted(made, noting.led, anchors, watch.found)


class _Ear(logging.Handler):
    """Keeps what it hears."""

    def __init__(self) -> None:
        super().__init__()
        self.heard: list[logging.LogRecord] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.heard.append(record)


@contextmanager
def _heard() -> Iterator[list[logging.LogRecord]]:
    ear = _Ear()
    _LOG.addHandler(ear)
    try:
        yield ear.heard
    finally:
        _LOG.removeHandler(ear)


@contextmanager
def converted_once() -> Iterator[None]:
    """A while in which such a page is converted only where its text, what it is converted with, or
    a file that it leads to is not as before."""
    with patch.object(Page, "render", _render):
        yield
